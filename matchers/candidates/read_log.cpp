// A list that is thinned out when it grows, and bits by kind.
#include "candidates/read_log.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <utility>

namespace afletter::matching {

thread_local ReadLog* ReadLog::current = nullptr;
thread_local std::vector<BooksPart> ReadLog::memory;

ReadLog::ReadLog() : parts_(std::exchange(memory, {})) {
    AFLETTER_ASSERT(current == nullptr);
    current = this;
}

ReadLog::~ReadLog() {
    current = nullptr;
    parts_.clear();
    memory = std::move(parts_);
}

void ReadLog::thin_out() {
    std::ranges::sort(parts_);
    const auto repeated = std::ranges::unique(parts_);
    parts_.erase(repeated.begin(), repeated.end());
    parts_max_ = std::max(parts_max_, 2 * parts_.size());
}

std::vector<BooksPart> ReadLog::take() {
    thin_out();
    return parts_;
}

void BooksChanges::add(BooksPart part) {
    std::vector<bool>& parts = by_kind_[part.kind()];
    if (part.index() >= parts.size()) {
        parts.resize(std::max<std::size_t>(part.index() + 1, 2 * parts.size()));
    }
    parts[part.index()] = true;
}

bool BooksChanges::has_any(std::span<const BooksPart> parts) const {
    return std::ranges::any_of(parts, [this](BooksPart part) { return has(part); });
}

void ReadLists::add(std::span<const BooksPart> parts) {
    parts_.insert(parts_.end(), parts.begin(), parts.end());
    begins_.push_back(parts_.size());
    known_.push_back(true);
}

void ReadLists::add_none() {
    begins_.push_back(parts_.size());
    known_.push_back(false);
}

}  // namespace afletter::matching

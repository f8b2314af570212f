// Files from the makers of both formats.
#include "bench/statement_files.hpp"

#include <algorithm>
#include <cstring>

namespace afletter::bench {

std::string make_file(const FileKind& kind, std::size_t size, std::uint64_t seed) {
    const std::unique_ptr<FileMaker> maker = kind.make(seed);
    std::string file = maker->beginning();
    while (file.size() < size) {
        file += maker->next_statement();
    }
    return file + maker->ending();
}

GrowingSource::GrowingSource(const FileKind& kind, std::uint64_t size, std::uint64_t seed)
    : maker_(kind.make(seed)), size_(size), piece_(maker_->beginning()) {}

std::size_t GrowingSource::read(char* buffer, std::size_t size) {
    if (position_ == piece_.size() && !refill()) {
        return 0;
    }
    const std::size_t count = std::min(size, piece_.size() - position_);
    std::memcpy(buffer, piece_.data() + position_, count);
    position_ += count;
    given_ += count;
    return count;
}

// False at the end.
bool GrowingSource::refill() {
    if (is_ended_) {
        return false;
    }
    is_ended_ = given_ >= size_;
    piece_ = is_ended_ ? maker_->ending() : maker_->next_statement();
    position_ = 0;
    return !piece_.empty();
}

}  // namespace afletter::bench

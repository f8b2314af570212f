// Keeps facts as views of what the scanner lends, and copies only those that outlive a piece.
#include "camt/record.hpp"

#include <algorithm>

namespace afletter::camt {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string_view copied(std::string_view text, std::string& into) {
    const std::size_t start = into.size();
    into.append(text);
    return std::string_view(into).substr(start);
}

}  // namespace

std::string_view Fact::trimmed_text() const {
    std::string_view text = raw_text();
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

void Record::begin(const xml::Event& start) {
    facts_.clear();
    attributes_.clear();
    given_ = {};
    start_ = {start.data, 0, start.offset, start.element};
    is_open_ = true;
    has_repeated_ = false;
    size_ = 0;
    kept_count_ = 0;
    kept_attributes_ = 0;
    positions_.clear();
    texts_.clear();
}

std::string_view Record::attribute_of(const Fact& fact) const {
    const auto place = static_cast<std::uint16_t>(&fact - facts_.data());
    for (const Attribute& attribute : attributes_) {
        if (attribute.fact == place) {
            return attribute.value;
        }
    }
    return {};
}

xml::Position Record::position_of(const Fact& fact, xml::Scanner& scanner) const {
    if (fact.is_kept) {
        return positions_[fact.offset];
    }
    xml::Event event;
    event.data = fact.data;
    event.size = fact.size;
    event.offset = fact.offset;
    event.element = fact.element;
    return scanner.position(event);
}

void Record::keep_position(Fact& fact, xml::Scanner& scanner) {
    if (!fact.is_kept) {
        positions_.push_back(position_of(fact, scanner));
        fact.offset = static_cast<std::uint32_t>(positions_.size() - 1);
        fact.is_kept = true;
    }
}

void Record::keep(xml::Scanner& scanner) {
    if (!is_open_) {
        return;
    }
    keep_position(start_, scanner);
    if (kept_count_ == facts_.size()) {
        return;
    }
    std::string& copy = texts_.emplace_back();
    std::size_t copy_size = 0;
    for (std::size_t i = kept_count_; i < facts_.size(); ++i) {
        copy_size += facts_[i].size;
    }
    for (std::size_t i = kept_attributes_; i < attributes_.size(); ++i) {
        copy_size += attributes_[i].value.size();
    }
    copy.reserve(copy_size);  // so that it stays where it is
    for (; kept_count_ < facts_.size(); ++kept_count_) {
        Fact& fact = facts_[kept_count_];
        keep_position(fact, scanner);
        fact.data = copied(fact.raw_text(), copy).data();
    }
    for (; kept_attributes_ < attributes_.size(); ++kept_attributes_) {
        Attribute& attribute = attributes_[kept_attributes_];
        attribute.value = copied(attribute.value, copy);
    }
}

}  // namespace afletter::camt

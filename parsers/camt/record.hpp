// The fields of one group as they are read: a flat list in the message's order, and a quick way to
// the one that counts. Between the scanner's events and the values that are made of them.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "camt/fields.hpp"
#include "xml/scanner.hpp"

namespace afletter::camt {

// One value of a group. Small, since there are some twenty for every entry.
struct Fact {
    const char* data = nullptr;
    std::uint32_t size = 0;
    std::uint32_t offset = 0;  // in the scanner's piece, or the number of a kept position
    std::uint16_t element = 0;
    Field field = Field::other;
    bool is_kept = false;  // was copied when the scanner went on to its next piece

    [[nodiscard]] std::string_view raw_text() const { return {data, size}; }  // as the file has it
    // Without blanks around it; nearly every text has none.
    [[nodiscard]] std::string_view text() const {
        const bool is_bare = size > 0 && data[0] > ' ' && data[size - 1] > ' ';
        return is_bare ? raw_text() : trimmed_text();
    }

  private:
    [[nodiscard]] std::string_view trimmed_text() const;
};

class Record {
  public:
    // Forgets everything and begins with the start of the group's element.
    void begin(const xml::Event& start);
    // `attribute` is the element's currency, where it has one.
    void add(Field field, std::uint8_t rank, const xml::Event& text, std::string_view attribute) {
        if (is_full()) {
            return;
        }
        note(field, rank);
        size_ += text.size + attribute.size();
        if (!attribute.empty()) {
            attributes_.push_back({static_cast<std::uint16_t>(facts_.size()), attribute});
        }
        facts_.push_back({text.data, text.size, text.offset, text.element, field});
    }
    // The end of the element was read: nothing of it is needed in the next piece.
    void end() { is_open_ = false; }

    // The one of the best place, the first of several there; null when it is not given.
    [[nodiscard]] const Fact* find(Field field) const {
        return has(field) ? &facts_[best_[static_cast<std::size_t>(field)].place] : nullptr;
    }
    [[nodiscard]] bool has(Field field) const { return given_.has(field); }
    [[nodiscard]] bool has_any(const FieldSet& fields) const { return given_.has_any(fields); }
    // Its text; empty when it is not given.
    [[nodiscard]] std::string_view text(Field field) const {
        const Fact* const fact = find(field);
        return fact == nullptr ? std::string_view() : fact->text();
    }
    [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
    // Whether a field with a meaning was given several times: then find() does not tell them all.
    [[nodiscard]] bool has_repeated() const { return has_repeated_; }
    [[nodiscard]] const Fact& start() const { return start_; }
    [[nodiscard]] std::string_view attribute_of(const Fact& fact) const;
    // Where a fact of this record, or its start, is.
    [[nodiscard]] xml::Position position_of(const Fact& fact, xml::Scanner& scanner) const;

    // Copies what the scanner lent, before it goes on to its next piece.
    void keep(xml::Scanner& scanner);

    // More than any bank needs; what comes beyond is not kept.
    static constexpr std::size_t facts_max = 20'000;
    static constexpr std::size_t size_max = std::size_t{8} * 1024 * 1024;  // of their texts
    [[nodiscard]] bool is_full() const { return facts_.size() >= facts_max || size_ > size_max; }

  private:
    struct Attribute {
        std::uint16_t fact = 0;  // its place in facts_
        std::string_view value;
    };

    // Of a field, the fact that counts.
    struct Best {
        std::uint16_t place = 0;  // in facts_
        std::uint8_t rank = 0;
    };

    // The next fact is one of this field.
    void note(Field field, std::uint8_t rank) {
        Best& best = best_[static_cast<std::size_t>(field)];
        if (!given_.has(field)) {
            given_.add(field);
        } else {
            has_repeated_ |= field != Field::other;
            if (rank >= best.rank) {
                return;
            }
        }
        best = {static_cast<std::uint16_t>(facts_.size()), rank};
    }
    void keep_position(Fact& fact, xml::Scanner& scanner);

    std::vector<Fact> facts_;
    std::vector<Attribute> attributes_;  // in the order of their facts
    FieldSet given_;
    std::array<Best, field_count> best_{};  // of the fields that are given
    Fact start_;
    bool is_open_ = false;
    bool has_repeated_ = false;
    std::size_t size_ = 0;

    // What outlived a piece of the input.
    std::size_t kept_count_ = 0;
    std::size_t kept_attributes_ = 0;
    std::vector<xml::Position> positions_;
    std::deque<std::string> texts_;
};

}  // namespace afletter::camt

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
    [[nodiscard]] std::string_view text() const;  // without blanks around it
};

class Record {
  public:
    // Forgets everything and begins with the start of the group's element.
    void begin(const xml::Event& start);
    // `attribute` is the element's currency, where it has one.
    void add(Field field, std::uint8_t rank, const xml::Event& text, std::string_view attribute);
    // The end of the element was read: nothing of it is needed in the next piece.
    void end() { is_open_ = false; }

    // The one of the best place, the first of several there; null when it is not given.
    [[nodiscard]] const Fact* find(Field field) const {
        const std::uint16_t at = best_[static_cast<std::size_t>(field)];
        return at == none ? nullptr : &facts_[at];
    }
    [[nodiscard]] bool has(Field field) const {
        return best_[static_cast<std::size_t>(field)] != none;
    }
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
    static constexpr std::uint16_t none = 0xffff;

    struct Attribute {
        std::uint16_t fact = 0;  // its place in facts_
        std::string_view value;
    };

    void keep_position(Fact& fact, xml::Scanner& scanner);

    std::vector<Fact> facts_;
    std::vector<Attribute> attributes_;  // in the order of their facts
    std::array<std::uint16_t, field_count> best_{};
    std::array<std::uint8_t, field_count> best_rank_{};
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

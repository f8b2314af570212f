// Numbers of something else than a document: dates, amounts, accounts, telephones. No number of the
// books is ever found inside of one. Beside them what else is printed in a form of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/number_text.hpp"

namespace afletter::matching {

// Which words of a text were taken, and together with which others.
class WordMarks {
  public:
    explicit WordMarks(const NumberText& text);

    void mark(std::size_t first, std::size_t last);
    [[nodiscard]] bool has(std::size_t word) const { return marks_.data()[word] != 0; }
    [[nodiscard]] bool touches(const NumberSpan& span) const;
    // Whether the span is all that was marked together.
    [[nodiscard]] bool is_exactly(const NumberSpan& span) const;
    // Whether the span holds whole marked groups, and more.
    [[nodiscard]] bool exceeds(const NumberSpan& span) const;

  private:
    [[nodiscard]] bool cuts(const NumberSpan& span) const;

    SmallBuffer<std::uint32_t, 257> marks_;
    std::size_t size_;
    std::uint32_t groups_ = 0;
};

void mark_other_numbers(const NumberText& text, WordMarks& marks);

// Where a reference with check digits is printed as such, right or wrong: from RF and two digits
// on, four groups of four digits, or the three groups of an OGM. Numbers inside of one mean nothing
// by themselves. Of one that begins with RF every possible end is listed, the longest last.
[[nodiscard]] std::vector<NumberSpan> printed_references(const NumberText& text);

// Spans of unmarked words that look like a number of a document: written without blanks, or six
// digits and more in groups.
[[nodiscard]] std::vector<NumberSpan> leftover_numbers(const NumberText& text,
                                                       const WordMarks& marks);

// A year, a month with its year, two years: periods, not numbers.
[[nodiscard]] bool is_period(const NumberText& text, const NumberSpan& span);

}  // namespace afletter::matching

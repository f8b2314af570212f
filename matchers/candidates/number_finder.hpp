// Finds the numbers of the books in one text, whole or shortened. Between text/number_text, which
// knows no books, and naming, which knows the line.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "candidates/books.hpp"
#include "text/number_text.hpp"
#include "text/other_numbers.hpp"

namespace afletter::matching {

// A piece of a text that is a number of the books.
struct KnownNumber {
    NumberSpan span;
    NumberForm form = NumberForm::whole;
    std::vector<ItemIndex> items;  // empty: more share this short form than can be told apart
    // Where a configured type has it otherwise than as it is written: without prefix or zeros.
    std::string canonical = {};
};

// Takes items away that the line cannot be about.
using ItemFilter = std::function<void(std::string_view canonical, std::vector<ItemIndex>& items)>;

// Every whole number of the books in the text; they may overlap.
[[nodiscard]] std::vector<KnownNumber> find_whole_numbers(const NumberText& text,
                                                          const Books& books,
                                                          const ItemFilter& filter);

// Of overlapping numbers the longest is meant: 2026-0012 is not 2026 and 0012. None is meant
// inside of a date, an amount or the like, unless the books print it so; nor inside of a printed
// reference, which is one number or none.
void keep_what_is_meant(const NumberText& text, const Books& books, const WordMarks& others,
                        std::vector<KnownNumber>& numbers);

// Short forms among the unmarked words: of four digits and more, or behind a word that announces a
// number. Of overlapping ones the longest.
[[nodiscard]] std::vector<KnownNumber> find_short_numbers(const NumberText& text,
                                                          const Books& books,
                                                          const WordMarks& taken,
                                                          const ItemFilter& filter);

}  // namespace afletter::matching

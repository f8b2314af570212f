// Which numbers of the books a line names, and which numbers it names that the books do not hold.
#pragma once

#include <afletter/model/line.hpp>

#include <string>
#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// A reference or document number of the books, found in the line.
struct NamedNumber {
    std::string canonical;
    std::string written;           // as the bank wrote it
    std::vector<ItemIndex> items;  // that carry it, open and closed
};

// What looks like a number of a document and is none of the books.
struct UnknownNumber {
    std::string canonical;
    std::string written;
};

struct Naming {
    std::vector<NamedNumber> numbers;  // by canonical form, each once
    std::vector<UnknownNumber> unknown;
    std::string damaged;              // as written: a reference that fails its check
    std::vector<ItemIndex> repaired;  // items one typing error away from an unknown reference
};

[[nodiscard]] Naming read_numbers(const Line& line, const Books& books);

// Whether this number names this item by a reference with check digits.
[[nodiscard]] bool is_checked_reference(const NamedNumber& number, const BookItem& item);

}  // namespace afletter::matching

// Which numbers of the books a line names, and which numbers it names that the books do not hold.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/model/references.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "candidates/books.hpp"
#include "candidates/repair.hpp"

namespace afletter::matching {

// Where in a line a number was found.
enum class NumberField : std::uint8_t {
    structured_reference,
    remittance,
    description,
    end_to_end_id,
    customer_reference,
};
struct FieldSpan {
    NumberField field = NumberField::remittance;
    std::size_t begin = 0;  // bytes of the field's text
    std::size_t end = 0;
};

// A reference or document number of the books, found in the line.
struct NamedNumber {
    std::string canonical;
    std::string written;           // as the bank wrote it
    std::vector<ItemIndex> items;  // that carry it, open and closed
    ReferenceKind kind = ReferenceKind::document;
    bool checked = false;  // has check digits, and they are right
    NumberForm form = NumberForm::whole;
    FieldSpan span;
};

// What looks like a number of a document and is none of the books.
struct UnknownNumber {
    std::string canonical;
    std::string written;
};

// A number of the books one typing error away from one in the line that the books do not hold.
struct RepairedNumber {
    std::string written;
    std::string canonical;  // as in the books
    TypingError error = TypingError::substitution;
    bool checked = false;  // all of `items` have it as a reference with right check digits
    std::vector<ItemIndex> items;
};

// A party's own number in the line: a debtor number of a configured type.
struct DebtorNumber {
    std::string written;
    TypeIndex type = 0;
    std::vector<PartyIndex> parties;  // that have it
};

struct Naming {
    std::vector<NamedNumber> numbers;  // by canonical form, each once
    // Short forms, by what is written, each once: 1234 may be F2026-001234 or F2025-001234. Never
    // the same as a number.
    std::vector<NamedNumber> partial;
    std::vector<UnknownNumber> common;  // short forms that too many items share
    std::vector<UnknownNumber> unknown;
    std::string damaged;                   // as written: a reference that fails its check
    std::vector<RepairedNumber> repaired;  // by canonical form
    std::vector<DebtorNumber> parties;     // as they stand in the line
};

[[nodiscard]] Naming read_numbers(const Line& line, const Books& books);

// Whether this number names this item by a reference with check digits.
[[nodiscard]] bool is_checked_reference(const NamedNumber& number, const BookItem& item);

// Items that a reference with check digits repairs to, ascending.
[[nodiscard]] std::vector<ItemIndex> items_repaired_by_check(const Naming& naming);

}  // namespace afletter::matching

// What can be told by its own form: numbers with check digits, codes, and references in free text.
#pragma once

#include <afletter/model/identifiers.hpp>

#include <optional>
#include <string_view>

namespace afletter::mt940 {

class Placer;

// Cheap, so that a full check is tried only where it may pass.
[[nodiscard]] bool begins_like_iban(std::string_view text);
// The form of an IBAN, not its check: test files and old ones hold numbers that fail it.
[[nodiscard]] bool has_form_of_iban(std::string_view text);
[[nodiscard]] bool looks_like_bic(std::string_view text);
// MS03, AC04 of ISO 20022: two letters, then two letters or digits.
[[nodiscard]] bool is_reason_code(std::string_view text);
// An account number from before IBAN: 9 or 10 digits, or P and digits for a giro number.
[[nodiscard]] bool is_old_account(std::string_view text);

// In capitals or not: a bank repeats a name in its own way.
[[nodiscard]] bool begins_alike(std::string_view text, std::string_view beginning);
[[nodiscard]] std::string_view first_word(std::string_view text);

// The first structured communication (OGM, +++090/9337/55493+++) that passes its check: its form
// and its check digits prove it, also in what a payer wrote, where a number behind "kenmerk" is
// only text.
void place_belgian_reference(std::string_view text, Placer& placer);
// Places the reference that `text` names with a word of its own (BETALINGSKENMERK, SCOR/CUR/) or
// that stands in +++ and proves itself; the text stays where it is.
void place_named_reference(std::string_view text, Placer& placer);

}  // namespace afletter::mt940

// What a piece of evidence says: in two or three words for the table, and as a clause for a
// sentence that tells two explanations apart.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/text.hpp>

#include <string>

namespace afletter::rendering {

// "the same", "12.00 less than is open". `bank_text` and `ledger_text` are amounts where the
// feature is.
[[nodiscard]] std::string verdict_of(const Evidence& evidence, Language language);
// What the books say: the ledger's text, or how many items have the amount ("64 items").
[[nodiscard]] std::string ledger_words(const Evidence& evidence, Language language);
// "the account is another party's".
[[nodiscard]] Text clause_of(const Evidence& evidence);
// What it means that an explanation has nothing to say of a feature that speaks for another; empty
// where that follows from something else.
[[nodiscard]] Text clause_of_nothing(Feature feature);

}  // namespace afletter::rendering

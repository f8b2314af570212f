// The first layer: in one sentence what a line was matched to and how sure, or why not; and who
// decided, when.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/text.hpp>

#include <string>

namespace afletter::rendering {

// "Matched to I-1 of J. de Vries, by its payment reference: 99.99 % sure."
[[nodiscard]] std::string conclusion_of(const LineStory& story, Language language);
// "Decided by batch, 2026-01-05T01:00:00Z, with model shipped-1."; empty when nobody has.
[[nodiscard]] std::string decided_sentence(const LineStory& story, Language language);
// Until when a matched direct debit can be taken back; empty where it cannot.
[[nodiscard]] std::string refund_sentence(const LineStory& story, Language language);
// "I-1 was settled by line 4t9x..., booked 2026-01-05 (120.00 EUR)."
[[nodiscard]] std::string payment_sentence(const ItemPayment& payment, Language language);

}  // namespace afletter::rendering

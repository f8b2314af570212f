// Balances that an item has had. A payer whose slip was printed before costs were added pays what
// it says: less than is open now, and yet no arbitrary part. Asked by evidence/amount.
#pragma once

#include "candidates/books.hpp"

namespace afletter::matching {

// Whether this bank amount is what was open of the item before costs were added: the amount it was
// issued for, a balance that its source named earlier, or what is open less the costs of a reminder
// or a writ (Kostenwet invordering rijksbelastingen, articles 2 and 3). Always less than what is
// open now.
[[nodiscard]] bool is_earlier_balance(const BookItem& item, const Money& amount);

// Whether this bank amount is what is open and a little more that means nothing: rounded up to a
// whole five euro, or less than a euro too much.
[[nodiscard]] bool is_rounded_up(const BookItem& item, const Money& amount);

}  // namespace afletter::matching

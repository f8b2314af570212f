// What else the payer could have meant: questions about his other items that the obstacles ask.
#pragma once

#include "candidates/inquiry.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

// Account or name says that the payer is this party.
[[nodiscard]] bool agrees_with_payer(const Inquiry& inquiry, PartyIndex party);

// Every item is one of the payer's, by account or name.
[[nodiscard]] bool is_payers(const Inquiry& inquiry, const Hypothesis& hypothesis);

// The same, and no less surely than he is the one who owes the leader's items.
[[nodiscard]] bool is_payers_as_surely(const Inquiry& inquiry, const Hypothesis& hypothesis,
                                       const Weighed& leader);

// Every item is named by something that a typing error does not turn into another, or the payer
// agrees, or the text names its party.
[[nodiscard]] bool is_confirmed(const Inquiry& inquiry, const Hypothesis& hypothesis);

// Named by our own id or by a reference with check digits, every item of it.
[[nodiscard]] bool is_protected(const Inquiry& inquiry, const Weighed& weighed);

// The payer has an item of his own of this very amount, and is more surely its payer than that of
// the item named.
[[nodiscard]] bool payer_has_another(const Inquiry& inquiry, const Weighed& leader);

// The payer owes the same amount under another number, known by then, that one typing error turns
// into the one named; or owed it, and may be paying it twice.
[[nodiscard]] bool payer_owes_under_neighbour(const Inquiry& inquiry, const Weighed& leader);

// The payer, and the party, have nothing open but this.
[[nodiscard]] bool is_all_that_is_open(const Inquiry& inquiry, const Weighed& leader);

// Another item of the payer's, or of the party's, has this amount, open or closed, or could be
// paid in instalments of it.
[[nodiscard]] bool has_sibling_of_amount(const Inquiry& inquiry, const Weighed& leader);

}  // namespace afletter::matching

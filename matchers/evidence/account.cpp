// The payer's account beside the accounts we know of the party.
#include <algorithm>

#include "evidence/weighing.hpp"

namespace afletter::matching {

namespace {

// A household's account, in the books under the other partner: the payer's name is that of the
// item's party, and not of those whom the account is known of.
bool is_shared_account(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    return std::ranges::none_of(
               inquiry.payer.parties,
               [&](PartyIndex party) { return name_level(inquiry, party) == Level::equal; }) &&
           std::ranges::all_of(hypothesis.items, [&](ItemIndex index) {
               return name_level(inquiry, inquiry.books.item(index).party) == Level::equal;
           });
}

}  // namespace

Level account_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const auto any_party = [&](const auto& is_payers) {
        return std::ranges::any_of(hypothesis.items, [&](ItemIndex index) {
            return is_payers(inquiry.books.item(index).party);
        });
    };
    if (any_party([&](PartyIndex party) {
            return pays_from_account_of(inquiry, party) && !has_paid_for(inquiry, party);
        })) {
        return Level::equal;
    }
    if (any_party([&](PartyIndex party) { return has_paid_for(inquiry, party); })) {
        return Level::learnt;
    }
    if (hypothesis.trails.has(Trail::mandate)) {
        return Level::similar;  // the mandate names the account that was collected from
    }
    if (!inquiry.line.detail.counterparty.iban) {
        return Level::absent;
    }
    if (inquiry.payer.is_in_books && !is_shared_account(inquiry, hypothesis)) {
        return Level::other;
    }
    const bool any_known =
        inquiry.payer.is_in_books || std::ranges::any_of(hypothesis.items, [&](ItemIndex index) {
            return !inquiry.books.party_of(index).ibans.empty();
        });
    return any_known ? Level::differs : Level::absent;
}

}  // namespace afletter::matching

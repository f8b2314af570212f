// Read off the evidence, which has the account and the name as the bank wrote them.
#include "new_account.hpp"

#include <afletter/model/known_payer.hpp>

#include <algorithm>
#include <ranges>

namespace afletter::matching {

namespace {

const Evidence* evidence_of(const Candidate& candidate, Feature feature) {
    const auto found = std::ranges::find(candidate.evidence, feature, &Evidence::feature);
    return found == candidate.evidence.end() ? nullptr : &*found;
}

bool is_new(const Evidence& account) {
    return !account.bank_text.empty() &&
           (account.level == Level::absent || account.level == Level::differs ||
            account.level == Level::other);
}

// Of the one party whose items these are.
std::optional<PartyIndex> party_of(const std::vector<Allocation>& allocations, const Books& books) {
    std::optional<PartyIndex> party;
    for (const Allocation& allocation : allocations) {
        if (allocation.item_id.empty()) {
            continue;  // to the general ledger
        }
        const PartyIndex one = books.party_index_of(books.index_of(allocation.item_id));
        if (party && *party != one) {
            return std::nullopt;
        }
        party = one;
    }
    return party;
}

}  // namespace

std::optional<NewAccount> account_told_by(const Decision& decision, const Books& books) {
    if (!decision.method || !tells_of_payer(*decision.method)) {
        return std::nullopt;
    }
    const Candidate& paid = decision.candidates.front();
    const Evidence* const account = evidence_of(paid, Feature::account);
    const Evidence* const name = evidence_of(paid, Feature::name);
    if (account == nullptr || !is_new(*account) || name == nullptr || name->level != Level::equal) {
        return std::nullopt;
    }
    const auto party = party_of(paid.allocations, books);
    return party ? std::optional(NewAccount{.iban = account->bank_text, .party = *party})
                 : std::nullopt;
}

}  // namespace afletter::matching

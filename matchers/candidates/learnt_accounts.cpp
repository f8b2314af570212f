// A few parties for each account, in their order.
#include "candidates/learnt_accounts.hpp"

#include <algorithm>

namespace afletter::matching {

bool LearntAccounts::add(std::uint64_t account, PartyIndex party) {
    Payees& known = payees_[account];
    const auto end = known.parties.begin() + std::min<std::size_t>(known.count, parties_max);
    if (known.count > parties_max || std::find(known.parties.begin(), end, party) != end) {
        return false;
    }
    if (known.count < parties_max) {
        *end = party;
        std::sort(known.parties.begin(), end + 1);
    }
    ++known.count;
    return true;
}

std::span<const PartyIndex> LearntAccounts::of(std::uint64_t account) const {
    const auto found = payees_.find(account);
    if (found == payees_.end() || found->second.count > parties_max) {
        return {};
    }
    return std::span(found->second.parties).first(found->second.count);
}

}  // namespace afletter::matching

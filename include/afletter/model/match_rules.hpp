// What an administration has decided about matching beside what evidence weighs. Handed to the
// matchers with a policy; empty, it changes nothing.
#pragma once

#include <afletter/model/money.hpp>

#include <string>
#include <vector>

namespace afletter {

struct MatchRules {
    // A line above the one of its currency is left to a second person; one for each currency.
    std::vector<Money> amount_limits;
    // Ids of parties whose items no line settles by itself, ascending.
    std::vector<std::string> blocked_parties;
    friend bool operator==(const MatchRules&, const MatchRules&) = default;
};

inline const MatchRules no_rules{};

}  // namespace afletter

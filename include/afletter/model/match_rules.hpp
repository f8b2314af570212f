// What an administration has decided about matching beside what evidence weighs. Handed to the
// matchers with a policy; empty, it changes nothing.
#pragma once

#include <afletter/model/money.hpp>
#include <afletter/model/reference_type.hpp>
#include <afletter/model/suspension.hpp>

#include <optional>
#include <string>
#include <vector>

namespace afletter {

// What an item may be short of or over, and is settled whole all the same.
struct Tolerance {
    Money most = Money(0, Currency::euro());
    int basis_points = 10'000;  // and at most so many ten-thousandths of what is open
    std::string gl_account;     // that the difference is booked to
    friend bool operator==(const Tolerance&, const Tolerance&) = default;
};

struct MatchRules {
    // A line above the one of its currency is left to a second person; one for each currency.
    std::vector<Money> amount_limits;
    // Ids of parties whose items no line settles by itself, ascending.
    std::vector<std::string> blocked_parties;
    // Kinds of references that are known beside the usual ones; of several that a number fits, the
    // first whose check it passes.
    std::vector<ReferenceFormat> references;
    std::optional<Tolerance> tolerance;
    // Kinds of evidence that the audit sample has stopped; none comes from the configuration.
    std::vector<Suspension> suspended;
    friend bool operator==(const MatchRules&, const MatchRules&) = default;
};

inline const MatchRules no_rules{};

}  // namespace afletter

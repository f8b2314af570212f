// What a configuration may change about a model: which certificates hold, single weights and
// thresholds. Shipped, learnt and configured models are the same kind of value.
#pragma once

#include <afletter/model/match_model.hpp>
#include <afletter/model/match_rules.hpp>

#include <map>
#include <string>
#include <vector>

namespace afletter {

struct ModelChanges {
    bool own_certificates_only = false;
    std::map<std::string, MilliNats> weights;  // "amount.equal"
    std::map<std::string, int> thresholds_bp;  // "document/open/name"; 10,000: never
    friend bool operator==(const ModelChanges&, const ModelChanges&) = default;
};

// The names that may stand there: what the shipped model weighs, and what may be certified.
[[nodiscard]] const std::vector<std::string>& weight_names();
[[nodiscard]] const std::vector<std::string>& stratum_names();

// The model with these changes, which show in its version. Without shipped certificates only
// evidence by identity is left (our own id, our own payments, a checked reference with the open
// amount), and what this administration's own decisions have certified.
[[nodiscard]] MatchModel changed(MatchModel model, const ModelChanges& changes);
// The same model; that other rules hold beside it shows in its version.
[[nodiscard]] MatchModel marked(MatchModel model, const MatchRules& rules);

}  // namespace afletter

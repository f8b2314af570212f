// A decision's candidates, evidence and obstacles as JSON text, and back without any loss.
#pragma once

#include <afletter/model/decision.hpp>

#include <string>
#include <string_view>

namespace afletter {

// {"candidates":[{"allocations":[[item, minor units, currency],...],"evidence":[[feature, level,
// weight, bank text, ledger text],...],"prior":n,"log_odds":n,"confidence_bp":n},...],
// "obstacles":[...],"stratum":"...","threshold_bp":n}; the last two where they are known. Evidence
// of a configured type of reference ends in the type's name.
[[nodiscard]] std::string explanation_of(const Decision& decision);
// The funnel stands apart: it says how the search went, which changes with every new item in the
// books, and not what was concluded. A count of zero is left out.
[[nodiscard]] std::string search_of(const Decision& decision);

// Fill the decision from the texts; throw StoreError when they are damaged.
void read_explanation(std::string_view json, Decision& decision);
void read_search(std::string_view json, Decision& decision);

}  // namespace afletter

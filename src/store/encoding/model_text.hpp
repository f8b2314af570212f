// A model and its judgement as the text that the ledger keeps.
#pragma once

#include <afletter/model/stored_model.hpp>

#include <string>
#include <string_view>

namespace afletter {

// {"prior":n,"weights":[[feature, level, weight],...],"certificates":[[stratum, threshold_bp, pool,
// lines, wrong, wrong_max_per_million, basis],...]}
[[nodiscard]] std::string content_of(const MatchModel& model);
// {"decisions":n,"live":version,"of_live":[loss_micro, right, wrong],"of_new":[...]}
[[nodiscard]] std::string text_of(const Judgement& judgement);

// Fill the value from the text; throw StoreError when it is damaged.
void read_content(std::string_view json, MatchModel& model);
void read_judgement(std::string_view json, Judgement& judgement);

}  // namespace afletter

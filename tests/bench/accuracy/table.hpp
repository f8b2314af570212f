// The tables of docs/accuracy.md.
#pragma once

#include <string_view>

#include "bench/accuracy/judge.hpp"

namespace afletter::judging {

// One row for each rule on each world.
void print_rule_heading(std::string_view first_column);
void print_rule_row(std::string_view name, const Tally& tally);

// Of one rule: by kind of line, by stratum, and how its confidences hold.
void print_kinds(const Verdict& verdict);
void print_strata(const Verdict& verdict);
void print_calibration(const Verdict& verdict);

}  // namespace afletter::judging

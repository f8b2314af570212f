// `--calibrate`: how often suggestions of the shipped model are right on the worlds, as the source
// of matchers/policy/calibrations.cpp.
#pragma once

#include "bench/accuracy/worlds.hpp"

namespace afletter::judging {

// To standard output.
void print_calibration_source(const WorldRequest& request);

}  // namespace afletter::judging

// `--certify`: the shipped certificates, proved on the worlds, as the source of
// matchers/policy/certificates.cpp.
#pragma once

#include "bench/accuracy/worlds.hpp"

namespace afletter::judging {

// To standard output.
void print_certificates(const WorldRequest& request);

}  // namespace afletter::judging

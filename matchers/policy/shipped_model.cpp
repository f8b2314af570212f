// The shipped model: the table of weights with the certificates.
#include <afletter/matchers.hpp>

#include "policy/calibrations.hpp"
#include "policy/certificates.hpp"
#include "policy/weights.hpp"

namespace afletter {

MatchModel shipped_model() {
    return {.version = "shipped-1",
            .prior = matching::prior_weight,
            .weights = {matching::weights.begin(), matching::weights.end()},
            .certificates = matching::shipped_certificates(),
            .calibration = matching::shipped_calibration()};
}

}  // namespace afletter

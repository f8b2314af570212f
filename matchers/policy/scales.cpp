// From names to places, once for a run.
#include "policy/scales.hpp"

#include <algorithm>

namespace afletter::matching {

Scales::Scales(const MatchModel& model) : model_(&model) {
    for (const Weight& weight : model.weights) {
        weights_[static_cast<std::size_t>(weight.feature)][static_cast<std::size_t>(weight.level)] =
            weight.weight;
    }
    certificates_.fill(-1);
    for (const Stratum& stratum : certifiable_strata()) {
        const auto found =
            std::ranges::find(model.certificates, name_of(stratum), &Certificate::stratum);
        if (found != model.certificates.end()) {
            certificates_[place_of(stratum)] =
                static_cast<std::int16_t>(found - model.certificates.begin());
        }
    }
}

}  // namespace afletter::matching

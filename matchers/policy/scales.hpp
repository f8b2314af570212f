// The model as the matchers ask it, for every explanation of every line: weights and thresholds by
// their places instead of by name.
#pragma once

#include <afletter/model/match_model.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

#include "policy/strata.hpp"
#include "policy/weights.hpp"

namespace afletter::matching {

class Scales {
  public:
    // `model` must outlive the scales. Names of strata that there are not are left out.
    explicit Scales(const MatchModel& model);

    [[nodiscard]] const std::string& version() const { return model_->version; }
    [[nodiscard]] const Calibration& calibration() const { return model_->calibration; }
    [[nodiscard]] MilliNats prior() const { return model_->prior; }
    // Evidence that the model does not know says nothing: 0.
    [[nodiscard]] MilliNats weight_of(Feature feature, Level level) const {
        return weights_[static_cast<std::size_t>(feature)][static_cast<std::size_t>(level)];
    }
    // Null when this kind of evidence may not decide.
    [[nodiscard]] const Certificate* certificate_of(const Stratum& stratum) const {
        const std::int16_t place = certificates_[place_of(stratum)];
        return place < 0 ? nullptr : &model_->certificates[static_cast<std::size_t>(place)];
    }

  private:
    const MatchModel* model_;
    std::array<std::array<MilliNats, level_count>, feature_count> weights_{};
    std::array<std::int16_t, stratum_count> certificates_{};
};

}  // namespace afletter::matching

// Made by `afletter-bench-accuracy --calibrate --seeds 3 --first-seed 41`; do not edit.
#include "policy/calibrations.hpp"

#include <array>

namespace afletter::matching {

namespace {

constexpr std::array first{
    CalibrationStep{1, 143},     CalibrationStep{5, 895},     CalibrationStep{20, 2112},
    CalibrationStep{75, 3014},   CalibrationStep{100, 3097},  CalibrationStep{2500, 3287},
    CalibrationStep{3600, 3650}, CalibrationStep{3700, 4025}, CalibrationStep{4900, 4960},
    CalibrationStep{5000, 5318}, CalibrationStep{5900, 5460}, CalibrationStep{6100, 6278},
    CalibrationStep{7800, 6356}, CalibrationStep{8100, 7468}, CalibrationStep{8700, 7703},
    CalibrationStep{8800, 7905}, CalibrationStep{9500, 8021}, CalibrationStep{9600, 8459},
    CalibrationStep{9700, 8520},
};

constexpr std::array others{
    CalibrationStep{1, 370},     CalibrationStep{35, 492},    CalibrationStep{75, 529},
    CalibrationStep{1000, 552},  CalibrationStep{1100, 716},  CalibrationStep{1200, 787},
    CalibrationStep{1500, 903},  CalibrationStep{2000, 1137}, CalibrationStep{2500, 1642},
    CalibrationStep{2600, 1688}, CalibrationStep{3400, 2021},
};

}  // namespace

Calibration shipped_calibration() {
    return {.first = {first.begin(), first.end()}, .others = {others.begin(), others.end()}};
}

}  // namespace afletter::matching

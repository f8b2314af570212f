// Made by `afletter-bench-accuracy --calibrate --seeds 3 --first-seed 41`; do not edit.
#include "policy/calibrations.hpp"

#include <array>

namespace afletter::matching {

namespace {

constexpr std::array first{
    CalibrationStep{1, 106},     CalibrationStep{2, 175},     CalibrationStep{5, 887},
    CalibrationStep{10, 921},    CalibrationStep{20, 2163},   CalibrationStep{75, 2691},
    CalibrationStep{200, 2980},  CalibrationStep{2500, 3114}, CalibrationStep{3400, 3133},
    CalibrationStep{3500, 3283}, CalibrationStep{3600, 3476}, CalibrationStep{3700, 3840},
    CalibrationStep{4900, 4659}, CalibrationStep{5000, 5193}, CalibrationStep{6100, 6170},
    CalibrationStep{8100, 6969}, CalibrationStep{8700, 7275}, CalibrationStep{8800, 7527},
    CalibrationStep{9200, 7583}, CalibrationStep{9500, 7762}, CalibrationStep{9600, 8111},
    CalibrationStep{9700, 8421},
};

constexpr std::array others{
    CalibrationStep{1, 370},     CalibrationStep{35, 484},    CalibrationStep{75, 516},
    CalibrationStep{1000, 543},  CalibrationStep{1100, 704},  CalibrationStep{1200, 765},
    CalibrationStep{1500, 897},  CalibrationStep{2000, 1112}, CalibrationStep{2500, 1621},
    CalibrationStep{3400, 2016},
};

}  // namespace

Calibration shipped_calibration() {
    return {.first = {first.begin(), first.end()}, .others = {others.begin(), others.end()}};
}

}  // namespace afletter::matching

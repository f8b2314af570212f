// What matching rests on beside lines and items: how much each piece of evidence weighs, and which
// kinds of evidence were proved right often enough to decide. Handed to the matchers with a policy.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace afletter {

struct Weight {
    Feature feature;
    Level level;
    MilliNats weight = 0;
    friend bool operator==(const Weight&, const Weight&) = default;
};

// Proof that matches on a kind of evidence are right, from lines whose truth is known.
struct Certificate {
    std::string stratum;            // "document/together/name"
    int threshold_bp = 0;           // from this confidence on, in ten-thousandths
    std::string pool;               // whose matches were counted: its own, or those of a parent
    std::uint64_t lines = 0;        // matches counted
    std::uint64_t wrong = 0;        // of those
    int wrong_max_per_million = 0;  // the exact upper bound
    Basis basis = Basis::shipped;
    friend bool operator==(const Certificate&, const Certificate&) = default;
};

// From confidence to the share of suggestions that were right, in ten-thousandths: by the last step
// that begins at the confidence or below. Ascending in both; without steps nothing is known.
struct CalibrationStep {
    int from_bp = 0;
    int right_bp = 0;
    friend bool operator==(const CalibrationStep&, const CalibrationStep&) = default;
};
struct Calibration {
    std::vector<CalibrationStep> first;   // of the first suggestion for a line
    std::vector<CalibrationStep> others;  // of those after it
    friend bool operator==(const Calibration&, const Calibration&) = default;
};

struct MatchModel {
    std::string version;  // "shipped-1"
    MilliNats prior = 0;
    std::vector<Weight> weights;            // what is not here weighs nothing
    std::vector<Certificate> certificates;  // by stratum; what is not here decides nothing
    Calibration calibration;                // of suggestions; what decides is the bare confidence
    friend bool operator==(const MatchModel&, const MatchModel&) = default;
};

}  // namespace afletter

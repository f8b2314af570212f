// Counts suggestions in buckets of confidence, and has isotonic regression make steps of them.
#include <afletter/learning.hpp>

#include <algorithm>

#include "learning/isotonic.hpp"

namespace afletter {

namespace {

using namespace matching;

constexpr std::int64_t certainty_bp = 10'000;
// As many suggestions the parent's word is worth in each bucket.
constexpr std::int64_t parent_count = 20;

// Where buckets begin: each per cent, and finer where confidences crowd.
constexpr auto bucket_begins = [] {
    constexpr std::array<int, 8> low{1, 2, 5, 10, 20, 35, 50, 75};
    constexpr std::array<int, 7> high{9'925, 9'950, 9'970, 9'980, 9'990, 9'995, 9'998};
    std::array<int, SuggestionRecord::bucket_count> begins{};
    auto next = std::ranges::copy(low, begins.begin()).out;
    for (int begin = 100; begin <= 9'900; begin += 100) {
        *next++ = begin;
    }
    std::ranges::copy(high, next);
    return begins;
}();
static_assert(bucket_begins.back() == 9'998);

std::size_t bucket_of(int confidence_bp) {
    const auto next = std::ranges::upper_bound(bucket_begins, confidence_bp);
    return next == bucket_begins.begin()
               ? 0
               : static_cast<std::size_t>(next - bucket_begins.begin()) - 1;
}

int right_bp_of(const Pooled& pool) {
    const std::int64_t rounded = (2 * pool.sum + pool.count) / (2 * pool.count);
    return static_cast<int>(std::clamp<std::int64_t>(rounded, 1, certainty_bp - 1));
}

// What the parent says of a bucket: 0 when it has no steps.
std::int64_t word_of(const std::vector<CalibrationStep>& parent, int begin_bp) {
    std::int64_t right_bp = parent.empty() ? 0 : parent.front().right_bp;
    for (const CalibrationStep& step : parent) {
        right_bp = step.from_bp <= begin_bp ? step.right_bp : right_bp;
    }
    return right_bp;
}

}  // namespace

void SuggestionRecord::add(std::span<const int> confidences_bp, std::optional<std::size_t> truth) {
    for (std::size_t place = 0; place < confidences_bp.size(); ++place) {
        Counts& counts = (place == 0 ? first_ : others_)[bucket_of(confidences_bp[place])];
        ++counts.suggested;
        counts.right += truth == place ? 1 : 0;
    }
}

void SuggestionRecord::add(const SuggestionRecord& other) {
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
        first_[bucket].suggested += other.first_[bucket].suggested;
        first_[bucket].right += other.first_[bucket].right;
        others_[bucket].suggested += other.others_[bucket].suggested;
        others_[bucket].right += other.others_[bucket].right;
    }
}

std::vector<CalibrationStep> SuggestionRecord::steps_of(
    const Buckets& buckets, const std::vector<CalibrationStep>& parent) {
    const std::int64_t heard = parent.empty() ? 0 : parent_count;
    std::vector<Pooled> observations;
    for (std::size_t bucket = 0; bucket < bucket_count; ++bucket) {
        const auto& [suggested, right] = buckets[bucket];
        if (suggested + heard > 0) {
            observations.push_back(
                {.begin = bucket,
                 .sum = right * certainty_bp + heard * word_of(parent, bucket_begins[bucket]),
                 .count = suggested + heard});
        }
    }
    std::vector<CalibrationStep> steps;
    for (const Pooled& pool : isotonic(observations)) {
        const int right_bp = right_bp_of(pool);
        if (steps.empty() || steps.back().right_bp != right_bp) {
            steps.push_back({.from_bp = bucket_begins[pool.begin], .right_bp = right_bp});
        }
    }
    return steps;
}

Calibration SuggestionRecord::calibration(const Calibration& parent) const {
    return {.first = steps_of(first_, parent.first), .others = steps_of(others_, parent.others)};
}

}  // namespace afletter

// Drawing by a hash of the line's id, and the sequential test in whole numbers.
#include <afletter/audit_sample.hpp>

namespace afletter {

namespace {

// Of probability ratios, in thousand-millionths of a natural logarithm.
constexpr std::int64_t when_wrong = 3'506'557'897;  // ln(10,000 / 300), rounded down
constexpr std::int64_t when_right = -9'750'291;     // ln(990,000 / 999,700), rounded down
constexpr std::int64_t alarm_from = 4'605'170'186;  // ln(100), rounded up
// ln(1 / 20) is -2,995,732,274: the rounding of a million terms fits between.
constexpr std::int64_t fine_until = -2'997'000'000;

// SplitMix64 (S. Vigna, public domain): every bit of the result depends on every bit of x.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

}  // namespace

bool is_drawn(LineId line, const AuditDraw& draw) {
    constexpr std::uint64_t whole_bp = 10'000;
    const std::uint64_t place = mixed(static_cast<std::uint64_t>(line.value) ^ mixed(draw.seed));
    return place % whole_bp < static_cast<std::uint64_t>(draw.basis_points);
}

void SequentialTest::add(bool is_right) {
    if (verdict_ == SampleVerdict::alarm) {
        return;
    }
    ++lines_;
    wrong_ += is_right ? 0 : 1;
    ratio_ += is_right ? when_right : when_wrong;
    if (ratio_ >= alarm_from) {
        verdict_ = SampleVerdict::alarm;
    } else if (ratio_ <= fine_until) {
        verdict_ = SampleVerdict::fine;
        lines_ = 0;
        wrong_ = 0;
        ratio_ = 0;
    }
}

}  // namespace afletter

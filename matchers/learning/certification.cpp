// The rule by which a kind of evidence earns its certificate; docs/accuracy.md has the reasons.
#include <afletter/learning.hpp>

#include <cmath>
#include <optional>
#include <set>

#include "policy/strata.hpp"

namespace afletter {

namespace {

using namespace matching;

constexpr double chance = 0.05 / static_cast<double>(certificate_grid_bp.size());
constexpr double million = 1e6;
constexpr double wrong_max = wrong_max_per_million / million;

int per_million(double share) {
    return static_cast<int>(std::ceil(share * million));
}

// "document/open/name/several" -> "document/open" -> "document".
std::string pool_of(std::string_view stratum, int parts) {
    std::size_t end = 0;
    for (int part = 0; part < parts; ++part) {
        end = stratum.find('/', part == 0 ? 0 : end + 1);
    }
    return std::string(stratum.substr(0, end));
}

bool is_in(std::string_view stratum, std::string_view pool) {
    return stratum.starts_with(pool) && stratum.size() > pool.size() && stratum[pool.size()] == '/';
}

// Even without an error so many lines would prove nothing.
bool are_few(std::uint64_t lines) {
    return upper_bound(0, lines, chance) > wrong_max;
}

// So many errors would be seen in less than one of twenty cases if no more than the allowed share
// were wrong.
bool speaks_against(std::uint64_t lines, std::uint64_t wrong) {
    return static_cast<double>(wrong) > static_cast<double>(lines) * wrong_max &&
           chance_of_at_least(wrong, lines, wrong_max) < 0.05;
}

}  // namespace

void TrackRecord::add(std::string_view stratum, int confidence_bp, bool is_right) {
    auto found = strata_.find(stratum);
    if (found == strata_.end()) {
        found = strata_.emplace(stratum, ByThreshold{}).first;
    }
    for (std::size_t place = 0; place < certificate_grid_bp.size(); ++place) {
        if (confidence_bp >= certificate_grid_bp[place]) {
            ++found->second[place].lines;
            found->second[place].wrong += is_right ? 0 : 1;
        }
    }
}

void TrackRecord::add(const TrackRecord& other) {
    for (const auto& [stratum, counts] : other.strata_) {
        ByThreshold& mine = strata_[stratum];
        for (std::size_t place = 0; place < mine.size(); ++place) {
            mine[place].lines += counts[place].lines;
            mine[place].wrong += counts[place].wrong;
        }
    }
}

TrackRecord::ByThreshold TrackRecord::of_stratum(std::string_view stratum) const {
    const auto found = strata_.find(stratum);
    return found == strata_.end() ? ByThreshold{} : found->second;
}

TrackRecord::ByThreshold TrackRecord::of_pool(std::string_view pool) const {
    ByThreshold sum{};
    for (const auto& [stratum, counts] : strata_) {
        for (std::size_t place = 0; is_in(stratum, pool) && place < sum.size(); ++place) {
            const auto& [lines, wrong] = counts[place];
            if (!speaks_against(lines, wrong)) {
                sum[place].lines += lines;
                sum[place].wrong += wrong;
            }
        }
    }
    return sum;
}

std::optional<Certificate> TrackRecord::proof_of(const std::string& stratum) const {
    const ByThreshold own = of_stratum(stratum);
    for (const std::string& pool : {stratum, pool_of(stratum, 2), pool_of(stratum, 1)}) {
        const bool is_own = pool == stratum;
        const ByThreshold counted = is_own ? own : of_pool(pool);
        for (std::size_t place = 0; place < counted.size(); ++place) {
            const auto& [lines, wrong] = counted[place];
            const double bound = upper_bound(wrong, lines, chance);
            const bool may_borrow =
                are_few(own[place].lines) && !speaks_against(own[place].lines, own[place].wrong);
            if (bound <= wrong_max && (is_own || may_borrow)) {
                return Certificate{.stratum = stratum,
                                   .threshold_bp = certificate_grid_bp[place],
                                   .pool = pool,
                                   .lines = lines,
                                   .wrong = wrong,
                                   .wrong_max_per_million = per_million(bound)};
            }
        }
    }
    return std::nullopt;
}

std::vector<Certificate> TrackRecord::certify(Basis basis) const {
    std::vector<Certificate> certificates;
    for (const Stratum& stratum : certifiable_strata()) {
        if (auto certificate = proof_of(name_of(stratum))) {
            certificate->basis = basis;
            certificates.push_back(std::move(*certificate));
        }
    }
    return certificates;
}

MatchModel open_to_all(MatchModel model) {
    model.certificates.clear();
    for (const Stratum& stratum : certifiable_strata()) {
        model.certificates.push_back({.stratum = name_of(stratum),
                                      .threshold_bp = certificate_grid_bp.front(),
                                      .pool = name_of(stratum)});
    }
    return model;
}

}  // namespace afletter

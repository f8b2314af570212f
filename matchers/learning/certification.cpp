// The rule by which a kind of evidence earns its certificate; docs/accuracy.md has the reasons.
#include <afletter/learning.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

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

// "document/open/name/several" -> "document/open" -> "document"; and what rests on a number that we
// gave ourselves, and the bank gave back, -> "ours".
std::vector<std::string> pools_of(std::string_view stratum) {
    const std::size_t identity = stratum.find('/');
    const std::size_t extent = stratum.find('/', identity + 1);
    std::vector<std::string> pools{std::string(stratum.substr(0, extent)),
                                   std::string(stratum.substr(0, identity))};
    constexpr std::array<std::string_view, 3> ours{"end_to_end", "payments", "gross"};
    if (std::ranges::find(ours, pools[1]) != ours.end()) {
        pools.emplace_back("ours");
    }
    return pools;
}

bool is_in(std::string_view stratum, const std::string& pool) {
    const std::vector<std::string> pools = pools_of(stratum);
    return std::ranges::find(pools, pool) != pools.end();
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

// Whether the lines that this threshold, or a higher one, lets through beside those of the next
// speak against it: what is sure must not make up for what is not.
template <class ByThreshold>
bool any_share_speaks_against(const ByThreshold& counts, std::size_t place) {
    for (; place + 1 < counts.size(); ++place) {
        if (speaks_against(counts[place].lines - counts[place + 1].lines,
                           counts[place].wrong - counts[place + 1].wrong)) {
            return true;
        }
    }
    return false;
}

// What is seen seldom is not let through where its better known kin is not.
int strictest_in(const std::string& pool, const std::vector<Certificate>& own) {
    int threshold_bp = 0;
    for (const Certificate& certificate : own) {
        if (is_in(certificate.stratum, pool)) {
            threshold_bp = std::max(threshold_bp, certificate.threshold_bp);
        }
    }
    return threshold_bp;
}

}  // namespace

std::optional<Certificate> TrackRecord::certificate_for(const std::string& stratum,
                                                        const std::string& pool, std::size_t place,
                                                        const Counts& counts) {
    const double bound = upper_bound(counts.wrong, counts.lines, chance);
    if (bound > wrong_max) {
        return std::nullopt;
    }
    return Certificate{.stratum = stratum,
                       .threshold_bp = certificate_grid_bp[place],
                       .pool = pool,
                       .lines = counts.lines,
                       .wrong = counts.wrong,
                       .wrong_max_per_million = per_million(bound)};
}

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

TrackRecord::ByThreshold TrackRecord::of_pool(const std::string& pool) const {
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

std::optional<Certificate> TrackRecord::own_proof(const std::string& stratum) const {
    const ByThreshold own = of_stratum(stratum);
    for (std::size_t place = 0; place < own.size(); ++place) {
        if (any_share_speaks_against(own, place)) {
            continue;
        }
        if (auto certificate = certificate_for(stratum, stratum, place, own[place])) {
            return certificate;
        }
    }
    return std::nullopt;
}

std::optional<Certificate> TrackRecord::pooled_proof(const std::string& stratum,
                                                     const std::string& pool,
                                                     int threshold_min_bp) const {
    const ByThreshold own = of_stratum(stratum);
    const ByThreshold all = of_pool(pool);
    for (std::size_t place = 0; place < all.size(); ++place) {
        const auto& [lines, wrong] = own[place];
        if (certificate_grid_bp[place] < threshold_min_bp || !are_few(lines) ||
            speaks_against(lines, wrong) || any_share_speaks_against(all, place)) {
            continue;
        }
        if (auto certificate = certificate_for(stratum, pool, place, all[place])) {
            return certificate;
        }
    }
    return std::nullopt;
}

std::vector<Certificate> TrackRecord::certify(Basis basis) const {
    std::vector<Certificate> certificates;
    for (const Stratum& stratum : certifiable_strata()) {
        if (auto own = own_proof(name_of(stratum))) {
            certificates.push_back(std::move(*own));
        }
    }
    const std::vector<Certificate> own = certificates;
    for (const Stratum& certifiable : certifiable_strata()) {
        const std::string stratum = name_of(certifiable);
        if (std::ranges::find(own, stratum, &Certificate::stratum) != own.end()) {
            continue;
        }
        for (const std::string& pool : pools_of(stratum)) {
            if (auto pooled = pooled_proof(stratum, pool, strictest_in(pool, own))) {
                certificates.push_back(std::move(*pooled));
                break;
            }
        }
    }
    std::ranges::sort(certificates, {}, &Certificate::stratum);
    for (Certificate& certificate : certificates) {
        certificate.basis = basis;
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

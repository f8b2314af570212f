// Applies a configuration to a model.
#include <afletter/assert.hpp>
#include <afletter/model_changes.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>

#include "policy/strata.hpp"
#include "policy/weights.hpp"

namespace afletter {

namespace {

using namespace matching;

// "amount.equal"
std::string key_of(const Weight& weight) {
    return std::string(name_of(weight.feature)) + "." + std::string(name_of(weight.level));
}

constexpr int never_bp = 10'000;

// The line says by itself, in a number that is checked or is ours, which item it pays.
bool is_by_identity(const Stratum& stratum) {
    return stratum.extent == Extent::open &&
           (stratum.identity == Identity::end_to_end || stratum.identity == Identity::payments ||
            stratum.identity == Identity::reference);
}

void keep_own_certificates(MatchModel& model) {
    for (const Stratum& stratum : certifiable_strata()) {
        const auto found =
            std::ranges::find(model.certificates, name_of(stratum), &Certificate::stratum);
        if (found != model.certificates.end() && found->basis == Basis::shipped &&
            is_by_identity(stratum)) {
            found->basis = Basis::identity;
        }
    }
    std::erase_if(model.certificates,
                  [](const Certificate& one) { return one.basis == Basis::shipped; });
}

void set_threshold(MatchModel& model, const std::string& stratum, int threshold_bp) {
    const auto place =
        std::ranges::lower_bound(model.certificates, stratum, {}, &Certificate::stratum);
    const bool is_there = place != model.certificates.end() && place->stratum == stratum;
    if (threshold_bp >= never_bp) {
        if (is_there) {
            model.certificates.erase(place);
        }
        return;
    }
    const Certificate configured{.stratum = stratum,
                                 .threshold_bp = threshold_bp,
                                 .pool = stratum,
                                 .basis = Basis::configured};
    if (is_there) {
        *place = configured;
    } else {
        model.certificates.insert(place, configured);
    }
}

// FNV-1a, 32 bits: tells two configurations apart, and need do no more.
class Mark {
  public:
    void add(std::string_view text) {
        for (const char character : text) {
            value_ = (value_ ^ static_cast<unsigned char>(character)) * 16'777'619U;
        }
        value_ = (value_ ^ '\n') * 16'777'619U;
    }
    [[nodiscard]] std::string text() const {
        std::array<char, 9> digits{};
        std::snprintf(digits.data(), digits.size(), "%08x", value_);
        return digits.data();
    }

  private:
    std::uint32_t value_ = 2'166'136'261U;
};

std::string mark_of(const ModelChanges& changes) {
    Mark mark;
    mark.add(changes.own_certificates_only ? "own" : "all");
    for (const auto& [name, weight] : changes.weights) {
        mark.add(name + "=" + std::to_string(weight));
    }
    for (const auto& [name, threshold] : changes.thresholds_bp) {
        mark.add(name + "=" + std::to_string(threshold));
    }
    return mark.text();
}

// All that tells one type from another.
std::string text_of(const ReferenceType& type) {
    std::string text = "type=" + type.name + "/" + type.mask + "/" + type.remainder_table + "/" +
                       type.normaliser.strip_prefix;
    const auto add = [&text](int value) { text += "/" + std::to_string(value); };
    std::ranges::for_each(type.groups, add);
    text += "/";
    std::ranges::for_each(type.weights, add);
    for (const int value :
         {static_cast<int>(type.method), static_cast<int>(type.modulus),
          static_cast<int>(type.normaliser.drop_leading_zeros),
          static_cast<int>(type.normaliser.upper_case), static_cast<int>(type.names)}) {
        add(value);
    }
    return text;
}

std::string mark_of(const MatchRules& rules) {
    Mark mark;
    for (const Money& limit : rules.amount_limits) {
        mark.add("limit=" + to_decimal(limit) + std::string(limit.currency().code()));
    }
    for (const std::string& party : rules.blocked_parties) {
        mark.add("blocked=" + party);
    }
    for (const ReferenceFormat& format : rules.references) {
        mark.add(text_of(format.type()));
    }
    if (const auto& tolerance = rules.tolerance) {
        mark.add("tolerance=" + to_decimal(tolerance->most) +
                 std::string(tolerance->most.currency().code()) + "/" +
                 std::to_string(tolerance->basis_points) + "/" + tolerance->gl_account);
    }
    return mark.text();
}

}  // namespace

const std::vector<std::string>& weight_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> found;
        found.reserve(matching::weights.size());
        for (const Weight& weight : matching::weights) {
            found.push_back(key_of(weight));
        }
        std::ranges::sort(found);
        return found;
    }();
    return names;
}

const std::vector<std::string>& stratum_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> found;
        for (const Stratum& stratum : certifiable_strata()) {
            found.push_back(name_of(stratum));
        }
        return found;
    }();
    return names;
}

MatchModel changed(MatchModel model, const ModelChanges& changes) {
    if (changes == ModelChanges{}) {
        return model;
    }
    if (changes.own_certificates_only) {
        keep_own_certificates(model);
    }
    for (const auto& [name, value] : changes.weights) {
        const auto weight = std::ranges::find(model.weights, name, key_of);
        AFLETTER_ASSERT(weight != model.weights.end());
        weight->weight = value;
    }
    for (const auto& [stratum, threshold] : changes.thresholds_bp) {
        set_threshold(model, stratum, threshold);
    }
    model.version += "+" + mark_of(changes);
    return model;
}

MatchModel marked(MatchModel model, const MatchRules& rules) {
    if (rules != no_rules) {
        model.version += "+" + mark_of(rules);
    }
    return model;
}

}  // namespace afletter

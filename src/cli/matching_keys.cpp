// [matching] and [learning]: what the configuration may say about how lines are matched.
#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "configuration_key.hpp"

namespace afletter::cli {

namespace {

// Weights are logarithms in thousandths: beyond this they say no more than "certain".
constexpr std::int64_t weight_max = 30'000;
constexpr std::int64_t threshold_min_bp = 9'900;  // below it nothing was ever certified
constexpr std::int64_t never_bp = 10'000;
constexpr std::int64_t whole_bp = 10'000;

bool take_certificates(Settings& settings, const Value& value) {
    settings.matching.changes.own_certificates_only = value.text == "own";
    return value.text == "own" || value.text == "shipped";
}

bool take_model(Settings& settings, const Value& value) {
    settings.matching.model = value.text.value_or("");
    return !settings.matching.model.empty();
}

bool take_learning(Settings& settings, const Value& value) {
    settings.matching.learning = value.truth.value_or(false);
    return value.truth.has_value();
}

// "10000.00", "10000.00 USD": more than nothing, and of a currency that no other limit is in.
bool take_limit(MatchRules& rules, const std::string& text) {
    const std::optional<Money> limit = parse_amount(text);
    if (!limit || std::ranges::any_of(rules.amount_limits, [&](const Money& known) {
            return known.currency() == limit->currency();
        })) {
        return false;
    }
    rules.amount_limits.push_back(*limit);
    return true;
}

bool take_amount_limits(Settings& settings, const Value& value) {
    const std::vector<std::string> texts =
        value.text ? std::vector{*value.text} : value.texts.value_or(std::vector<std::string>());
    return !texts.empty() && std::ranges::all_of(texts, [&](const std::string& text) {
        return take_limit(settings.matching.rules, text);
    });
}

bool take_blocked_parties(Settings& settings, const Value& value) {
    if (!value.texts || std::ranges::find(*value.texts, "") != value.texts->end()) {
        return false;
    }
    std::vector<std::string> parties = *value.texts;
    std::ranges::sort(parties);
    const auto repeated = std::ranges::unique(parties);
    parties.erase(repeated.begin(), repeated.end());
    settings.matching.rules.blocked_parties = std::move(parties);
    return true;
}

Tolerance& tolerance_in(Settings& settings) {
    auto& tolerance = settings.matching.rules.tolerance;
    return tolerance ? *tolerance : tolerance.emplace();
}

bool take_tolerance(Settings& settings, const Value& value) {
    const std::optional<Money> most = value.text ? parse_amount(*value.text) : std::nullopt;
    tolerance_in(settings).most = most.value_or(Money(0, Currency::euro()));
    return most.has_value();
}

bool take_tolerance_share(Settings& settings, const Value& value) {
    const auto share = whole_number(value, 1, whole_bp);
    tolerance_in(settings).basis_points = static_cast<int>(share.value_or(whole_bp));
    return share.has_value();
}

// Not where lines wait, what is in transit, nor an account at a bank.
bool take_tolerance_account(Settings& settings, const Value& value) {
    const std::string account = value.text.value_or("");
    tolerance_in(settings).gl_account = account;
    return !account.empty() && account != "assets:suspense" && account != "assets:in-transit" &&
           !account.starts_with("assets:bank:") && !account.starts_with("assets:own:");
}

bool take_sample_share(Settings& settings, const Value& value) {
    const auto share = whole_number(value, 0, whole_bp);
    settings.draw.basis_points = static_cast<int>(share.value_or(0));
    return share.has_value();
}

bool take_sample_seed(Settings& settings, const Value& value) {
    const auto seed = whole_number(value, 0, std::numeric_limits<std::int64_t>::max());
    settings.draw.seed = static_cast<std::uint64_t>(seed.value_or(0));
    return seed.has_value();
}

Key weight_key(const std::string& weight) {
    return {.name = "matching.weights." + weight,
            .choices = "a whole number from -30000 to 30000",
            .how = "A weight is a natural logarithm in thousandths: 3000 where `explain` shows +3.",
            .take = [weight](Settings& settings, const Value& value) {
                const auto number = whole_number(value, -weight_max, weight_max);
                settings.matching.changes.weights[weight] = number.value_or(0);
                return number.has_value();
            }};
}

Key threshold_key(const std::string& stratum) {
    return {.name = "matching.thresholds." + stratum,
            .choices = "a whole number from 9900 to 10000",
            .how = "A threshold is in ten-thousandths; 10000 leaves every such line to a person.",
            .take = [stratum](Settings& settings, const Value& value) {
                const auto number = whole_number(value, threshold_min_bp, never_bp);
                settings.matching.changes.thresholds_bp[stratum] =
                    static_cast<int>(number.value_or(never_bp));
                return number.has_value();
            }};
}

}  // namespace

std::optional<std::int64_t> whole_number(const Value& value, std::int64_t least,
                                         std::int64_t most) {
    const auto& number = value.number;
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

std::optional<Money> parse_amount(const std::string& text) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const auto currency = blank == text.size() ? Result<Currency, UnknownCurrency>(Currency::euro())
                                               : Currency::parse(text.substr(blank + 1));
    if (!currency) {
        return std::nullopt;
    }
    const auto amount = parse_decimal(text.substr(0, blank), *currency);
    return amount && !amount->is_zero() && !amount->is_negative() ? std::optional(*amount)
                                                                  : std::nullopt;
}

const std::vector<Key>& matching_keys() {
    static const std::vector<Key> all = [] {
        std::vector<Key> known{
            {"matching.certificates", "shipped or own", "Write it as text, in quotes.",
             take_certificates},
            {"matching.model", "live, shipped, or the version of a model",
             "Write it as text, in quotes; `afletter learn status` has the versions.", take_model},
            {"matching.amount_limit", "an amount above 0.00, or a list with one for each currency",
             "Write it as text, in quotes: \"10000.00\", or \"10000.00 USD\".", take_amount_limits},
            {"matching.blocked_parties", "a list of ids of parties",
             "Write each as text, in quotes, as the column party_id of the items has it.",
             take_blocked_parties},
            {"matching.tolerance.amount", "an amount above 0.00",
             "Write it as text, in quotes: \"1.00\", or \"1.00 USD\".", take_tolerance},
            {"matching.tolerance.basis_points", "a whole number from 1 to 10000",
             "It is in ten-thousandths of what is open: 50 is half a percent.",
             take_tolerance_share},
            {"matching.tolerance.gl_account",
             "an account of the general ledger that is no bank account and not in suspense",
             "Write it as text, in quotes; differences are booked to it.", take_tolerance_account},
            {"matching.sample.basis_points", "a whole number from 0 to 10000",
             "It is in ten-thousandths of the matches: 50 is half a percent.", take_sample_share},
            {"matching.sample.seed", "a whole number from 0",
             "Whoever knows it can tell which lines are drawn.", take_sample_seed},
            {"learning.enabled", "true or false", "Write it without quotes.", take_learning}};
        for (const std::string& weight : weight_names()) {
            known.push_back(weight_key(weight));
        }
        for (const std::string& stratum : stratum_names()) {
            known.push_back(threshold_key(stratum));
        }
        return known;
    }();
    return all;
}

}  // namespace afletter::cli

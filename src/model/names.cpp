// The names of the vocabulary's enumerators, as the interfaces promise them.
#include <afletter/model/decision.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/records.hpp>
#include <afletter/model/statement.hpp>
#include <afletter/model/what_if.hpp>

#include <array>
#include <cstddef>

namespace afletter {

namespace {

// The tables stand in the order of the enumerators.
constexpr std::array<std::string_view, 4> entry_statuses{"booked", "pending", "information",
                                                         "expected"};
constexpr std::array<std::string_view, 2> reversal_readings{"as_marked", "turned"};
constexpr std::array<std::string_view, 2> item_kinds{"receivable", "payable"};
constexpr std::array<std::string_view, 3> match_statuses{"auto", "manual", "undone"};
constexpr std::array<std::string_view, 11> methods{
    "reference", "end_to_end", "batch",    "document", "combination", "iban_amount",
    "fuzzy",     "return",     "transfer", "details",  "reversal"};
constexpr std::array<std::string_view, 16> reasons{
    "ambiguous",         "no_candidate",      "low_confidence",  "amount_differs",
    "overpaid",          "duplicate_payment", "already_settled", "contradiction",
    "damaged_reference", "returned",          "unknown_return",  "batch_incomplete",
    "currency_differs",  "in_transit",        "party_blocked",   "needs_second_person"};
constexpr std::array<std::string_view, feature_count> features{
    "reference", "end_to_end", "batch",   "count",       "document",  "number_part", "amount",
    "rarity",    "settled",    "account", "own_account", "other_leg", "reversal",    "name",
    "namesakes", "text",       "date",    "shape",       "sequence",  "claims",      "competition"};
constexpr std::array<std::string_view, level_count> levels{
    "equal",  "similar", "absent",  "below",   "above",    "part",  "together",  "differs", "other",
    "rivals", "alone",   "unique",  "rare",    "common",   "mass",  "one",       "all",     "run",
    "subset", "later",   "earlier", "rounded", "mistyped", "whole", "tolerated", "learnt"};
constexpr std::array<std::string_view, 24> obstacles{
    "no_item_found",          "another_fits_as_well", "amount_not_equal",
    "account_of_another",     "account_has_another",  "name_not_confirmed",
    "unknown_number_in_text", "item_claimed_twice",   "item_closed",
    "paid_before_issue",      "is_a_return",          "check_digits_wrong",
    "batch_sum_differs",      "currency_not_equal",   "only_weak_evidence",
    "amount_is_common",       "text_names_another",   "number_is_mistyped",
    "nothing_to_reopen",      "other_leg_missing",    "party_is_blocked",
    "above_amount_limit",     "batch_count_differs",  "stopped_by_sample"};

constexpr std::array<std::string_view, 4> what_if_changes{"gained", "lost", "moved", "contradicts"};
constexpr std::array<std::string_view, 5> bases{"", "shipped", "own", "identity", "configured"};

template <class Enumeration, std::size_t size>
std::string_view name_in(const std::array<std::string_view, size>& names, Enumeration value) {
    return names.at(static_cast<std::size_t>(value));
}

template <class Enumeration, std::size_t size>
std::optional<Enumeration> find_in(const std::array<std::string_view, size>& names,
                                   std::string_view name) {
    for (std::size_t i = 0; i < size; ++i) {
        if (names[i] == name) {
            return static_cast<Enumeration>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(ReversalReading reading) {
    return reversal_readings[static_cast<std::size_t>(reading)];
}

std::string_view name_of(EntryStatus status) {
    return name_in(entry_statuses, status);
}
std::string_view name_of(ItemKind kind) {
    return name_in(item_kinds, kind);
}
std::string_view name_of(MatchStatus status) {
    return name_in(match_statuses, status);
}
std::string_view name_of(Method method) {
    return name_in(methods, method);
}
std::string_view name_of(ExceptionReason reason) {
    return name_in(reasons, reason);
}
std::string_view name_of(Feature feature) {
    return name_in(features, feature);
}
std::string_view name_of(Level level) {
    return name_in(levels, level);
}
std::string_view name_of(Obstacle obstacle) {
    return name_in(obstacles, obstacle);
}
std::string_view name_of(WhatIfChange change) {
    return name_in(what_if_changes, change);
}
std::string_view name_of(Basis basis) {
    return name_in(bases, basis);
}

std::optional<Method> parse_method(std::string_view name) {
    return find_in<Method>(methods, name);
}
std::optional<ExceptionReason> parse_exception_reason(std::string_view name) {
    return find_in<ExceptionReason>(reasons, name);
}
std::optional<Feature> parse_feature(std::string_view name) {
    return find_in<Feature>(features, name);
}
std::optional<Level> parse_level(std::string_view name) {
    return find_in<Level>(levels, name);
}
std::optional<Obstacle> parse_obstacle(std::string_view name) {
    return find_in<Obstacle>(obstacles, name);
}
std::optional<Basis> parse_basis(std::string_view name) {
    return find_in<Basis>(bases, name);
}

std::string to_hex(const Sha256& digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(digest.size() * 2);
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

}  // namespace afletter

// Directive (EU) 2015/2366 art. 77(1): a refund may be asked for eight weeks from the day the funds
// were debited; art. 71(1): an unauthorised one is put right up to 13 months after it. The SEPA
// Core rulebook has the same terms (PT-04.16); the B2B rulebook excludes the refund.
#include <afletter/ascii.hpp>
#include <afletter/model/refund.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace afletter {

namespace {

constexpr std::chrono::weeks refund_period(8);
constexpr std::chrono::months unauthorised_period(13);

bool says_business(std::string_view text) {
    std::string upper(text);
    std::ranges::transform(upper, upper.begin(), to_upper);
    // "SEPA INCASSO BEDRIJVEN" is how Dutch banks call a collection under B2B.
    constexpr std::array<std::string_view, 2> words{"B2B", "INCASSO BEDRIJVEN"};
    return std::ranges::any_of(
        words, [&upper](std::string_view word) { return upper.find(word) != std::string::npos; });
}

// ISO 20022 sub-families: ESDD is SEPA Core, BBDD is B2B. Other codes do not name the scheme (SWIFT
// type DDT, a family alone, a bank's own): then the mandate tells that it was collected, and the
// scheme that can be taken back is assumed.
bool is_core_collection(const Line& line) {
    const std::string_view code = line.transaction_code;
    const bool came_back = line.reversal || !line.detail.return_reason.empty();
    if (line.amount.is_negative() || came_back || code.ends_with("BBDD")) {
        return false;
    }
    if (code.ends_with("ESDD")) {
        return true;
    }
    const bool is_collected = code.ends_with("DDT") || !line.detail.mandate_id.empty();
    return is_collected && !says_business(line.description);
}

// Where the month has no such day, its last (Regulation (EEC, Euratom) 1182/71, art. 3(2)(c)).
Date months_later(Date from, std::chrono::months period) {
    const Date there = from + period;
    return there.ok() ? there : there.year() / there.month() / std::chrono::last;
}

}  // namespace

std::optional<RefundRight> refund_right_of(const Line& line) {
    if (!is_core_collection(line)) {
        return std::nullopt;
    }
    return RefundRight{.without_reason = std::chrono::sys_days(line.value_date) + refund_period,
                       .unauthorised = months_later(line.value_date, unauthorised_period)};
}

}  // namespace afletter

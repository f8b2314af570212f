// How an entry becomes the lines that are reconciled.
#include <afletter/assert.hpp>
#include <afletter/model/line.hpp>

#include <algorithm>
#include <utility>

namespace afletter {

namespace {

constexpr std::string_view unexplained = "Part of the entry that the bank's details leave out";
constexpr std::string_view bank_charges = "Bank charges";

Line whole_entry(const Entry& entry, Date fallback_date) {
    const Date booking = entry.booking_date.value_or(entry.value_date.value_or(fallback_date));
    Line line{.entry_index = entry.index,
              .booking_date = booking,
              .value_date = entry.value_date.value_or(booking),
              .amount = entry.amount,
              .reversal = entry.reversal,
              .customer_reference = entry.customer_reference,
              .transaction_code = entry.transaction_code,
              .description = entry.description,
              .detail = {},
              .source_line = entry.source_line,
              .batch = entry.batch};
    line.detail.amount = entry.amount;
    line.detail.bank_reference = entry.bank_reference;
    line.detail.batch_id = entry.batch_id;
    return line;
}

// The detail's own words, with the entry's where it has none.
TransactionDetail completed(TransactionDetail detail, const Entry& entry) {
    if (detail.bank_reference.empty()) {
        detail.bank_reference = entry.bank_reference;
    }
    if (detail.batch_id.empty()) {
        detail.batch_id = entry.batch_id;
    }
    return detail;
}

bool itemised(const Entry& entry) {
    return std::ranges::all_of(entry.details, [&entry](const TransactionDetail& detail) {
        return detail.amount && detail.amount->currency() == entry.amount.currency();
    });
}

// The charges of the details, where they can be added up.
std::optional<Money> charges_of_details(const Entry& entry) {
    Money sum(0, entry.amount.currency());
    for (const TransactionDetail& detail : entry.details) {
        const auto& charges = detail.amount_details.charges;
        if (!charges) {
            continue;
        }
        const auto next = checked_add(sum, *charges);
        if (!next) {
            return std::nullopt;
        }
        sum = *next;
    }
    return sum;
}

bool is_charges(const Entry& entry, const Money& rest) {
    return rest == entry.amount_details.charges || rest == charges_of_details(entry);
}

// A single detail is the entry, unless the bank took its charges off or added them, and says so.
bool leaves_only_charges(const Entry& entry) {
    const auto& amount = entry.details.front().amount;
    const auto rest = amount ? checked_subtract(entry.amount, *amount)
                             : Result<Money, MoneyError>(Money(0, entry.amount.currency()));
    return rest && !rest->is_zero() && is_charges(entry, *rest);
}

}  // namespace

std::vector<Line> lines_of(const Entry& entry, Date fallback_date) {
    const Line whole = whole_entry(entry, fallback_date);
    if (entry.details.size() == 1 && !leaves_only_charges(entry)) {
        Line line = whole;
        line.detail = completed(entry.details.front(), entry);
        line.detail.amount = entry.amount;
        return {std::move(line)};
    }
    if (entry.details.empty() || !itemised(entry)) {
        return {whole};
    }
    std::vector<Line> lines;
    Line part = whole;
    part.batch = {};
    Money rest = entry.amount;
    for (const TransactionDetail& detail : entry.details) {
        const auto left = checked_subtract(rest, *detail.amount);
        if (!left) {
            return {whole};  // a sum that overflows explains nothing
        }
        rest = *left;
        Line line = part;
        line.detail_index = static_cast<std::uint32_t>(lines.size() + 1);
        line.amount = *detail.amount;
        line.detail = completed(detail, entry);
        lines.push_back(std::move(line));
    }
    if (!rest.is_zero()) {
        Line line = part;
        line.detail_index = static_cast<std::uint32_t>(lines.size() + 1);
        line.amount = rest;
        line.detail.amount = rest;
        line.description = is_charges(entry, rest) ? bank_charges : unexplained;
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace afletter

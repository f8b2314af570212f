// Adds up the details of an entry and says what they leave open.
#include "camt/details_check.hpp"

#include <fmt/format.h>

namespace afletter::camt {

namespace {

// False when there is nothing to add, or the sum does not fit.
bool add_to(std::optional<Money>& sum, const std::optional<Money>& amount) {
    if (!amount) {
        return false;
    }
    const auto next = sum ? checked_add(*sum, *amount) : *amount;
    if (next) {
        sum = *next;
    }
    return static_cast<bool>(next);
}

}  // namespace

void DetailsCheck::add(const TransactionDetail& detail) {
    ++count_;
    is_summable_ = add_to(sum_, detail.amount) && is_summable_;
    if (detail.amount_details.charges) {
        static_cast<void>(add_to(charges_, detail.amount_details.charges));
    }
}

void DetailsCheck::finish(Reading& reading, const Record& head, const Entry& entry) const {
    if (count_ > 0 && count_ < announced_) {
        check_count(reading, head);
    } else if (count_ > 0 && is_summable_) {
        check_sum(reading, head, entry);
    }
}

void DetailsCheck::check_count(Reading& reading, const Record& head) const {
    reading.report(
        Severity::warning, "camt.batch.details", reading.start_of(head),
        fmt::format("expected the details of {} payments (NbOfTxs), found {}", announced_, count_),
        "The entry is the sum of all of them. Ask the bank for the others (CAMT.054).");
}

void DetailsCheck::check_sum(Reading& reading, const Record& head, const Entry& entry) const {
    const auto rest = checked_subtract(entry.amount, *sum_);
    if (!rest || rest->is_zero() || *rest == entry.amount_details.charges || *rest == charges_) {
        return;
    }
    reading.report(
        Severity::warning, "camt.details.sum", reading.start_of(head),
        fmt::format("expected details that add up to the entry, {} {}, found {}: a difference of "
                    "{}",
                    entry.amount.currency().code(), to_decimal(entry.amount), to_decimal(*sum_),
                    to_decimal(*rest)),
        "The amount of the entry counts. Ask the bank what the difference is.");
}

}  // namespace afletter::camt

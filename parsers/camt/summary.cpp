// Counts entries and compares them with TxsSummry.
#include "camt/summary.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include <fmt/format.h>

namespace afletter::camt {

namespace {

std::optional<std::uint64_t> read_count(std::string_view text) {
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool is_whole = error == std::errc() && end == text.data() + text.size();
    return is_whole ? std::optional(count) : std::nullopt;
}

void report(Reading& reading, const Record& head, const Fact& fact, std::string message) {
    reading.report(Severity::warning, "camt.summary", reading.position_of(head, fact),
                   std::move(message),
                   "An entry is missing, or the bank counts in its own way. Compare with the "
                   "bank's copy.");
}

}  // namespace

void SummaryCheck::add_to(Tally& tally, const Entry& entry, const Money& counted) {
    ++tally.entries;
    tally.transactions += std::max<std::size_t>(entry.details.size(), 1);
    const std::int64_t size =
        counted.is_negative() ? -counted.minor_units() : counted.minor_units();
    if (__builtin_add_overflow(tally.minor_units, size, &tally.minor_units)) {
        is_doubtful_ = true;
    }
}

void SummaryCheck::add(const Entry& entry, const Money& counted) {
    // A zero has no side, and an amount in another currency no place in the sum.
    if (entry.reversal || counted.is_zero() || counted.currency() != entry.amount.currency()) {
        is_doubtful_ = true;
    }
    Side& side = counted.is_negative() ? debits_ : credits_;
    add_to(side.all, entry, counted);
    if (entry.status == EntryStatus::booked) {
        add_to(side.booked, entry, counted);
    }
}

void SummaryCheck::finish(Reading& reading, const Record& head, Currency currency) const {
    if (is_doubtful_) {
        return;
    }
    const auto in_all = [](const Tally& one, const Tally& other) {
        return Tally{one.entries + other.entries, one.transactions + other.transactions};
    };
    const auto money = [&](const Tally& tally) { return Money(tally.minor_units, currency); };
    const Side both{in_all(credits_.all, debits_.all), in_all(credits_.booked, debits_.booked)};
    // Where one does not fit, the others would say the same once more.
    static_cast<void>(check_sum(reading, head, Field::summary_credit_sum, money(credits_.all),
                                money(credits_.booked)) &&
                      check_sum(reading, head, Field::summary_debit_sum, money(debits_.all),
                                money(debits_.booked)) &&
                      check_count(reading, head, Field::summary_credit_count, credits_) &&
                      check_count(reading, head, Field::summary_debit_count, debits_) &&
                      check_count(reading, head, Field::summary_count, both));
}

bool SummaryCheck::check_count(Reading& reading, const Record& head, Field field,
                               const Side& side) const {
    const Fact* const fact = head.find(field);
    const auto expected = fact == nullptr ? std::nullopt : read_count(fact->text());
    const auto fits = [&](const Tally& tally) {
        return *expected == tally.entries || *expected == tally.transactions;
    };
    if (!expected || fits(side.all) || fits(side.booked)) {
        return true;
    }
    const std::string_view what = field == Field::summary_credit_count  ? "credit entries"
                                  : field == Field::summary_debit_count ? "debit entries"
                                                                        : "entries";
    report(reading, head, *fact,
           fmt::format("expected {} {} (TxsSummry), found {}", *expected, what, side.all.entries));
    return false;
}

bool SummaryCheck::check_sum(Reading& reading, const Record& head, Field field, const Money& all,
                             const Money& booked) const {
    const Fact* const fact = head.find(field);
    if (fact == nullptr) {
        return true;
    }
    // Some banks give the sum of debits a sign.
    const std::string_view text = fact->text();
    const auto expected =
        parse_iso20022_amount(text.substr(text.starts_with('-') ? 1 : 0), all.currency());
    if (!expected || *expected == all || *expected == booked) {
        return true;
    }
    report(reading, head, *fact,
           fmt::format("expected {} that add up to {} {} (TxsSummry), found {}",
                       field == Field::summary_credit_sum ? "credits" : "debits",
                       all.currency().code(), to_decimal(*expected), to_decimal(all)));
    return false;
}

}  // namespace afletter::camt

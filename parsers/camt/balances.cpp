// Sorts balances by their ISO 20022 type.
#include "camt/balances.hpp"

#include <string>

namespace afletter::camt {

namespace {

// A file with more has no statement in it that anybody would read.
constexpr std::size_t others_max = 1000;

std::optional<Balance> read_balance(Reading& reading, const Record& record, BalanceKind kind,
                                    const std::optional<Currency>& account_currency) {
    const std::optional<Direction> direction = read_direction(reading, record);
    const Fact* const amount = record.find(Field::amount);
    if (amount == nullptr) {
        reading.report(Severity::error, "camt.amount", reading.start_of(record),
                       "expected an amount (Amt) in every balance, found none",
                       "Ask the bank for a correct file; Afletter does not guess amounts.");
        return std::nullopt;
    }
    const std::optional<Money> money = read_amount(
        reading, record, *amount, direction.value_or(Direction::credit), account_currency);
    if (!direction || !money) {
        return std::nullopt;
    }
    return Balance{*money, read_date(reading, record, Field::balance_date), kind};
}

}  // namespace

void Balances::add(Reading& reading, const Record& balance,
                   const std::optional<Currency>& account_currency) {
    const std::string_view type = balance.text(Field::balance_type);
    const auto read = [&](BalanceKind kind) {
        return read_balance(reading, balance, kind, account_currency);
    };
    if (type == "OPBD" && !opening_booked_) {
        opening_booked_ = read(BalanceKind::booked);
    } else if (type == "PRCD" && !previously_closed_booked_) {
        previously_closed_booked_ = read(BalanceKind::booked);
    } else if (type == "CLBD") {
        closing_booked_ = read(BalanceKind::booked);
    } else if (type == "ITBD") {
        auto& interim = first_interim_booked_ ? last_interim_booked_ : first_interim_booked_;
        interim = read(BalanceKind::intermediate);
    } else if (others_.size() < others_max) {
        std::string name(type);
        if (const auto other = read(BalanceKind::booked)) {
            others_.push_back({std::move(name), *other});
        }
    }
}

std::optional<Balance> Balances::opening() const {
    if (opening_booked_) {
        return opening_booked_;
    }
    if (previously_closed_booked_) {
        return previously_closed_booked_;
    }
    // A single ITBD opens a last page, which CLBD closes; without CLBD it is where the day stands.
    const bool opens = last_interim_booked_ || closing_booked_;
    return opens ? first_interim_booked_ : std::nullopt;
}

std::optional<Balance> Balances::closing() const {
    if (closing_booked_) {
        return closing_booked_;
    }
    return last_interim_booked_ ? last_interim_booked_ : first_interim_booked_;
}

}  // namespace afletter::camt

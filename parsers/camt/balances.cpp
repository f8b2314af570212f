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
    const bool is_interim = type == "ITBD";
    const auto read =
        read_balance(reading, balance, is_interim ? BalanceKind::intermediate : BalanceKind::booked,
                     account_currency);
    read_other(reading, balance, {}, other_, "Bal/");
    if (!read) {
        return;
    }
    if (type == "OPBD" && !opening_booked_) {
        opening_booked_ = read;
    } else if (type == "PRCD" && !previously_closed_booked_) {
        previously_closed_booked_ = read;
    } else if (type == "CLBD") {
        replace(closing_booked_, *read, type);
    } else if (is_interim && !first_interim_booked_) {
        first_interim_booked_ = read;
    } else if (is_interim) {
        replace(last_interim_booked_, *read, type);
    } else {
        keep(*read, type);
    }
}

// The last one counts.
void Balances::replace(std::optional<Balance>& place, const Balance& balance,
                       std::string_view type) {
    if (place) {
        keep(*place, type);
    }
    place = balance;
}

void Balances::keep(const Balance& balance, std::string_view type) {
    if (others_.size() < others_max) {
        others_.push_back({std::string(type), balance});
    }
}

// Of the kinds that can open and close, those that another one takes precedence of.
std::vector<NamedBalance> Balances::others() const {
    std::vector<NamedBalance> others;
    const auto add = [&others](const std::optional<Balance>& balance, std::string_view type) {
        if (balance) {
            others.push_back({std::string(type), *balance});
        }
    };
    if (opening_booked_) {
        add(previously_closed_booked_, "PRCD");
    }
    const bool interim_opens = !opening_booked_ && !previously_closed_booked_ && opening();
    const bool interim_closes = !closing_booked_ && !last_interim_booked_;
    if (!interim_opens && !interim_closes) {
        add(first_interim_booked_, "ITBD");
    }
    if (closing_booked_) {
        add(last_interim_booked_, "ITBD");
    }
    others.insert(others.end(), others_.begin(), others_.end());
    return others;
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

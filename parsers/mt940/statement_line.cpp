// What the parts of field 61 mean: sign, money, dates, references.
#include "mt940/statement_line.hpp"

#include <string>

#include "mt940/amount.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

std::optional<std::chrono::month_day> month_day_of(std::uint32_t mmdd) {
    constexpr std::uint32_t month_factor = 100;
    const std::chrono::month_day day{std::chrono::month(mmdd / month_factor),
                                     std::chrono::day(mmdd % month_factor)};
    return day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace

// A day that the calendar does not have is said and left out: 30 February is how some banks
// write the end of a month with interest.
inline std::optional<Date> StatementLineReader::value_date(const Field& field,
                                                           const Digits& yymmdd) {
    if (last_value_.date && last_value_.yymmdd == yymmdd.number) {
        return last_value_.date;
    }
    const std::optional<Date> date = parse_short_date(yymmdd.text);
    if (!date) {
        findings_.warn(field, {"value_date", "expected a value date, found " + found(yymmdd.text),
                               "The line is booked without it.", yymmdd.text});
        return std::nullopt;
    }
    last_value_ = {yymmdd.number, date};
    return date;
}

// The entry date has no year: it is the one nearest to the value date.
inline std::optional<Date> StatementLineReader::entry_date(const Field& field, const Digits& mmdd,
                                                           const std::optional<Date>& anchor) {
    if (mmdd.text.empty()) {
        return std::nullopt;
    }
    if (last_entry_.date && last_entry_.mmdd == mmdd.number && last_entry_.anchor == anchor) {
        return last_entry_.date;
    }
    const std::optional<std::chrono::month_day> day = month_day_of(mmdd.number);
    if (day && anchor) {
        if (const std::optional<Date> date = nearest_date(*day, *anchor)) {
            last_entry_ = {mmdd.number, *anchor, date};
            return date;
        }
    }
    findings_.warn(field, {"entry_date", "expected an entry date (MMDD), found " + found(mmdd.text),
                           "The line is booked on its value date.", mmdd.text});
    return std::nullopt;
}

bool StatementLineReader::read(const Field& field, const StatementLineText& text, Entry& entry) {
    if (is_lower(text.mark.front()) || is_lower(text.mark.back())) {
        findings_.warn(field, {"mark", "expected a mark in capitals, found " + found(text.mark), "",
                               text.mark});
    }
    const auto amount = read_amount(field, text.amount, context_.currency, findings_);
    if (!amount) {
        return false;
    }
    const std::optional<Date> value = value_date(field, text.value_date);
    const std::optional<Date> booked =
        entry_date(field, text.entry_date, value ? value : context_.date);
    const char kind = to_upper(text.mark.front());
    entry.booking_date = booked ? booked : value;
    entry.value_date = value;
    entry.amount = Money(sign_of(text.mark).value() * amount->minor_units(), amount->currency());
    entry.status = kind == 'E' ? EntryStatus::expected : EntryStatus::booked;
    entry.reversal = kind == 'R';
    // They are empty: to append costs half of what it costs to replace.
    entry.bank_reference.append(reference_in(text.bank_reference));
    entry.customer_reference.append(reference_in(text.reference));
    entry.transaction_code.append(trimmed(text.type));
    entry.source_line = field.line;
    return true;
}

}  // namespace afletter::mt940

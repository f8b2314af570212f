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

// A day that the calendar does not have is said and left out: 30 February is how some banks
// write the end of a month with interest.
std::optional<Date> read_value_date(const Field& field, const StatementLineText& text,
                                    FieldFindings& findings) {
    const std::optional<Date> date = parse_short_date(text.value_date.text);
    if (!date) {
        findings.warn(field,
                      {"value_date", "expected a value date, found " + found(text.value_date.text),
                       "The line is booked without it.", text.value_date.text});
    }
    return date;
}

// The entry date has no year: it is the one nearest to the value date.
std::optional<Date> read_entry_date(const Field& field, const StatementLineText& text,
                                    const std::optional<Date>& anchor, FieldFindings& findings) {
    if (text.entry_date.text.empty()) {
        return std::nullopt;
    }
    const std::optional<std::chrono::month_day> day = month_day_of(text.entry_date.number);
    if (day && anchor) {
        if (const std::optional<Date> date = nearest_date(*day, *anchor)) {
            return date;
        }
    }
    findings.warn(
        field, {"entry_date", "expected an entry date (MMDD), found " + found(text.entry_date.text),
                "The line is booked on its value date.", text.entry_date.text});
    return std::nullopt;
}

}  // namespace

std::optional<int> sign_of(std::string_view mark) {
    if (mark.empty()) {
        return std::nullopt;
    }
    const char side = upper(mark.back());
    if (mark.size() > 2 || (side != 'C' && side != 'D')) {
        return std::nullopt;
    }
    const bool is_reversal = mark.size() == 2 && upper(mark.front()) == 'R';
    return (side == 'C') == is_reversal ? -1 : 1;
}

bool read_statement_line(const Field& field, const StatementLineText& text,
                         const StatementContext& context, FieldFindings& findings, Entry& entry) {
    if (is_lower(text.mark.front()) || is_lower(text.mark.back())) {
        findings.warn(field, {"mark", "expected a mark in capitals, found " + found(text.mark), "",
                              text.mark});
    }
    const std::optional<Money> amount = read_amount(field, text.amount, context.currency, findings);
    if (!amount) {
        return false;
    }
    const std::optional<Date> value_date = read_value_date(field, text, findings);
    const std::optional<Date> entry_date =
        read_entry_date(field, text, value_date ? value_date : context.date, findings);
    const char kind = upper(text.mark.front());
    entry.booking_date = entry_date ? entry_date : value_date;
    entry.value_date = value_date;
    entry.amount = Money(sign_of(text.mark).value() * amount->minor_units(), amount->currency());
    entry.status = kind == 'E' ? EntryStatus::expected : EntryStatus::booked;
    entry.reversal = kind == 'R';
    entry.bank_reference = reference_in(text.bank_reference);
    entry.customer_reference = reference_in(text.reference);
    entry.transaction_code = trimmed(text.type);
    entry.source_line = field.line;
    return true;
}

}  // namespace afletter::mt940

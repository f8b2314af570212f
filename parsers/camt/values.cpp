// Meaning of amounts, directions, dates, accounts and codes.
#include "camt/values.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace afletter::camt {

namespace {

bool equal_ignoring_case(std::string_view text, std::string_view capitals) {
    return std::ranges::equal(text, capitals, {}, to_upper);
}

// Rounds half away from zero to the currency's minor digits. Digits beyond them are the noise of
// a bank's binary arithmetic: 94.010000000021 is 94.01.
Result<Money, MoneyError> round_amount(std::string_view text, Currency currency) {
    const auto minor_digits = static_cast<std::size_t>(currency.minor_digits());
    const std::size_t kept_size = text.find('.') + 1 + minor_digits;
    const bool rounds_up = text[kept_size] >= '5';
    std::string_view kept = text.substr(0, kept_size);
    if (minor_digits == 0) {
        kept.remove_suffix(1);  // the point
    }
    const Result<Money, MoneyError> rounded_down = parse_iso20022_amount(kept, currency);
    if (!rounded_down || !rounds_up) {
        return rounded_down;
    }
    return checked_add(*rounded_down, Money(1, currency));
}

std::optional<Currency> read_currency(Reading& reading, const Record& record, const Fact& amount,
                                      const std::optional<Currency>& account_currency) {
    const std::string_view code = record.attribute_of(amount);
    if (account_currency && (code.empty() || code == account_currency->code())) {
        return account_currency;
    }
    const auto currency = Currency::parse(code);
    if (!currency) {
        reading.report(Severity::error, "camt.currency", reading.position_of(record, amount),
                       fmt::format("expected a currency of ISO 4217 in Ccy, found {}",
                                   code.empty() ? "nothing" : in_quotes(code)),
                       "Ask the bank for a correct file; Afletter does not guess currencies.");
        return std::nullopt;
    }
    return *currency;
}

void report_amount(Reading& reading, const Record& record, const Fact& amount, MoneyError error) {
    const std::string found = amount.text().empty() ? "nothing" : in_quotes(amount.text());
    reading.report(Severity::error, "camt.amount", reading.position_of(record, amount),
                   error == MoneyError::overflow
                       ? fmt::format("expected an amount below 92 quadrillion, found {}", found)
                       : fmt::format("expected an amount such as 1234.56, found {}", found),
                   "Ask the bank for a correct file; Afletter does not guess amounts.");
}

void report_precision(Reading& reading, const Record& record, const Fact& amount,
                      const Money& rounded) {
    reading.report(Severity::warning, "camt.amount.precision", reading.position_of(record, amount),
                   fmt::format("expected at most {} decimals for {}, found {}; rounded to {}",
                               rounded.currency().minor_digits(), rounded.currency().code(),
                               in_quotes(amount.text()), to_decimal(rounded)),
                   "Noise of a computer's arithmetic is harmless. Check it otherwise.");
}

void report_sign(Reading& reading, const Record& record, const Fact& amount) {
    reading.report(Severity::warning, "camt.amount.sign", reading.position_of(record, amount),
                   fmt::format("expected an amount without a sign, found {}; read as money that "
                               "went out",
                               in_quotes(amount.text())),
                   "ISO 20022 says the direction in CdtDbtInd alone. Check this amount.");
}

std::string_view last_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

// Adds up charges in the account's currency.
class ChargesSum {
  public:
    ChargesSum(Reading& reading, const Record& record, Currency currency)
        : reading_(reading), record_(record), currency_(currency) {}

    void add(const Fact& fact, Direction direction) {
        ++count_;
        const auto amount = read_amount(reading_, record_, fact, direction, currency_);
        const auto next = amount ? checked_add(sum_.value_or(Money(0, currency_)), *amount)
                                 : Result<Money, MoneyError>(fail(MoneyError::malformed));
        if (next) {
            sum_ = *next;
        } else {
            is_whole_ = false;
        }
    }

    [[nodiscard]] const std::optional<Money>& sum() const { return sum_; }
    // Whether the sum tells all there is: it is the one amount that was given.
    [[nodiscard]] bool tells_all() const { return is_whole_ && count_ <= 1; }

  private:
    Reading& reading_;
    const Record& record_;
    Currency currency_;
    std::optional<Money> sum_;
    bool is_whole_ = true;
    int count_ = 0;
};

void add_charges(const Record& record, ChargesSum& charges) {
    const Fact* waiting = nullptr;  // its direction follows it
    for (const Fact& fact : record.facts()) {
        if (fact.field == Field::charge_direction && waiting != nullptr) {
            charges.add(*std::exchange(waiting, nullptr),
                        fact.text() == "CRDT" ? Direction::credit : Direction::debit);
        } else if (fact.field == Field::charge_amount) {
            if (waiting != nullptr) {
                charges.add(*waiting, Direction::debit);
            }
            waiting = &fact;
        }
    }
    if (waiting != nullptr) {
        charges.add(*waiting, Direction::debit);
    }
}

// Sum of the charges in the account's currency; what cannot be added up is left unsaid.
std::optional<Money> read_charges(Reading& reading, const Record& record, Currency currency,
                                  FieldSet& unsaid) {
    ChargesSum charges(reading, record, currency);
    add_charges(record, charges);
    if (!charges.tells_all()) {
        unsaid.add(Field::charge_amount);
        unsaid.add(Field::charge_direction);
    }
    const Fact* const total = record.find(Field::charges_total);
    if (total == nullptr) {
        return charges.sum();
    }
    if (charges.sum()) {
        if (read_amount(reading, record, *total, Direction::debit, currency) != charges.sum()) {
            unsaid.add(Field::charges_total);
        }
        return charges.sum();
    }
    charges.add(*total, Direction::debit);
    if (!charges.sum()) {
        unsaid.add(Field::charges_total);
    }
    return charges.sum();
}

constexpr FieldSet instructed_fields{Field::instructed_amount, Field::transaction_amount,
                                     Field::counter_value};
constexpr FieldSet charge_fields{Field::charge_amount, Field::charges_total};

bool says_the_same(const Record& record, const Fact& amount, const Fact* other) {
    return other != nullptr &&
           (&amount == other || (amount.text() == other->text() &&
                                 record.attribute_of(amount) == record.attribute_of(*other)));
}

// The first of the amounts that says something else than what was booked. One behind it that says
// something else again is left unsaid.
std::optional<Money> read_instructed(Reading& reading, const Record& record, const Booked& booked,
                                     FieldSet& unsaid) {
    const bool went_out = booked.amount && booked.amount->is_negative();
    const Direction direction = went_out ? Direction::debit : Direction::credit;
    std::optional<Money> instructed;
    for (const Field field : {Field::instructed_amount, Field::transaction_amount,
                              Field::counter_value, Field::amount}) {
        const Fact* const fact = record.find(field);
        if (fact == nullptr || says_the_same(record, *fact, booked.fact)) {
            continue;
        }
        const auto amount = read_amount(reading, record, *fact, direction, booked.currency);
        if (!amount || amount == booked.amount || amount == instructed) {
            continue;
        }
        if (instructed) {
            unsaid.add(field);
        } else {
            instructed = amount;
        }
    }
    return instructed;
}

// Fields of which every value is told, not only the one that counts.
bool tells_all_of(Field field) {
    switch (field) {
        case Field::charge_amount:
        case Field::charge_direction:
        case Field::creditor_scheme_id:
        case Field::creditor_scheme:
        case Field::unstructured:
        case Field::structured_reference:
        case Field::document_number:
        case Field::structured_information:
        case Field::return_given:
        case Field::return_information:
            return true;
        default:
            return false;
    }
}

// Whether this value stands beside the one of its field that counts, and says something else.
bool is_beside(const Record& record, const Fact& fact) {
    return record.find(fact.field) != &fact && !tells_all_of(fact.field) &&
           fact.text() != record.text(fact.field);
}

}  // namespace

void Reading::report(Severity severity, std::string code, const xml::Position& position,
                     std::string message, std::string hint) {
    findings.add({severity, std::move(code), xml.place(position), std::move(message),
                  xml.excerpt(position), std::move(hint)});
}

std::string_view reference_text(std::string_view text) {
    constexpr std::string_view not_provided = "NOTPROVIDED";
    constexpr std::string_view no_reference = "NONREF";
    const bool is_none =
        (text.size() == not_provided.size() && equal_ignoring_case(text, not_provided)) ||
        (text.size() == no_reference.size() && equal_ignoring_case(text, no_reference));
    return is_none ? std::string_view() : text;
}

std::string_view reference_text(const Record& record, Field field) {
    return reference_text(record.text(field));
}

std::optional<Direction> read_direction(Reading& reading, const Record& record) {
    const Fact* const indicator = record.find(Field::direction);
    const std::string_view text = indicator == nullptr ? std::string_view() : indicator->text();
    if (text == "CRDT") {
        return Direction::credit;
    }
    if (text == "DBIT") {
        return Direction::debit;
    }
    const Fact* const amount = record.find(Field::amount);
    if (indicator == nullptr && amount != nullptr && amount->text().starts_with('-')) {
        return Direction::debit;  // the sign says it, and is reported with the amount
    }
    const std::string_view holder = last_name(reading.names.path_of(record.start().element));
    reading.report(
        Severity::error, "camt.direction",
        reading.position_of(record, indicator != nullptr ? *indicator : record.start()),
        indicator != nullptr
            ? fmt::format("expected CRDT or DBIT in CdtDbtInd, found {}", in_quotes(text))
            : fmt::format("expected CdtDbtInd beside the amount of {}, found none", holder),
        "Without it, nobody can tell whether the money came or went. Ask the bank.");
    return std::nullopt;
}

std::optional<Money> read_amount(Reading& reading, const Record& record, const Fact& amount,
                                 Direction direction,
                                 const std::optional<Currency>& account_currency) {
    const std::optional<Currency> currency =
        read_currency(reading, record, amount, account_currency);
    if (!currency) {
        return std::nullopt;
    }
    const std::string_view text = amount.text();
    const bool has_sign = text.starts_with('-');
    const std::string_view digits = text.substr(has_sign ? 1 : 0);
    Result<Money, MoneyError> value = parse_iso20022_amount(digits, *currency);
    if (!value && value.error() == MoneyError::precision) {
        value = round_amount(digits, *currency);
        if (value) {
            report_precision(reading, record, amount, *value);
        }
    }
    if (!value) {
        report_amount(reading, record, amount, value.error());
        return std::nullopt;
    }
    if (has_sign) {
        report_sign(reading, record, amount);
    }
    const bool went_out = has_sign || direction == Direction::debit;
    return went_out ? Money(-value->minor_units(), *currency) : *value;
}

std::optional<Date> read_date(Reading& reading, const Record& record, Field field) {
    const Fact* const fact = record.find(field);
    if (fact == nullptr) {
        return std::nullopt;
    }
    constexpr std::size_t day_size = 10;
    const std::string_view text = fact->text();
    const std::optional<Date> day = reading.last_day.read(text.substr(0, day_size));
    // After the day of an ISODateTime comes its time; after that of an ISODate, maybe a zone.
    const bool ends_well = text.size() <= day_size ||
                           std::string_view("TZ+-").find(text[day_size]) != std::string::npos;
    if (!day || !ends_well) {
        reading.report(Severity::warning, "camt.date", reading.position_of(record, *fact),
                       fmt::format("expected a date such as 2026-01-31, found {}; read as not "
                                   "given",
                                   in_quotes(text)),
                       "The date of the entry or statement stands in for it. Check it.");
        return std::nullopt;
    }
    return day;
}

AccountNumber account_number(std::string_view text) {
    // Banks put IBANs in Othr as well; one that passes its check is one.
    if (const auto checked = Iban::parse(text)) {
        return {*checked, {}};
    }
    return {std::nullopt, text};
}

void read_transaction_code(const Record& record, std::string& code, FieldSet& unsaid) {
    if (const std::string_view domain = record.text(Field::code_domain); !domain.empty()) {
        code.append(domain).append("/").append(record.text(Field::code_family));
        code.append("/").append(record.text(Field::code_sub_family));
        if (record.has(Field::code_proprietary)) {
            unsaid.add(Field::code_proprietary);
        }
    } else {
        code.append(reference_text(record, Field::code_proprietary));
        for (const Field part : {Field::code_family, Field::code_sub_family}) {
            if (record.has(part)) {
                unsaid.add(part);
            }
        }
    }
}

std::string_view read_batch_id(const Record& record, FieldSet& unsaid) {
    const std::string_view id = reference_text(record, Field::payment_information_id);
    if (id.empty()) {
        return reference_text(record, Field::message_id);
    }
    if (!reference_text(record, Field::message_id).empty()) {
        unsaid.add(Field::message_id);
    }
    return id;
}

void read_amount_details(Reading& reading, const Record& record, const Booked& booked,
                         AmountDetails& details, FieldSet& unsaid) {
    if (record.has_any(instructed_fields) || record.find(Field::amount) != booked.fact) {
        details.instructed = read_instructed(reading, record, booked, unsaid);
    }
    if (record.has_any(charge_fields)) {
        details.charges = read_charges(reading, record, booked.currency, unsaid);
    }
    set_text(details.exchange_rate, record.text(Field::exchange_rate));
}

void read_other(const Reading& reading, const Record& record, const FieldSet& unsaid,
                std::string& other, std::string_view prefix) {
    if (!record.has(Field::other) && !record.has_repeated() && !record.has_any(unsaid)) {
        return;
    }
    for (const Fact& fact : record.facts()) {
        const bool is_left = fact.field == Field::other || unsaid.has(fact.field) ||
                             (record.has_repeated() && is_beside(record, fact));
        const std::string_view text = is_left ? fact.text() : std::string_view();
        if (text.empty()) {
            continue;
        }
        const std::string_view path = reading.names.path_of(fact.element);
        if (prefix.empty()) {
            add_piece(other, path, text);
        } else {
            add_piece(other, std::string(prefix).append(path), text);
        }
        if (const auto attribute = record.attribute_of(fact); !attribute.empty()) {
            other.append(" ").append(attribute);
        }
    }
}

void append_text(std::string& whole, std::string_view text) {
    if (text.empty() || text == whole) {
        return;
    }
    if (!whole.empty()) {
        whole += ' ';
    }
    whole += text;
}

}  // namespace afletter::camt

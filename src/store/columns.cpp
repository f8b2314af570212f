// Stored text to values.
#include "columns.hpp"

#include <algorithm>

namespace afletter {

namespace {

template <class Value>
Value intact(const std::optional<Value>& value, std::string_view what) {
    if (!value) {
        throw StoreError("the ledger holds a damaged " + std::string(what) +
                         ". Run `afletter verify` and restore the latest backup.");
    }
    return *value;
}

template <class Value, class Error>
std::optional<Value> value_of(const Result<Value, Error>& result) {
    return result ? std::optional<Value>(*result) : std::nullopt;
}

}  // namespace

std::string take_string(sqlite::Rows& rows) {
    return std::string(rows.take_text());
}

Money take_money(sqlite::Rows& rows) {
    const std::int64_t minor_units = rows.take_integer();
    return {minor_units, intact(value_of(Currency::parse(rows.take_text())), "currency")};
}

std::optional<Money> take_optional_amount(sqlite::Rows& rows, Currency currency) {
    const bool is_known = !rows.at_null();
    const std::int64_t minor_units = rows.take_integer();
    return is_known ? std::optional(Money(minor_units, currency)) : std::nullopt;
}

Date take_date(sqlite::Rows& rows) {
    return intact(parse_iso_date(rows.take_text()), "date");
}

std::optional<Date> take_optional_date(sqlite::Rows& rows) {
    const std::string_view text = rows.take_text();
    if (text.empty()) {
        return std::nullopt;
    }
    return intact(parse_iso_date(text), "date");
}

Instant take_instant(sqlite::Rows& rows) {
    return intact(parse_instant(rows.take_text()), "instant");
}

Iban stored_iban(std::string_view text) {
    return intact(value_of(Iban::parse(text)), "IBAN");
}

std::optional<Iban> take_optional_iban(sqlite::Rows& rows) {
    const std::string_view text = rows.take_text();
    return text.empty() ? std::nullopt : std::optional<Iban>(stored_iban(text));
}

Sha256 take_digest(sqlite::Rows& rows) {
    Sha256 digest{};
    const sqlite::Blob bytes = rows.take_blob();
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

std::string text_or_empty(const std::optional<Date>& date) {
    return date ? to_iso(*date) : std::string();
}

std::string text_or_empty(const std::optional<Iban>& iban) {
    return std::string(text_if_known(iban));
}

}  // namespace afletter

// Columns of the ledger as values of the vocabulary. A text that is no such value means that the
// file was damaged: a StoreError.
#pragma once

#include <afletter/model/date.hpp>
#include <afletter/model/identifiers.hpp>
#include <afletter/model/money.hpp>

#include <optional>
#include <string>

#include "sqlite/database.hpp"

namespace afletter {

std::string take_string(sqlite::Rows& rows);
Money take_money(sqlite::Rows& rows);  // *_minor, currency
std::optional<Money> take_optional_amount(sqlite::Rows& rows, Currency currency);  // *_minor
Date take_date(sqlite::Rows& rows);
std::optional<Date> take_optional_date(sqlite::Rows& rows);  // '' is none
Instant take_instant(sqlite::Rows& rows);
[[nodiscard]] Iban stored_iban(std::string_view text);
std::optional<Iban> take_optional_iban(sqlite::Rows& rows);  // '' is none
Sha256 take_digest(sqlite::Rows& rows);

// The form in which absent values are stored.
[[nodiscard]] std::string text_or_empty(const std::optional<Date>& date);
[[nodiscard]] std::string text_or_empty(const std::optional<Iban>& iban);

}  // namespace afletter

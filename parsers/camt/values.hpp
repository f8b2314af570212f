// Values that occur all over a CAMT message - amounts, directions, dates, accounts - and what is
// reported when they are not what they should be.
#pragma once

#include <afletter/model/statement.hpp>
#include <afletter/parsers.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "findings.hpp"
#include "xml/element_tree.hpp"
#include "xml/reader.hpp"

namespace afletter::camt {

// What the reading of one file shares.
struct Reading {
    xml::Reader& xml;
    StatementSink& sink;
    Findings& findings;

    void report(Severity severity, std::string code, const xml::Position& position,
                std::string message, std::string hint = "");
};

// The first of the paths that leads to text; absent element when none does.
[[nodiscard]] xml::Element first_of(const xml::Element& parent,
                                    std::span<const std::string_view> paths);
[[nodiscard]] std::string text_of(const xml::Element& parent,
                                  std::span<const std::string_view> paths);
// Text of an identification; empty for NOTPROVIDED and NONREF, which say that there is none.
[[nodiscard]] std::string reference_text(const xml::Element& element);

enum class Direction : std::uint8_t { credit, debit };
// CdtDbtInd of `holder`. Reports camt.direction when it is missing or says something else.
[[nodiscard]] std::optional<Direction> read_direction(Reading& reading, const xml::Element& holder);
// An amount element with its currency (Ccy, else `account_currency`), signed for the direction.
// Reports camt.amount and camt.currency; warns of what it rounds and of a sign.
[[nodiscard]] std::optional<Money> read_amount(Reading& reading, const xml::Element& amount,
                                               Direction direction,
                                               const std::optional<Currency>& account_currency);
// ISODate, or the day of an ISODateTime. Warns when there is something else.
[[nodiscard]] std::optional<Date> read_date(Reading& reading, const xml::Element& date);

// An account's numbers: an IBAN when it passes its check, any other number as it is.
struct AccountNumber {
    std::optional<Iban> iban;
    std::string other;
    [[nodiscard]] bool empty() const { return !iban && other.empty(); }
    friend bool operator==(const AccountNumber&, const AccountNumber&) = default;
};
[[nodiscard]] AccountNumber read_account_number(const xml::Element& account);

}  // namespace afletter::camt

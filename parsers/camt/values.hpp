// Values that occur all over a CAMT message - amounts, directions, dates, accounts - and what is
// reported when they are not what they should be.
#pragma once

#include <afletter/model/statement.hpp>
#include <afletter/parsers.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "camt/record.hpp"
#include "camt/vocabulary.hpp"
#include "findings.hpp"
#include "xml/scanner.hpp"

namespace afletter::camt {

// The last day that was read: most entries repeat it.
class LastDay {
  public:
    // The day that this text says; nothing when it is none.
    [[nodiscard]] std::optional<Date> read(std::string_view text) {
        if (text != std::string_view(text_.data(), size_)) {
            day_ = parse_iso_date(text);
            size_ = day_ ? text.copy(text_.data(), text_.size()) : 0;
        }
        return day_;
    }

  private:
    std::array<char, 10> text_{};
    std::size_t size_ = 0;
    std::optional<Date> day_;
};

// What the reading of one file shares.
struct Reading {
    xml::Scanner& xml;
    const ElementNames& names;
    StatementSink& sink;
    Findings& findings;
    LastDay last_day;

    void report(Severity severity, std::string code, const xml::Position& position,
                std::string message, std::string hint = "");
    // Of a fact of the record, or of its start.
    [[nodiscard]] xml::Position position_of(const Record& record, const Fact& fact) const {
        return record.position_of(fact, xml);
    }
    [[nodiscard]] xml::Position start_of(const Record& record) const {
        return record.position_of(record.start(), xml);
    }
};

// Text of an identification; empty for NOTPROVIDED and NONREF, which say that there is none.
[[nodiscard]] std::string_view reference_text(std::string_view text);
[[nodiscard]] std::string_view reference_text(const Record& record, Field field);

enum class Direction : std::uint8_t { credit, debit };
// CdtDbtInd of `record`. Reports camt.direction when it says something else, or is missing and the
// amount has no sign either.
[[nodiscard]] std::optional<Direction> read_direction(Reading& reading, const Record& record);
// An amount with its currency (Ccy, else `account_currency`), signed for the direction. Reports
// camt.amount and camt.currency; warns of what it rounds and of a sign.
[[nodiscard]] std::optional<Money> read_amount(Reading& reading, const Record& record,
                                               const Fact& amount, Direction direction,
                                               const std::optional<Currency>& account_currency);
// ISODate, or the day of an ISODateTime. Warns when there is something else.
[[nodiscard]] std::optional<Date> read_date(Reading& reading, const Record& record, Field field);

// An account's numbers: an IBAN when it passes its check, any other number as it is.
struct AccountNumber {
    std::optional<Iban> iban;
    std::string_view other;
    [[nodiscard]] bool empty() const { return !iban && other.empty(); }
    friend bool operator==(const AccountNumber&, const AccountNumber&) = default;
};
[[nodiscard]] AccountNumber account_number(std::string_view text);

// What these read, they tell but for the fields that they add to `unsaid`: those stay in `other`.

// "PMNT/RCDT/ESCT" of BkTxCd/Domn, else the bank's own code (Prtry); left empty without either.
void read_transaction_code(const Record& record, std::string& code, FieldSet& unsaid);
// PmtInfId, else MsgId, of a transaction's Refs or an entry's Btch.
[[nodiscard]] std::string_view read_batch_id(const Record& record, FieldSet& unsaid);

// The amount that was booked.
struct Booked {
    Currency currency;  // the account's
    std::optional<Money> amount;
    const Fact* fact = nullptr;  // where it stands; null without it
};
// What was ordered, the exchange rate and the charges, beside the amount that was booked.
void read_amount_details(Reading& reading, const Record& record, const Booked& booked,
                         AmountDetails& details, FieldSet& unsaid);
// Everything of the record that no member of its own tells: what has no meaning of its own, what is
// unsaid, and what stands beside the value that counts. Its paths begin with `prefix`.
void read_other(const Reading& reading, const Record& record, const FieldSet& unsaid,
                std::string& other, std::string_view prefix = {});

// Into a member that is empty: most are left so, and to assign nothing costs as much as a text.
inline void set_text(std::string& member, std::string_view text) {
    if (!text.empty()) {
        member = text;
    }
}
// Adds `text` behind a blank, unless it is empty or the whole text already.
void append_text(std::string& whole, std::string_view text);

}  // namespace afletter::camt

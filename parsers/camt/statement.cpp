// Reads one statement from the stream and judges its balances.
#include "camt/statement.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "balance_proof.hpp"
#include "camt/balances.hpp"
#include "camt/entry.hpp"
#include "camt/names.hpp"

namespace afletter::camt {

namespace {

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

class StatementReader {
  public:
    StatementReader(Reading& reading, const Message& message, const xml::Event& start)
        : reading_(reading), page_(message.page), position_(start.position) {
        header_.source = reading.findings.source_name();
        header_.format = message.format;
        header_.created = message.created;
        header_.source_line = position_.line;
    }

    void read() {
        const bool is_whole = xml::for_each_child(
            reading_.xml, [this](const xml::Event& child) { read_child(child); });
        if (is_whole) {
            finish();
        }
    }

  private:
    void read_child(const xml::Event& start) {
        if (start.name == "Ntry") {
            begin();
            read_entry(start);
        } else if (part_.read(reading_.xml, start)) {
            take(part_.root());
        }
    }

    void take(const xml::Element& part) {
        if (part.name() == "Id") {
            header_.statement_id = part.text();
        } else if (contains(names::sequence, part.name())) {
            header_.sequence = header_.sequence.empty() ? part.text() : header_.sequence;
        } else if (part.name() == "CreDtTm") {
            header_.created = part.text();
        } else if (contains(names::pagination, part.name())) {
            page_ = read_page(part);
        } else if (part.name() == "Acct") {
            take_account(part);
        } else if (part.name() == "Bal") {
            balances_.add(reading_, part, header_.account.currency);
        } else if (contains(names::information, part.name())) {
            closing_.information = part.text();
        }
    }

    void take_account(const xml::Element& account) {
        AccountNumber number = read_account_number(account);
        header_.account.iban = number.iban;
        header_.account.other = number.other;
        if (const auto currency = Currency::parse(account.child("Ccy").text())) {
            header_.account.currency = *currency;
        }
        header_.account.owner = text_of(account, names::owner_name);
        header_.account.servicer_bic = text_of(account.child("Svcr"), names::bic);
        if (!number.other.empty() && !account.find("Id/IBAN").text().empty()) {
            reading_.report(Severity::warning, "camt.account.iban", account.position(),
                            fmt::format("expected an IBAN that passes its check, found {}; kept "
                                        "as a number of another kind",
                                        in_quotes(number.other)),
                            "Compare it with the account's contract, and ask the bank.");
        }
        owner_ = {std::move(number), header_.account.owner};
    }

    // Once, when everything that comes before the entries has been read.
    void begin() {
        if (entries_) {
            return;
        }
        if (owner_.number.empty()) {
            reading_.report(Severity::error, "camt.account", position_,
                            "expected the account (Acct/Id) before the entries, found none",
                            "A statement without an account cannot be booked. Ask the bank.");
        }
        if (!page_.empty()) {
            header_.sequence += '/' + page_;
        }
        header_.opening = balances_.opening();
        if (!header_.account.currency && balances_.closing()) {
            header_.account.currency = balances_.closing()->amount.currency();
        }
        entries_.emplace(reading_, owner_, header_.account.currency);
        reading_.sink.begin(header_);
    }

    void read_entry(const xml::Event& start) {
        std::optional<Entry> entry = entries_->read(start, ++entry_index_);
        if (!entry) {
            return;
        }
        prove(*entry);
        reading_.sink.entry(std::move(*entry));
    }

    // ISO 20022 has entries in the account's currency. One that says another is either mislabelled
    // or wrong; its number counts, and the balances show which of the two it is.
    void prove(const Entry& entry) {
        const Currency currency = header_.account.currency.value_or(entry.amount.currency());
        const bool has_same_unit =
            entry.amount.currency().minor_digits() == currency.minor_digits();
        const Money amount =
            has_same_unit ? Money(entry.amount.minor_units(), currency) : entry.amount;
        proof_.add(amount, entry.status);
        if (entry.reversal) {
            reversals_.add(amount, entry.status);
        }
    }

    void finish() {
        begin();
        closing_.opening = balances_.opening();
        closing_.closing = balances_.closing();
        closing_.entry_count = entry_index_;
        // After an error, entries are missing from the sum and a difference says nothing.
        if (closing_.opening && closing_.closing && !reading_.findings.has_errors()) {
            judge_balances(closing_.opening->amount, closing_.closing->amount);
        }
        reading_.sink.end(closing_);
    }

    void judge_balances(const Money& opening, const Money& closing) {
        if (opening.currency() != closing.currency()) {
            closing_.balanced = false;
            report_balance(fmt::format("expected both balances in one currency, found {} and {}",
                                       opening.currency().code(), closing.currency().code()),
                           "Ask the bank for a statement of one account in one currency.");
            return;
        }
        closing_.balanced = proof_.holds(closing_.opening, closing_.closing);
        if (closing_.balanced == false) {
            report_difference(closing, *proof_.difference(closing_.opening, closing_.closing));
        }
    }

    void report_difference(const Money& closing, const Money& difference) {
        // The proof has computed this sum already, so it does not overflow.
        const Money computed = checked_subtract(closing, difference).value();
        report_balance(
            fmt::format("expected the closing balance {} {} (opening balance and booked entries), "
                        "found {}: a difference of {}",
                        closing.currency().code(), to_decimal(computed), to_decimal(closing),
                        to_decimal(difference)),
            reversals_explain(difference)
                ? "It follows when the reversal entries (RvslInd) count the other way round. Ask "
                  "the bank how it marks reversals."
                : "An entry is missing or an amount was changed. Compare with the bank's copy.");
    }

    void report_balance(std::string message, std::string hint) {
        reading_.report(Severity::warning, "camt.balance", position_, std::move(message),
                        std::move(hint));
    }

    // Turning an amount round changes the sum by twice that amount.
    bool reversals_explain(const Money& difference) const {
        const Balance nothing{Money(0, difference.currency()), std::nullopt};
        const std::optional<Money> reversed = reversals_.difference(nothing, nothing);
        if (!reversed || reversed->is_zero()) {
            return false;
        }
        const auto twice = checked_add(*reversed, *reversed);
        return twice && *twice == difference;
    }

    Reading& reading_;
    std::string page_;
    xml::Position position_;
    StatementHeader header_;
    StatementClosing closing_;
    Owner owner_;
    Balances balances_;
    BalanceProof proof_;
    BalanceProof reversals_;
    xml::ElementTree part_;
    std::optional<EntryReader> entries_;  // present once the header was handed on
    std::uint32_t entry_index_ = 0;
};

}  // namespace

std::string read_page(const xml::Element& pagination) {
    const std::string_view number = pagination.child("PgNb").text();
    const std::string_view is_last = pagination.child("LastPgInd").text();
    const bool is_only_page = number == "1" && (is_last == "true" || is_last == "1");
    return is_only_page ? "" : std::string(number);
}

void read_statement(Reading& reading, const Message& message, const xml::Event& start) {
    StatementReader(reading, message, start).read();
}

}  // namespace afletter::camt

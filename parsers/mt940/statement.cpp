// The recipe of a statement: its header, its entries, and the proof by its balances.
#include "mt940/statement.hpp"

#include <utility>

#include <fmt/format.h>

#include "mt940/balance.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Text of a statement as a whole is a line or two; what goes on for ever is not kept in memory.
constexpr std::size_t information_size_max = std::size_t{64} * 1024;

// There are some ten days ahead; a file with more has no statement in it that anybody would read.
constexpr std::size_t other_balances_max = 1000;

// A statement that its balances do not prove is shown, not refused: whoever books it decides.
Fault unproved(const Money& opening, const Money& closing, const Verdict& verdict) {
    const std::optional<Money>& difference = verdict.difference;
    if (!difference) {
        const bool is_mixed = opening.currency().code() != closing.currency().code();
        return {"balance",
                fmt::format("expected balances and entries in one currency that add up, found {} "
                            "{} and {} {}",
                            opening.currency().code(), to_decimal(opening),
                            closing.currency().code(), to_decimal(closing)),
                is_mixed ? "Ask the bank for a statement of one account in one currency."
                         : "An amount among them is too large or has too many digits to be added.",
                {}};
    }
    // The proof has computed this sum already, so it does not overflow.
    const Money computed = checked_subtract(closing, *difference).value();
    return {"balance",
            fmt::format("expected the closing balance {} {} (opening balance and booked entries), "
                        "found {}: a difference of {}",
                        closing.currency().code(), to_decimal(computed), to_decimal(closing),
                        to_decimal(*difference)),
            verdict.turned_too_late
                ? "It follows when the reversal entries (RC, RD) count the other way round. Ask "
                  "the bank for shorter statements, or how it marks reversals."
                : "An entry is missing or an amount was changed. Compare with the bank's copy.",
            {}};
}

std::string difference_in_words(const Money& found, const Money& expected) {
    const auto difference = checked_subtract(found, expected);
    return difference ? ": a difference of " + to_decimal(*difference) : std::string();
}

}  // namespace

StatementReader::StatementReader(FieldReader& fields, FieldFindings& findings, StatementSink& sink)
    : fields_(fields),
      findings_(findings),
      sink_(sink),
      header_fields_(fields),
      entries_(fields, findings, sink) {}

void StatementReader::add(const Field& field) {
    if (field.tag == Tag::information || field.tag == Tag::sub_structured) {
        add_information(field);
    } else {
        entries_.finish();
        if (is_of_header(field.tag)) {
            add_to_header(field);
        } else if (field.tag == Tag::statement_line) {
            add_line(field);
        } else if (field.tag == Tag::closing_balance) {
            add_closing(field);
        } else {
            add_behind(field);
        }
    }
    last_ = field;
}

void StatementReader::add_to_header(const Field& field) {
    if (!has_begun_) {
        header_fields_.add(field, findings_);
        fields_.keep_from(header_fields_.front());
    } else if (field.tag == Tag::account || field.tag == Tag::opening_balance) {
        refuse_late(field, findings_);
    }
}

// A :86: behind the closing balance, or before the first entry, is of the whole statement.
inline void StatementReader::add_information(const Field& field) {
    if (entries_.add_information(field)) {
        return;
    }
    const std::string text = join_lines(field.value);
    std::string& information = closing_.information;
    if (information.size() + text.size() > information_size_max) {
        if (std::exchange(has_too_much_text_, true)) {
            return;
        }
        findings_.warn(field, {"size",
                               fmt::format("expected at most {} bytes of text on a statement as a "
                                           "whole, found more",
                                           information_size_max),
                               "Text from here on is left out.",
                               {}});
        return;
    }
    information += (information.empty() || text.empty() ? "" : " ") + text;
}

inline void StatementReader::add_line(const Field& field) {
    Field line = field;
    if (!has_begun_) {
        begin(line);
        fields_.renew(line);
    }
    entries_.open(line);
}

void StatementReader::add_closing(const Field& field) {
    Field balance = field;
    if (!has_begun_) {
        begin(balance);
        fields_.renew(balance);
    }
    if (closing_spot_) {
        findings_.warn(balance, {"repeated",
                                 "expected one closing balance, found another",
                                 "The last one is used.",
                                 {}});
    }
    closing_spot_ = findings_.spot_of(balance);
    closing_.closing = read_balance(balance, *header_.account.currency, findings_);
}

// What stands behind the entries: balances that nothing is proved with, and sums.
void StatementReader::add_behind(const Field& field) {
    Field behind = field;
    if (!has_begun_ && header_fields_.holds_statement()) {
        begin(behind);
        fields_.renew(behind);
    }
    if (!has_begun_) {
        return;
    }
    if (behind.tag == Tag::entry_sums) {
        entries_.sums().note(behind, findings_);
    } else if (closing_.other_balances.size() < other_balances_max) {
        if (auto balance = read_other_balance(behind, *header_.account.currency, findings_)) {
            closing_.other_balances.push_back(*std::move(balance));
        }
    }
}

// All that stands before the entries is known when the first of them comes, or what is behind them.
void StatementReader::begin(const Field& cause) {
    header_fields_.add(cause, findings_);
    fields_.keep_from(header_fields_.front());
    header_ = header_fields_.read(findings_);
    if (const Field* const opening = header_fields_.opening()) {
        opening_spot_ = findings_.spot_of(*opening);
    }
    fields_.keep_nothing();
    has_begun_ = true;
    has_statement_ = true;
    entries_.begin(header_);
}

void StatementReader::finish() {
    entries_.finish();
    if (last_) {
        fields_.renew(*last_);
    }
    if (!has_begun_ && header_fields_.holds_statement()) {
        begin(*last_);
        fields_.renew(*last_);
    }
    if (has_begun_) {
        send_closing();
    } else if (last_) {
        findings_.warn_of_message(*last_,
                                  {"fragment",
                                   "expected a statement, found only its beginning",
                                   "If the file was cut off, download it again from the bank.",
                                   {}});
    }
    clear();
}

void StatementReader::abandon() {
    if (has_begun_) {
        static_cast<void>(entries_.judge(closing_, false));
        closing_.entry_count = entries_.count();
        sink_.end(closing_);
    }
    clear();
}

void StatementReader::send_closing() {
    if (!closing_spot_ && header_.format != "mt942") {
        findings_.warn_of_message(*last_,
                                  {"cut_off",
                                   "expected a closing balance :62F:, found the end",
                                   "If the file was cut off, download it again from the bank.",
                                   {}});
    }
    closing_.opening = header_.opening;
    closing_.entry_count = entries_.count();
    // After an error, entries are missing from the sums and a difference says nothing.
    const bool is_whole = !findings_.has_errors();
    if (is_whole) {
        entries_.sums().judge(findings_);
    }
    prove(is_whole);
    if (is_whole) {
        follow_chain();
    }
    sink_.end(closing_);
}

// Opening balance + booked entries = closing balance; nothing is said without both.
void StatementReader::prove(bool is_whole) {
    const Verdict verdict = entries_.judge(closing_, is_whole);
    closing_.balanced = verdict.balanced;
    closing_.reversals = verdict.reversals;
    if (verdict.balanced == false) {
        findings_.add(Severity::warning, "mt940.balance", *closing_spot_,
                      unproved(closing_.opening->amount, closing_.closing->amount, verdict));
    } else if (verdict.reversals == ReversalReading::turned) {
        findings_.add(Severity::warning, "mt940.reversals", *closing_spot_,
                      {"reversals",
                       "expected RC to take money back and RD to give it back, found that the "
                       "balances prove the other; read so",
                       "Ask the bank how it marks reversals.",
                       {}});
    }
}

// Opening balance = closing balance of the statement before, also between pages.
void StatementReader::follow_chain() {
    if (!closing_.opening || !closing_.closing) {
        return;
    }
    const Money& opening = closing_.opening->amount;
    const auto expected = chain_.add(header_, opening, closing_.closing->amount);
    if (expected) {
        findings_.add(
            Severity::warning, "mt940.balance.chain", *opening_spot_,
            {"chain",
             fmt::format("expected the opening balance {} {} (closing balance of the statement "
                         "before), found {}{}",
                         expected->currency().code(), to_decimal(*expected), to_decimal(opening),
                         difference_in_words(opening, *expected)),
             "A statement is missing between the two, or they are out of order.",
             {}});
    }
}

void StatementReader::clear() {
    header_fields_.clear();
    fields_.keep_nothing();
    has_begun_ = false;
    has_too_much_text_ = false;
    last_.reset();
    opening_spot_.reset();
    closing_ = {};
    closing_spot_.reset();
}

}  // namespace afletter::mt940

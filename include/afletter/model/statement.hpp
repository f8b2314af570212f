// What a bank statement says, read and checked but not yet judged: the value that the parsers
// hand on. Amounts are signed from the account owner's side (+ received, - paid).
#pragma once

#include <afletter/model/date.hpp>
#include <afletter/model/identifiers.hpp>
#include <afletter/model/money.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

// The account a statement is of, or the other party's. An IBAN that fails its check, and every
// other kind of number, stands in `other` as the file has it.
struct AccountIdentification {
    std::optional<Iban> iban;
    std::string other;
    std::optional<Currency> currency;
    std::string owner;
    std::string servicer_bic;
};

enum class BalanceKind : std::uint8_t {
    booked,        // OPBD, PRCD, CLBD; :60F:, :62F:
    intermediate,  // ITBD; :60M:, :62M: between the pages of one statement
};

struct Balance {
    Money amount;
    std::optional<Date> date;
    BalanceKind kind = BalanceKind::booked;
};

// One that neither opens nor closes: available, forward, of a bank's own kind. `type` is ISO
// 20022's (CLAV, FWAV, OPAV, ...; :64: is CLAV, :65: is FWAV), or the bank's.
struct NamedBalance {
    std::string type;
    Balance balance;
};

// Only booked entries are summed, matched and posted.
enum class EntryStatus : std::uint8_t { booked, pending, information, expected };
[[nodiscard]] std::string_view name_of(EntryStatus status);

// The other side of a transaction. `account` holds a number that is not an IBAN.
struct Counterparty {
    std::string name;
    std::string ultimate_name;  // on whose behalf it acts (UltmtDbtr, UltmtCdtr; ABWA+, ULTD)
    std::optional<Iban> iban;
    std::string account;
    std::string bic;
};

// How an amount came about, where the bank says so (camt AmtDtls and Chrgs; /OCMT/, /CHGS/).
struct AmountDetails {
    std::optional<Money> instructed;  // what was ordered, where it differs from what was booked
    std::optional<Money> charges;     // sum, in the account's currency; negative: the owner pays
    std::string exchange_rate;        // as the file has it
};

// One transaction as far as the bank itemises it (camt TxDtls; the :86: of an MT940 entry).
// Empty text is "not known"; NOTPROVIDED and NONREF have been taken for that.
struct TransactionDetail {
    std::optional<Money> amount;  // in the account's currency; absent when the bank gives none
    std::string bank_reference;   // AcctSvcrRef
    std::string end_to_end_id;
    std::string mandate_id;
    std::string creditor_id;
    std::string batch_id;  // PmtInfId, else MsgId
    Counterparty counterparty;
    std::string structured_reference;  // as the bank has it; checked by whoever uses it
    std::string remittance;            // unstructured text, pieces joined
    std::string return_reason;         // AC04, MD06, ...: present only on returns
    std::string purpose;
    AmountDetails amount_details;
    std::string other;  // pieces that no other member holds, see add_piece()
};

// What a file says and no member of its own holds: "RltdPties/Dbtr/PstlAdr/Ctry=NL", "TRTP=SEPA
// OVERBOEKING", a line each, in the file's order. A line end in the value becomes a blank.
void add_piece(std::string& pieces, std::string_view key, std::string_view value);
// The value of the first piece with this key; empty when there is none.
[[nodiscard]] std::string_view piece_of(std::string_view pieces, std::string_view key);

// What the bank says of a batch that it booked as one (camt Btch; /NRTX/ and /PIND/ in :86:).
struct BatchTotals {
    std::uint32_t transactions = 0;  // how many it holds; 0: not said
    bool gross = false;  // nothing was taken off: what was refused is booked apart (PIND/BRUTO)
    std::optional<Money> amount;  // their sum (TtlAmt), signed as an entry, in its currency
    friend bool operator==(const BatchTotals&, const BatchTotals&) = default;
};

// One booking on the account (camt Ntry; MT940 :61: with its :86:).
struct Entry {
    std::uint32_t index = 0;  // from 1 within its statement
    std::optional<Date> booking_date;
    std::optional<Date> value_date;
    Money amount;
    EntryStatus status = EntryStatus::booked;
    bool reversal = false;           // RvslInd, RC, RD; the amount already has its real sign
    std::string bank_reference;      // AcctSvcrRef; after // in :61:
    std::string customer_reference;  // NtryRef; reference for the account owner in :61:
    std::string transaction_code;    // "PMNT/RCDT/ESCT", or the bank's own: "NTRF", "N541"
    std::string batch_id;
    BatchTotals batch;        // of several batches none is said
    std::string description;  // AddtlNtryInf; free text of the booking as a whole
    AmountDetails amount_details;
    std::string other;  // as in TransactionDetail
    std::vector<TransactionDetail> details;
    std::uint64_t source_line = 0;  // where it starts in its file, from 1
};

// What is known of a statement when its first entry comes.
struct StatementHeader {
    std::string source;  // file name as given
    std::string format;  // "camt.053.001.08", "mt940"
    std::string statement_id;
    std::string sequence;
    std::string created;  // as the file has it
    AccountIdentification account;
    std::optional<Balance> opening;
    std::uint64_t source_line = 0;
};

// Whether the message is a statement (camt.053, MT940, MT950). A report within the day (camt.052,
// MT941, MT942) and a notification of details (camt.054) say again what a statement says: booking
// them would count an entry twice.
[[nodiscard]] bool is_statement(const StatementHeader& header);

// What RvslInd (RC and RD) says of an amount is read differently by banks: see decisions.md.
enum class ReversalReading : std::uint8_t {
    as_marked,  // the mark of the entry is its real direction (ISO 20022, SWIFT)
    turned,     // the mark is that of the entry it takes back
};

[[nodiscard]] std::string_view name_of(ReversalReading reading);  // as_marked, turned

// What is known after its last.
struct StatementClosing {
    std::optional<Balance> opening;  // some files give it late; otherwise as in the header
    std::optional<Balance> closing;
    std::vector<NamedBalance> other_balances;
    std::string information;       // text of the statement as a whole (:86: after :62F:)
    std::string other;             // of the statement and its message; as in TransactionDetail
    std::optional<bool> balanced;  // opening + booked entries = closing; absent without both
    std::uint32_t entry_count = 0;
    std::optional<ReversalReading> reversals;  // the reading used; absent without reversals
};

// A whole statement, message or page, for those who want it in one piece.
struct Statement {
    StatementHeader header;
    std::vector<Entry> entries;
    StatementClosing closing;
};

}  // namespace afletter

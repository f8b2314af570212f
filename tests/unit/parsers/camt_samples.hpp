// Made-up CAMT messages, put together from the part that a test is about.
#pragma once

#include <string>
#include <string_view>

#include "collected.hpp"

namespace afletter::test {

inline const std::string own_iban = "NL91ABNA0417164300";
inline const std::string other_iban = "NL39RABO0300065264";

inline std::string camt_message(std::string_view statements, std::string_view version = "08") {
    std::string text = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    text.append(version).append(
        "\">\n<BkToCstmrStmt>\n<GrpHdr><MsgId>M1</MsgId>"
        "<CreDtTm>2026-01-05T19:00:00</CreDtTm></GrpHdr>\n");
    return text.append(statements).append("</BkToCstmrStmt>\n</Document>\n");
}

// A balance with its own sign: "-12.50" is owed to the bank.
inline std::string camt_balance(std::string_view type, std::string_view amount) {
    const bool is_owed = amount.starts_with('-');
    std::string text = "<Bal><Tp><CdOrPrtry><Cd>";
    text.append(type).append("</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">");
    text.append(amount.substr(is_owed ? 1 : 0)).append("</Amt><CdtDbtInd>");
    text.append(is_owed ? "DBIT" : "CRDT");
    return text.append("</CdtDbtInd><Dt><Dt>2026-01-05</Dt></Dt></Bal>\n");
}

inline std::string camt_statement(std::string_view inside) {
    std::string text =
        "<Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb>"
        "<CreDtTm>2026-01-05T20:00:00</CreDtTm>\n<Acct><Id><IBAN>" +
        own_iban + "</IBAN></Id><Ccy>EUR</Ccy><Ownr><Nm>Gemeente Voorbeeld</Nm></Ownr></Acct>\n";
    return text.append(inside).append("</Stmt>\n");
}

// A statement without balances, for tests of its entries.
inline CollectedStatements read_entries(const std::string& entries) {
    return read_statement_bytes(camt_message(camt_statement(entries)));
}

// A booked entry with `amount` ("10.00", or "-10.00" for a debit), and `inside` behind the status.
inline std::string camt_entry(std::string_view amount, std::string_view inside = "") {
    const bool is_debit = amount.starts_with('-');
    std::string text = "<Ntry><Amt Ccy=\"EUR\">";
    text.append(amount.substr(is_debit ? 1 : 0)).append("</Amt><CdtDbtInd>");
    text.append(is_debit ? "DBIT" : "CRDT").append("</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\n");
    return text.append(inside).append("</Ntry>\n");
}

inline std::string camt_details(std::string_view inside) {
    std::string text = "<NtryDtls><TxDtls>";
    return text.append(inside).append("</TxDtls></NtryDtls>");
}

// The only transaction of an entry of 10.00 euro that came in.
inline TransactionDetail read_details(const std::string& inside,
                                      std::string_view amount = "10.00") {
    const auto read = read_entries(camt_entry(amount, camt_details(inside)));
    return read.statements.at(0).entries.at(0).details.at(0);
}

}  // namespace afletter::test

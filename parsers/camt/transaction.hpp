// TxDtls -> TransactionDetail.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <string>

#include "camt/values.hpp"
#include "xml/element_tree.hpp"

namespace afletter::camt {

// Whose statement it is: a transaction names both parties, and one of them is us.
struct Owner {
    AccountNumber number;
    std::string name;
};

// What a transaction needs to know of the entry it is part of.
struct EntryContext {
    Money amount;
    Direction direction;
    bool reversal = false;
};

struct Transaction {
    TransactionDetail detail;
    std::string information;       // AddtlTxInf
    std::string transaction_code;  // BkTxCd
};

// Absent when an error was reported.
[[nodiscard]] std::optional<Transaction> read_transaction(Reading& reading,
                                                          const xml::Element& details,
                                                          const EntryContext& entry,
                                                          const Owner& owner);

// "PMNT/RCDT/ESCT" of BkTxCd/Domn, else the bank's own code (Prtry).
[[nodiscard]] std::string read_transaction_code(const xml::Element& holder);
// PmtInfId, else MsgId, of a transaction's Refs or an entry's Btch.
[[nodiscard]] std::string read_batch_id(const xml::Element& holder);
// Adds `text` behind a blank, unless it is empty or the whole text already.
void append_text(std::string& whole, std::string_view text);

}  // namespace afletter::camt

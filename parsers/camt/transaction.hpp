// TxDtls -> TransactionDetail.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <string>

#include "camt/values.hpp"

namespace afletter::camt {

// Whose statement it is: a transaction names both parties, and one of them is us.
struct Owner {
    std::optional<Iban> iban;
    std::string number;  // when it is no IBAN
    std::string name;
    std::string agent;  // the BIC of its bank
    [[nodiscard]] bool has_account() const { return iban || !number.empty(); }
};

// What a transaction needs to know of the entry it is part of.
struct EntryContext {
    Money amount;
    Direction direction;
    bool reversal = false;
    const Owner* owner = nullptr;
};

// Fills a cleared `detail`; `unsaid` has the fields that the entry does not tell. False when an
// error was reported.
[[nodiscard]] bool read_transaction(Reading& reading, const Record& record,
                                    const EntryContext& entry, FieldSet unsaid,
                                    TransactionDetail& detail);

}  // namespace afletter::camt

// Which of a transaction's two parties is the other one.
#pragma once

#include <afletter/model/statement.hpp>

#include "camt/transaction.hpp"

namespace afletter::camt {

// The debtor of money that came, the creditor of money that went. A return may repeat the
// parties of the payment it returns (NVB, R-transactions): there, the other side is tried first,
// and whoever is given and is not the owner is the counterparty.
struct PartyContext {
    Direction direction;
    bool is_return = false;
};
// What of the parties is neither the counterparty nor said of the owner is added to `unsaid`.
void read_counterparty(const Record& record, const PartyContext& context, const Owner& owner,
                       Counterparty& counterparty, FieldSet& unsaid);

}  // namespace afletter::camt

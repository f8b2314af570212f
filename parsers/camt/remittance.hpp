// RmtInf -> the structured reference and the unstructured text of a transaction.
#pragma once

#include <afletter/model/statement.hpp>

#include "camt/record.hpp"

namespace afletter::camt {

// The first structured reference is the reference; further ones, document numbers and the bank's
// additional texts stand in the remittance, behind what the payer wrote.
void read_remittance(const Record& record, TransactionDetail& detail);

}  // namespace afletter::camt

// Clears what a reader filled for the entry before, so that the next one finds its strings with
// their memory: a file of a million entries then takes no memory for each.
#pragma once

#include <afletter/model/statement.hpp>

namespace afletter {

void reset(AmountDetails& details);
void reset(TransactionDetail& detail);
// As an entry of nothing in `currency`, without an index. Its details are cut down to one cleared
// spare detail, or stay none.
void reset(Entry& entry, Currency currency);

}  // namespace afletter

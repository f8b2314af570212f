// What lines that name one order of ours have settled of one item, so that a return that names the
// order takes back exactly that.
#pragma once

#include <afletter/model/money.hpp>

#include <string>

namespace afletter {

struct SettledOrder {
    std::string end_to_end_id;
    std::string item_id;
    Money amount;  // as a bank amount: payments less what was returned of them
};

}  // namespace afletter

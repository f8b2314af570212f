// An account of the municipality itself, as its statements or its configuration name it.
#pragma once

#include <afletter/model/identifiers.hpp>

#include <optional>
#include <string>

namespace afletter {

struct OwnAccount {
    std::optional<AccountId> id;  // absent: its statements do not come here
    std::string identification;   // IBAN, or the bank's number
    friend bool operator==(const OwnAccount&, const OwnAccount&) = default;
};

}  // namespace afletter

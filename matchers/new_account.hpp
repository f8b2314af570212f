// What a match tells of its payer's account. From Matcher's rounds to Books::learn_account().
#pragma once

#include <afletter/model/decision.hpp>

#include <optional>
#include <string>

#include "candidates/books.hpp"

namespace afletter::matching {

struct NewAccount {
    std::string iban;
    PartyIndex party = 0;
};

// The account of a payer who has the name of the one party that he paid for, where the books do not
// hold it and the line names what it paid.
[[nodiscard]] std::optional<NewAccount> account_told_by(const Decision& decision,
                                                        const Books& books);

}  // namespace afletter::matching

// The statements of one account in a file follow each other: each opens with the balance that the
// one before closed with.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace afletter::mt940 {

class BalanceChain {
  public:
    // Statements of more accounts than these are read, but not compared: memory is bounded.
    static constexpr std::size_t account_count_max = 4096;

    // Adds a statement. Absent when it follows the one of that account
    // before it, or stands before it (some files have the newest first); otherwise the closing
    // balance that was expected as its opening balance.
    [[nodiscard]] std::optional<Money> add(const StatementHeader& header, const Money& opening,
                                           const Money& closing);

  private:
    struct Link {
        Money opening;
        Money closing;
    };
    std::unordered_map<std::string, Link> last_;  // by format, account and currency
};

}  // namespace afletter::mt940

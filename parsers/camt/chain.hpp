// Whether the statements of a file continue one another: each opens where the one before it closed.
// Behind the reading of a statement; what it finds are warnings.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <string>
#include <unordered_map>

#include "camt/values.hpp"

namespace afletter::camt {

class StatementChain {
  public:
    // Reports camt.balance.chain. Only statements chain: reports within a day overlap.
    void add(Reading& reading, const Record& head, const StatementHeader& header,
             const StatementClosing& closing);

  private:
    struct Link {
        std::string statement_id;
        std::optional<Money> opening;
        std::optional<Money> closing;
    };
    // Nobody has more accounts in one file; those beyond are not followed.
    static constexpr std::size_t accounts_max = 10'000;

    std::unordered_map<std::string, Link> last_;  // by account and currency
};

}  // namespace afletter::camt

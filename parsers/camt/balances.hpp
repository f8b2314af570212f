// The balances of a statement, and which of them open and close it.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "camt/values.hpp"

namespace afletter::camt {

class Balances {
  public:
    // Takes one Bal.
    void add(Reading& reading, const Record& balance,
             const std::optional<Currency>& account_currency);

    // OPBD, else PRCD, else the first of several ITBD (a page that is not the first).
    [[nodiscard]] std::optional<Balance> opening() const;
    // CLBD, else the last ITBD (a page that is not the last, or a report during the day).
    [[nodiscard]] std::optional<Balance> closing() const;
    // All others: what could have opened or closed; then available, forward, the bank's own, in the
    // message's order.
    [[nodiscard]] std::vector<NamedBalance> others() const;
    // What else stands in them, such as a credit line: pieces as in Entry::other.
    [[nodiscard]] const std::string& other() const { return other_; }

  private:
    void replace(std::optional<Balance>& place, const Balance& balance, std::string_view type);
    void keep(const Balance& balance, std::string_view type);

    std::optional<Balance> opening_booked_;
    std::optional<Balance> previously_closed_booked_;
    std::optional<Balance> first_interim_booked_;
    std::optional<Balance> last_interim_booked_;  // absent while there is only one
    std::optional<Balance> closing_booked_;
    std::vector<NamedBalance> others_;
    std::string other_;
};

}  // namespace afletter::camt

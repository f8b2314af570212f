// The balances of a statement, and which of them open and close it.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>

#include "camt/values.hpp"
#include "xml/element_tree.hpp"

namespace afletter::camt {

class Balances {
  public:
    // Takes one Bal. Kinds that neither open nor close (available, forward, ...) are passed over.
    void add(Reading& reading, const xml::Element& balance,
             const std::optional<Currency>& account_currency);

    // OPBD, else PRCD, else the first of several ITBD (a page that is not the first).
    [[nodiscard]] std::optional<Balance> opening() const;
    // CLBD, else the last ITBD (a page that is not the last, or a report during the day).
    [[nodiscard]] std::optional<Balance> closing() const;

  private:
    std::optional<Balance> opening_booked_;
    std::optional<Balance> previously_closed_booked_;
    std::optional<Balance> first_interim_booked_;
    std::optional<Balance> last_interim_booked_;  // absent while there is only one
    std::optional<Balance> closing_booked_;
};

}  // namespace afletter::camt

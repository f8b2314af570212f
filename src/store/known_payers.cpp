// Whose account it was that paid: from matched lines, for the accounts of those that wait.
#include <afletter/ledger_store.hpp>

#include "columns.hpp"
#include "encoding/json.hpp"
#include "ledger_impl.hpp"

namespace afletter {

namespace {

std::string telling_methods() {
    JsonWriter names;
    names.open('[');
    for (const Method method : methods_that_tell_of_payers) {
        names.value(name_of(method));
    }
    names.close(']');
    return names.take();
}

}  // namespace

void Ledger::for_each_known_payer(std::optional<Date> until,
                                  const std::function<void(KnownPayer)>& visit) const {
    // Party of an item: by its id, else by its name.
    sqlite::Statement select(
        impl_->database,
        "WITH waiting AS (SELECT DISTINCT counterparty_iban FROM line "
        " WHERE counterparty_iban <> '' AND (?1 = '' OR booking_date <= ?1) "
        " AND NOT EXISTS (SELECT 1 FROM active_match WHERE active_match.line = line.id)), "
        "paid AS (SELECT line.counterparty_iban AS iban, line.counterparty_name AS name, "
        " max(item.item_id) AS item_id FROM line "
        " JOIN active_match ON active_match.line = line.id "
        " JOIN decision ON decision.id = active_match.decision "
        " JOIN active_allocation AS part ON part.match = active_match.id "
        " JOIN item ON item.id = part.item "
        " JOIN current_item ON current_item.item = item.id "
        " WHERE line.counterparty_iban IN (SELECT counterparty_iban FROM waiting) "
        " AND (active_match.status = 'manual' OR decision.method IN "
        "  (SELECT value FROM json_each(?2))) "
        " GROUP BY line.id HAVING count(DISTINCT CASE current_item.party_id WHEN '' "
        "  THEN 'name ' || current_item.party_name ELSE 'id ' || current_item.party_id END) = 1) "
        "SELECT DISTINCT iban, name, item_id FROM paid ORDER BY 1, 2, 3");
    for (sqlite::Rows rows = select.query(text_or_empty(until), telling_methods()); rows.next();) {
        visit({.iban = take_string(rows), .name = take_string(rows), .item_id = take_string(rows)});
    }
}

}  // namespace afletter

// Items to versioned rows and back.
#include "item_table.hpp"

#include "columns.hpp"
#include "encoding/sha256.hpp"

namespace afletter {

const char* const item_columns =
    "item.item_id, open_item.kind, open_item.party_id, open_item.party_name, "
    "open_item.party_ibans, open_item.document_number, open_item.reference, "
    "open_item.issue_date, open_item.due_date, open_item.amount_minor, open_item.left_minor, "
    "open_item.currency, open_item.description, open_item.mandate_id, open_item.end_to_end_id, "
    "open_item.batch_id, open_item.gl_account, open_item.taakveld, open_item.cost_centre";

namespace {

std::string joined(const std::vector<Iban>& ibans) {
    std::string text;
    for (const Iban& iban : ibans) {
        text.append(text.empty() ? "" : " ").append(iban.text());
    }
    return text;
}

std::vector<Iban> separated(std::string_view text) {
    std::vector<Iban> ibans;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        ibans.push_back(stored_iban(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return ibans;
}

// Hands over the columns from kind to cost_centre.
template <class Take>
void with_columns(const OpenItem& item, Take take) {
    take(name_of(item.kind), item.party_id, item.party_name, joined(item.party_ibans),
         item.document_number, item.reference, to_iso(item.issue_date),
         text_or_empty(item.due_date), item.amount.minor_units(), item.open_amount.minor_units(),
         item.amount.currency().code(), item.description, item.mandate_id, item.end_to_end_id,
         item.batch_id, item.gl_account, item.taakveld, item.cost_centre);
}

Sha256 digest_of(const OpenItem& item) {
    FieldBytes fields;
    with_columns(item, [&](const auto&... columns) { fields.add_all(columns...); });
    return sha256(fields.bytes());
}

ItemKind take_kind(sqlite::Rows& rows) {
    return rows.take_text() == name_of(ItemKind::payable) ? ItemKind::payable
                                                          : ItemKind::receivable;
}

}  // namespace

OpenItem take_item(sqlite::Rows& rows) {
    OpenItem item{.item_id = take_string(rows),
                  .kind = take_kind(rows),
                  .party_id = take_string(rows),
                  .party_name = take_string(rows),
                  .party_ibans = separated(rows.take_text()),
                  .document_number = take_string(rows),
                  .reference = take_string(rows),
                  .issue_date = take_date(rows),
                  .due_date = take_optional_date(rows),
                  .amount = Money(rows.take_integer(), Currency::euro()),
                  .open_amount = take_money(rows),
                  .description = take_string(rows),
                  .mandate_id = take_string(rows),
                  .end_to_end_id = take_string(rows),
                  .batch_id = take_string(rows),
                  .gl_account = take_string(rows),
                  .taakveld = take_string(rows),
                  .cost_centre = take_string(rows)};
    item.amount = Money(item.amount.minor_units(), item.open_amount.currency());
    return item;
}

ItemTable::ItemTable(sqlite::Database& database, AuditTrail& audit)
    : database_(database),
      audit_(audit),
      select_latest_(database,
                     "SELECT item.id, item_version.version, item_version.digest "
                     "FROM item JOIN item_version ON item_version.item = item.id "
                     "WHERE item.item_id = ? ORDER BY item_version.version DESC LIMIT 1"),
      insert_item_(database, "INSERT INTO item (item_id) VALUES (?)"),
      insert_version_(
          database,
          "INSERT INTO item_version (item, version, kind, party_id, party_name, "
          "party_ibans, document_number, reference, issue_date, due_date, "
          "amount_minor, open_minor, currency, description, mandate_id, "
          "end_to_end_id, batch_id, gl_account, taakveld, cost_centre, imported_on, "
          "digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") {}

ItemChange ItemTable::put(const OpenItem& item) {
    AFLETTER_ASSERT(item.amount.currency() == item.open_amount.currency());
    const Sha256 digest = digest_of(item);
    std::int64_t row = 0;
    std::int64_t version = 1;
    if (sqlite::Rows latest = select_latest_.query(item.item_id); latest.next()) {
        row = latest.take_integer();
        version = latest.take_integer() + 1;
        if (take_digest(latest) == digest) {
            return ItemChange::unchanged;
        }
    } else {
        insert_item_.run(item.item_id);
        row = database_.last_row_id();
    }
    const std::string imported_on = to_iso(date_of(audit_.stamp().at));
    with_columns(item, [&](const auto&... columns) {
        insert_version_.run(row, version, columns..., imported_on, digest);
    });
    const ItemChange change = version == 1 ? ItemChange::added : ItemChange::changed;
    audit_.append(change == ItemChange::added ? "add" : "change", "item:" + item.item_id,
                  to_hex(digest));
    return change;
}

}  // namespace afletter

// Models to rows and back.
#include "model_table.hpp"

#include "columns.hpp"
#include "encoding/field_bytes.hpp"
#include "encoding/model_text.hpp"
#include "encoding/sha256.hpp"
#include "ledger_impl.hpp"

namespace afletter {

namespace {

constexpr const char* shipped = "shipped";

StoredModel take_model(sqlite::Rows& rows) {
    StoredModel stored;
    stored.model.version = take_string(rows);
    stored.parent = take_string(rows);
    stored.decisions = static_cast<std::uint64_t>(rows.take_integer());
    stored.learnt_until = take_date(rows);
    read_content(rows.take_text(), stored.model);
    read_judgement(rows.take_text(), stored.judgement);
    stored.made_by = take_string(rows);
    stored.made_at = take_instant(rows);
    return stored;
}

}  // namespace

ModelTable::ModelTable(sqlite::Database& database, AuditTrail& audit)
    : database_(database),
      audit_(audit),
      select_count_(database, "SELECT count(*) FROM model"),
      select_known_(database, "SELECT 1 FROM model WHERE version = ?"),
      insert_model_(database,
                    "INSERT INTO model (version, parent, decisions, learnt_until, content, "
                    "judgement, by, at, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_activation_(database,
                         "INSERT INTO activation (model, by, at) VALUES "
                         "((SELECT id FROM model WHERE version = ?), ?, ?)") {}

std::string ModelTable::add(StoredModel model) {
    {
        sqlite::Rows count = select_count_.query();
        AFLETTER_ASSERT(count.next());
        model.model.version = "own-" + std::to_string(count.take_integer() + 1);
    }
    const Stamp& stamp = audit_.stamp();
    const std::string learnt_until = to_iso(model.learnt_until);
    const std::string content = content_of(model.model);
    const std::string judgement = text_of(model.judgement);
    FieldBytes fields;
    fields.add_all(model.model.version, model.parent, model.decisions, learnt_until, content,
                   judgement);
    const Sha256 digest = sha256(fields.bytes());
    insert_model_.run(model.model.version, model.parent, model.decisions, learnt_until, content,
                      judgement, stamp.by, to_iso(stamp.at), digest);
    audit_.append("learn", "model:" + std::to_string(database_.last_row_id()), to_hex(digest));
    return model.model.version;
}

void ModelTable::activate(std::string_view version) {
    AFLETTER_ASSERT(version.empty() || select_known_.query(version).next());
    const Stamp& stamp = audit_.stamp();
    insert_activation_.run(version, stamp.by, to_iso(stamp.at));
    audit_.append("activate", "activation:" + std::to_string(database_.last_row_id()),
                  version.empty() ? shipped : version);
}

std::vector<StoredModel> Ledger::models() const {
    sqlite::Statement select(impl_->database,
                             "SELECT version, parent, decisions, learnt_until, content, judgement, "
                             "by, at FROM model ORDER BY id");
    std::vector<StoredModel> models;
    for (sqlite::Rows rows = select.query(); rows.next();) {
        models.push_back(take_model(rows));
    }
    return models;
}

std::string Ledger::live_model() const {
    sqlite::Statement select(impl_->database,
                             "SELECT ifnull(model.version, '') FROM activation "
                             "LEFT JOIN model ON model.id = activation.model "
                             "ORDER BY activation.id DESC LIMIT 1");
    sqlite::Rows rows = select.query();
    return rows.next() ? take_string(rows) : "";
}

}  // namespace afletter

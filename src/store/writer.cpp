// The one transaction of a command, with the parts of it that can be taken back.
#include <afletter/ledger_store.hpp>

#include "audit_trail.hpp"
#include "decision_table.hpp"
#include "details_table.hpp"
#include "item_table.hpp"
#include "ledger_impl.hpp"
#include "model_table.hpp"
#include "sample_table.hpp"
#include "source_file.hpp"
#include "statement_table.hpp"

namespace afletter {

// The members stand in the order in which they lean on each other; destruction takes back an open
// statement, then an open unit, then the transaction.
struct LedgerWriter::Impl {
    Impl(sqlite::Database& ledger, const Stamp& stamp)
        : database(ledger),
          transaction(ledger),
          audit(ledger, stamp),
          gl_accounts(ledger),
          journal(ledger, gl_accounts),
          source_files(ledger, audit),
          statements(ledger, audit, gl_accounts, journal),
          items(ledger, audit),
          decisions(ledger, audit, gl_accounts, journal),
          details(ledger, audit, journal, decisions),
          models(ledger, audit),
          samples(ledger, audit) {}

    // The tables follow the rows that are left.
    void take_back(std::optional<sqlite::Savepoint>& part) {
        part->take_back();
        part.reset();
        audit.reload();
        gl_accounts.forget();
        statements.forget();
        decisions.forget();
    }

    sqlite::Database& database;
    sqlite::Transaction transaction;
    AuditTrail audit;
    GlAccounts gl_accounts;
    Journal journal;
    SourceFiles source_files;
    StatementTable statements;
    ItemTable items;
    DecisionTable decisions;
    DetailsTable details;
    ModelTable models;
    SampleTable samples;

    std::optional<std::int64_t> source_file;  // added last
    std::optional<sqlite::Savepoint> unit;
    std::optional<sqlite::Savepoint> statement;
    std::optional<StatementDraft> draft;
};

LedgerWriter::LedgerWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LedgerWriter::LedgerWriter(LedgerWriter&&) noexcept = default;
LedgerWriter& LedgerWriter::operator=(LedgerWriter&&) noexcept = default;
LedgerWriter::~LedgerWriter() = default;

LedgerWriter Ledger::write(const Stamp& stamp) {
    return LedgerWriter(std::make_unique<LedgerWriter::Impl>(impl_->database, stamp));
}

void LedgerWriter::begin_unit() {
    AFLETTER_ASSERT(!impl_->unit && !impl_->statement);
    impl_->unit.emplace(impl_->database);
}

void LedgerWriter::keep_unit() {
    AFLETTER_ASSERT(impl_->unit && !impl_->statement);
    impl_->unit->keep();
    impl_->unit.reset();
}

void LedgerWriter::drop_unit() {
    AFLETTER_ASSERT(impl_->unit.has_value());
    if (impl_->statement) {
        abandon_statement();
    }
    impl_->take_back(impl_->unit);
    impl_->source_file.reset();
}

bool LedgerWriter::add_source_file(const std::string& name, const Sha256& digest,
                                   std::uint64_t bytes) {
    impl_->source_file = impl_->source_files.add(name, digest, bytes);
    return impl_->source_file.has_value();
}

void LedgerWriter::begin_statement(const StatementHeader& header) {
    AFLETTER_ASSERT(impl_->source_file && !impl_->statement);
    impl_->statement.emplace(impl_->database);
    impl_->draft = impl_->statements.begin(header, *impl_->source_file);
}

void LedgerWriter::add_line(const Line& line) {
    AFLETTER_ASSERT(impl_->draft.has_value());
    impl_->statements.add_line(*impl_->draft, line);
}

StatementChange LedgerWriter::end_statement(const StatementClosing& closing) {
    AFLETTER_ASSERT(impl_->draft.has_value());
    const StatementChange change = impl_->statements.end(*impl_->draft, closing);
    if (change == StatementChange::added) {
        impl_->statement->keep();
        impl_->statement.reset();
        impl_->draft.reset();
    } else {
        abandon_statement();
    }
    return change;
}

void LedgerWriter::abandon_statement() {
    AFLETTER_ASSERT(impl_->statement.has_value());
    impl_->draft.reset();
    impl_->take_back(impl_->statement);
}

DetailsChange LedgerWriter::add_details(const Notification& notification,
                                        std::span<const Line> parts) {
    AFLETTER_ASSERT(impl_->source_file && !impl_->statement && parts.size() > 1);
    return impl_->details.add(notification, parts, *impl_->source_file);
}

ItemChange LedgerWriter::put_item(const OpenItem& item) {
    return impl_->items.put(item);
}

RunId LedgerWriter::begin_run(std::string_view command) {
    return impl_->decisions.begin_run(command);
}

bool LedgerWriter::add_decision(const Decision& decision) {
    return impl_->decisions.add(decision);
}

std::string LedgerWriter::add_model(StoredModel model) {
    return impl_->models.add(std::move(model));
}

void LedgerWriter::activate(std::string_view version) {
    impl_->models.activate(version);
}

void LedgerWriter::draw(LineId line, std::string_view stratum) {
    impl_->samples.draw(line, stratum);
}

bool LedgerWriter::answer_sample(LineId line, std::vector<std::string> items) {
    return impl_->samples.answer(line, std::move(items));
}

void LedgerWriter::raise_alarm(const Suspension& suspension) {
    impl_->samples.raise(suspension);
}

void LedgerWriter::clear_alarm(std::string_view stratum, std::string_view reason) {
    impl_->samples.clear(stratum, reason);
}

void LedgerWriter::commit() {
    AFLETTER_ASSERT(!impl_->unit && !impl_->statement);
    impl_->statements.book_openings();
    impl_->transaction.commit();
    try {
        // A reader may still need the log; then the next command that writes empties it.
        impl_->database.checkpoint();
    } catch (const sqlite::Error& error) {
        throw StoreError("everything was saved, but the log could not be folded into the ledger: " +
                         std::string(error.what()));
    }
}

}  // namespace afletter

// Bodies of the made-up values.
#include "made_up.hpp"

#include <algorithm>

#include "support/test.hpp"

namespace afletter::test {

namespace {

constexpr const char* sampled_stratum = "document/open/name";

}  // namespace

std::filesystem::path operator/(const TemporaryFolder& folder, const std::string& name) {
    return folder.path() / name;
}

Stamp stamp(std::string_view at) {
    return {.by = "batch", .at = parse_instant(at).value()};
}

Date day(std::string_view iso) {
    return parse_iso_date(iso).value();
}

Money euro(std::int64_t cents) {
    return {cents, Currency::euro()};
}

Sha256 digest(std::string_view text) {
    Sha256Stream stream;
    stream.update(text);
    return stream.finish();
}

Ledger new_ledger(const std::filesystem::path& path) {
    auto ledger = Ledger::create(path, stamp());
    REQUIRE(ledger);
    return std::move(*ledger);
}

Ledger open_ledger(const std::filesystem::path& path) {
    auto ledger = Ledger::open(path);
    REQUIRE(ledger);
    return std::move(*ledger);
}

Iban iban_of(std::string_view text) {
    return Iban::parse(text).value();
}

Line line(std::uint32_t index, std::int64_t cents, std::string_view remittance,
          std::string_view booked) {
    Line made{.id = {},
              .account = {},
              .entry_index = index,
              .detail_index = 0,
              .booking_date = day(booked),
              .value_date = day(booked),
              .amount = euro(cents),
              .reversal = false,
              .customer_reference = {},
              .transaction_code = "PMNT/RCDT/ESCT",
              .description = {},
              .detail = {},
              .source_line = 10 + index};
    made.detail.amount = made.amount;
    made.detail.remittance = remittance;
    return made;
}

OpenItem receivable(std::string item_id, std::int64_t cents) {
    OpenItem item{.item_id = std::move(item_id),
                  .kind = ItemKind::receivable,
                  .party_id = "D1",
                  .party_name = "J. Jansen",
                  .party_ibans = {},
                  .document_number = {},
                  .reference = {},
                  .issue_date = day("2026-01-01"),
                  .due_date = {},
                  .amount = euro(cents),
                  .open_amount = euro(cents),
                  .description = {},
                  .mandate_id = {},
                  .end_to_end_id = {},
                  .batch_id = {},
                  .gl_account = {},
                  .taakveld = {},
                  .cost_centre = {}};
    return item;
}

OpenItem payable(std::string item_id, std::int64_t cents) {
    OpenItem item = receivable(std::move(item_id), cents);
    item.kind = ItemKind::payable;
    return item;
}

StatementHeader MadeStatement::header() const {
    StatementHeader header;
    header.source = "january.xml";
    header.format = format;
    header.statement_id = statement_id;
    header.sequence = sequence;
    header.created = date + "T20:00:00";
    if (auto parsed = Iban::parse(account)) {
        header.account.iban = *parsed;
    } else {
        header.account.other = account;
    }
    header.account.currency = Currency::euro();
    header.account.owner = "Gemeente Voorbeeld";
    header.opening =
        Balance{.amount = euro(opening), .date = day(date), .kind = BalanceKind::booked};
    header.source_line = 3;
    return header;
}

StatementClosing MadeStatement::closing() const {
    std::int64_t cents = opening;
    for (const Line& each : lines) {
        cents += each.amount.minor_units();
    }
    StatementClosing closing;
    closing.opening = header().opening;
    closing.closing =
        Balance{.amount = euro(cents), .date = day(date), .kind = BalanceKind::booked};
    closing.balanced = true;
    closing.entry_count = static_cast<std::uint32_t>(lines.size());
    return closing;
}

StatementChange add(LedgerWriter& writer, const MadeStatement& statement) {
    writer.begin_statement(statement.header());
    for (const Line& each : statement.lines) {
        writer.add_line(each);
    }
    return writer.end_statement(statement.closing());
}

StatementChange import_statement(Ledger& ledger, const MadeStatement& statement,
                                 std::string_view file) {
    LedgerWriter writer = ledger.write(stamp());
    REQUIRE(writer.add_source_file(std::string(file), digest(file), file.size()));
    const StatementChange change = add(writer, statement);
    writer.commit();
    return change;
}

void put_items(Ledger& ledger, const std::vector<OpenItem>& items) {
    LedgerWriter writer = ledger.write(stamp());
    for (const OpenItem& item : items) {
        static_cast<void>(writer.put_item(item));
    }
    writer.commit();
}

Allocation in_transit(std::int64_t cents) {
    return {.item_id = {}, .amount = euro(cents), .gl_account = "assets:in-transit"};
}

Decision match_of(const Line& line, const std::vector<Allocation>& allocations) {
    Decision decision;
    decision.line = line.id;
    decision.method = Method::reference;
    Candidate candidate;
    candidate.allocations = allocations;
    candidate.evidence = {{.feature = Feature::amount,
                           .level = Level::equal,
                           .weight = 4100,
                           .bank_text = "10.00",
                           .ledger_text = "10.00"}};
    candidate.prior = -2000;
    candidate.log_odds = 2100;
    candidate.confidence_bp = 8909;
    decision.candidates = {candidate};
    decision.funnel.open_items = 3;
    return decision;
}

Decision exception_of(const Line& line, ExceptionReason reason) {
    Decision decision;
    decision.line = line.id;
    decision.reason = reason;
    decision.obstacles = {Obstacle::no_item_found};
    return decision;
}

std::size_t decide(Ledger& ledger, const std::vector<Decision>& decisions, std::string_view at) {
    LedgerWriter writer = ledger.write(stamp(at));
    writer.begin_run("match");
    std::size_t added = 0;
    for (const Decision& decision : decisions) {
        added += writer.add_decision(decision) ? 1U : 0U;
    }
    writer.commit();
    return added;
}

StoredModel learnt_model() {
    return {.model = {.version = "",
                      .prior = -7'000,
                      .weights = {{Feature::amount, Level::equal, 2'500},
                                  {Feature::name, Level::differs, -1'750}},
                      .certificates = {{.stratum = "document/open/name",
                                        .threshold_bp = 9'990,
                                        .pool = "document/open",
                                        .lines = 20'000,
                                        .wrong = 1,
                                        .wrong_max_per_million = 237,
                                        .basis = Basis::own}}},
            .parent = "shipped-1",
            .decisions = 700,
            .learnt_until = day("2026-01-20"),
            .judgement = {.decisions = 300,
                          .live = "shipped-1",
                          .of_live = {.loss_micro = 900'000, .right = 10, .wrong = 1},
                          .of_new = {.loss_micro = 700'000, .right = 11, .wrong = 0}},
            .made_by = {},
            .made_at = {}};
}

namespace {

// A match that was drawn, answered otherwise, and followed by an alarm that was cleared.
void add_sample(LedgerWriter& writer, LineId matched) {
    writer.draw(matched, sampled_stratum);
    CHECK_FALSE(writer.answer_sample(matched, {}));
    writer.raise_alarm({.stratum = sampled_stratum, .lines = 1, .wrong = 1});
    writer.clear_alarm(sampled_stratum, "the answer was wrong");
}

}  // namespace

Ledger filled_ledger(const std::filesystem::path& path) {
    Ledger ledger = new_ledger(path);
    put_items(ledger, {receivable("I-1", 1'000)});
    MadeStatement statement;
    statement.opening = 50'000;
    statement.lines = {line(1, 1'000, "assessment I-1"), line(2, -250, "bank charges"),
                       line(3, 70, "from our other account")};
    REQUIRE(import_statement(ledger, statement, "january.xml") == StatementChange::added);
    std::vector<Line> lines = ledger.unmatched_lines();
    std::ranges::sort(lines, {}, &Line::entry_index);
    for (const Line& each : lines) {
        if (each.amount.is_negative()) {
            decide(ledger, {exception_of(each, ExceptionReason::no_candidate)});
        } else if (each.amount == euro(70)) {
            decide(ledger, {match_of(each, {in_transit(70)})});
        } else {
            Decision matched = match_of(each, {{"I-1", euro(1'000)}});
            matched.stratum = sampled_stratum;
            decide(ledger, {matched});
        }
    }
    LedgerWriter writer = ledger.write(stamp());
    writer.activate(writer.add_model(learnt_model()));
    add_sample(writer, lines.front().id);
    writer.commit();
    return ledger;
}

void add_itemised_line(Ledger& ledger) {
    Line whole = line(1, 19'500, "batch");
    whole.detail.bank_reference = "BANK-1";
    MadeStatement statement;
    statement.account = other_iban;
    statement.lines = {whole};
    REQUIRE(import_statement(ledger, statement, "batch.xml") == StatementChange::added);

    std::vector<Line> parts{line(1, 12'000, "first"), line(1, 7'500, "second")};
    parts[0].detail_index = 1;
    parts[1].detail_index = 2;
    LedgerWriter writer = ledger.write(stamp());
    REQUIRE(writer.add_source_file("details.xml", digest("details"), 7));
    writer.begin_run("import");
    CHECK(writer.add_details({.format = "camt.054.001.08",
                              .id = "N",
                              .account = statement.header().account,
                              .amount = euro(19'500),
                              .bank_reference = "BANK-1",
                              .entry_reference = {},
                              .batch_id = {}},
                             parts) == DetailsChange::added);
    writer.commit();
}

RawDatabase::RawDatabase(const std::filesystem::path& path) {
    REQUIRE(sqlite3_open(path.c_str(), &handle_) == SQLITE_OK);
}

RawDatabase::~RawDatabase() {
    sqlite3_close(handle_);
}

std::string RawDatabase::execute(const std::string& sql) {
    char* message = nullptr;
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message);
    std::string text = message == nullptr ? "" : message;
    sqlite3_free(message);
    return code == SQLITE_OK ? "" : text;
}

std::vector<std::string> RawDatabase::column(const std::string& sql) {
    std::vector<std::string> values;
    const auto take = [](void* into, int count, char** texts, char**) {
        std::string row;
        for (int i = 0; i < count; ++i) {
            row.append(i == 0 ? "" : "|").append(texts[i] == nullptr ? "NULL" : texts[i]);
        }
        static_cast<std::vector<std::string>*>(into)->push_back(row);
        return 0;
    };
    REQUIRE(sqlite3_exec(handle_, sql.c_str(), take, &values, nullptr) == SQLITE_OK);
    return values;
}

std::string RawDatabase::value(const std::string& sql) {
    const auto values = column(sql);
    REQUIRE(values.size() == 1);
    return values.front();
}

void RawDatabase::drop_triggers() {
    for (const std::string& name :
         column("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
        REQUIRE(execute("DROP TRIGGER " + name).empty());
    }
}

std::string RawDatabase::dump() {
    std::string text;
    for (const std::string& table :
         column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
        for (const std::string& row : column("SELECT * FROM " + table)) {
            text.append(table).append("|").append(row).append("\n");
        }
    }
    return text;
}

}  // namespace afletter::test

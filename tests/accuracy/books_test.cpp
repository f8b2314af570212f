// The short way from a world to lines and items judges the same as the long one through files.
#include <afletter/parsers.hpp>

#include <string>
#include <utility>
#include <vector>

#include "accuracy/world_files.hpp"
#include "simulator/books.hpp"
#include "simulator/statements.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
namespace simulator = afletter::simulator;

// Everything of a line but its numbers in the ledger and its place in a file.
std::string shown(const Line& line) {
    const TransactionDetail& detail = line.detail;
    std::string text = std::to_string(line.entry_index) + "|" + std::to_string(line.detail_index);
    text += line.reversal ? "|reversal" : "|";
    for (const std::string& part : {to_iso(line.booking_date),
                                    to_iso(line.value_date),
                                    to_decimal(line.amount),
                                    to_decimal(detail.amount.value()),
                                    line.customer_reference,
                                    line.transaction_code,
                                    line.description,
                                    detail.bank_reference,
                                    detail.end_to_end_id,
                                    detail.mandate_id,
                                    detail.creditor_id,
                                    detail.batch_id,
                                    detail.counterparty.name,
                                    detail.counterparty.ultimate_name,
                                    std::string(text_if_known(detail.counterparty.iban)),
                                    detail.counterparty.account,
                                    detail.counterparty.bic,
                                    detail.structured_reference,
                                    detail.remittance,
                                    detail.return_reason,
                                    detail.purpose}) {
        text += "|" + part;
    }
    return text;
}

std::string shown(const OpenItem& item) {
    std::string text(name_of(item.kind));
    for (const std::string& part :
         {item.item_id, item.party_id, item.party_name, item.document_number, item.reference,
          to_iso(item.issue_date), to_iso(item.due_date.value()), to_decimal(item.amount),
          to_decimal(item.open_amount), item.description, item.mandate_id, item.end_to_end_id,
          item.batch_id, item.gl_account, item.taakveld, item.cost_centre}) {
        text += "|" + part;
    }
    for (const Iban& iban : item.party_ibans) {
        text += "|" + std::string(iban.text());
    }
    return text;
}

struct Reading final : StatementSink {
    std::vector<Line> lines;
    std::vector<Diagnostic> findings;

    void begin(const StatementHeader&) override {}
    void entry(const Entry& entry) override {
        for (Line& line : lines_of(entry, entry.booking_date.value())) {
            lines.push_back(std::move(line));
        }
    }
    void end(const StatementClosing&) override {}
    void report(Diagnostic finding) override { findings.push_back(std::move(finding)); }
};

std::vector<Line> lines_of_files(const simulator::World& world) {
    Reading reading;
    simulator::for_each_statement_file(world, simulator::FilePeriod::month,
                                       [&](const std::string& name, const std::string& bytes) {
                                           const auto source = open_memory(std::string(bytes));
                                           REQUIRE(read_statements(name, *source, reading));
                                       });
    REQUIRE(reading.findings.empty());
    return std::move(reading.lines);
}

std::vector<OpenItem> items_of_file(const simulator::World& world) {
    std::vector<OpenItem> items;
    const auto files = accuracy::files_of(world, simulator::FilePeriod::month);
    const auto source = open_memory(files.at("items.csv"));
    REQUIRE(read_open_items(
        "items.csv", *source, [&](OpenItem item) { items.push_back(std::move(item)); },
        [](const Diagnostic& finding) { FAIL(finding.message); }));
    return items;
}

template <class Value>
void check_same(const std::vector<Value>& short_way, const std::vector<Value>& long_way) {
    REQUIRE(short_way.size() == long_way.size());
    for (std::size_t place = 0; place < short_way.size(); ++place) {
        CHECK(shown(short_way[place]) == shown(long_way[place]));
    }
}

simulator::World noisy_world() {
    return simulator::make_world({.seed = 31,
                                  .lines = 1500,
                                  .mix = simulator::mix_named("nasty").value(),
                                  .format = simulator::FormatChoice::camt,
                                  .missing_percent = 5,
                                  .noise = simulator::Noise::high,
                                  .society = simulator::Society::lifelike});
}

}  // namespace

TEST_CASE("lines and items made in memory are those that the readers make of the files",
          "[books]") {
    const simulator::World world = noisy_world();
    const simulator::Books books = simulator::books_of(world);
    check_same(books.lines, lines_of_files(world));
    check_same(books.items, items_of_file(world));
}

TEST_CASE("the truth beside a line in memory is the truth of the file", "[books]") {
    const simulator::World world = noisy_world();
    const simulator::Books books = simulator::books_of(world);
    std::size_t place = 0;
    simulator::for_each_truth_row(world, [&](const simulator::TruthRow& row) {
        const simulator::LineTruth& truth = books.truths.at(place);
        CHECK(books.lines[place].detail.bank_reference == row.bank_reference);
        CHECK(truth.kind == row.kind);
        CHECK(truth.shares.size() == row.payments.size());
        ++place;
    });
    CHECK(place == books.lines.size());
}

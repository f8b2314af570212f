// `report summary`: one page that ties bank, books and what is still open.
#include <afletter/reports.hpp>

#include <array>

#include <fmt/format.h>

#include "csv_writer.hpp"
#include "json_writer.hpp"
#include "text_table.hpp"
#include "wording.hpp"

namespace afletter {

namespace {

using namespace rendering;

struct Labels {
    Text account{"account", "rekening"};
    Text bank{"bank balance", "banksaldo"};
    Text ledger{"ledger balance", "saldo grootboek"};
    Text difference{"difference", "verschil"};
    Text until{"until", "tot en met"};
    Text statements{"statements", "afschriften"};
    Text lines{"bank lines", "bankregels"};
    Text matched{"matched", "afgeletterd"};
    Text waiting{"waiting for a person", "wacht op een medewerker"};
    Text undecided{"not looked at yet", "nog niet bekeken"};
    Text what{"what", "wat"};
    Text count{"count", "aantal"};
    Text share{"share", "aandeel"};
    Text amount{"amount", "bedrag"};
    Text receivables{"open receivables", "openstaande debiteuren"};
    Text payables{"open payables", "openstaande crediteuren"};
    Text audit{"Audit trail:", "Controlespoor:"};
    Text rows{"rows, head", "regels, kop"};
};
constexpr Labels labels;

// ledger - bank; "?" where the two cannot be compared.
std::string difference_of(const AccountBalance& account) {
    const auto difference = checked_subtract(account.ledger, account.closing);
    return difference ? to_decimal(*difference) : "?";
}

std::string sums_of(const Tally& tally) {
    std::string sums;
    for (const Money& sum : tally.sums) {
        sums += fmt::format("{}{} {}", sums.empty() ? "" : ", ", to_decimal(sum),
                            sum.currency().code());
    }
    return sums;
}

// Whole per mille, so that no rounding can turn 999 of 1,000 into all.
std::string share_of(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) {
        return "";
    }
    const std::uint64_t per_mille = part * 1000 / whole;
    return fmt::format("{}.{} %", per_mille / 10, per_mille % 10);
}

class SummaryTable {
  public:
    SummaryTable(std::ostream& out, const LedgerSummary& summary, const ReportOptions& options)
        : out_(out), summary_(summary), options_(options) {}

    void write() {
        write_accounts();
        write_lines();
        out_ << fmt::format("\n{} {} {} {}\n", say(labels.audit), summary_.audit_count,
                            say(labels.rows), to_hex(summary_.audit_head));
    }

  private:
    [[nodiscard]] std::string say(const Text& text) const {
        return std::string(text.in(options_.language));
    }

    void write_accounts() {
        using enum Alignment;
        TextTable table({{say(labels.account)},
                         {say(labels.until)},
                         {say(labels.statements), right},
                         {say(labels.bank), right},
                         {say(labels.ledger), right},
                         {say(labels.difference), right}});
        for (const AccountBalance& account : summary_.accounts) {
            table.add({account.account, account.last_date ? to_iso(*account.last_date) : "",
                       std::to_string(account.statement_count), to_decimal(account.closing),
                       to_decimal(account.ledger), difference_of(account)});
        }
        table.write(out_, options_.width);
        out_ << '\n';
    }

    void write_lines() {
        using enum Alignment;
        TextTable table({{say(labels.what), left, 60},
                         {say(labels.count), right},
                         {say(labels.share), right},
                         {say(labels.amount), right}});
        add(table, say(labels.lines), summary_.lines);
        add(table, say(labels.matched), summary_.matched);
        for (const Tally& tally : summary_.matched_by_method) {
            const auto method = parse_method(tally.key);
            add(table, "  " + (method ? say(wording(*method)) : tally.key), tally);
        }
        add(table, say(labels.waiting), waiting());
        for (const Tally& tally : summary_.exceptions_by_reason) {
            const auto reason = parse_exception_reason(tally.key);
            add(table, "  " + (reason ? say(wording(*reason)) : tally.key), tally);
        }
        if (summary_.undecided.count > 0) {
            add(table, say(labels.undecided), summary_.undecided);
        }
        table.add({say(labels.receivables), std::to_string(summary_.open_receivables.count), "",
                   sums_of(summary_.open_receivables)});
        table.add({say(labels.payables), std::to_string(summary_.open_payables.count), "",
                   sums_of(summary_.open_payables)});
        table.write(out_, options_.width);
    }

    [[nodiscard]] Tally waiting() const {
        Tally tally;
        for (const Tally& reason : summary_.exceptions_by_reason) {
            tally.count += reason.count;
        }
        return tally;
    }

    void add(TextTable& table, const std::string& what, const Tally& tally) const {
        table.add({what, std::to_string(tally.count), share_of(tally.count, summary_.lines.count),
                   sums_of(tally)});
    }

    std::ostream& out_;
    const LedgerSummary& summary_;
    const ReportOptions& options_;
};

constexpr auto csv_columns = std::to_array<Column>({
    {"section", "onderdeel", CellKind::text},
    {"key", "sleutel", CellKind::reference},
    {"count", "aantal", CellKind::count},
    {"amount", "bedrag", CellKind::amount},
    {"currency", "valuta", CellKind::text},
});

struct Section {
    std::string_view name;
    std::vector<Tally> tallies;
};

std::vector<Section> sections_of(const LedgerSummary& summary) {
    return {{"lines", {summary.lines}},
            {"matched", {summary.matched}},
            {"matched_by_method", summary.matched_by_method},
            {"exceptions_by_reason", summary.exceptions_by_reason},
            {"undecided", {summary.undecided}},
            {"open_receivables", {summary.open_receivables}},
            {"open_payables", {summary.open_payables}}};
}

void write_csv(std::ostream& out, const LedgerSummary& summary, CsvDialect dialect) {
    CsvWriter csv(out, dialect, csv_columns);
    csv.heading();
    const auto balance = [&csv](std::string_view section, const AccountBalance& account,
                                const Money& amount) {
        csv.row({std::string(section), account.account, std::to_string(account.statement_count),
                 to_decimal(amount), std::string(amount.currency().code())});
    };
    for (const AccountBalance& account : summary.accounts) {
        balance("bank_balance", account, account.closing);
        balance("ledger_balance", account, account.ledger);
    }
    for (const Section& section : sections_of(summary)) {
        for (const Tally& tally : section.tallies) {
            if (tally.sums.empty()) {
                csv.row(
                    {std::string(section.name), tally.key, std::to_string(tally.count), "", ""});
            }
            for (const Money& sum : tally.sums) {
                csv.row({std::string(section.name), tally.key, std::to_string(tally.count),
                         to_decimal(sum), std::string(sum.currency().code())});
            }
        }
    }
}

void write_tally(JsonWriter& json, const Tally& tally) {
    json.begin_object();
    json.text("key", tally.key);
    json.number("count", static_cast<std::int64_t>(tally.count));
    json.begin_object("amounts");
    for (const Money& sum : tally.sums) {
        json.amount(sum.currency().code(), sum);
    }
    json.end_object();
    json.end_object();
}

void write_json(std::ostream& out, const LedgerSummary& summary) {
    JsonWriter json(out);
    json.begin_object();
    json.begin_array("accounts");
    for (const AccountBalance& account : summary.accounts) {
        json.begin_object();
        json.text("account", account.account);
        json.text("owner", account.owner);
        json.text("first_date", account.first_date ? to_iso(*account.first_date) : "");
        json.text("last_date", account.last_date ? to_iso(*account.last_date) : "");
        json.number("statements", static_cast<std::int64_t>(account.statement_count));
        json.text("currency", account.closing.currency().code());
        json.amount("opening_balance", account.opening);
        json.amount("bank_balance", account.closing);
        json.amount("ledger_balance", account.ledger);
        json.text("difference", difference_of(account));
        json.end_object();
    }
    json.end_array();
    for (const Section& section : sections_of(summary)) {
        json.begin_array(section.name);
        for (const Tally& tally : section.tallies) {
            write_tally(json, tally);
        }
        json.end_array();
    }
    json.begin_object("audit");
    json.number("count", static_cast<std::int64_t>(summary.audit_count));
    json.text("head", to_hex(summary.audit_head));
    json.end_object();
    json.end_object();
    json.line_end();
}

}  // namespace

void write_summary(std::ostream& out, const LedgerSummary& summary, const ReportOptions& options) {
    switch (options.format) {
        case Format::csv:
            write_csv(out, summary, options.dialect);
            break;
        case Format::json:
            write_json(out, summary);
            break;
        default:
            SummaryTable(out, summary, options).write();
    }
}

}  // namespace afletter

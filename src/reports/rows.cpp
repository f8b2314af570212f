// The promised columns of `matches` and `exceptions`, and how a record fills them.
#include "rows.hpp"

#include <afletter/assert.hpp>

#include <array>

#include "json_writer.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

constexpr auto match_column_list = std::to_array<Column>({
    {"line_id", "regel", CellKind::reference},
    {"account", "rekening", CellKind::reference},
    {"bank_reference", "bankreferentie", CellKind::reference},
    {"booking_date", "boekdatum", CellKind::date},
    {"line_amount", "bedrag_regel", CellKind::amount},
    {"currency", "valuta", CellKind::text},
    {"match_id", "aflettering", CellKind::reference},
    {"status", "status", CellKind::text},
    {"item_id", "post", CellKind::reference},
    {"allocated_amount", "toegewezen_bedrag", CellKind::amount},
    {"confidence", "zekerheid", CellKind::probability},
    {"method", "methode", CellKind::text},
    {"decided_by", "beslist_door", CellKind::text},
    {"decided_at", "beslist_op", CellKind::text},
});

constexpr auto exception_column_list = std::to_array<Column>({
    {"exception_id", "uitzondering", CellKind::reference},
    {"status", "status", CellKind::text},
    {"reason", "reden", CellKind::text},
    {"reason_text", "toelichting", CellKind::text},
    {"account", "rekening", CellKind::reference},
    {"account_name", "naam_rekening", CellKind::text},
    {"statement", "afschrift", CellKind::reference},
    {"line_id", "regel", CellKind::reference},
    {"booking_date", "boekdatum", CellKind::date},
    {"value_date", "valutadatum", CellKind::date},
    {"age_days", "dagen_oud", CellKind::count},
    {"amount", "bedrag", CellKind::amount},
    {"open_amount", "openstaand_bedrag", CellKind::amount},
    {"currency", "valuta", CellKind::text},
    {"counterparty_name", "naam_tegenpartij", CellKind::text},
    {"counterparty_iban", "iban_tegenpartij", CellKind::reference},
    {"structured_reference", "betalingskenmerk", CellKind::reference},
    {"end_to_end_id", "end_to_end_kenmerk", CellKind::reference},
    {"bank_reference", "bankreferentie", CellKind::reference},
    {"remittance", "omschrijving", CellKind::text},
    {"transaction_code", "transactiecode", CellKind::text},
    {"candidates", "kandidaten", CellKind::count},
    {"candidate_1", "kandidaat_1", CellKind::reference},
    {"confidence_1", "zekerheid_1", CellKind::probability},
    {"why_1", "waarom_1", CellKind::text},
    {"candidate_2", "kandidaat_2", CellKind::reference},
    {"confidence_2", "zekerheid_2", CellKind::probability},
    {"why_2", "waarom_2", CellKind::text},
    {"candidate_3", "kandidaat_3", CellKind::reference},
    {"confidence_3", "zekerheid_3", CellKind::probability},
    {"why_3", "waarom_3", CellKind::text},
    {"why_not_auto", "waarom_niet_automatisch", CellKind::text},
    {"next_step", "volgende_stap", CellKind::text},
    {"assigned_to", "toegewezen_aan", CellKind::text},
    {"first_reported", "eerst_gemeld", CellKind::date},
    {"source_file", "bronbestand", CellKind::text},
    {"source_line", "bronregel", CellKind::count},
    {"run_id", "run", CellKind::reference},
    {"decision", "beslissing", CellKind::text},
    {"decision_items", "beslissing_posten", CellKind::reference},
    {"comment", "opmerking", CellKind::text},
    {"fingerprint", "vingerafdruk", CellKind::reference},
});

constexpr std::size_t candidates_in_row = 3;

std::string counterparty_iban(const Line& line) {
    const Counterparty& party = line.detail.counterparty;
    return party.iban ? std::string(party.iban->text()) : party.account;
}

void add_candidates(Row& row, const Decision& decision, Language language) {
    row.push_back(std::to_string(decision.funnel.candidates));
    for (std::size_t i = 0; i < candidates_in_row; ++i) {
        if (i < decision.candidates.size()) {
            const Candidate& candidate = decision.candidates[i];
            row.push_back(items_of(candidate));
            row.push_back(decimal_of_probability(shown_bp(candidate)));
            row.push_back(in_words(candidate, language));
        } else {
            row.insert(row.end(), 3, "");
        }
    }
}

void add_bank_facts(Row& row, const ExceptionRecord& exception, const Date& today) {
    const LineRecord& record = exception.line;
    const Line& line = record.line;
    const TransactionDetail& detail = line.detail;
    row.insert(
        row.end(),
        {record.account, record.account_name, record.statement, to_text(line.id),
         to_iso(line.booking_date), to_iso(line.value_date),
         std::to_string(days_between(line.booking_date, today)), to_decimal(line.amount),
         to_decimal(exception.open_amount), std::string(line.amount.currency().code()),
         detail.counterparty.name, counterparty_iban(line), detail.structured_reference,
         detail.end_to_end_id, detail.bank_reference,
         detail.remittance.empty() ? line.description : detail.remittance, line.transaction_code});
}

}  // namespace

std::span<const Column> match_columns() {
    return match_column_list;
}
std::span<const Column> exception_columns() {
    return exception_column_list;
}

std::string items_of(const Candidate& candidate) {
    std::string items;
    std::string accounts;
    for (const Allocation& allocation : candidate.allocations) {
        const bool is_item = !allocation.item_id.empty();
        std::string& into = is_item ? items : accounts;
        into += (into.empty() ? "" : "+") + (is_item ? allocation.item_id : allocation.gl_account);
    }
    return items.empty() ? accounts : items;
}

std::vector<Row> rows_of(const MatchRecord& match) {
    const Line& line = match.line.line;
    const int confidence =
        match.decision.candidates.empty() ? 0 : shown_bp(match.decision.candidates.front());
    std::vector<Row> rows;
    for (const Allocation& allocation : match.allocations) {
        rows.push_back({to_text(line.id), match.line.account, line.detail.bank_reference,
                        to_iso(line.booking_date), to_decimal(line.amount),
                        std::string(line.amount.currency().code()),
                        std::to_string(match.match.value), std::string(name_of(match.status)),
                        allocation.item_id, to_decimal(allocation.amount),
                        decimal_of_probability(confidence),
                        match.decision.method ? std::string(name_of(*match.decision.method)) : "",
                        match.decided_by, to_iso(match.decided_at)});
        AFLETTER_ASSERT(rows.back().size() == match_column_list.size());
    }
    return rows;
}

Row row_of(const ExceptionRecord& exception, const ReportOptions& options) {
    const Decision& decision = exception.decision;
    AFLETTER_ASSERT(decision.reason.has_value());
    const Language language = options.language;
    Row row{exception.exception_id, "open", std::string(name_of(*decision.reason)),
            std::string(wording(*decision.reason).in(language))};
    add_bank_facts(row, exception, options.today);
    add_candidates(row, decision, language);
    row.insert(row.end(), {why_not_automatic(decision, language),
                           std::string(next_step(*decision.reason).in(language)), "",
                           to_iso(exception.first_reported), exception.line.source_file,
                           std::to_string(exception.line.line.source_line),
                           std::to_string(exception.run.value), "", "", "", exception.fingerprint});
    AFLETTER_ASSERT(row.size() == exception_column_list.size());
    return row;
}

}  // namespace afletter::rendering

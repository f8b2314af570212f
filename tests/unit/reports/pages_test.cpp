// `parse`, `explain`, `report summary`, `verify` and diagnostics.
#include <nlohmann/json.hpp>

#include "support/test.hpp"
#include "unit/reports/made_up.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

Statement statement() {
    Statement made;
    made.header = {.source = "day.sta", .format = "mt940", .statement_id = "S1", .sequence = "1"};
    made.header.account.iban = Iban::parse("NL86INGB0002445588").value();
    made.closing.opening = Balance{euros(10000), 2026y / 1 / 4, BalanceKind::booked};
    made.closing.closing = Balance{euros(8766), 2026y / 1 / 5, BalanceKind::booked};
    made.closing.balanced = true;
    Entry entry{.index = 1, .booking_date = 2026y / 1 / 5, .amount = euros(-1234)};
    entry.transaction_code = "NTRF";
    entry.details.emplace_back();
    entry.details[0].amount = euros(-1234);
    entry.details[0].remittance = "kosten";
    made.entries.push_back(entry);
    return made;
}

LedgerSummary summary() {
    LedgerSummary made;
    made.accounts.push_back({.account = "NL86INGB0002445588",
                             .last_date = 2026y / 1 / 5,
                             .opening = euros(0),
                             .closing = euros(8766),
                             .lines = euros(8766),
                             .ledger = euros(8765),
                             .statement_count = 1});
    made.lines = {"", 3, {euros(8766)}};
    made.matched = {"", 2, {euros(100)}};
    made.matched_by_method = {{"reference", 2, {euros(100)}}};
    made.exceptions_by_reason = {{"ambiguous", 1, {euros(8666)}}};
    made.audit_count = 12;
    return made;
}

template <class Write>
std::string written(Write write) {
    std::ostringstream out;
    write(out);
    return out.str();
}

std::string written_as(Format format, const Statement& statement) {
    return written([&](std::ostream& out) {
        const auto writer = make_statement_writer(out, format);
        writer->begin(statement.header);
        for (const Entry& entry : statement.entries) {
            writer->entry(entry);
        }
        writer->end(statement.closing);
    });
}

}  // namespace

TEST_CASE("a statement is one JSON object a line, with decimal strings and no empty keys",
          "[reports]") {
    const std::string line = written_as(Format::json, statement());
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    const auto json = nlohmann::json::parse(line);
    CHECK(json.at("account") == nlohmann::json({{"iban", "NL86INGB0002445588"}}));
    CHECK(json.at("opening_balance") ==
          nlohmann::json({{"amount", "100.00"}, {"currency", "EUR"}, {"date", "2026-01-04"}}));
    CHECK(json.at("closing_balance").at("amount") == "87.66");
    CHECK(json.at("balanced") == true);
    const auto& entry = json.at("entries")[0];
    CHECK(entry.at("index") == 1);
    CHECK(entry.at("amount") == "-12.34");
    CHECK(entry.at("status") == "booked");
    CHECK(entry.at("reversal") == false);
    CHECK_FALSE(entry.contains("value_date"));
    CHECK(entry.at("details")[0] ==
          nlohmann::json({{"amount", "-12.34"}, {"currency", "EUR"}, {"remittance", "kosten"}}));
}

TEST_CASE("a statement that is not whole prints what it has", "[reports]") {
    Statement bare = statement();
    bare.header.opening.reset();
    bare.closing.opening.reset();
    bare.closing.balanced.reset();
    bare.entries.clear();
    const auto json = nlohmann::json::parse(written_as(Format::json, bare));
    CHECK_FALSE(json.contains("opening_balance"));
    CHECK_FALSE(json.contains("balanced"));
    CHECK(json.at("entries").empty());
}

TEST_CASE("an input that breaks off leaves a statement that is JSON and says so", "[reports]") {
    const std::string line = written([](std::ostream& out) {
        const auto writer = make_statement_writer(out, Format::json);
        writer->begin(statement().header);
        writer->entry(statement().entries.front());
        writer->abandon();
    });
    CHECK(line.ends_with("\n"));
    const auto json = nlohmann::json::parse(line);
    CHECK(json.at("incomplete") == true);
    CHECK(json.at("entries").size() == 1);
    CHECK_FALSE(json.contains("balanced"));
}

TEST_CASE("what a bank says beyond the ordinary is in the JSON as well", "[reports]") {
    Statement rich = statement();
    rich.header.opening.reset();
    TransactionDetail& detail = rich.entries.front().details.front();
    detail.amount_details = {Money(500, Currency::parse("USD").value()), euros(-10), "1.0912"};
    add_piece(detail.other, "Refs/UETR", "a\nb");
    add_piece(detail.other, "RltdPties/Dbtr/PstlAdr/Ctry", "NL");
    detail.counterparty.ultimate_name = "Jansen";
    rich.closing.other_balances = {{"CLAV", {euros(1), {}}}};
    rich.closing.reversals = ReversalReading::turned;
    add_piece(rich.closing.other, "CpyDplctInd", "COPY");
    const auto json = nlohmann::json::parse(written_as(Format::json, rich));
    CHECK(json.at("opening_balance").at("amount") == "100.00");
    CHECK(json.at("reversals") == "turned");
    CHECK(json.at("other") == nlohmann::json({"CpyDplctInd=COPY"}));
    CHECK(json.at("other_balances") ==
          nlohmann::json::parse(R"([{"type": "CLAV", "amount": "0.01", "currency": "EUR"}])"));
    const auto& found = json.at("entries")[0].at("details")[0];
    CHECK(found.at("instructed_amount") ==
          nlohmann::json({{"amount", "5.00"}, {"currency", "USD"}}));
    CHECK(found.at("charges").at("amount") == "-0.10");
    CHECK(found.at("exchange_rate") == "1.0912");
    CHECK(found.at("counterparty").at("ultimate_name") == "Jansen");
    CHECK(found.at("other") == nlohmann::json({"Refs/UETR=a b", "RltdPties/Dbtr/PstlAdr/Ctry=NL"}));
}

TEST_CASE("a statement as CSV has a row for each detail, and for an entry without any",
          "[reports]") {
    Statement two = statement();
    two.entries.push_back({.index = 2, .amount = euros(5)});
    const std::string csv = written_as(Format::csv, two);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 3);
    CHECK(contains(csv, "day.sta,mt940,S1,1,NL86INGB0002445588,1,1,2026-01-05,,-12.34,-12.34,EUR"));
    CHECK(contains(csv, "NL86INGB0002445588,2,0,,,0.05,0.05,EUR,booked,false"));
}

TEST_CASE("the story of a match names its item, its evidence and its weights", "[reports]") {
    LineStory story{.line = line_record(), .decided_by = "clerk", .decided_at = decided};
    story.decision = match_record().decision;
    const std::string text = written([&](auto& out) { write_story(out, story, {.today = today}); });
    CHECK(contains(text, "Matched to A1, to several items it names: 99.99 % sure"));
    CHECK(contains(text, "+14"));
    CHECK(contains(text, "-8"));
    CHECK(contains(text, "+11"));
    CHECK_FALSE(contains(text, "\x1b"));
    const auto json = nlohmann::json::parse(written(
        [&](auto& out) { write_story(out, story, {.format = Format::json, .today = today}); }));
    CHECK(json.at("method") == "combination");
    CHECK(json.at("candidates")[0].at("evidence")[0].at("bank") == "5000 0567");
}

TEST_CASE("the story of a collection and of its return say what may and did come back",
          "[reports]") {
    LineStory story{.line = line_record(), .decision = match_record().decision};
    story.line.line.transaction_code = "PMNT/IDDT/ESDD";
    const auto told = [&story](Format format, Language language = Language::english) {
        return written([&](std::ostream& out) {
            write_story(out, story, {.format = format, .language = language, .today = today});
        });
    };
    CHECK(contains(told(Format::table),
                   "Revocable until 2026-03-03; if unauthorised, until 2027-02-06."));
    CHECK(contains(told(Format::table, Language::dutch), "Terug te boeken tot en met 2026-03-03"));
    CHECK(nlohmann::json::parse(told(Format::json)).at("revocable_until") == "2026-03-03");

    story.line.line.detail.return_reason = "MD06";
    CHECK(contains(told(Format::table), "MD06, the debtor wants it back"));
    CHECK(contains(told(Format::table, Language::dutch), "MD06, de betaler wil het terug"));
    CHECK_FALSE(contains(told(Format::table), "Revocable"));
    const auto json = nlohmann::json::parse(told(Format::json));
    CHECK(json.at("return_reason") == "MD06");
    CHECK(json.at("return_reason_text") == "the debtor wants it back");
    CHECK_FALSE(json.contains("revocable_until"));
    story.line.line.detail.return_reason = "ZZ99";
    CHECK(contains(told(Format::table), "  ZZ99\n"));
    CHECK_FALSE(nlohmann::json::parse(told(Format::json)).contains("return_reason_text"));
}

TEST_CASE("a candidate shows items and accounts of the general ledger apart", "[reports]") {
    LineStory story{.line = line_record(), .decision = match_record().decision};
    Candidate& chosen = story.decision.candidates.front();
    chosen.allocations.push_back(
        {.item_id = {}, .amount = euros(-5), .gl_account = "expenses:differences"});
    const auto json = nlohmann::json::parse(written([&](std::ostream& out) {
        write_story(out, story, {.format = Format::json, .today = today});
    }));
    const auto& candidate = json.at("candidates").at(0);
    CHECK(candidate.at("items") == nlohmann::json{"A1"});
    CHECK(candidate.at("allocations").size() == 1);
    CHECK(candidate.at("gl_allocations").at("expenses:differences") == "-0.05");
}

TEST_CASE("the story of an exception says why not, and what to do", "[reports]") {
    LineStory story{.line = line_record(), .decided_by = "clerk", .decided_at = decided};
    story.decision = exception_record().decision;
    const std::string english =
        written([&](auto& out) { write_story(out, story, {.today = today}); });
    CHECK(contains(english, "Not matched by itself. More than one item fits equally well."));
    CHECK(contains(english, "- If only one explanation fitted: A1 and A2 both do."));
    CHECK(contains(english, "What to do: Choose the item"));
    const std::string dutch = written(
        [&](auto& out) { write_story(out, story, {.language = Language::dutch, .today = today}); });
    CHECK(contains(dutch, "Niet automatisch afgeletterd."));
}

TEST_CASE("the summary shows every account with its difference to the books", "[reports]") {
    const std::string table =
        written([](auto& out) { write_summary(out, summary(), {.today = today}); });
    CHECK(contains(table, "NL86INGB0002445588  2026-01-05"));
    CHECK(contains(table, "-0.01"));
    CHECK(contains(table, "66.6 %"));
    const auto json = nlohmann::json::parse(written([](auto& out) {
        write_summary(out, summary(), {.format = Format::json, .today = today});
    }));
    CHECK(json.at("accounts")[0].at("difference") == "-0.01");
    CHECK(json.at("matched_by_method")[0].at("amounts").at("EUR") == "1.00");
    const std::string csv = written(
        [](auto& out) { write_summary(out, summary(), {.format = Format::csv, .today = today}); });
    CHECK(contains(csv, "bank_balance,NL86INGB0002445588,1,87.66,EUR\r\n"));
    CHECK(contains(csv, "exceptions_by_reason,ambiguous,1,86.66,EUR\r\n"));
}

TEST_CASE("verify names each control that failed, or says that all is proved", "[reports]") {
    VerifyReport report{.statements = 2, .lines = 5};
    const auto text = [&report](Format format) {
        return written([&](auto& out) { write_verify(out, report, {.format = format}); });
    };
    CHECK(contains(text(Format::table), "verified"));
    CHECK(nlohmann::json::parse(text(Format::json)).at("verified") == true);
    report.failures = {{"journal.sum", "journal 4", "sums to 0.01"}};
    CHECK(contains(text(Format::table), "journal.sum: journal 4: sums to 0.01"));
    CHECK(nlohmann::json::parse(text(Format::json)).at("failures").size() == 1);
}

TEST_CASE("a diagnostic has place, code, excerpt with caret, and a way out", "[reports]") {
    const Diagnostic diagnostic{.severity = Severity::error,
                                .code = "mt940.61.amount",
                                .place = {"day.sta", 14, 4, 99},
                                .message = "expected a decimal comma",
                                .excerpt =
                                    "\xC3\xA9"
                                    "a1250.50",
                                .hint = "Amounts in MT940 carry a comma."};
    CHECK(written([&](auto& out) { write_diagnostic(out, diagnostic, false); }) ==
          "day.sta:14:4: error[mt940.61.amount]: expected a decimal comma\n"
          "   14 | \xC3\xA9"
          "a1250.50\n"
          "      |   ^\n"
          "   Amounts in MT940 carry a comma.\n");
    CHECK(written([](auto& out) {
              write_diagnostic(out, {.severity = Severity::warning, .code = "x.y", .message = "m"},
                               false);
          }) == "warning[x.y]: m\n");
    CHECK(contains(written([&](auto& out) { write_diagnostic(out, diagnostic, true); }),
                   "\x1b[31merror[mt940.61.amount]\x1b[0m"));
}

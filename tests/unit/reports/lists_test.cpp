// `matches` and `exceptions` in every format.
#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

#include "support/process.hpp"
#include "support/test.hpp"
#include "unit/reports/made_up.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

}  // namespace

TEST_CASE("matches as CSV hold one row for each allocation", "[reports]") {
    CHECK(matches_as({.format = Format::csv, .today = today}) ==
          "line_id,account,bank_reference,booking_date,line_amount,currency,match_id,status,"
          "item_id,allocated_amount,confidence,method,decided_by,decided_at\r\n"
          "000000000010,NL86INGB0002445588,B1,2026-01-05,120.50,EUR,7,auto,A1,130.00,0.9999,"
          "combination,clerk,2026-01-06T00:00:00Z\r\n"
          "000000000010,NL86INGB0002445588,B1,2026-01-05,120.50,EUR,7,auto,A2,-9.50,0.9999,"
          "combination,clerk,2026-01-06T00:00:00Z\r\n");
}

TEST_CASE("matches as JSON have the same keys", "[reports]") {
    const auto rows = nlohmann::json::parse(matches_as({.format = Format::json, .today = today}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].at("allocated_amount") == "-9.50");
    CHECK(rows[1].at("confidence") == "0.9999");
    CHECK(rows[0].size() == 14);
}

TEST_CASE("a match without an item says where in the general ledger it is booked", "[reports]") {
    MatchRecord match = match_record();
    match.allocations = {
        {.item_id = {}, .amount = euros(12050), .gl_account = "assets:in-transit"}};
    const auto written = [&match](Format format) {
        std::ostringstream out;
        const auto writer = make_match_writer(out, {.format = format, .today = today});
        writer->add(match);
        writer->finish();
        return out.str();
    };
    const auto row = nlohmann::json::parse(written(Format::json)).at(0);
    CHECK(row.at("gl_account") == "assets:in-transit");
    CHECK_FALSE(row.contains("item_id"));
    CHECK(contains(written(Format::csv), ",auto,,120.50,"));
    CHECK(contains(written(Format::table), "assets:in-transit"));
}

TEST_CASE("a collected direct debit says until when it can be taken back", "[reports]") {
    MatchRecord match = match_record();
    match.line.line.transaction_code = "PMNT/IDDT/ESDD";
    std::ostringstream out;
    const auto writer = make_match_writer(out, {.format = Format::json, .today = today});
    writer->add(match);
    writer->finish();
    const auto row = nlohmann::json::parse(out.str()).at(0);
    CHECK(row.at("revocable_until") == "2026-03-03");
    CHECK(row.at("revocable_if_unauthorised_until") == "2027-02-06");
}

TEST_CASE("an exception as CSV fills the promised columns and disarms the bank's text",
          "[reports]") {
    const std::string csv = exceptions_as({.format = Format::csv, .today = today});
    const std::string row = csv.substr(csv.find("\r\n") + 2);
    CHECK(
        row.starts_with("E-000000000010,open,ambiguous,More than one item fits equally well.,"
                        "NL86INGB0002445588,Gemeente,S1/1,000000000010,2026-01-05,2026-01-06,27,"
                        "120.50,120.50,EUR,<b>J. de Vries</b>,,5000056789012345,,B1,"
                        "\"'=1+1; \"\"tax\"\", 2026"));
    CHECK(contains(row, ",2,A1,0.9999,"));
    CHECK(contains(row, "payment reference is the same; amount is the same; nothing else fits"));
    CHECK(row.ends_with(",,2026-01-06,day.sta,5,3,,,,00ff00ff00ff00ff\r\n"));
}

TEST_CASE("excel-nl has BOM, semicolons, decimal comma, Dutch dates and grouped references",
          "[reports]") {
    const std::string csv = exceptions_as({.format = Format::csv,
                                           .dialect = CsvDialect::excel_nl,
                                           .language = Language::dutch,
                                           .today = today});
    CHECK(csv.starts_with("\xEF\xBB\xBFuitzondering;status;reden;"));
    CHECK(contains(csv, ";05-01-2026;06-01-2026;27;120,50;120,50;EUR;"));
    CHECK(contains(csv, ";5000 0567 8901 2345;"));
    CHECK(contains(csv, ";0,9999;"));
    CHECK(contains(csv, "Meer dan één post past even goed."));
}

TEST_CASE("exceptions as JSON carry candidates whose weights add up to their log odds",
          "[reports]") {
    const auto rows =
        nlohmann::json::parse(exceptions_as({.format = Format::json, .today = today}));
    REQUIRE(rows.size() == 1);
    const auto& row = rows[0];
    CHECK(row.at("reason") == "ambiguous");
    CHECK(row.at("amount") == "120.50");
    CHECK(row.at("age_days") == 27);
    CHECK_FALSE(row.contains("counterparty_iban"));
    CHECK_FALSE(row.contains("candidate_1"));
    REQUIRE(row.at("candidates").size() == 2);
    for (const auto& candidate : row.at("candidates")) {
        double sum = candidate.at("prior");
        for (const auto& evidence : candidate.at("evidence")) {
            sum += evidence.at("weight").get<double>();
        }
        CHECK(sum == Approx(candidate.at("log_odds").get<double>()));
        CHECK(candidate.at("confidence") == Approx(0.9999));
    }
    CHECK(row.at("candidates")[0].at("allocations").at("A1") == "120.50");
    CHECK(exceptions_as({.format = Format::json, .today = today}, 0) == "[]\n");
}

TEST_CASE("exceptions on a terminal fit its width and do nothing to it", "[reports]") {
    const std::string table =
        exceptions_as({.format = Format::table, .today = today, .width = 100});
    CHECK(contains(table, "000000000010  2026-01-05  120.50 EUR  <b>J. de Vries</b>  ambiguous"));
    CHECK_FALSE(contains(table, "\x1b"));
}

TEST_CASE("the page of exceptions escapes what the bank wrote and runs nothing", "[reports]") {
    const std::string html = exceptions_as({.format = Format::html, .today = today});
    CHECK(html.starts_with("<!doctype html>"));
    CHECK(contains(html, "&lt;b&gt;J. de Vries&lt;/b&gt;"));
    CHECK_FALSE(contains(html, "<b>"));
    CHECK_FALSE(contains(html, "<script"));
    CHECK_FALSE(contains(html, "http"));
    CHECK(contains(exceptions_as({.format = Format::html, .today = today}, 0),
                   "Nothing waits for a person."));
}

TEST_CASE("the workbook holds typed cells, text references and a sheet of totals", "[reports]") {
    const TemporaryFolder folder;
    const std::string book =
        folder.write("book.xlsx", exceptions_as({.format = Format::xlsx, .today = today}, 3));
    const auto part = [&book](const std::string& name) {
        const auto outcome = run({.arguments = {"/usr/bin/unzip", "-p", book, name}});
        REQUIRE(outcome.exit_status == 0);
        return outcome.out;
    };
    CHECK(contains(part("xl/workbook.xml"), "Exceptions"));
    CHECK(contains(part("xl/workbook.xml"), "Summary"));
    const std::string sheet = part("xl/worksheets/sheet1.xml");
    CHECK(contains(sheet, "5000056789012345"));
    CHECK(contains(sheet, "<v>120.5</v>"));
    CHECK(contains(sheet, "<v>46027</v>"));  // 5 January 2026
    CHECK(contains(sheet, "=1+1"));
    CHECK_FALSE(contains(sheet, "<f>"));
    CHECK(contains(part("xl/worksheets/sheet2.xml"), "<v>361.5</v>"));
}

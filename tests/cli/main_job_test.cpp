// The main job from the command line, end to end: what a user types and what comes back.
#include <sstream>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include "cli/town.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::test;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        lines.push_back(line);
    }
    return lines;
}

// The id of the first line whose CSV row of `exceptions` holds `text`.
std::string line_with(const Town& town, const std::string& text) {
    for (const auto& row :
         nlohmann::json::parse(town.afletter({"exceptions", "--format", "json"}).out)) {
        if (contains(row.dump(), text)) {
            return row.at("line_id");
        }
    }
    return "none";
}

// Every row of every table, so that two states of a ledger can be compared.
std::string dump(const std::string& ledger) {
    return run({.arguments = {"/usr/bin/sqlite3", ledger, ".dump"}}).out;
}

}  // namespace

TEST_CASE("a town is reconciled with five commands", "[cli]") {
    const Town town;
    CHECK(town.afletter({"init"}).exit_status == 0);
    const auto items =
        town.afletter({"import", "items", town.folder.write("items.csv", town_items)});
    CHECK(items.exit_status == 0);
    CHECK(contains(items.out, "4 items added"));
    const auto statements =
        town.afletter({"import", "statements", town.folder.write("day.sta", town_statement)});
    CHECK(statements.exit_status == 0);
    CHECK(contains(statements.out, "1 statements"));
    CHECK(contains(statements.out, "4 lines booked"));
    const auto match = town.afletter({"match"});
    CHECK(match.exit_status == 0);
    CHECK(contains(match.out, "2 matched"));
    CHECK(contains(match.out, "2 left for a person"));
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

TEST_CASE("matches are listed with the promised columns, a row for each allocation", "[cli]") {
    const Town town;
    town.reconcile();
    const auto lines = lines_of(town.afletter({"matches", "--format", "csv"}).out);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] ==
          "line_id,account,bank_reference,booking_date,line_amount,currency,match_id,status,"
          "item_id,allocated_amount,confidence,method,decided_by,decided_at");
    const std::string rows = lines[1] + lines[2];
    CHECK(contains(rows, "NL86INGB0002445588,B1,2026-01-05,120.50,EUR"));
    CHECK(contains(rows, ",A1,120.50,"));
    CHECK(contains(rows, ",A2,75.00,"));
    CHECK(contains(rows, ",reference,"));
    CHECK(
        lines_of(town.afletter({"matches", "--format", "csv", "--status", "manual"}).out).size() ==
        1);
    CHECK(
        lines_of(town.afletter({"matches", "--format", "csv", "--to", "2026-01-04"}).out).size() ==
        1);
    CHECK(lines_of(town.afletter({"matches", "--format", "csv", "--from", "2026-01-05"}).out)
              .size() == 3);
    CHECK(lines_of(town.afletter({"matches", "--format", "csv", "--account", "NL00"}).out).size() ==
          1);
}

TEST_CASE("twins are for people: both are shown, neither is chosen", "[cli]") {
    const Town town;
    town.reconcile();
    const auto rows = nlohmann::json::parse(town.afletter({"exceptions", "--format", "json"}).out);
    REQUIRE(rows.size() == 2);
    for (const auto& row : rows) {
        if (row.at("amount") == "300.00") {
            CHECK(row.at("reason") == "ambiguous");
            REQUIRE(row.at("candidates").size() == 2);
            CHECK(row.at("candidates")[0].at("items")[0] == "A3");
            CHECK(row.at("candidates")[1].at("items")[0] == "A4");
        } else {
            CHECK(row.at("reason") == "no_candidate");
        }
    }
}

TEST_CASE("exceptions as CSV have the promised columns, to a file that is whole", "[cli]") {
    const Town town;
    town.reconcile();
    const auto listed = town.afletter({"exceptions", "--format", "csv", "--output", "work.csv"});
    CHECK(listed.exit_status == 0);
    CHECK(listed.out.empty());
    const auto lines = lines_of(read_file(town.folder.path() / "work.csv"));
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] ==
          "exception_id,status,reason,reason_text,account,account_name,statement,line_id,"
          "booking_date,value_date,age_days,amount,open_amount,currency,counterparty_name,"
          "counterparty_iban,structured_reference,end_to_end_id,bank_reference,remittance,"
          "transaction_code,candidates,candidate_1,confidence_1,why_1,candidate_2,confidence_2,"
          "why_2,candidate_3,confidence_3,why_3,why_not_auto,next_step,assigned_to,first_reported,"
          "source_file,source_line,run_id,decision,decision_items,comment,fingerprint");
    CHECK(town.afletter({"exceptions", "--exit-code"}).exit_status == 5);
}

TEST_CASE("every command run again changes nothing in the ledger", "[cli]") {
    const Town town;
    town.reconcile();
    const std::string before = dump(town.ledger());
    REQUIRE(contains(before, "TOWN1"));
    CHECK(contains(town.afletter({"import", "items", "items.csv"}).out, "4 items unchanged"));
    CHECK(contains(town.afletter({"import", "statements", "day.sta"}).out, "1 imported before"));
    town.folder.write("copy.sta", town_statement + "\r\n");
    CHECK(contains(town.afletter({"import", "statements", "copy.sta"}).out, "1 known already"));
    CHECK(contains(town.afletter({"match"}).out, "2 left for a person, 2 as before"));
    const std::string after = dump(town.ledger());
    CHECK(contains(after, "copy.sta"));  // another file was seen, and that is on record
    CHECK(town.afletter({"match", "--dry-run"}).exit_status == 0);
    CHECK(dump(town.ledger()) == after);
}

TEST_CASE("a dry run says what would happen and writes nothing", "[cli]") {
    const Town town;
    town.afletter({"init"});
    town.afletter({"import", "items", town.folder.write("items.csv", town_items)});
    town.afletter({"import", "statements", town.folder.write("day.sta", town_statement)});
    const std::string before = dump(town.ledger());
    const auto dry = town.afletter({"match", "--dry-run"});
    CHECK(contains(dry.out, "2 matched"));
    CHECK(contains(dry.out, "nothing was changed"));
    CHECK(dump(town.ledger()) == before);
    CHECK(contains(town.afletter({"match", "--as-of", "2026-01-04"}).out, "0 lines examined"));
}

TEST_CASE("explain tells a match and an exception apart, with weights that add up", "[cli]") {
    const Town town;
    town.reconcile();
    const std::string twins = line_with(town, "300.00");
    const auto why_not = town.afletter({"explain", twins.substr(0, 8)});
    CHECK(why_not.exit_status == 0);
    CHECK(contains(why_not.out, "A3"));
    CHECK(contains(why_not.out, "A4"));

    const auto matches = nlohmann::json::parse(town.afletter({"matches", "--format", "json"}).out);
    const std::string matched = matches[0].at("line_id");
    const auto why = town.afletter({"explain", matched});
    CHECK(contains(why.out, matches[0].at("item_id").get<std::string>()));
    CHECK(town.afletter({"waarom", matched}).out == why.out);
    CHECK_NOTHROW(
        nlohmann::json::parse(town.afletter({"explain", matched, "--format", "json"}).out));

    const auto unknown = town.afletter({"explain", "zzzzzzzzzzzz"});
    CHECK(unknown.exit_status == 1);
    CHECK(contains(unknown.err, "line.unknown"));
}

TEST_CASE("explain --versus says why not another item, kept by the run or not", "[cli]") {
    const Town town;
    town.reconcile();
    const std::string twins = line_with(town, "300.00");
    const auto twin = town.afletter({"explain", twins, "--versus", "A4"});
    CHECK(twin.exit_status == 0);
    CHECK(
        contains(twin.out, "A4 fits exactly as well as A3: nothing in the line tells them apart."));
    CHECK_FALSE(contains(twin.out, "weighed here"));

    const auto other = town.afletter({"waarom", twins, "--versus", "A1", "--lang", "nl"});
    CHECK(contains(other.out, "Waarom niet A1?"));
    CHECK(contains(other.out, "Niets leidt van deze regel naar deze post"));
    CHECK(contains(other.out, "A1 is voldaan met regel "));

    const auto json = nlohmann::json::parse(
        town.afletter({"explain", twins, "--versus", "A2", "--format", "json"}).out);
    const auto& versus = json.at("versus");
    CHECK(versus.at("item_id") == "A2");
    CHECK(versus.at("weighed_now") == true);
    CHECK(versus.at("led_to") == false);
    CHECK(versus.at("behind") > 0);
    CHECK(versus.at("payments").size() == 1);
    CHECK(json.at("candidates").size() == 2);

    const auto own = town.afletter({"explain", twins, "--versus", "A3"});
    CHECK(contains(own.out, "A3 is in the best candidate itself: A3."));
    const auto unknown = town.afletter({"explain", twins, "--versus", "A33"});
    CHECK(unknown.exit_status == 1);
    CHECK(contains(unknown.err, "item.unknown"));
    CHECK(contains(unknown.err, "Did you mean A3?"));
}

TEST_CASE("a ledger that somebody changed by hand fails its verification", "[cli]") {
    const Town town;
    town.reconcile();
    CHECK(town.afletter({"verify"}).exit_status == 0);
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(town.ledger().c_str(), &database) == SQLITE_OK);
    char* refused = nullptr;
    CHECK(sqlite3_exec(database, "UPDATE line SET amount_minor = amount_minor + 1", nullptr,
                       nullptr, &refused) != SQLITE_OK);
    sqlite3_free(refused);
    REQUIRE(sqlite3_exec(database,
                         "DROP TRIGGER line_keeps;"
                         "UPDATE line SET amount_minor = amount_minor + 1",
                         nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
    const auto verified = town.afletter({"verify"});
    CHECK(verified.exit_status == 4);
    CHECK(contains(verified.out, "statement.balance"));
}

TEST_CASE("the day's reports are in Dutch when asked", "[cli]") {
    const Town town;
    town.reconcile();
    CHECK(contains(town.afletter({"--lang", "nl", "match"}).out, "voor een medewerker"));
    const auto csv = town.afletter({"exceptions", "--format", "csv", "--dialect", "excel-nl"}).out;
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    CHECK(contains(csv, "300,00"));
    CHECK(contains(csv, "05-01-2026"));
}

// What a municipality's configuration decides about matching, from the file to the reports.
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/town.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::test;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

nlohmann::json listed(const Town& town, const std::string& what) {
    return nlohmann::json::parse(town.afletter({what, "--format", "json"}).out);
}

// The reason of each waiting line, by its amount.
std::map<std::string, std::string> reasons(const Town& town) {
    std::map<std::string, std::string> found;
    for (const auto& row : listed(town, "exceptions")) {
        found[row.at("amount")] = row.at("reason");
    }
    return found;
}

// Reconciled with this configuration, and proved.
void reconcile_with(const Town& town, const std::string& configuration) {
    town.folder.write("afletter.toml", configuration);
    town.reconcile();
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

struct Payment {
    std::string amount;  // as MT940 has it, with a comma
    std::string payer;   // account, bank and name, parted by slashes
    std::string text;
};

// A day of the town's account; `closing` as MT940 has it.
std::string day_of(const std::vector<Payment>& payments, const std::string& closing) {
    std::string text =
        ":20:TOWN1\r\n:25:NL86INGB0002445588EUR\r\n:28C:1/1\r\n:60F:C260104EUR1000,00\r\n";
    for (const Payment& payment : payments) {
        text += ":61:2601050105C" + payment.amount + "NTRFNONREF//B1\r\n:86:/CNTP/" +
                payment.payer + "///REMI/USTD//" + payment.text + "/\r\n";
    }
    return text + ":62F:C260105EUR" + closing + "\r\n-\r\n";
}

void reconcile(const Town& town, const std::string& items, const std::string& day) {
    town.afletter({"init"});
    CHECK(town.afletter({"import", "items", town.folder.write("items.csv", items)}).exit_status ==
          0);
    CHECK(town.afletter({"import", "statements", town.folder.write("day.sta", day)}).exit_status ==
          0);
    CHECK(town.afletter({"match"}).exit_status == 0);
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

const std::string unknown_payer = "NL55BNGH0285050505/BNGHNL2G/IEMAND ANDERS";

}  // namespace

TEST_CASE("references and debtor numbers of the town's own are found and called by their names",
          "[cli][rules]") {
    const std::string items =
        "item_id,kind,party_id,party_name,document_number,issue_date,currency,amount\n"
        "K1,receivable,D-001001,J. de Vries,01 2345678908 01 123,2026-01-02,EUR,120.50\n"
        "K2,receivable,D-001002,P. Jansen,F2026-0012,2026-01-02,EUR,75.00\n";
    const std::string day = day_of({{"120,50", unknown_payer, "uw kz 01.2345678908.01.123 dank"},
                                    {"75,00", unknown_payer, "F2026-0012 debiteur 1002"}},
                                   "1195,50");
    const Town plain;
    reconcile(plain, items, day);
    CHECK(listed(plain, "matches").empty());

    const Town town;
    town.folder.write("afletter.toml",
                      "[[references]]\nname = \"Kassenzeichen\"\nmask = \"01 9999999999 01 999\"\n"
                      "groups = [2]\ncheck = \"mod_11\"\nweights = [2, 3, 4, 5, 6, 7]\n"
                      "strip_prefix = \"KZ\"\n"
                      "[[references]]\nname = \"debiteurnummer\"\nmask = \"999999\"\n"
                      "strip_prefix = \"D-\"\ndrop_leading_zeros = true\nnames = \"party\"\n");
    reconcile(town, items, day);
    const auto matches = listed(town, "matches");
    REQUIRE(matches.size() == 2);
    for (const auto& match : matches) {
        const bool is_first = match.at("item_id") == "K1";
        const std::string line = match.at("line_id");
        CHECK(match.at("method") == (is_first ? "reference" : "document"));
        const std::string told = town.afletter({"explain", line}).out;
        CHECK(contains(told, is_first ? "Kassenzeichen" : "debiteurnummer"));
        const std::string json = town.afletter({"explain", line, "--format", "json"}).out;
        CHECK(contains(json,
                       is_first ? "\"type\":\"Kassenzeichen\"" : "\"type\":\"debiteurnummer\""));
        CHECK(town.afletter({"explain", line, "--versus", is_first ? "K2" : "K1"}).exit_status ==
              0);
    }
}

TEST_CASE("a difference within the tolerance is booked to the account that is configured",
          "[cli][rules]") {
    const std::string day =
        day_of({{"120,00", "NL55BNGH0285050505/BNGHNL2G/J DE VRIES", "5000056789012345"},
                {"75,40", "NL20INGB0001234567/INGBNL2A/BAKKERIJ SMIT BV", "RF18539007547034"}},
               "1195,40");
    const Town town;
    town.folder.write("afletter.toml",
                      "[matching.tolerance]\namount = \"1.00\"\ngl_account = \"8.4300\"\n");
    reconcile(town, town_items, day);
    CHECK(listed(town, "exceptions").empty());
    std::map<std::string, std::string> allocated;
    for (const auto& row : listed(town, "matches")) {
        const bool is_item = row.contains("item_id");
        CHECK(is_item != row.contains("gl_account"));
        allocated[is_item ? std::string(row.at("item_id"))
                          : std::string(row.at("gl_account")) + " of " +
                                std::string(row.at("line_amount"))] = row.at("allocated_amount");
        const std::string told = town.afletter({"explain", row.at("line_id")}).out;
        CHECK(contains(told, "is booked to 8.4300"));
        CHECK(contains(told, "as the configuration says"));
    }
    CHECK(allocated == std::map<std::string, std::string>{{"A1", "120.50"},
                                                          {"8.4300 of 120.00", "-0.50"},
                                                          {"A2", "75.00"},
                                                          {"8.4300 of 75.40", "0.40"}});
    CHECK(contains(town.afletter({"matches", "--format", "csv"}).out, ",auto,,-0.50,"));
    CHECK(run({.arguments = {"/usr/bin/sqlite3", town.ledger(),
                             "SELECT sum(amount_minor) FROM posting JOIN gl_account "
                             "ON gl_account.id = posting.gl_account "
                             "WHERE gl_account.name = '8.4300'"}})
              .out == "10\n");
    const std::string before = read_file(town.ledger());
    CHECK(town.afletter({"match"}).exit_status == 0);
    CHECK(read_file(town.ledger()) == before);
}

TEST_CASE("an amount limit and blocked parties leave lines to people", "[cli][rules]") {
    const Town town;
    reconcile_with(town,
                   "[matching]\namount_limit = \"120.49\"\nblocked_parties = [\"D2\", \"D7\"]\n");
    CHECK(listed(town, "matches").empty());
    const auto waiting = reasons(town);
    CHECK(waiting.at("120.50") == "needs_second_person");
    CHECK(waiting.at("75.00") == "party_blocked");
    CHECK(waiting.at("300.00") == "ambiguous");
    for (const auto& row : listed(town, "exceptions")) {
        const std::string told = town.afletter({"explain", row.at("line_id")}).out;
        CHECK(contains(told, "model shipped-1+"));
        CHECK(contains(told, "matching.amount_limit") ==
              (row.at("amount") == "120.50" || row.at("amount") == "300.00"));
        CHECK(contains(told, "matching.blocked_parties") == (row.at("amount") == "75.00"));
    }
    const auto dutch = town.afletter({"--lang", "nl", "exceptions", "--format", "csv"}).out;
    CHECK(contains(dutch, "een tweede persoon moet akkoord zijn"));
    CHECK(contains(dutch, "geblokkeerde relatie"));
}

TEST_CASE("a limit at the amount itself stops nothing, and a what-if says what one would",
          "[cli][rules]") {
    const Town town;
    reconcile_with(town, "[matching]\namount_limit = [\"120.50\", \"1.00 USD\"]\n");
    CHECK(listed(town, "matches").size() == 2);
    const std::string other =
        town.folder.write("other.toml", "[matching]\nblocked_parties = [\"D1\"]\n");
    const auto said =
        nlohmann::json::parse(town.afletter({"match", "--what-if", other, "--format", "json"}).out);
    CHECK(said["lost"] == 1);
    CHECK(said["rows"][0]["items_now"] == "A1");
    CHECK(said["rows"][0]["reason_then"] == "party_blocked");
    CHECK(said["model_now"] != said["model_then"]);
}

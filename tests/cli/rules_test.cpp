// What a municipality's configuration decides about matching, from the file to the reports.
#include <map>
#include <string>

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

}  // namespace

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

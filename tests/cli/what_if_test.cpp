// `match --what-if` and `learn`, as a user meets them.
#include <nlohmann/json.hpp>

#include "cli/town.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::test;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what another configuration would do is said, twice the same, and nothing is changed",
          "[cli][what-if]") {
    const Town town;
    town.reconcile();
    const std::string other =
        town.folder.write("other.toml", "[matching.thresholds]\n\"reference/open/name\" = 10000\n");
    const std::string before = read_file(town.ledger());
    const auto first = town.afletter({"match", "--what-if", other, "--format", "json"});
    const auto second = town.afletter({"match", "--what-if", other, "--format", "json"});
    CHECK(first.exit_status == 0);
    CHECK(first.out == second.out);
    CHECK(read_file(town.ledger()) == before);

    const auto said = nlohmann::json::parse(first.out);
    CHECK(said["runs"] == 1);
    CHECK(said["lines"] == 4);
    CHECK(said["booked"] == 2);
    CHECK(said["matched_now"] == 2);
    CHECK(said["matched_then"] == 1);
    CHECK(said["lost"] == 1);
    CHECK(said["model_now"] == "shipped-1");
    REQUIRE(said["rows"].size() == 1);
    CHECK(said["rows"][0]["change"] == "lost");
    CHECK(said["rows"][0]["items_now"] == "A1");

    const auto table = town.afletter({"--lang", "nl", "match", "--what-if", other});
    CHECK(contains(table.out, "zouden niet meer worden afgeletterd"));
    CHECK(contains(table.out, "Er is niets gewijzigd."));
    const auto csv = town.afletter({"match", "--what-if", other, "--format", "csv"});
    CHECK(contains(csv.out, "change,line_id,"));
    CHECK(contains(csv.out, "\r\nlost,"));
}

TEST_CASE("a what-if is not mixed with what changes the ledger", "[cli][what-if]") {
    const Town town;
    town.reconcile();
    CHECK(town.afletter({"match", "--what-if", "x.toml", "--dry-run"}).exit_status == 2);
    CHECK(town.afletter({"match", "--format", "csv"}).exit_status == 2);
    const auto missing = town.afletter({"match", "--what-if", "x.toml"});
    CHECK(missing.exit_status == 2);
    CHECK(contains(missing.err, "config.invalid"));
}

TEST_CASE("the configuration's thresholds hold for a match, and explain says so", "[cli][model]") {
    const Town town;
    town.folder.write("afletter.toml", "[matching.thresholds]\n\"reference/open/name\" = 9950\n");
    town.reconcile();
    const auto matches = nlohmann::json::parse(town.afletter({"matches", "--format", "json"}).out);
    bool seen = false;
    for (const auto& match : matches) {
        const std::string line = match["line_id"];
        const auto told =
            nlohmann::json::parse(town.afletter({"explain", line, "--format", "json"}).out);
        const bool is_changed = told["stratum"] == "reference/open/name";
        seen = seen || is_changed;
        CHECK(told["certificate"] == (is_changed ? "configured" : "shipped"));
        CHECK(std::string(told["model"]).starts_with("shipped-1+"));
    }
    CHECK(seen);
}

TEST_CASE("learning is off until it is switched on", "[cli][learning]") {
    const Town town;
    town.reconcile();
    for (const std::vector<std::string>& command : {std::vector<std::string>{"learn", "fit"},
                                                    {"learn", "status"},
                                                    {"learn", "activate", "own-1"}}) {
        const auto off = town.afletter(command);
        CHECK(off.exit_status == 1);
        CHECK(contains(off.err, "learn.off"));
    }
    town.folder.write("afletter.toml", "[learning]\nenabled = true\n");
    const auto status = town.afletter({"learn", "status"});
    CHECK(status.exit_status == 0);
    CHECK(contains(status.out, "shipped-1"));
    CHECK(contains(status.out, "Nothing was learnt yet."));
    const auto told =
        nlohmann::json::parse(town.afletter({"learn", "status", "--format", "json"}).out);
    CHECK(told["confirmed"] == 0);
    CHECK(told["needed"] == 200);
    CHECK(contains(town.afletter({"learn", "fit"}).err, "learn.too_few"));
    CHECK(contains(town.afletter({"learn", "activate", "own-1"}).err, "model.unknown"));
    CHECK(town.afletter({"learn", "activate", "shipped"}).exit_status == 0);
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

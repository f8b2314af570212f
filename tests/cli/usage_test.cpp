// Bad input, wrong usage, ledgers that are none: one clear message and the promised status.
#include <nlohmann/json.hpp>

#include "cli/town.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::test;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("help and version go to standard output and are no error", "[cli]") {
    const Town town;
    for (const char* option : {"--help", "--version", "--help-all"}) {
        const auto outcome = town.afletter({option});
        CAPTURE(option);
        CHECK(outcome.exit_status == 0);
        CHECK(contains(outcome.out, "afletter"));
        CHECK(outcome.err.empty());
    }
    CHECK(contains(town.afletter({"--help"}).out, "Examples:"));
    CHECK(contains(town.afletter({"match", "--help"}).out, "--dry-run"));
    CHECK(contains(town.afletter({"import", "items", "--help"}).out, "Example:"));
}

TEST_CASE("wrong usage exits with 2 and says what was meant", "[cli]") {
    const Town town;
    struct Row {
        std::vector<std::string> arguments;
        const char* says;
    };
    for (const Row& row : {Row{{}, "subcommand"}, Row{{"mtach"}, "Did you mean 'match'?"},
                           Row{{"import", "itmes", "x"}, "Did you mean 'items'?"},
                           Row{{"match", "--dryrun"}, "--dryrun"},
                           Row{{"matches", "--format", "xml"}, "csv|json|table"},
                           Row{{"match", "--as-of", "31-01-2026"}, "2026-01-31"},
                           Row{{"explain"}, "LINE"}, Row{{"--lang", "fr", "match"}, "fr"}}) {
        const auto outcome = town.afletter(row.arguments);
        CAPTURE(row.says, outcome.err);
        CHECK(outcome.exit_status == 2);
        CHECK(contains(outcome.err, row.says));
        CHECK(outcome.out.empty());
    }
}

TEST_CASE("a ledger that is none is refused and left as it is", "[cli]") {
    const Town town;
    const auto missing = town.afletter({"match"});
    CHECK(missing.exit_status == 1);
    CHECK(contains(missing.err, "ledger.missing"));

    const std::string text = "this is no database\n";
    town.folder.write("town.db", text);
    CHECK(town.afletter({"init"}).exit_status == 1);
    const auto wrong = town.afletter({"match"});
    CHECK(wrong.exit_status == 1);
    CHECK(contains(wrong.err, "ledger.not_a_ledger"));
    CHECK(read_file(town.ledger()) == text);
}

TEST_CASE("a bad file among good ones is set aside; the rest goes on, with status 3", "[cli]") {
    const Town town;
    town.afletter({"init"});
    town.folder.write("in/1-bad.sta", "this is not a statement\n");
    town.folder.write("in/2-good.sta", town_statement);
    std::string unbalanced = town_statement;
    unbalanced.replace(unbalanced.find("1483,16"), 7, "1483,17");
    town.folder.write("in/3-unbalanced.sta", unbalanced);
    const auto outcome = town.afletter({"import", "statements", "in"});
    CHECK(outcome.exit_status == 3);
    CHECK(contains(outcome.out, "1 statements"));
    CHECK(contains(outcome.out, "2 refused"));
    CHECK(contains(outcome.err, "1-bad.sta"));
    CHECK(contains(outcome.err, "statement.unproved"));
    CHECK(contains(outcome.err, "mt940.balance"));
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

TEST_CASE("a folder that holds nothing good changes nothing and fails", "[cli]") {
    const Town town;
    town.afletter({"init"});
    CHECK(town.afletter({"import", "statements", town.folder.write("x.sta", "nothing")})
              .exit_status == 1);
    CHECK(town.afletter({"import", "statements", "not-there"}).exit_status == 1);
    CHECK(contains(town.afletter({"import", "statements", "not-there"}).err, "source.unreadable"));
}

TEST_CASE("the same period in another form is not booked twice", "[cli]") {
    const Town town;
    town.reconcile();
    std::string other = town_statement;
    other.replace(other.find("huur"), 4, "HUUR");
    const auto outcome =
        town.afletter({"import", "statements", town.folder.write("other.sta", other)});
    CHECK(outcome.exit_status == 1);
    CHECK(contains(outcome.err, "statement.conflict"));
    CHECK(town.afletter({"verify"}).exit_status == 0);
}

TEST_CASE("items with an unknown column import nothing and name the column that was meant",
          "[cli]") {
    const Town town;
    town.afletter({"init"});
    std::string items = town_items;
    items.replace(items.find("currency"), 8, "curency");
    const auto outcome = town.afletter({"import", "items", town.folder.write("items.csv", items)});
    CHECK(outcome.exit_status == 1);
    CHECK(contains(outcome.err, "items.column.unknown"));
    CHECK(contains(outcome.err, "currency"));
    CHECK(contains(town.afletter({"report", "summary", "--format", "json"}).out, "{"));
}

TEST_CASE("parse reads standard input and needs no ledger", "[cli]") {
    const Town town;
    const auto outcome = town.afletter({"parse", "-"}, town_statement);
    CHECK(outcome.exit_status == 0);
    const auto statement = nlohmann::json::parse(outcome.out);
    CHECK(statement.at("account").at("iban") == "NL86INGB0002445588");
    CHECK(statement.at("opening_balance").at("amount") == "1000.00");
    CHECK(statement.at("closing_balance").at("amount") == "1483.16");
    CHECK(statement.at("balanced") == true);
    CHECK(statement.at("entries").size() == 4);
    CHECK(statement.at("entries")[3].at("amount") == "-12.34");
    CHECK(town.afletter({"parse", "--format", "csv", "-"}, town_statement).exit_status == 0);
    CHECK(town.afletter({"parse", "-"}, "").exit_status == 1);
}

TEST_CASE("a result that cannot be written is a failure with a reason", "[cli]") {
    const Town town;
    town.reconcile();
    const std::string to_full = std::string(AFLETTER_PROGRAM) + " --ledger " + town.ledger() +
                                " matches --format csv > /dev/full";
    const auto full = run({.arguments = {"/bin/sh", "-c", to_full}});
    CHECK(full.exit_status == 1);
    CHECK(contains(full.err, "cannot write to standard output"));
    const auto nowhere =
        town.afletter({"exceptions", "--format", "csv", "--output", "no/such/folder.csv"});
    CHECK(nowhere.exit_status == 1);
    CHECK(contains(nowhere.err, "cannot write"));
}

TEST_CASE("options come before environment, environment before configuration", "[cli]") {
    const TemporaryFolder folder;
    folder.write("afletter.toml", "lang = \"nl\"\n[ledger]\npath = \"from-file.db\"\n");
    const auto init = [&folder](std::vector<std::string> options, const char* environment) {
        std::vector<std::string> arguments{AFLETTER_PROGRAM};
        arguments.insert(arguments.end(), options.begin(), options.end());
        arguments.emplace_back("init");
        Call call{.arguments = arguments, .folder = folder.path()};
        if (environment != nullptr) {
            call.environment.push_back(std::string("AFLETTER_LEDGER=") + environment);
        }
        return run(call);
    };
    CHECK(contains(init({}, nullptr).out, "from-file.db: nieuw grootboek"));
    CHECK(contains(init({}, "from-environment.db").out, "from-environment.db"));
    CHECK(contains(init({"--ledger", "from-option.db", "--lang", "en"}, "x.db").out,
                   "from-option.db: made a new ledger"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "x.db"));
}

TEST_CASE("a mistake in the configuration is shown with its place", "[cli]") {
    const Town town;
    struct Row {
        const char* file;
        const char* place;
        const char* says;
    };
    for (const Row& row :
         {Row{"[ledger]\npaht = \"x\"\n", "c.toml:2:", "Did you mean ledger.path?"},
          Row{"[log]\nlevel = \"loud\"\n", "c.toml:2:", "debug, info, warning or error"},
          Row{"lang = 3\n", "c.toml:1:", "en or nl"}, Row{"lang = \n", "c.toml:1:", "TOML"}}) {
        town.folder.write("c.toml", row.file);
        const auto outcome = town.afletter({"--config", "c.toml", "match"});
        CAPTURE(outcome.err);
        CHECK(outcome.exit_status == 2);
        CHECK(contains(outcome.err, row.place));
        CHECK(contains(outcome.err, row.says));
    }
}

TEST_CASE("logs as JSON are one object a line, without the bank's text", "[cli]") {
    const Town town;
    town.afletter({"init"});
    const auto outcome =
        town.afletter({"--log-format", "json", "--log-level", "info", "import", "statements",
                       town.folder.write("day.sta", town_statement), "missing.sta"});
    CHECK(outcome.exit_status == 3);
    CHECK_FALSE(contains(outcome.err, "JANSEN"));
    std::size_t objects = 0;
    std::istringstream lines(outcome.err);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("{")) {
            CHECK(nlohmann::json::parse(line).contains("level"));
            ++objects;
        }
    }
    CHECK(objects == 2);
}

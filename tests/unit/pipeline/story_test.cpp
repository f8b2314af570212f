// Whole explanations of small worlds, compared with the files beside them, in both languages.
// AFLETTER_ACCEPT=1 writes those files anew; read the difference before you commit it.
#include <afletter/matchers.hpp>
#include <afletter/reports.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "support/process.hpp"
#include "support/test.hpp"
#include "unit/matchers/world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

const std::filesystem::path stories =
    std::filesystem::path(AFLETTER_SOURCE_DIR) / "tests" / "unit" / "pipeline" / "stories";

LineStory story_of(const Line& line, Decision decision) {
    return {.line = {.line = line,
                     .account = "NL86INGB0002445588",
                     .account_name = "Gemeente",
                     .statement = "S1/1",
                     .source_file = "day.sta"},
            .decision = std::move(decision),
            .match = {},
            .payments = {},
            .decided_by = "batch",
            .decided_at = std::chrono::sys_days(day("2026-02-02"))};
}

std::string told(const LineStory& story, Language language, Format format = Format::table) {
    std::ostringstream out;
    write_story(out, story, {.format = format, .language = language, .today = day("2026-02-02")});
    return out.str();
}

void check_story(const std::string& name, const Line& line, const std::vector<OpenItem>& items) {
    const LineStory story = story_of(line, decide(line, items));
    const std::string text =
        told(story, Language::english) + "\n----\n\n" + told(story, Language::dutch);
    const auto path = stories / (name + ".expected");
    if (std::getenv("AFLETTER_ACCEPT") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    CHECK(text == read_file(path));
}

OpenItem bill(const std::string& id, std::string_view amount, int number, int account,
              const std::string& name) {
    return of_party(with_document(with_reference(receivable(id, amount), payment_reference(number)),
                                  "F2026-0" + std::to_string(number)),
                    "D" + std::to_string(account), account, name);
}

// Two bills of one household and one of a neighbour.
std::vector<OpenItem> street() {
    return {bill("A1", "120.50", 4'711, 1, "J. de Vries"),
            bill("A2", "84.00", 4'823, 1, "J. de Vries"),
            bill("A3", "61.10", 5'390, 2, "M. Bakker")};
}

}  // namespace

TEST_CASE("a match by its payment reference is explained", "[pipeline][story]") {
    check_story("reference", from(line(1, "120.50", payment_reference(4'711)), 1, "J de Vries"),
                street());
}

TEST_CASE("a match by the payer's account is explained", "[pipeline][story]") {
    check_story("account", from(line(1, "84.00", "bedankt"), 1, "Vries, J. de"), street());
}

TEST_CASE("two items that fit equally well are explained", "[pipeline][story]") {
    std::vector<OpenItem> items = street();
    items.push_back(bill("A4", "84.00", 6'612, 1, "J. de Vries"));
    check_story("ambiguous", from(line(1, "84.00", "huur"), 1, "J de Vries"), items);
}

TEST_CASE("a mistyped reference is explained with the digit that differs", "[pipeline][story]") {
    std::string reference = payment_reference(4'711);
    reference[13] = reference[13] == '9' ? '8' : '9';
    check_story("mistyped", from(line(1, "120.50", "kenmerk " + reference), 7, "J de Vris"),
                street());
}

TEST_CASE("a line that nothing answers to is explained", "[pipeline][story]") {
    check_story("nothing", named(line(1, "33.00", "teruggave"), "P. Vreemd"), street());
}

TEST_CASE("an overpaid item is explained", "[pipeline][story]") {
    check_story("overpaid", from(line(1, "130.50", payment_reference(4'711)), 1, "J de Vries"),
                street());
}

TEST_CASE("a return is explained", "[pipeline][story]") {
    OpenItem paid = closed(bill("A1", "120.50", 4'711, 1, "J. de Vries"));
    paid.end_to_end_id = "INCASSO-2026-4711";
    Line returned = from(line(1, "-120.50", "storno"), 1, "J de Vries");
    returned.detail.return_reason = "AM04";
    returned.detail.end_to_end_id = paid.end_to_end_id;
    check_story("return", returned, {paid});
}

TEST_CASE("a line that no run has looked at is told to wait for one", "[pipeline][story]") {
    const LineStory story = story_of(line(1, "33.00", "teruggave"), Decision{});
    CHECK(told(story, Language::english) ==
          "000000000001  2026-02-01  33.00 EUR  NL86INGB0002445588\n"
          "  text                  teruggave\n"
          "  file                  day.sta:0\n"
          "\n"
          "No run has looked at this line yet: run `afletter match`.\n");
    CHECK(nlohmann::json::parse(told(story, Language::dutch, Format::json)).at("conclusion") ==
          "Deze regel is nog niet bekeken. Draai `afletter match`.");
}

TEST_CASE("the JSON of an explanation has all four layers, and nothing that is null",
          "[pipeline][story]") {
    std::string reference = payment_reference(4'711);
    std::swap(reference[12], reference[13]);
    const Line repaired = from(line(1, "120.50", reference), 1, "");
    const std::string text =
        told(story_of(repaired, decide(repaired, street())), Language::english, Format::json);
    CHECK(text.find("null") == std::string::npos);
    const auto json = nlohmann::json::parse(text);
    CHECK(json.at("method") == "fuzzy");
    CHECK(json.at("model") == "shipped-1");
    CHECK(json.at("threshold") == 0.99);
    CHECK(json.at("stratum") == "repair/open/account");
    CHECK(json.at("search").at("by_repair") == 1);
    CHECK(json.at("search").at("items") == 3);
    const auto& evidence = json.at("candidates")[0].at("evidence")[0];
    CHECK(evidence.at("feature") == "reference");
    CHECK(evidence.at("verdict") == "one typing error away");
    CHECK(evidence.at("bank_differs") == nlohmann::json({13, 14}));
    CHECK(evidence.at("ledger_differs") == nlohmann::json({13, 14}));
    REQUIRE(json.at("runners_up").size() == 1);
    CHECK(json.at("runners_up")[0].at("items") == nlohmann::json({"A2"}));
    CHECK(json.at("runners_up")[0].at("sentence").get<std::string>().starts_with("A2 would need "));
    CHECK(json.at("would_stop").empty());  // no fact alone
    const Line by_account = from(line(1, "120.50", "rekening"), 1, "J de Vries");
    const auto other = nlohmann::json::parse(told(
        story_of(by_account, decide(by_account, {bill("A1", "120.50", 4'711, 1, "J. de Vries")})),
        Language::english, Format::json));
    REQUIRE_FALSE(other.at("would_stop").empty());
    CHECK(other.at("would_stop")[0].at("without") == "account");
}

// The pieces of an explanation: marks, differences that add up, and a sentence for everything.
#include <algorithm>

#include "story/comparison.hpp"
#include "story/conclusion.hpp"
#include "story/differences.hpp"
#include "story/figures.hpp"
#include "story/items.hpp"
#include "story/kind_of_evidence.hpp"
#include "story/remedies.hpp"
#include "story/verdicts.hpp"
#include "story/wrapped_table.hpp"
#include "support/test.hpp"
#include "unit/reports/made_up.hpp"

namespace {

using namespace afletter;
using namespace afletter::rendering;
using namespace afletter::test;

constexpr Language both[] = {Language::english, Language::dutch};
constexpr std::size_t obstacle_count = static_cast<std::size_t>(Obstacle::stopped_by_sample) + 1;

struct Marks {
    std::string bank;
    std::string ledger;
    friend bool operator==(const Marks&, const Marks&) = default;
};
Marks marks_of(Feature feature, Level level, const std::string& bank, const std::string& ledger) {
    const MarkedPair pair = marked_pair({feature, level, 0, bank, ledger});
    return {carets_below(pair.bank), carets_below(pair.ledger)};
}

Candidate with_evidence(const std::string& item, std::vector<Evidence> evidence) {
    Candidate made;
    made.allocations = {{item, euros(100)}};
    made.evidence = std::move(evidence);
    made.prior = -8'000;
    made.log_odds = made.prior;
    for (const Evidence& each : made.evidence) {
        made.log_odds += each.weight;
    }
    made.confidence_bp = confidence_bp_of(made.log_odds);
    return made;
}

LineStory story_with(std::vector<Obstacle> obstacles, std::vector<Candidate> candidates) {
    LineStory story{.line = line_record(), .decided_by = "clerk", .decided_at = decided};
    story.decision.reason = ExceptionReason::low_confidence;
    story.decision.obstacles = std::move(obstacles);
    story.decision.candidates = std::move(candidates);
    return story;
}

}  // namespace

TEST_CASE("the letters that differ inside a number are marked on both sides", "[reports][story]") {
    struct Row {
        const char* bank;
        const char* ledger;
        Marks marks;
    };
    const auto row = GENERATE(
        Row{"5000056789012345", "5000056789012345", {"", ""}},
        Row{"5000 0567 8901 2345", "5000056789012345", {"", ""}},  // blanks are no difference
        Row{"5000156789012345", "5000056789012345", {"    ^", "    ^"}},
        Row{"5000 1567 8901 2345", "5000056789012345", {"     ^", "    ^"}},
        Row{"5000065789012345", "5000056789012345", {"     ^^", "     ^^"}},   // swapped
        Row{"500005678901234", "5000056789012345", {"", "               ^"}},  // lost
        Row{"F2026-00422", "F2026-0042", {"         ^", ""}},                  // gained
        Row{"f2026-0042", "F2026-0042", {"", ""}},
        Row{"1234", "5000056789012345", {"", ""}},  // nothing in common: no marks
        Row{"5000056789012346", "5000056789012345, 5000056789012347", {"", ""}});  // a list
    CAPTURE(row.bank, row.ledger);
    CHECK(marks_of(Feature::reference, Level::similar, row.bank, row.ledger) == row.marks);
}

TEST_CASE("the words of a name are compared whatever their order", "[reports][story]") {
    struct Row {
        const char* bank;
        const char* ledger;
        Marks marks;
    };
    const auto row =
        GENERATE(Row{"Vries, J. de", "J. de Vries", {"", ""}},
                 Row{"J. de Vris", "J. de Vries", {"", "         ^"}},
                 Row{"J. de Vries-Bakker", "J. de Vries", {"            ^^^^^^", ""}},
                 Row{"Bakkerij Smit BV", "Kapsalon Jansen", {"", ""}},  // other people: no marks
                 Row{"Jos\xC3\xA9 Brug", "Jose Brug", {"   ^", "   ^"}});
    CAPTURE(row.bank, row.ledger);
    CHECK(marks_of(Feature::name, Level::similar, row.bank, row.ledger) == row.marks);
    CHECK(marks_of(Feature::name, Level::equal, row.bank, row.ledger) == Marks{});
}

TEST_CASE("of texts that are taken for different only a near miss is marked", "[reports][story]") {
    CHECK(marks_of(Feature::name, Level::differs, "J de Vris", "J. de Vries") ==
          Marks{"", "         ^"});
    CHECK(marks_of(Feature::name, Level::differs, "Vries, J. de", "J. de Vries") == Marks{});
    CHECK(marks_of(Feature::account, Level::other, "NL86INGB0002445588", "NL85INGB0002445578") ==
          Marks{"   ^            ^", "   ^            ^"});
    CHECK(marks_of(Feature::reference, Level::other, "6000000000004711", "1000000000005823") ==
          Marks{});
}

TEST_CASE("a line is broken at a blank, and never before a percent sign", "[reports][story]") {
    const auto broken = [](const char* text) {
        std::string lines;
        for (const MarkedText& line : wrapped(letters_of(text), 10)) {
            lines += shown(line, false) + "|";
        }
        return lines;
    };
    CHECK(broken("it is 99.99 % sure") == "it is|99.99 %|sure|");
    CHECK(broken("1234567890") == "1234567890|");
    CHECK(broken("1234567890 2") == "1234567890|2|");
    CHECK(broken("12345678901") == "1234567890|1|");
    CHECK(broken("") == "|");
}

TEST_CASE("a mark is a caret without colour, and red as well with it", "[reports][story]") {
    MarkedText text = letters_of("1234\x1b[2J");
    text[1].marked = true;
    CHECK(carets_below(text) == " ^");
    CHECK(shown(text, false) == "1234\\x1b[2J");
    CHECK(shown(text, true) == "1\x1b[1;31m2\x1b[0m34\\x1b[2J");
}

TEST_CASE("a table wraps words rather than cutting them, and keeps numbers whole",
          "[reports][story]") {
    WrappedTable table({{"fact"}, {"number"}, {"weight", Alignment::right}});
    MarkedText number = letters_of("5000056789012345");
    number[15].marked = true;
    table.add({letters_of("part of the document number"), number, letters_of("+14.000")});
    std::ostringstream out;
    table.write(out, 50, false);
    CHECK(out.str() ==
          "  fact                   number             weight\n"
          "  ---------------------  ----------------  -------\n"
          "  part of the document   5000056789012345  +14.000\n"
          "  number                                ^\n");
    out.str("");
    table.write(out, 50, true);
    CHECK(contains(out.str(), "500005678901234\x1b[1;31m5\x1b[0m  +14.000\n"));
}

TEST_CASE("what two explanations differ adds up to how far one is behind", "[reports][story]") {
    const Candidate best =
        with_evidence("I-1", {{Feature::amount, Level::equal, 3'000, "", ""},
                              {Feature::account, Level::equal, 9'000, "", ""},
                              {Feature::competition, Level::rivals, -5, "", ""}});
    const Candidate other =
        with_evidence("I-2", {{Feature::reference, Level::similar, 2'500, "", ""},
                              {Feature::amount, Level::equal, 3'000, "", ""},
                              {Feature::account, Level::other, -3'000, "", ""},
                              {Feature::competition, Level::rivals, -9'505, "", ""}});
    const rendering::Comparison comparison(best, other);
    MilliNats sum = 0;
    for (const FeatureDifference& difference : comparison.features()) {
        sum += difference.behind();
    }
    CHECK(sum == comparison.behind());
    CHECK(comparison.behind() == 9'500);
    CHECK(
        comparison.sentence(Language::english) ==
        "I-2 would need 9.500 more to be level with I-1, being some 13,000 times less likely: the "
        "account is another party's.");
    CHECK(comparison.sentence(Language::dutch) ==
          "I-2 komt 9.500 tekort om gelijk te staan met I-1, en is zo'n 13.000 keer minder "
          "waarschijnlijk: de rekening is van een andere relatie.");
    CHECK(rendering::Comparison(other, best).sentence(Language::english) ==
          "I-1 is 9.500 ahead of I-2, being some 13,000 times likelier: the account is another "
          "party's (I-2).");
    CHECK(rendering::Comparison(best, best).sentence(Language::english) ==
          "I-1 fits exactly as well as I-1: nothing in the line tells them apart.");
}

TEST_CASE("of many items a sentence names the first, and how many there are", "[reports][story]") {
    Candidate batch = candidate("I-1", 100);
    CHECK(few_items_of(batch) == "I-1");
    for (int i = 2; i <= 5; ++i) {
        batch.allocations.push_back({"I-" + std::to_string(i), euros(100)});
    }
    CHECK(few_items_of(batch) == "I-1+I-2+I-3+I-4+I-5");
    batch.allocations.push_back({"I-6", euros(100)});
    CHECK(few_items_of(batch) == "I-1+I-2+I-3+I-4+I-5+... (6)");
}

TEST_CASE("what speaks against an explanation may be that the line does not name it",
          "[reports][story]") {
    const Candidate best = with_evidence("I-1", {{Feature::document, Level::equal, 8'000, "", ""},
                                                 {Feature::amount, Level::equal, 3'000, "", ""}});
    const Candidate other = with_evidence("I-2", {{Feature::amount, Level::below, -4'000, "", ""}});
    CHECK(rendering::Comparison(best, other).sentence(Language::english) ==
          "I-2 would need 15.000 more to be level with I-1, being more than a million times less "
          "likely: the line does not name its document number and the amount is less than is "
          "open.");
}

TEST_CASE("an amount that is not what is open says by how much", "[reports][story]") {
    const auto verdict = [](Level level, const char* bank, const char* ledger) {
        return verdict_of({Feature::amount, level, 0, bank, ledger}, Language::english);
    };
    CHECK(verdict(Level::below, "84.00", "120.00") == "36.00 less than is open");
    CHECK(verdict(Level::above, "-120.50", "-120.00") == "0.50 more than is open");
    CHECK(verdict(Level::above, "1500", "1200") == "300 more than is open");  // yen
    CHECK(verdict(Level::above, "84.00", "") == "more than is open");
    CHECK(weight_text(0) == "0.000");
    CHECK(weight_text(-127) == "-0.127");
    CHECK(weight_text(14'000) == "+14.000");
}

TEST_CASE("every obstacle has a sentence that a person can act on, in both languages",
          "[reports][story]") {
    const Candidate best =
        with_evidence("I-1", {{Feature::document, Level::differs, -2'000, "2026-77", ""},
                              {Feature::amount, Level::below, -4'000, "84.00", "120.00"},
                              {Feature::account, Level::other, -3'000, "NL86INGB0002445588", ""},
                              {Feature::name, Level::differs, -1'500, "X", "J. de Vries"},
                              {Feature::date, Level::below, -3'000, "2026-01-05", "2026-01-09"}});
    for (const Language language : both) {
        for (std::size_t i = 0; i < obstacle_count; ++i) {
            const auto obstacle = static_cast<Obstacle>(i);
            for (const auto& candidates :
                 {std::vector<Candidate>{}, std::vector{best}, std::vector{best, best}}) {
                const auto remedies = remedies_of(story_with({obstacle}, candidates), language);
                REQUIRE(remedies.size() == 1);
                CAPTURE(name_of(obstacle), remedies[0].text);
                CHECK(remedies[0].text.size() > 20);
                CHECK(remedies[0].text.ends_with('.') + remedies[0].text.ends_with('?') == 1);
                CHECK(remedies[0].text.find_first_of("{}") == std::string::npos);
                CHECK((language == Language::dutch) == remedies[0].text.starts_with("Als "));
            }
        }
    }
    const auto text = [&best](Obstacle obstacle) {
        return remedies_of(story_with({obstacle}, {best}), Language::english).front().text;
    };
    CHECK(contains(text(Obstacle::amount_not_equal), "If the amount had been 120.00"));
    CHECK(contains(text(Obstacle::account_of_another), "NL86INGB0002445588"));
    CHECK(contains(text(Obstacle::account_of_another), "J. de Vries"));
    CHECK(contains(text(Obstacle::unknown_number_in_text), "the number 2026-77"));
    CHECK(contains(text(Obstacle::paid_before_issue), "on or after 2026-01-09"));
}

TEST_CASE("a kind of evidence says from what confidence it is booked, or why never",
          "[reports][story]") {
    Decision decision;
    CHECK(kind_sentence(decision, Language::english).empty());
    decision.stratum = "document/open/none";
    CHECK(kind_sentence(decision, Language::english) ==
          "Kind of evidence: a document number, for exactly what is open, nothing confirms the "
          "payer (document/open/none). It is never booked by itself: one typing error makes such a "
          "number another's, so account or name must confirm it.");
    decision.threshold_bp = 9'900;
    decision.candidates = {candidate("I-1", 100)};
    CHECK(kind_sentence(decision, Language::dutch) ==
          "Soort bewijs: een documentnummer, voor precies wat er openstaat, niets bevestigt de "
          "betaler (document/open/none). Dit wordt vanzelf geboekt vanaf 99.00 % zekerheid. De "
          "gewichten zeggen 99.99 %.");
    CHECK(kind_in_words("gift/open", Language::english) == "gift/open");
}

TEST_CASE("a match tells without which fact it would not have been sure enough",
          "[reports][story]") {
    Decision decision;
    decision.method = Method::iban_amount;
    decision.candidates = {with_evidence("I-1", {{Feature::amount, Level::equal, 3'000, "", ""},
                                                 {Feature::rarity, Level::rare, 4'000, "", ""},
                                                 {Feature::account, Level::equal, 9'000, "", ""},
                                                 {Feature::name, Level::differs, -1'500, "", ""}})};
    CHECK(counterfactuals_of(decision, Language::english)
              .empty());  // no threshold, no counterfactual
    decision.threshold_bp = 9'900;
    const auto found = counterfactuals_of(decision, Language::english);
    REQUIRE(found.size() == 3);
    CHECK(found[0].feature == Feature::account);
    CHECK(found[0].log_odds == decision.candidates[0].log_odds - 9'000);
    CHECK(found[0].confidence_bp == 759);
    CHECK(found[0].text == "Without \"account\" (+9.000) it would be 7.59 % sure: too little.");
    decision.threshold_bp = 100;
    CHECK(counterfactuals_of(decision, Language::english).empty());
}

TEST_CASE("who settled an item is told with the line and its day", "[reports][story]") {
    LineStory story = story_with({Obstacle::item_closed}, {candidate("A1", 12050)});
    story.payments = {{"A1", LineId{33}, 2026y / 1 / 4, euros(12050)}};
    std::ostringstream out;
    write_story(out, story, {.today = today});
    CHECK(contains(out.str(), "If A1 were still open."));
    CHECK(contains(out.str(),
                   "A1 was settled by line 000000000011, booked 2026-01-04 (120.50 EUR)."));
}

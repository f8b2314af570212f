// What leaves for a terminal, a spreadsheet or a program can do no harm there.
#include <nlohmann/json.hpp>

#include "csv_writer.hpp"
#include "json_writer.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"
#include "text_table.hpp"
#include "unit/reports/made_up.hpp"
#include "utf8.hpp"
#include "wording.hpp"

namespace {

using namespace afletter;
using namespace afletter::rendering;
using namespace afletter::test;

}  // namespace

TEST_CASE("the standard's cells are quoted and disarmed as it says", "[reports]") {
    for (const auto& vector : standard_vectors("csv_text_cell")) {
        CAPTURE(vector.input);
        CHECK(csv_text_cell(vector.input) == vector.expect);
    }
    CHECK(csv_text_cell("=1+1") == "\"'=1+1\"");
    CHECK(csv_text_cell("-1") == "\"'-1\"");
    CHECK(csv_text_cell("1-1") == "1-1");
    CHECK(csv_text_cell("") == "");
    CHECK(csv_text_cell("two\nlines") == "\"two\nlines\"");
    CHECK(csv_text_cell("bad \xFF byte") == "bad \xEF\xBF\xBD byte");
}

TEST_CASE("the standard's terminal texts are shown and not acted on", "[reports]") {
    for (const auto& vector : standard_vectors("terminal_escape")) {
        CAPTURE(vector.input);
        CHECK(printable(vector.input) == vector.expect);
    }
    CHECK(printable("\x1b[2J") == "\\x1b[2J");
    CHECK(printable("caf\xC3\xA9") == "caf\xC3\xA9");
    CHECK(printable("\xE9t\xE9") == "\\xe9t\\xe9");
    CHECK(printable("\xE2\x80\xAEgnp") == "\\u202egnp");
    CHECK(printable("\x7F") == "\\x7f");
}

TEST_CASE("text that is no UTF-8 is found byte by byte", "[reports]") {
    struct Row {
        const char* bytes;
        bool valid;
    };
    for (const Row& row :
         {Row{"\xC2\x80", true}, Row{"\xC1\xBF", false}, Row{"\xE0\xA0\x80", true},
          Row{"\xE0\x9F\xBF", false}, Row{"\xED\x9F\xBF", true}, Row{"\xED\xA0\x80", false},
          Row{"\xF0\x90\x80\x80", true}, Row{"\xF0\x8F\xBF\xBF", false},
          Row{"\xF4\x8F\xBF\xBF", true}, Row{"\xF4\x90\x80\x80", false}, Row{"\xC2", false},
          Row{"\xE2\x82", false}, Row{"\x80", false}}) {
        CHECK(first_code_point(row.bytes).valid == row.valid);
    }
}

TEST_CASE("long text is cut between characters", "[reports]") {
    CHECK(shortened("na\xC3\xAF"
                    "ef",
                    5) ==
          "na\xC3\xAF"
          "ef");
    CHECK(shortened("na\xC3\xAFviteit", 4) == "na\xC3\xAF\xE2\x80\xA6");
}

TEST_CASE("JSON text is escaped as RFC 8259 has it", "[reports]") {
    const std::string text = "quote \" slash \\ line\nreturn\r tab\t bell\a caf\xC3\xA9";
    CHECK(nlohmann::json::parse(json_text(text)) == text);
    CHECK_NOTHROW(nlohmann::json::parse(json_text("\xFF")));
}

TEST_CASE("thousandths and probabilities print without floating point", "[reports]") {
    CHECK(decimal_of_thousandths(4100) == "4.1");
    CHECK(decimal_of_thousandths(-4123) == "-4.123");
    CHECK(decimal_of_thousandths(-5) == "-0.005");
    CHECK(decimal_of_thousandths(0) == "0");
    CHECK(decimal_of_thousandths(12000) == "12");
    CHECK(decimal_of_probability(9999) == "0.9999");
    CHECK(decimal_of_probability(1) == "0.0001");
    CHECK(decimal_of_probability(10000) == "1.0000");
}

TEST_CASE("every reason, obstacle, method and piece of evidence has words in both languages",
          "[reports]") {
    for (const Language language : {Language::english, Language::dutch}) {
        for (int i = 0; i <= static_cast<int>(ExceptionReason::needs_second_person); ++i) {
            CHECK_FALSE(wording(static_cast<ExceptionReason>(i)).in(language).empty());
            CHECK_FALSE(next_step(static_cast<ExceptionReason>(i)).in(language).empty());
        }
        for (int i = 0; i <= static_cast<int>(Obstacle::stopped_by_sample); ++i) {
            CHECK_FALSE(wording(static_cast<Obstacle>(i)).in(language).empty());
        }
        for (int i = 0; i <= static_cast<int>(Method::reversal); ++i) {
            CHECK_FALSE(wording(static_cast<Method>(i)).in(language).empty());
        }
        for (std::size_t feature = 0; feature < feature_count; ++feature) {
            for (std::size_t level = 0; level < level_count; ++level) {
                const Evidence evidence{static_cast<Feature>(feature), static_cast<Level>(level), 0,
                                        "", ""};
                CHECK_FALSE(in_words(evidence, language).empty());
            }
        }
    }
}

TEST_CASE("a table's last column gives way to the width of the terminal", "[reports]") {
    TextTable table({{"id"}, {"amount", Alignment::right}, {"text", Alignment::left, 80}});
    table.add({"1", "12.00", std::string(60, 'x')});
    std::ostringstream out;
    table.write(out, 40);
    std::istringstream lines(out.str());
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        CHECK(width_of(line) <= 40);
    }
    CHECK(count == 3);
    CHECK(contains(out.str(), "1    12.00  xxx"));
}

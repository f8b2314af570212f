// How findings are counted, cut short and worded.
#include <vector>

#include "findings.hpp"
#include "support/test.hpp"

namespace afletter::test {

TEST_CASE("a hundred errors and a hundred warnings are shown, and the rest is counted",
          "[parsers][findings]") {
    struct Example {
        std::size_t errors;
        std::size_t warnings;
        std::size_t shown;
        std::string last;
    };
    const Example examples[] = {{100, 100, 200, "m"},
                                {101, 0, 101, "and 1 more"},
                                {0, 130, 101, "and 30 more"},
                                {150, 101, 201, "and 51 more"}};
    for (const Example& example : examples) {
        std::vector<Diagnostic> shown;
        afletter::Findings findings(
            "f", [&shown](Diagnostic finding) { shown.push_back(std::move(finding)); });
        for (std::size_t i = 0; i < example.warnings; ++i) {
            findings.add({Severity::warning, "w", {}, "m", "", ""});
        }
        for (std::size_t i = 0; i < example.errors; ++i) {
            findings.add({Severity::error, "e", {}, "m", "", ""});
        }
        findings.close();
        CHECK(shown.size() == example.shown);
        CHECK(shown.back().message == example.last);
        CHECK(findings.has_errors() == (example.errors > 0));
    }
}

TEST_CASE("text of an input cannot steer the terminal it is shown on", "[parsers][findings]") {
    CHECK(in_quotes("plain é") == "'plain é'");
    CHECK(in_quotes("a\x1b[31m\n") == "'a\\x1b[31m\\x0a'");
    CHECK(in_quotes(std::string(60, 'x')) == "'" + std::string(60, 'x') + "'");
    CHECK(in_quotes(std::string(61, 'x')) == "'" + std::string(60, 'x') + "...'");
}

}  // namespace afletter::test

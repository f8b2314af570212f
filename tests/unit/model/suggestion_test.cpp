// "Did you mean ...?"
#include <afletter/suggestion.hpp>

#include <vector>

#include "support/test.hpp"

TEST_CASE("a mistyped word suggests the known one with the fewest edits", "[suggestion]") {
    const std::vector<std::string> known{"match", "matches", "import", "explain", "init"};
    struct Row {
        const char* word;
        const char* nearest;
    };
    for (const Row& row : {Row{"mtach", "match"}, Row{"matchs", ""}, Row{"explian", "explain"},
                           Row{"imprt", "import"}, Row{"int", "init"}, Row{"resolve", ""},
                           Row{"", ""}, Row{"x", ""}}) {
        CAPTURE(row.word);
        CHECK(afletter::closest(row.word, known) == row.nearest);
    }
    CHECK(afletter::closest("import", known) == "import");
}

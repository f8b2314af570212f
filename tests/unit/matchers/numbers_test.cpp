// Numbers in free text: borders, shapes, typing errors.
#include <string>
#include <vector>

#include "support/test.hpp"
#include "text/number_text.hpp"
#include "text/numbers.hpp"
#include "text/other_numbers.hpp"

using namespace afletter::matching;

namespace {

bool finds(std::string_view text, std::string_view canonical) {
    const NumberText parts(text);
    bool found = false;
    parts.for_each_span(
        NumberText::number_max, [&](ShapeKey shape) { return shape == shape_key(canonical); },
        [&](const NumberSpan&, std::string_view number) { found = found || number == canonical; });
    return found;
}

std::vector<std::string> leftovers(std::string_view text) {
    const NumberText parts(text);
    WordMarks marks(parts);
    mark_other_numbers(parts, marks);
    std::vector<std::string> found;
    for (const NumberSpan& span : leftover_numbers(parts, marks)) {
        found.emplace_back(parts.canonical(span));
    }
    return found;
}

}  // namespace

TEST_CASE("a number is found at word borders, with signs inside", "[matchers][text]") {
    CHECK(finds("betreft 2026-0012", "20260012"));
    CHECK(finds("betreft 5000.0567.8901.2345 dank", "5000056789012345"));
    CHECK(finds("betreft 5000 0567 8901 2345", "5000056789012345"));
    CHECK(finds("factuur:f2026/0012.", "F20260012"));
    CHECK(finds("nr.20260012", "20260012"));
    CHECK(finds("20260012,20260013", "20260013"));
    CHECK_FALSE(finds("x20260012", "20260012"));
    CHECK_FALSE(finds("202600123", "20260012"));
    CHECK_FALSE(finds("2026-0012-3", "20260012"));
    CHECK_FALSE(finds("9.2026-0012", "20260012"));
    CHECK_FALSE(finds("2026, 0012", "20260012"));
    CHECK_FALSE(
        finds("caf\xc3\xa9"
              "20260012",
              "20260012"));
}

TEST_CASE("a number has at least four characters and a digit", "[matchers][text]") {
    CHECK(finds("nota A123", "A123"));
    CHECK_FALSE(finds("nota 123", "123"));
}

TEST_CASE("dates, amounts, IBANs, periods and telephones are not numbers of documents",
          "[matchers][text]") {
    CHECK(leftovers("op 31-01-2026").empty());
    CHECK(leftovers("op 2026-01-31").empty());
    CHECK(leftovers("op 31/1/26").empty());
    CHECK(leftovers("EUR 123.456,78").empty());
    CHECK(leftovers("van NL91 ABNA 0417 1643 00 naar ons").empty());
    CHECK(leftovers("periode 2026 03").empty());
    CHECK(leftovers("bel 06-12345678").empty());
    CHECK(leftovers("bel 06-1234567") == std::vector<std::string>{"061234567"});
    CHECK(leftovers("32-01-2026") == std::vector<std::string>{"32012026"});
    CHECK(leftovers("klant 123456,789") == std::vector<std::string>{"123456"});
    CHECK(leftovers("NL92ABNA0417164300") == std::vector<std::string>{"NL92ABNA0417164300"});
    CHECK(leftovers("12 34 56 en 12 34") == std::vector<std::string>{"123456"});
}

TEST_CASE("one typing error is one character wrong, lost, gained or two swapped",
          "[matchers][text]") {
    CHECK(differ_by_one("20260012", "20260013"));
    CHECK(differ_by_one("20260012", "20260021"));
    CHECK(differ_by_one("20260012", "2026012"));
    CHECK(differ_by_one("2026012", "20260012"));
    CHECK_FALSE(differ_by_one("20260012", "20260012"));
    CHECK_FALSE(differ_by_one("20260012", "20260023"));
    CHECK_FALSE(differ_by_one("20260012", "260012"));
}

TEST_CASE("a shape keeps letters and digits apart", "[matchers][text]") {
    CHECK(shape_of(canonical_number("f2026-0012")) == "A99999999");
    CHECK(longest_digit_run("A123-4567") == 4);
}

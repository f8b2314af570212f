// The fast distances against values worked out by hand, and against their slow twins.
#include <random>

#include "reference/similarity.hpp"
#include "support/test.hpp"
#include "text/similarity.hpp"

using namespace afletter;

TEST_CASE("distances count the edits that make one word the other", "[matchers][similarity]") {
    const auto [left, right, edits, slips] =
        GENERATE(table<std::string, std::string, std::size_t, std::size_t>({
            {"", "", 0, 0},
            {"", "bos", 3, 3},
            {"jansen", "jansen", 0, 0},
            {"jansen", "janssen", 1, 1},
            {"jansen", "hansen", 1, 1},
            {"jansen", "jasnen", 2, 1},  // two neighbours swapped
            {"kitten", "sitting", 3, 3},
            {"ca", "abc", 3, 3},  // a swapped pair is not edited again
            {"vries", "fries", 1, 1},
        }));
    CAPTURE(left, right);
    CHECK(matching::edit_distance(left, right) == edits);
    CHECK(matching::edit_distance(right, left) == edits);
    CHECK(matching::typing_distance(left, right) == slips);
    CHECK(matching::typing_distance(right, left) == slips);
    CHECK(matching::within(left, right, slips));
    CHECK((slips == 0 || !matching::within(left, right, slips - 1)));
}

TEST_CASE("words of more than 64 letters have distances as well", "[matchers][similarity]") {
    const std::string middle(64, 'a');
    CHECK(matching::edit_distance(middle, middle + "b") == 1);
    CHECK(matching::edit_distance("b" + middle + "bc", "x" + middle + "cb") == 3);
    CHECK(matching::typing_distance("b" + middle + "bc", "x" + middle + "cb") == 2);
}

TEST_CASE("Jaro-Winkler is that of its authors, in ten-thousandths", "[matchers][similarity]") {
    const auto [left, right, similarity] = GENERATE(table<std::string, std::string, std::uint32_t>({
        {"martha", "marhta", 9611},    // Winkler 1990
        {"dwayne", "duane", 8400},     // Winkler 1990
        {"dixon", "dicksonx", 8133},   // Winkler 1990
        {"jones", "johnson", 8324},    // Winkler 1990
        {"abroms", "abrams", 9222},    // Winkler 1990
        {"lampley", "campley", 9048},  // no common beginning, no bonus
        {"itman", "smith", 4667},      // below the bonus
        {"bos", "bos", 10000},
        {"", "", 10000},
        {"", "bos", 0},
        {"abc", "xyz", 0},
    }));
    CAPTURE(left, right);
    CHECK(matching::jaro_winkler(left, right) == similarity);
    CHECK(matching::jaro_winkler(right, left) == similarity);
}

TEST_CASE("every fast distance is that of its slow twin", "[matchers][similarity]") {
    std::mt19937 random(20260401);
    const auto below = [&random](std::size_t count) { return random() % count; };
    for (int round = 0; round < 20'000; ++round) {
        const std::size_t letters = 1 + below(6);  // few letters: much in common
        std::string left(below(round % 20 == 0 ? 150 : 14), 'a');
        for (char& c : left) {
            c = static_cast<char>('a' + below(letters));
        }
        std::string right = left;
        for (std::size_t edits = below(6); edits > 0 && !right.empty(); --edits) {
            const std::size_t at = below(right.size());
            const char letter = static_cast<char>('a' + below(letters));
            switch (below(4)) {
                case 0:
                    right.erase(at, 1);
                    break;
                case 1:
                    right.insert(at, 1, letter);
                    break;
                case 2:
                    right[at] = letter;
                    break;
                default:
                    std::swap(right[at], right[right.size() - 1 - at / 2]);
            }
        }
        CAPTURE(left, right);
        REQUIRE(reference::twins_agree(left, right));
        REQUIRE(reference::twins_agree(right, left));
    }
}

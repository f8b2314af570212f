// What the MT940 reader does block by block, beside its slow twins that look at one character after
// the other.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "mt940/information/lines.hpp"
#include "mt940/information/marks.hpp"
#include "mt940/information/word_slashes.hpp"
#include "mt940/text.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// Texts of up to three times what is looked at together, so that each loop meets its borders, of
// characters that the questions below ask for, and of both kinds of bytes of a character in UTF-8.
std::vector<std::string> random_texts(std::string_view characters) {
    constexpr int count = 20'000;
    constexpr std::size_t size_max = 200;
    constexpr std::size_t short_size_max = 50;
    std::mt19937 random(1);
    std::vector<std::string> texts;
    for (int i = 0; i < count; ++i) {
        std::string text(random() % (i % 2 == 0 ? short_size_max : size_max), '\0');
        // Each text has its own share of letters: of rare characters the places matter.
        const std::size_t letters = random() % 100;
        for (char& c : text) {
            c = random() % 100 < letters ? 'a' : characters[random() % characters.size()];
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<std::size_t> slow_marks(std::string_view text, char mark, std::size_t start) {
    std::vector<std::size_t> places;
    for (std::size_t at = start; at < text.size(); ++at) {
        if (text[at] == mark) {
            places.push_back(at);
        }
    }
    return places;
}

std::vector<std::size_t> marks_in(std::string_view text, char mark, std::size_t start) {
    std::vector<std::size_t> places;
    mt940::Marks marks(text, mark, start);
    for (std::size_t at = marks.next(); at < text.size(); at = marks.next()) {
        places.push_back(at);
    }
    return places;
}

std::vector<std::string_view> slow_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back(text.substr(0, size));
        text.remove_prefix(size);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    }
    return lines;
}

// The slashes with a word of two to four characters behind them, which the next slash ends.
std::vector<std::size_t> slow_word_slashes(std::string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t slash = text.find('/'); slash != std::string_view::npos;
         slash = text.find('/', slash + 1)) {
        const std::size_t next = text.find('/', slash + 1);
        if (next != std::string_view::npos && next - slash >= 3 && next - slash <= 5) {
            places.push_back(slash);
        }
    }
    return places;
}

std::vector<std::size_t> word_slashes_in(std::string_view text) {
    std::vector<std::size_t> places;
    mt940::WordSlashes slashes(text);
    for (std::size_t at = slashes.next(); at < text.size(); at = slashes.next()) {
        places.push_back(at);
    }
    return places;
}

std::string slow_single_spaced(std::string_view text) {
    std::string result;
    for (const char c : mt940::trimmed(text)) {
        const bool is_blank = c == ' ' || c == '\t';
        if (!is_blank) {
            result += c;
        } else if (result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

constexpr std::array<std::string_view, 10> words_for_none = {
    "NONREF", "NOREF", "NOTPROVIDED", "EREF", "PREF",
    "MARF",   "KREF+", "EREF+",       "-",    "NICHTANGEGEBEN"};

// One of the words, blanks apart, in no more than 16 characters.
bool slow_is_known_reference(std::string_view text) {
    constexpr std::size_t size_max = 16;
    std::string word(text);
    std::erase(word, ' ');
    const auto* const found = std::find(words_for_none.begin(), words_for_none.end(), word);
    return !text.empty() && (text.size() > size_max || found == words_for_none.end());
}

}  // namespace

TEST_CASE("marks are found block by block as they are one by one", "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts("/?b")) {
        for (const std::size_t start : {std::size_t{0}, text.size() / 3, text.size()}) {
            REQUIRE(marks_in(text, '/', start) == slow_marks(text, '/', start));
        }
    }
}

TEST_CASE("slashes that open a word are found together as they are one by one",
          "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts("/b")) {
        INFO("\"" << text << "\"");
        const std::vector<std::size_t> places = word_slashes_in(text);
        REQUIRE(places == slow_word_slashes(text));
        for (const std::size_t at : places) {
            REQUIRE(mt940::size_of_word(text, at) == text.find('/', at + 1) - at - 1);
        }
    }
}

TEST_CASE("lines end at CR LF, LF and CR alone, also where a block ends",
          "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts("\r\nb")) {
        std::vector<std::string_view> lines;
        for (mt940::Lines rest(text); !rest.is_at_end();) {
            lines.push_back(rest.next());
        }
        REQUIRE(lines == slow_lines(text));
    }
}

TEST_CASE("lines are plain as long as they are printable ASCII", "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts("\r\n\t\xc3\xa4\x7f")) {
        bool is_plain = true;
        for (mt940::Lines rest(text); !rest.is_at_end();) {
            const std::string_view line = rest.next();
            is_plain = is_plain && std::all_of(line.begin(), line.end(), [](char c) {
                           return static_cast<signed char>(c) >= ' ';
                       });
            REQUIRE(rest.is_plain() == is_plain);
        }
    }
}

TEST_CASE("blanks are made single block by block as they are one by one",
          "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts(" \tb")) {
        INFO("\"" << text << "\"");
        REQUIRE(mt940::single_spaced(text) == slow_single_spaced(text));
    }
}

TEST_CASE("a text is single-spaced when making it so changes nothing", "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts(" \tb")) {
        const std::string_view trimmed = mt940::trimmed(text);
        INFO("\"" << trimmed << "\"");
        REQUIRE(mt940::is_single_spaced(trimmed) == (slow_single_spaced(trimmed) == trimmed));
    }
}

TEST_CASE("the first line ends at the first CR or LF", "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts("\r\nb")) {
        REQUIRE(mt940::first_line(text) ==
                std::string_view(text).substr(0, text.find_first_of("\r\n")));
    }
}

TEST_CASE("the later bytes of a character are not counted", "[parsers][mt940][twins]") {
    for (const std::string& text : random_texts("\xc3\xa4\x80\xbf\xff\x7f")) {
        const auto later = std::count_if(text.begin(), text.end(), mt940::is_continuation_byte);
        REQUIRE(mt940::character_count(text) == text.size() - static_cast<std::size_t>(later));
    }
}

TEST_CASE("a reference is known unless it is one of the words for none, blanks apart",
          "[parsers][mt940][twins]") {
    std::vector<std::string> texts = random_texts(" NOTPREFMAK+-");
    for (const std::string_view word : words_for_none) {
        for (std::size_t at = 0; at <= word.size(); ++at) {
            for (const std::string_view inserted : {"", " ", "X", "                "}) {
                texts.push_back(std::string(word).insert(at, inserted));
            }
            texts.emplace_back(word.substr(0, at));
        }
    }
    for (const std::string& text : texts) {
        const std::string_view trimmed = mt940::trimmed(text);
        INFO("\"" << trimmed << "\"");
        REQUIRE(mt940::is_known_reference(trimmed) == slow_is_known_reference(trimmed));
    }
}

}  // namespace afletter::test

// Nothing of a field 86 is lost, whatever it holds; and reading it takes time in proportion to it.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "hostile.hpp"
#include "mt940/information.hpp"
#include "mt940_reading.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (is_word_character(c)) {
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return letters;
}

// All that was read, without what stands between letters and digits: words may be joined there
// that the lines had cut.
std::string all_letters(const Entry& entry) {
    std::string all;
    for (const std::string& line : reading_of(entry)) {
        all += letters_of(line.substr(line.find(": ") + 2)) + " ";
    }
    return all + letters_of(entry.customer_reference);
}

// Words that say what another is, and those that say that nothing is known.
const std::set<std::string>& keywords() {
    static const std::set<std::string> words = {
        "accw",      "acno",          "addr",   "benm",         "bban",       "bic",
        "cact",      "cbic",          "chgs",   "cntp",         "crnm",       "csid",
        "dact",      "dbic",          "eref",   "exch",         "iban",       "marf",
        "name",      "ocmt",          "ordp",   "pref",         "purp",       "remi",
        "rtrn",      "strd",          "trcd",   "ultb",         "ultc",       "ultd",
        "ustd",      "notprovided",   "nonref", "cdtrreftp",    "cdtrref",    "issr",
        "scor",      "cur",           "iso",    "issuer",       "ref",        "svwz",
        "abwa",      "abwe",          "coam",   "cred",         "kref",       "mref",
        "oamt",      "naam",          "rek",    "omschrijving", "kenmerk",    "machtiging",
        "incassant", "betalingskenm", "end",    "mandatsref",   "glaeubiger", "core",
        "rach",      "dla",           "tyt",    "tnr",          "kurs",       "giro",
        "nicht",     "angegeben",     "sum",    "trtp",         "rtyp",       "isdt",
        "nrtx",      "pind",          "bruto",  "oprp"};
    return words;
}

bool is_keyword(const std::string& word) {
    return keywords().contains(word);
}

// "MRE?27F:": the end of a subfield fell into a keyword.
bool is_cut_keyword(const std::string& word, char after) {
    const auto found = keywords().lower_bound(word);
    return after == '?' && found != keywords().end() && found->starts_with(word);
}

// The lines as one: those of at least `full_size` were cut, the others end with a blank.
std::string one_line(std::string_view text, std::size_t full_size) {
    std::string line;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' && text[i] != '\r') {
            line += text[i];
            continue;
        }
        line += i - start < full_size ? " " : "";
        start = i + 1;
    }
    return line;
}

// A word without the number of its subfield, and without the keyword that a plus ends.
std::string bare(std::string word, char before, char after) {
    constexpr std::size_t number_size = 2;
    constexpr std::size_t keyword_size = 4;
    if (std::string_view("?>~").find(before) != std::string_view::npos &&
        word.size() >= number_size) {
        word.erase(0, number_size);
    }
    if (after == '+' && word.size() >= keyword_size) {
        word.erase(word.size() - keyword_size);
    }
    return word;
}

// The words of a text of at least three characters that a reading does not hold.
std::vector<std::string> lost_words(const std::string& line, const Entry& entry) {
    constexpr std::size_t size_min = 3;
    const std::string text = " " + line + " ";
    const std::string all = all_letters(entry);
    const auto is_held = [&all](const std::string& word) {
        return word.size() < size_min || is_keyword(word) || all.find(word) != std::string::npos;
    };
    std::vector<std::string> lost;
    for (std::size_t i = 1; i + 1 < text.size();) {
        std::size_t size = 0;
        while (i + size < text.size() && is_word_character(text[i + size])) {
            ++size;
        }
        const std::string word = letters_of(text.substr(i, size));
        if (!is_held(word) && !is_held(bare(word, text[i - 1], text[i + size])) &&
            !is_cut_keyword(word, text[i + size])) {
            lost.push_back(word);
        }
        i += size + 1;
    }
    return lost;
}

// How a bank cut its lines is not known here: one of the ways must leave nothing.
std::vector<std::string> lost_words_of(std::string_view field, const Entry& entry) {
    constexpr std::size_t never = 1'000'000;
    std::vector<std::string> lost;
    for (const std::size_t full_size : {std::size_t{65}, std::size_t{60}, std::size_t{0}, never}) {
        lost = lost_words(one_line(field, full_size), entry);
        if (lost.empty()) {
            break;
        }
    }
    return lost;
}

Entry read_information(const std::vector<std::string_view>& fields) {
    Entry entry = mt940_entry("");
    mt940::InformationReader().read(fields, "", entry);
    return entry;
}

// Roughly the fields 86 of a file: from their tag to the next line that begins like a tag.
std::vector<std::string> fields_86_of(const std::filesystem::path& path) {
    std::vector<std::string> fields;
    std::ifstream file(path, std::ios::binary);
    bool is_open = false;
    for (std::string line; std::getline(file, line);) {
        const bool is_tag = line.size() > 3 && line[0] == ':' && line[3] != ' ';
        const bool is_86 = line.starts_with(":86:");
        is_open = is_86 || (is_open && !is_tag && !line.starts_with('-'));
        if (is_86) {
            fields.push_back(line.substr(4));
        } else if (is_open) {
            fields.back() += "\n" + line;
        }
    }
    return fields;
}

// One of the pieces that the dialects are made of, or a payer's words.
std::string random_piece(std::mt19937& random) {
    static const std::vector<std::string> pieces = {"/EREF/",
                                                    "/REMI/",
                                                    "/CNTP/",
                                                    "//REMI/USTD//",
                                                    "/NAME/",
                                                    "/ORDP//NAME/",
                                                    "/BENM//",
                                                    "/TRTP/",
                                                    "/IBAN/",
                                                    "/BIC/",
                                                    "/RTRN/",
                                                    "/ULTD//NAME/",
                                                    "/PURP/CD/",
                                                    "/STRD/",
                                                    "/ISDT/",
                                                    "/OCMT/EUR1,00//",
                                                    "/XYZW/",
                                                    "166?00",
                                                    "?20",
                                                    "?21SVWZ+",
                                                    "?22EREF+",
                                                    "?30",
                                                    "?31",
                                                    "?32",
                                                    "?34914",
                                                    "?60",
                                                    "ABWA+",
                                                    "KREF+",
                                                    "IBAN: ",
                                                    "NAAM: ",
                                                    "REK: ",
                                                    "SEPA ",
                                                    "GIRO ",
                                                    "TYT.: ",
                                                    "; TNR: ",
                                                    "+++090/9337/55493+++",
                                                    "BETALINGSKENMERK ",
                                                    "\\n",
                                                    " ",
                                                    "/",
                                                    "//",
                                                    "+",
                                                    "?",
                                                    "NOTPROVIDED"};
    const std::size_t choice = random() % (2 * pieces.size());
    if (choice < pieces.size()) {
        return pieces[choice] == "\\n" ? "\n" : pieces[choice];
    }
    std::string word;
    for (std::size_t size = 1 + random() % 12; word.size() < size;) {
        word += static_cast<char>(random() % 3 == 0 ? '0' + random() % 10 : 'g' + random() % 20);
    }
    return word + (random() % 2 == 0 ? " " : "");
}

const std::vector<std::string> nothing;

}  // namespace

TEST_CASE("every word of a generated text has a place in its reading", "[parsers][mt940]") {
    std::mt19937 random(20260105);  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts each time
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (std::size_t size = 1 + random() % 12; size > 0; --size) {
            text += random_piece(random);
        }
        CAPTURE(text);
        const std::vector<std::string> lost = lost_words_of(text, read_information({text}));
        CHECK(lost == nothing);
    }
}

TEST_CASE("every word of the public files has a place in its reading", "[parsers][mt940][corpus]") {
    const auto corpus = shared_material("corpus");
    if (!corpus) {
        return;
    }
    std::size_t count = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(*corpus / "mt940")) {
        if (!file.is_regular_file()) {
            continue;
        }
        for (const std::string& field : fields_86_of(file.path())) {
            CAPTURE(file.path().filename().string(), field);
            CHECK(lost_words_of(field, read_information({field})) == nothing);
            ++count;
        }
    }
    CHECK(count > 1'000);
}

TEST_CASE("a long hostile text is read in time in proportion to it", "[parsers][mt940]") {
    const std::string units[] = {
        "?",       "/",       "+",      ":",       "?20",    "/EREF/",  "EREF+", "//REMI/",
        "/RTRN/ ", "KENM 1",  "+++0",   "; a: b",  "REK: ",  "\n",      "\r",    "\r\n?",
        "a\n",     "/REMI/x", "IBAN: ", "166?00?", "GRUND ", "/ORDP//", " ",     "-Incassant ID: "};
    for (const std::string& unit : units) {
        for (const std::string head : {"", "/REMI/", "/TRTP/x/REMI/", "166?20", "/CNTP/",
                                       "SEPA IBAN: ", "109?20SVWZ+", "973 x; TNR: "}) {
            CAPTURE(unit, head);
            CHECK(is_read_in_proportion(head, unit, [](const std::string& text) {
                static_cast<void>(read_information({text}));
            }));
        }
    }
}

}  // namespace afletter::test

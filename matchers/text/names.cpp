// Dutch names: which words distinguish, and when two names may be the same.
#include "text/names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "text/fold.hpp"

namespace afletter::matching {

namespace {

// Prefixes of surnames, titles and joining words: in one writing and not in the next.
constexpr auto small_words = std::to_array<std::string_view>(
    {"aan",  "al",      "bij",      "cs", "de",    "den",    "der",    "des",  "dhr", "dr",
     "drs",  "du",      "eigenaar", "el", "en",    "eo",     "erven",  "fa",   "fam", "familie",
     "heer", "het",     "hr",       "in", "ing",   "inz",    "inzake", "ir",   "la",  "le",
     "mevr", "mevrouw", "mr",       "mw", "of",    "op",     "over",   "prof", "te",  "ten",
     "ter",  "tot",     "van",      "vd", "vande", "vander", "voor",   "von",  "zu"});
constexpr auto legal_forms = std::to_array<std::string_view>(
    {"ag",   "bv",        "cooperatie", "coop",       "cv",  "eenmanszaak", "gmbh",
     "inc",  "llc",       "ltd",        "maatschap",  "nv",  "plc",         "sa",
     "sarl", "stichting", "ua",         "vereniging", "vof", "vve"});
// Words that many firms share; alone they do not make two names similar.
// clang-format off: it would give each word a line
constexpr auto generic_words = std::to_array<std::string_view>({
    "accountants", "adviesbureau", "advies", "apotheek", "autobedrijf", "bakkerij", "basisschool",
    "bedrijf", "beheer", "bouw", "bouwbedrijf", "bouwgroep", "bureau", "cafe", "centrum", "club",
    "consultancy", "dienst", "diensten", "gemeente", "groep", "group", "handelsonderneming",
    "holding", "horeca", "hotel", "installatie", "installatiebedrijf", "international",
    "kinderopvang", "loonbedrijf", "makelaardij", "management", "nederland", "onderneming",
    "partners", "projecten", "restaurant", "schildersbedrijf", "school", "services", "slagerij",
    "sportvereniging", "techniek", "transport", "uitgeverij", "vastgoed", "verhuur", "winkel",
    "woningcorporatie", "zorg"});
// clang-format on

constexpr std::size_t cut_off_min = 4;  // a word cut shorter than this could be any word

template <std::size_t size>
bool listed(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// The text with every `what` written as `by`.
std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string result;
    result.reserve(text.size());
    for (auto at = text.find(what); at != text.npos; at = text.find(what)) {
        result.append(text.substr(0, at)).append(by);
        text.remove_prefix(at + what.size());
    }
    result.append(text);
    return result;
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// Words of a folded name; "e/o", "en/of" and "'t" are taken out while their signs still show.
std::vector<std::string> words_of(std::string text) {
    for (const std::string_view joining : {" e/o ", " a/o ", " en/of ", " 't "}) {
        text = replaced(text, joining, " ");
    }
    if (text.starts_with("'t ")) {
        text.erase(0, 3);
    }
    std::erase(text, '\'');
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        if (is_word_byte(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool is_initial(const std::string& word) {
    return word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
}

std::uint32_t initial_bit(char letter) {
    return letter >= 'a' && letter <= 'z' ? 1U << static_cast<unsigned>(letter - 'a') : 0U;
}

// Single letters in a row are initials, unless together they spell a legal form (B.V.) or "and
// others" (e.o., c.s.).
void take_initials(std::vector<std::string>& words, NameKey& key) {
    std::vector<std::string> kept;
    for (std::size_t i = 0; i < words.size();) {
        if (!is_initial(words[i])) {
            kept.push_back(std::move(words[i++]));
            continue;
        }
        std::string row;
        while (i < words.size() && is_initial(words[i])) {
            row += words[i++];
        }
        if (!listed(legal_forms, row) && row != "eo" && row != "cs") {
            for (const char letter : row) {
                key.initials |= initial_bit(letter);
            }
        }
    }
    words = std::move(kept);
}

void sort_unique(std::vector<std::string>& words) {
    std::ranges::sort(words);
    const auto repeated = std::ranges::unique(words);
    words.erase(repeated.begin(), repeated.end());
}

// Bank formats cut long names off, so a word may be the beginning of the other's.
bool is_cut_off(std::string_view left, std::string_view right) {
    const std::size_t common = std::min(left.size(), right.size());
    return common >= cut_off_min && left.substr(0, common) == right.substr(0, common);
}

bool share_a_word(const NameKey& left, const NameKey& right) {
    return std::ranges::any_of(left.words, [&right](const std::string& word) {
        return std::ranges::find(right.words, word) != right.words.end();
    });
}

struct Unmatched {
    std::vector<std::string_view> left;
    std::vector<std::string_view> right;
};

Unmatched unmatched_words(const NameKey& left, const NameKey& right) {
    Unmatched rest;
    std::ranges::set_difference(left.words, right.words, std::back_inserter(rest.left));
    std::ranges::set_difference(right.words, left.words, std::back_inserter(rest.right));
    std::erase_if(rest.left, [&rest](std::string_view word) {
        const auto other = std::ranges::find_if(
            rest.right, [word](std::string_view longer) { return is_cut_off(word, longer); });
        if (other == rest.right.end()) {
            return false;
        }
        rest.right.erase(other);
        return true;
    });
    return rest;
}

// Jan and J.: takes away the words that the other side has as an initial; says whether any.
bool match_initials(std::vector<std::string_view>& words, std::uint32_t initials) {
    return std::erase_if(words, [initials](std::string_view word) {
               return (initial_bit(word.front()) & initials) != 0;
           }) > 0;
}

}  // namespace

NameKey name_key(std::string_view name) {
    NameKey key;
    std::vector<std::string> words = words_of(folded(name));
    take_initials(words, key);
    std::vector<std::string> legal;
    for (std::string& word : words) {
        if (listed(small_words, word)) {
            continue;
        }
        if (listed(legal_forms, word)) {
            legal.push_back(std::move(word));
        } else if (listed(generic_words, word)) {
            key.generic.push_back(std::move(word));
        } else {
            key.words.push_back(std::move(word));
        }
    }
    if (key.words.empty()) {  // "Stichting Beheer" has nothing else to be known by
        key.words = std::move(key.generic);
        key.generic.clear();
        std::ranges::move(legal, std::back_inserter(key.words));
    }
    sort_unique(key.words);
    sort_unique(key.generic);
    return key;
}

Level compare_names(const NameKey& left, const NameKey& right) {
    if (left.is_empty() || right.is_empty()) {
        return Level::absent;
    }
    if (!share_a_word(left, right)) {
        return Level::differs;
    }
    Unmatched rest = unmatched_words(left, right);
    const bool left_spelled_out = match_initials(rest.left, right.initials);
    const bool right_spelled_out = match_initials(rest.right, left.initials);
    if (!rest.left.empty() && !rest.right.empty()) {
        return Level::differs;
    }
    const bool same_words =
        rest.left.empty() && rest.right.empty() && left.generic == right.generic;
    const bool same_initials = left_spelled_out || right_spelled_out ||
                               (left.initials & right.initials) != 0 ||
                               left.initials == right.initials;
    return same_words && same_initials ? Level::equal : Level::similar;
}

std::uint32_t word_letters(const NameKey& name) {
    constexpr std::uint32_t no_letter = 1U << 26U;
    std::uint32_t letters = 0;
    for (const std::string& word : name.words) {
        const std::uint32_t bit = initial_bit(word.front());
        letters |= bit != 0 ? bit : no_letter;
    }
    return letters;
}

int agreement(Level name) {
    if (name == Level::equal) {
        return 2;
    }
    return name == Level::similar ? 1 : 0;
}

}  // namespace afletter::matching

// Names of payers beside names in ledgers: what their alignment says, from either side.
#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "support/test.hpp"
#include "text/name_alignment.hpp"
#include "text/token_likeness.hpp"

using namespace afletter;
using matching::align_names;
using matching::AlignedTokens;
using matching::Grade;
using matching::name_key;
using matching::NameAlignment;
using matching::NameKey;
using matching::TokenMatch;

namespace {

struct Pair {
    const char* bank;
    const char* ledger;
    Grade grade;
};

// Real ways of writing, made-up people.
const std::vector<Pair> pairs{
    // order, prefixes, titles, capitals, accents
    {"J. de Vries", "J. de Vries", Grade::same},
    {"J. de Vries", "Vries J de", Grade::same},
    {"HR J DE VRIES", "J. de Vries", Grade::same},
    {"Mw. drs. A.B. van den Berg", "Berg, A.B. van den", Grade::same},
    {"A.B. VAN DEN BERG", "BERG AB VAN DEN", Grade::variant},
    {"Dhr. H. van 't Hof", "H. VAN T HOF", Grade::same},
    {"Dhr. H. van 't Hof", "H van \u2019t Hof", Grade::same},
    {"Jos\u00e9 N\u00fa\u00f1ez", "JOSE NUNEZ", Grade::same},
    {"Jan Jansen", "JANSEN JAN", Grade::same},
    {"Mehmet Yilmaz", "YILMAZ MEHMET", Grade::same},
    {"J. JANSEN JANSEN", "J. Jansen", Grade::same},
    {"Jansen Jansen", "Jansen", Grade::same},
    {"Fam. Oosterhuis", "Familie Oosterhuis", Grade::same},
    {"P.J. d'Angelo", "PJ Dangelo", Grade::same},
    {"HJ de Vries", "H.J. de Vries", Grade::same},
    {"Hr AH de Vries", "A.H. de Vries", Grade::same},
    // initials and first names
    {"Jan de Vries", "J. de Vries", Grade::variant},
    {"JAN DE VRIES", "Vries, J. de", Grade::variant},
    {"J.P. Jansen", "J. Jansen", Grade::variant},
    {"Jan Peter Jansen", "J.P. Jansen", Grade::variant},
    {"Kees Oosterhuis", "C. Oosterhuis", Grade::variant},
    {"Kees Oosterhuis", "Cornelis Oosterhuis", Grade::variant},
    {"Rob Oosterhuis", "Robert Oosterhuis", Grade::variant},
    {"J. Jansen", "P. Jansen", Grade::conflict},
    {"J.P. Jansen", "J.A. Jansen", Grade::conflict},
    {"Jan Jansen", "Piet Jansen", Grade::conflict},
    {"Jan Jansen", "P. Jansen", Grade::conflict},
    {"JANSEN PIET", "J. Jansen", Grade::conflict},
    {"Hr J Jansen", "Mw J Jansen", Grade::conflict},
    {"Jan Bakker", "Jan Visser", Grade::different},
    {"Mehmet Yilmaz", "Mehmet Demir", Grade::different},
    {"A. de Vries", "A. de Boer", Grade::different},
    {"J. Jansen", "J. Pietersen", Grade::different},
    {"Jansen", "J. Jansen", Grade::partial},
    {"Fam. Jansen", "J. Jansen", Grade::partial},
    // two surnames
    {"J. Jansen-Bakker", "J. Jansen", Grade::partial},
    {"A. de Vries-Bakker", "Bakker, A.", Grade::partial},
    {"A. Jansen-Bakker", "A. Bakker-Jansen", Grade::same},
    {"Jansen-Bakker", "Jansen", Grade::partial},
    {"B. Jansen", "Jansen-Bakker", Grade::partial},
    {"J. Jansen e/o P. de Vries", "J. Jansen", Grade::partial},
    {"A DE VRIES EN/OF B JANSEN", "B. Jansen", Grade::partial},
    {"Erven J. Oosterhuis", "J. Oosterhuis", Grade::same},
    {"J. Oosterhuis c.s.", "J. Oosterhuis", Grade::same},
    // typing errors, and names that only look like one
    {"J. Janssen", "J. Jansen", Grade::variant},
    {"A. Oosterhius", "A. Oosterhuis", Grade::variant},
    {"A. Oosterhuizen", "A. Oosterhuis", Grade::different},
    {"A. Fries", "A. Vries", Grade::variant},
    {"J. Kramer", "J. Cramer", Grade::variant},
    {"A. Dekker", "A. Bekker", Grade::different},
    {"A. Bos", "A. Vos", Grade::different},
    {"J. Smit", "J. Smid", Grade::different},
    {"J. Boer", "J. Boersma", Grade::different},
    {"B. Schoenmakers", "B. Schoemaker", Grade::variant},
    // letters with two readings, and letters that were lost
    {"H. M\u00fcller", "H. Mueller", Grade::variant},
    {"H. M\u00fcller", "H. Muller", Grade::same},
    {"H. M?ller", "H. M\u00fcller", Grade::variant},
    {"H. M??LLER", "H. M\u00fcller", Grade::variant},
    {"H. M.ller", "H. M\u00fcller", Grade::variant},
    {"K. Gr.nberg", "K. Gr\u00fcnberg", Grade::variant},
    {"K. Wei\u00df", "K. Weis", Grade::variant},
    {"K. Wei\u00df", "K. Weiss", Grade::same},
    {"S. S\u00f8rensen", "S. Soerensen", Grade::variant},
    {"B. \u00c5kesson", "B. Aakesson", Grade::variant},
    {"P. Meijer", "P. Meyer", Grade::variant},
    {"?. \u00d6zdemir", "Ozdemir", Grade::same},
    {"A. ?zdemir", "A. \u00d6zdemir", Grade::variant},
    // written in one
    {"JJANSEN", "J. Jansen", Grade::variant},
    {"VANDERBERG J", "J. van der Berg", Grade::variant},
    {"J VANDENBERG", "Berg, J. van den", Grade::variant},
    {"J VANDENBERG", "J. Berg", Grade::variant},
    {"JANSENJ", "Jansen, J.", Grade::variant},
    {"DIJKSTRA MJ", "M.J. Dijkstra", Grade::same},
    {"DIJKSTRA MJ", "P. Dijkstra", Grade::conflict},
    {"Jan Ng", "J. Ng", Grade::variant},
    {"JP JANSEN", "J.P. Jansen", Grade::same},
    // cut off by a field
    {"Oosterhuis Zuivelha", "Oosterhuis Zuivelhandel", Grade::variant},
    {"Oosterhuis Zui", "Oosterhuis Zuivelhandel", Grade::different},
    {"Stichting Dierenopvang Oost", "Stichting Dierenopvang Oosterhuis", Grade::variant},
    {"Samenwerkende Ondernemers Kruisst", "Samenwerkende Ondernemers Kruisstraat", Grade::variant},
    {"Bouwbedr. Oosterhuis", "Bouwbedrijf Oosterhuis", Grade::variant},
    // firms
    {"Jansen Bouw B.V.", "JANSEN BOUW BV", Grade::same},
    {"Jansen Bouw", "Jansen Bouw B.V.", Grade::same},
    {"Bouw Jansen BV", "Jansen Bouw BV", Grade::same},
    {"Stichting De Regenboog", "De Regenboog", Grade::same},
    {"Stg. De Regenboog", "Stichting De Regenboog", Grade::same},
    {"Jansen Bouw BV", "Jansen Bouw VOF", Grade::partial},
    {"Jansen Bouw BV", "Jansen Bouw Holding BV", Grade::partial},
    {"Jansen Bouw BV", "J. Jansen", Grade::partial},
    {"J. Jansen BV", "J. Jansen", Grade::partial},
    {"Bakkerij Jansen", "Schildersbedrijf Jansen", Grade::conflict},
    {"Bakkerij Jansen", "Bakkerij de Boer", Grade::different},
    {"Bakkerij Jansen", "Jansen", Grade::partial},
    {"Basisschool 12 Noord", "Basisschool 13 Noord", Grade::conflict},
    {"Schmidt GmbH & Co. KG", "Schmidt GmbH und Co KG", Grade::same},
    {"Peeters BVBA", "PEETERS B.V.B.A.", Grade::same},
    {"Gemeente Utrecht", "Gemeente Leiden", Grade::different},
    // nothing to go by
    {"", "A. Bakker", Grade::unknown},
    {"de heer", "A. Bakker", Grade::unknown},
    {"Stichting Beheer", "Stichting Beheer", Grade::unknown},
    {"Stichting Beheer", "Stichting Beheer Oosterhuis", Grade::unknown},
    {"Jan", "Jan Bakker", Grade::unknown},
};

NameAlignment aligned(std::string_view left, std::string_view right) {
    return align_names(name_key(left), name_key(right));
}

// Words and initials, without prefixes, titles and legal forms.
std::vector<std::string_view> telling_words(const matching::NameTokens& name) {
    std::vector<std::string_view> words;
    for (const matching::NameToken& token : name.tokens) {
        if (token.weight > 0) {
            words.push_back(name.text(token));
        }
    }
    std::ranges::sort(words);
    return words;
}

// The worth of the best set of pairs, by trying every one.
std::uint64_t best_worth(std::span<const matching::Answer> answers, unsigned left_taken,
                         unsigned right_taken) {
    if (answers.empty()) {
        return 0;
    }
    const matching::Answer& first = answers.front();
    const std::uint64_t without = best_worth(answers.subspan(1), left_taken, right_taken);
    if ((left_taken & first.left_mask) != 0 || (right_taken & first.right_mask) != 0) {
        return without;
    }
    return std::max(without,
                    first.worth + best_worth(answers.subspan(1), left_taken | first.left_mask,
                                             right_taken | first.right_mask));
}

std::uint64_t worth_of(const NameAlignment& alignment, std::span<const matching::Answer> answers) {
    std::uint64_t worth = 0;
    for (const AlignedTokens& pair : alignment.pairs()) {
        const auto chosen = std::ranges::find(answers, pair, &matching::Answer::tokens);
        REQUIRE(chosen != answers.end());
        worth += chosen->worth;
    }
    return worth;
}

bool are_exchanged(const NameAlignment& there, const NameAlignment& back) {
    std::vector<AlignedTokens> exchanged;
    for (const AlignedTokens& pair : back.pairs()) {
        exchanged.push_back({pair.right, pair.right_count, pair.left, pair.left_count, pair.how});
    }
    std::ranges::sort(exchanged, {}, &AlignedTokens::left);
    return std::ranges::equal(there.pairs(), exchanged) && there.grade == back.grade &&
           there.similarity == back.similarity && there.agreed_weight == back.agreed_weight;
}

}  // namespace

TEST_CASE("two names align as a clerk would say", "[matchers][names][alignment]") {
    for (const auto& [bank, ledger, grade] : pairs) {
        const NameAlignment alignment = aligned(bank, ledger);
        CAPTURE(bank, ledger, alignment.similarity);
        CHECK(static_cast<int>(alignment.grade) == static_cast<int>(grade));
    }
}

TEST_CASE("an alignment says the same from either side", "[matchers][names][alignment]") {
    for (const Pair& one : pairs) {
        for (const Pair& other : pairs) {
            CAPTURE(one.bank, other.ledger);
            const NameAlignment there = aligned(one.bank, other.ledger);
            const NameAlignment back = aligned(other.ledger, one.bank);
            REQUIRE(are_exchanged(there, back));
        }
    }
}

TEST_CASE("names are the same only if every word that distinguishes is answered by its equal",
          "[matchers][names][alignment]") {
    for (const Pair& one : pairs) {
        for (const Pair& other : pairs) {
            const NameKey left = name_key(one.bank);
            const NameKey right = name_key(other.ledger);
            const NameAlignment alignment = align_names(left, right);
            CAPTURE(one.bank, other.ledger);
            if (alignment.grade == Grade::same) {
                REQUIRE(telling_words(left.tokens) == telling_words(right.tokens));
            }
        }
    }
}

TEST_CASE("a word that has nothing to do with it never raises the grade",
          "[matchers][names][alignment]") {
    for (const Pair& one : pairs) {
        for (const std::string_view word : {"Qwxqwx", "Xyzzyqq"}) {
            const Grade before = aligned(one.bank, one.ledger).grade;
            if (before == Grade::unknown) {
                continue;
            }
            CAPTURE(one.bank, one.ledger);
            CHECK(aligned(std::string(one.bank) + " " + std::string(word), one.ledger).grade <=
                  before);
            CHECK(aligned(std::string(word) + " " + one.bank, one.ledger).grade <= before);
            CHECK(aligned(one.bank, std::string(one.ledger) + " " + std::string(word)).grade <=
                  before);
        }
    }
}

TEST_CASE("an alignment tells which token answers which, and how", "[matchers][names][alignment]") {
    const NameAlignment alignment = aligned("Jan VANDERBERG", "Berg, J. van der");
    const std::vector<AlignedTokens> told(alignment.pairs().begin(), alignment.pairs().end());
    CHECK(told == std::vector<AlignedTokens>{{0, 1, 1, 1, TokenMatch::initial},
                                             {1, 1, 0, 1, TokenMatch::glued}});
}

TEST_CASE("a surname that agrees weighs what the names say it weighs",
          "[matchers][names][alignment]") {
    NameKey left = name_key("J. Jansen");
    NameKey right = name_key("J. Jansen-Oosterhuis");
    left.tokens.tokens[1].weight = right.tokens.tokens[1].weight = 3'000;
    CHECK(align_names(left, right).agreed_weight == 3'000);
    // 2 x (2500 + 3000) is answered of that and 8000 more.
    CHECK(align_names(left, right).similarity == 11'000 * 10'000 / 19'000);
}

TEST_CASE("no other choice of pairs answers more", "[matchers][names][alignment]") {
    for (const Pair& one : pairs) {
        for (const Pair& other : pairs) {
            const NameKey left = name_key(one.bank);
            const NameKey right = name_key(other.ledger);
            matching::Answers answers;
            find_answers(left.tokens, right.tokens, answers);
            CAPTURE(one.bank, other.ledger);
            const NameAlignment alignment = align_names(left, right);
            if (alignment.grade > Grade::different) {
                REQUIRE(worth_of(alignment, answers.all()) == best_worth(answers.all(), 0, 0));
            }
        }
    }
}

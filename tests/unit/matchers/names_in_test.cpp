// Whom a text names, and how rare their words are.
#include "support/test.hpp"
#include "text/name_alignment.hpp"
#include "text/names_in.hpp"
#include "text/token_counts.hpp"

using namespace afletter;
using matching::log_ratio_millinats;
using matching::name_key;
using matching::NameKey;
using matching::TokenCounts;

namespace {

std::vector<std::string> texts_in(std::string_view text) {
    std::vector<std::string> texts;
    for (const matching::NamedParty& party : matching::names_in(text)) {
        texts.push_back(party.text);
    }
    return texts;
}

}  // namespace

TEST_CASE("a text names one to three people or firms", "[matchers][names]") {
    using Texts = std::vector<std::string>;
    const auto [text, parties] = GENERATE(table<std::string, Texts>({
        {"A. de Vries", {"A. de Vries"}},
        {"A DE VRIES EN/OF B JANSEN", {"A DE VRIES", "B JANSEN"}},
        {"J. Jansen e/o P. de Vries", {"J. Jansen", "P. de Vries"}},
        {"Hr A de Vries en Mw B Jansen", {"Hr A de Vries", "Mw B Jansen"}},
        {"Hr A en Mw B de Vries", {"Hr A de Vries", "Mw B de Vries"}},
        {"A. en B. van 't Hof", {"A. van 't Hof", "B. van 't Hof"}},
        {"Jan en Piet Jansen", {"Jan Jansen", "Piet Jansen"}},
        {"J. Jansen e.o.", {"J. Jansen"}},
        {"J. Jansen c.s.", {"J. Jansen c.s."}},
        {"Erven J. Jansen", {"Erven J. Jansen"}},
        {"Bakker Bewind BV inz. J. Bos", {"Bakker Bewind BV", "J. Bos"}},
        {"Notariskantoor Visser t.n.v. A. Bos en/of B. Smit",
         {"Notariskantoor Visser", "A. Bos", "B. Smit"}},
        {"Jansen & Zonen", {"Jansen & Zonen"}},
        {"Bakker en Visser Advocaten", {"Bakker en Visser Advocaten"}},
        {"J. Jansen & Zn.", {"J. Jansen & Zn."}},
        {"A e/o B e/o C e/o D Bos", {"A e/o B e/o C e/o D Bos"}},
        {"", {}},
        {" - ", {}},
        {"en", {}},
    }));
    CAPTURE(text);
    CHECK(texts_in(text) == parties);
}

TEST_CASE("each of a joint account's holders is found by himself", "[matchers][names]") {
    const auto holders = matching::names_in("A DE VRIES EN/OF B JANSEN");
    REQUIRE(holders.size() == 2);
    CHECK(align_names(holders[1].key, name_key("B. Jansen")).grade == matching::Grade::same);
    CHECK(align_names(holders[0].key, name_key("B. Jansen")).grade == matching::Grade::different);
}

TEST_CASE("logarithms are rounded to whole milli-nats", "[matchers][names]") {
    const auto [whole, part, millinats] =
        GENERATE(table<std::uint64_t, std::uint64_t, std::uint32_t>({
            {1, 1, 0},
            {2, 1, 693},
            {3, 1, 1099},
            {10, 1, 2303},
            {1000, 999, 1},
            {1'000'000, 1, 13816},
            {1'000'000, 3'700, 5599},
            {4'000'000'000, 7, 20164},
        }));
    CAPTURE(whole, part);
    CHECK(log_ratio_millinats(whole, part) == millinats);
}

TEST_CASE("a word is as rare as the names that have it are few", "[matchers][names]") {
    TokenCounts counts;
    for (int i = 0; i < 2000; ++i) {
        counts.add(name_key("J. Jansen" + std::to_string(i % 4)).tokens);
    }
    counts.add(name_key("A. Oosterhuis, Bakkerij").tokens);
    counts.add(name_key("Jansen0 Jansen0").tokens);  // counts once
    CHECK(counts.names_count() == 2002);
    CHECK(counts.count("jansen0") == 501);
    CHECK(counts.count("oosterhuis") == 1);
    CHECK(counts.count("visser") == 0);
    CHECK(counts.id_of("visser") == 0);
    CHECK(counts.id_of("jansen0") != counts.id_of("jansen1"));
    CHECK(counts.rarity("jansen0") == log_ratio_millinats(2002, 501));
    CHECK(counts.rarity("oosterhuis") == log_ratio_millinats(2002, 1));
    CHECK(counts.rarity("visser") == counts.rarity("oosterhuis"));
    CHECK(TokenCounts().rarity("visser") == 0);
}

TEST_CASE("weighed names agree more on a rare word than on a common one", "[matchers][names]") {
    TokenCounts counts;
    for (int i = 0; i < 100; ++i) {
        counts.add(name_key("J. Jansen").tokens);
    }
    counts.add(name_key("J. Oosterhuis Bouw").tokens);
    const auto weighed = [&counts](std::string_view text) {
        NameKey key = name_key(text);
        counts.weigh(key.tokens);
        return key;
    };
    const auto common = align_names(weighed("J. Jansen"), weighed("J Jansen"));
    const auto rare = align_names(weighed("J. Oosterhuis"), weighed("J Oosterhuis"));
    CHECK(common.agreed_weight == counts.rarity("jansen"));
    CHECK(rare.agreed_weight == counts.rarity("oosterhuis"));
    CHECK(common.agreed_weight < rare.agreed_weight);
    CHECK(weighed("Oosterhuis Bouw").tokens.tokens[1].weight == counts.rarity("bouw") / 4);
}

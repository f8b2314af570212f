// Names as banks and ledgers write them.
#include <algorithm>
#include <string>
#include <vector>

#include "support/test.hpp"
#include "text/fold.hpp"
#include "text/names.hpp"
#include "text/plain_names.hpp"
#include "text/token_counts.hpp"

using namespace afletter;
using matching::compare_names;
using matching::compare_plain_names;
using matching::name_key;
using matching::NameKey;
using matching::TokenCounts;

TEST_CASE("names fold to the letters that people type", "[matchers][names]") {
    const auto [name, plain] = GENERATE(table<std::string, std::string>({
        {"De Vries", "de vries"},
        {"Müller", "muller"},
        {"Søren Łukasz", "soren lukasz"},
        {"Weiß", "weiss"},
        {"Æbel Œuvre", "aebel oeuvre"},
        {"Ĳsselmeer", "ijsselmeer"},
        {"Çelik Yıldız", "celik yildiz"},
        {"\xff Jansen", "\xff jansen"},  // not UTF-8
    }));
    CHECK(matching::folded(name) == plain);
}

TEST_CASE("two writings of a name are equal, similar, different or absent", "[matchers][names]") {
    const auto [bank, ledger, level] = GENERATE(table<std::string, std::string, Level>({
        {"J. de Vries", "Vries J de", Level::equal},
        {"JAN DE VRIES", "J. de Vries", Level::equal},
        {"J.P. van der Berg", "Berg, J. van der", Level::equal},
        {"Dhr. H. van 't Hof", "H. van 't Hof", Level::equal},
        {"Mevr drs A Bakker", "A. Bakker", Level::equal},
        {"Jansen Bouw B.V.", "JANSEN BOUW BV", Level::equal},
        {"Stichting De Regenboog", "De Regenboog", Level::equal},
        {"José Núñez", "Jose Nunez", Level::equal},
        {"Stichting Beheer", "STICHTING BEHEER", Level::equal},
        {"Kees Oosterhuis", "C. Oosterhuis", Level::equal},
        {"J. Oosterhius", "J. Oosterhuis", Level::equal},
        {"J. Jansen e/o P. de Vries", "J. Jansen", Level::similar},
        {"J. Jansen-Bakker", "J. Jansen", Level::similar},
        {"P. Jansen", "J. Jansen", Level::differs},
        {"Jansen", "J. Jansen", Level::similar},
        {"Vereniging Onze Buurt", "Coöperatie Onze Buurt", Level::similar},
        {"Jansen Bouw B.V.", "Jansen Bouw V.O.F.", Level::similar},
        {"Bakkerij Jansen", "Schildersbedrijf Jansen", Level::differs},
        {"Zuivelhandel Oosterhuis en Zo", "Zuivelhandel Oosterhuis", Level::similar},
        {"Jan Bakker", "Jan Visser", Level::differs},
        {"Bakkerij Jansen", "Bakkerij de Boer", Level::differs},
        {"A. Yilmaz", "A. Bakker", Level::differs},
        {"", "A. Bakker", Level::absent},
        {"A. Bakker", "", Level::absent},
        {"de heer", "A. Bakker", Level::absent},
    }));
    CAPTURE(bank, ledger);
    CHECK(compare_names(name_key(bank), name_key(ledger)) == level);
    CHECK(compare_names(name_key(ledger), name_key(bank)) == level);
}

TEST_CASE("plain names are compared as their alignment says", "[matchers][names][twins]") {
    const std::vector<std::string> titles{"", "Dhr. ", "Mw. "};
    const std::vector<std::string> initials{"",         "J.",     "J.P.",     "P.J.",     "P.",
                                            "J.J.",     "A.J.P.", "J.J.A.",   "J.A.A.",   "JAA",
                                            "HJJ",      "H.J.H.", "J.A.J.J.", "Jan",      "Jna",
                                            "Johannes", "Hans",   "Kees",     "Vander",   "Dejan",
                                            "J.A.N.",   "Jan P.", "Janneke",  "Jannekes", "C."};
    const std::vector<std::string> surnames{"Jansen", "van der Berg", "'t Hof", "Jansen-Berg"};
    std::vector<NameKey> names;
    for (const std::string& title : titles) {
        for (const std::string& letters : initials) {
            for (const std::string& surname : surnames) {
                names.push_back(name_key(title + letters + " " + surname));
                names.push_back(name_key(surname + " " + letters));
            }
        }
    }
    TokenCounts counts;
    for (const NameKey& name : names) {
        counts.add(name.tokens);
    }
    std::ranges::for_each(names, [&](NameKey& name) { counts.weigh(name.tokens); });
    std::vector<NameKey> aligned = names;
    for (NameKey& name : aligned) {
        name.tokens.plain_surname = 0;
    }
    std::size_t plain = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = 0; j < names.size(); ++j) {
            plain += compare_plain_names(names[i], names[j]).has_value() ? 1U : 0U;
            if (compare_names(names[i], names[j]) != compare_names(aligned[i], aligned[j])) {
                FAIL("name " << i << " and name " << j);
            }
        }
    }
    CHECK(plain > 50'000);
}

TEST_CASE("a word that the bank cut off is the word it began", "[matchers][names]") {
    CHECK(compare_names(name_key("Oosterhuis Zuivelha"), name_key("Oosterhuis Zuivelhandel")) ==
          Level::equal);
    CHECK(compare_names(name_key("Oosterhuis Zui"), name_key("Oosterhuis Zuivelhandel")) ==
          Level::differs);
}

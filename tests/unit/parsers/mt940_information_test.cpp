// Field 86: how its lines become one text, and that nothing of it is lost or taken for more than it
// is. The dialects have tests of their own.
#include <string>

#include "mt940/information.hpp"
#include "mt940/text.hpp"
#include "mt940_reading.hpp"
#include "support/test.hpp"

namespace afletter::test {

TEST_CASE("a full line goes on in the next, a shorter one ends with a blank", "[parsers][mt940]") {
    struct Example {
        std::string field;
        std::string joined;
    };
    const std::string full(65, 'a');
    const std::string short_by_one(64, 'a');
    const std::string accents = std::string(64, 'a') + "\xc3\xa9";  // 65 characters, 66 bytes
    const Example examples[] = {
        {"een\ntwee\n", "een twee"},
        {"een\r\ntwee\r\n", "een twee"},
        {"een \n twee", "een  twee"},
        {full + "\nb", full + "b"},
        {full + "\n b", full + " b"},
        {short_by_one + "\nb", short_by_one + " b"},
        {short_by_one + " \nb", short_by_one + " b"},
        {accents + "\nb", accents + "b"},
        {"een\n\n   \ntwee", "een twee"},
        {"", ""},
        {"\n \n", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.field);
        CHECK(mt940::join_lines(example.field) == example.joined);
    }
}

TEST_CASE("text that no dialect explains describes the booking", "[parsers][mt940]") {
    const std::string examples[] = {"Huur januari", "GIRO", "- 2026: 10:15 /onbekend/", "IBAN geen",
                                    "12.34.56.789"};
    for (const std::string& text : examples) {
        CAPTURE(text);
        CHECK(reading_of(mt940_entry(text)) == Reading{"remittance: " + text});
    }
    CHECK(reading_of(mt940_entry("Salary", "naam van de betaler\n")) ==
          Reading{"description: naam van de betaler", "remittance: Salary"});
}

TEST_CASE("an entry that nothing is said about has no detail", "[parsers][mt940]") {
    CHECK(reading_of(mt940_entry("")).empty());
    CHECK(reading_of(mt940_entry(" ")).empty());
    CHECK(mt940_entry("").details.empty());
    CHECK(mt940_entry("", "naam van de betaler\n").details.empty());
    CHECK(mt940_entry("/EREF/NOTPROVIDED").details.empty());
}

TEST_CASE("an entry that is used again keeps nothing of the one before", "[parsers][mt940]") {
    mt940::InformationReader reader;
    Entry entry = mt940_entry("");
    const std::string_view full[] = {"/TRTP/IDEAL BETALING UIT HET BUITENLAND/NAME/X/REMI/y"};
    reader.read(full, "", entry);
    REQUIRE(entry.details.size() == 1);
    const std::string other = "TRTP=IDEAL BETALING UIT HET BUITENLAND";
    CHECK(entry.details.at(0).other == other);
    CHECK(entry.details.at(0).amount == entry.amount);

    // The caller clears the members, which keep their memory.
    entry.details.at(0).remittance.clear();
    entry.details.at(0).other.clear();
    entry.details.at(0).counterparty.name.clear();
    const std::string_view next[] = {"/REMI/USTD//z/"};
    reader.read(next, "", entry);
    CHECK(reading_of(entry) == Reading{"remittance: z"});

    entry.details.at(0).remittance.clear();
    reader.read({}, "", entry);
    CHECK(entry.details.empty());
}

TEST_CASE("a payment reference in free text is taken only behind its name and with its check digit",
          "[parsers][mt940]") {
    struct Example {
        std::string text;
        std::string reference;
    };
    const Example examples[] = {
        {"BETALINGSKENMERK 6202600012345671", "6202600012345671"},
        {"BETALINGSKENM. 6202.6000.1234.5671 OZB", "6202600012345671"},
        {"BET.KENM. 6202600012345671 3305330802", "6202600012345671"},
        {"Betalingskenmerk: 6202600012345671", "6202600012345671"},
        {"BETALINGSKENM.  620260001234567 1330533080", "6202600012345671"},
        {"BETALINGSKENMERK 6202600012345672", ""},  // check digit
        {"BETALINGSKENMERK 1234567", ""},           // has none
        {"BETALINGSKENMERK", ""},
        {"6202600012345671", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.text);
        const Entry entry = mt940_entry(example.text);
        CHECK(entry.details.at(0).structured_reference == example.reference);
        CHECK(entry.details.at(0).remittance == mt940::single_spaced(example.text));
    }
}

TEST_CASE("an id longer than the standard's 35 has swallowed its neighbour", "[parsers][mt940]") {
    const std::string id(35, '7');
    CHECK(reading_of(mt940_entry("/EREF/" + id + "//REMI/USTD//x/")) ==
          Reading{"end-to-end id: " + id, "remittance: x"});
    CHECK(reading_of(mt940_entry("/EREF/" + id + "8//REMI/USTD//x/")) ==
          Reading{"remittance: x", "other: EREF=" + id + "8"});
}

TEST_CASE("a keyword in a payer's own words replaces nothing that the bank said",
          "[parsers][mt940]") {
    const std::string iban = "NL61RABO0300123456";
    // The bank's keys stand in front: all behind the remittance's is text.
    CHECK_INFORMATION((InformationExample{
        "/TRTP/SEPA OVERBOEKING/IBAN/" + iban +
            "/NAME/Jansen/EREF/E-1/REMI/zie /NAME/Pietersen/EREF/E-2",
        {"end-to-end id: E-1", "name: Jansen", "iban: " + iban,
         "remittance: zie /NAME/Pietersen/EREF/E-2", "other: TRTP=SEPA OVERBOEKING"}}));
    // ABN AMRO's reference stands behind it: the last is the bank's.
    CHECK_INFORMATION(
        (InformationExample{"/TRTP/IDEAL/NAME/Jansen/REMI/zie /EREF/E-2 /NAME/X/EREF/E-1",
                            {"end-to-end id: E-1", "name: Jansen",
                             "remittance: zie /EREF/E-2 /NAME/X", "other: TRTP=IDEAL"}}));
    // Rabobank's does not.
    CHECK_INFORMATION(
        (InformationExample{"/ORDP//NAME/Jansen/REMI/zie /EREF/E-2/BIC/x /RTRN/nee",
                            {"name: Jansen", "remittance: zie /EREF/E-2/BIC/x /RTRN/nee"}}));
    // ING's keys need two slashes.
    CHECK_INFORMATION((InformationExample{
        "/EREF/E-1//REMI/USTD//een/EREF/E-2//REMI/USTD//twee//EREF/E-3/",
        {"end-to-end id: E-1", "remittance: een/EREF/E-2//REMI/USTD//twee//EREF/E-3"}}));
    CHECK(reading_of(mt940_entry("zie /EREF/E-2/REMI/x")) ==
          Reading{"remittance: zie /EREF/E-2/REMI/x"});
}

}  // namespace afletter::test

// Field 86 in numbered subfields: Germany (Deutsche Kreditwirtschaft), and with other marks
// Poland, Bulgaria and others.
#include <algorithm>
#include <string>

#include "mt940_reading.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// An entry that went out.
Entry paid(const std::string& information) {
    return read_mt940_text(
               mt940_statement(":61:2601050105D12,34NTRFNONREF\n:86:" + information + "\n"))
        .statements.at(0)
        .entries.at(0);
}

}  // namespace

TEST_CASE("subfields are joined by their width and their keywords placed",
          "[parsers][mt940][german]") {
    CHECK_INFORMATION((InformationExample{
        "166?00GUTSCHR. UEBERWEISUNG?109201?20EREF+E2E-2026-0000000000001?2123?22MREF+M-1?23SVWZ+"
        "Kassenzeichen 4711?24Bescheid 2026?30INGDDEFF?31DE41500105170123456789?32Stadtwerke "
        "Musterstadt Netz?33gesellschaft?34000",
        {"description: GUTSCHR. UEBERWEISUNG", "end-to-end id: E2E-2026-000000000000123",
         "mandate: M-1", "name: Stadtwerke Musterstadt Netzgesellschaft",
         "iban: DE41500105170123456789", "bic: INGDDEFF",
         "remittance: Kassenzeichen 4711 Bescheid 2026", "other: GVC=166", "other: PRIMANOTA=9201",
         "other: TEXTKEY=000"}}));
}

TEST_CASE("a mark, its digits and a keyword may be cut by the end of a line",
          "[parsers][mt940][german]") {
    const Reading reading = {"end-to-end id: E1",        "batch: K1",
                             "name: Max Mustermann",     "iban: DE41500105170123456789",
                             "remittance: Miete Januar", "other: GVC=166"};
    const std::string examples[] = {
        "166?20EREF+E1?21KREF+K1?22SVWZ+Miete Januar?3\n1DE41500105170123456789?32Max Mustermann",
        "166?20EREF+E1?21KREF+K1?22SVWZ+Miete Januar?\n31DE41500105170123456789?32Max Mustermann",
        "166?20EREF+E1?21K\nREF+K1?22SVWZ+Miete Januar?31DE41500105170123456789?32Max\nMustermann",
        "166\n?20EREF+E1\n?21KREF+K1\n?22SVWZ+Miete Januar\n?31DE41500105170123456789\n?32Max "
        "Mustermann",
        "166?20EREF+E1 KREF+K1 SVWZ+Miete?21Januar?31DE41500105170123456789?32Max Mustermann",
    };
    for (const std::string& example : examples) {
        CAPTURE(example);
        CHECK(reading_of(mt940_entry(example)) == reading);
    }
}

TEST_CASE("every keyword of the Deutsche Kreditwirtschaft has its place",
          "[parsers][mt940][german]") {
    CHECK(reading_of(paid("109?00RETOURE?20EREF+E1?21KREF+K1?22MREF+M1?23CRED+"
                          "DE98ZZZ09999999999?24OAMT+11,84?25COAM+0,50?26SVWZ+Beitrag?27PURP+"
                          "OTHR?28RREF+R1?29DDAT+20260105?60DEBT+D1?61IBAN+DE41500105170123456789"
                          "?62BIC+INGDDEFF?34912")) ==
          Reading{"description: RETOURE", "end-to-end id: E1", "mandate: M1",
                  "creditor: DE98ZZZ09999999999", "batch: K1", "iban: DE41500105170123456789",
                  "bic: INGDDEFF", "remittance: Beitrag", "return reason: MD06", "purpose: OTHR",
                  "instructed: EUR -11.84", "charges: -0.50", "other: GVC=109",
                  "other: TEXTKEY=912", "other: RREF=R1", "other: DDAT=20260105",
                  "other: DEBT=D1"});
    // A value ends where its subfield is not full: what follows is text.
    CHECK(reading_of(mt940_entry("159?20EREF+E1?21MTLG:Grund nicht bekannt?34905")) ==
          Reading{"end-to-end id: E1", "remittance: MTLG:Grund nicht bekannt", "return reason: 905",
                  "other: GVC=159", "other: TEXTKEY=905"});
    CHECK(reading_of(mt940_entry("166?20Vorname Name?21EREF+E1?22SVWZ+Miete")) ==
          Reading{"end-to-end id: E1", "remittance: Vorname Name Miete", "other: GVC=166"});
    CHECK(reading_of(mt940_entry("166?20EREF+NOTPROVIDED?21KREF+NONREF?22SVWZ+x")) ==
          Reading{"remittance: x", "other: GVC=166"});
}

TEST_CASE("only a return has a return reason, by its number or by its text",
          "[parsers][mt940][german]") {
    struct Example {
        std::string text;
        std::string reason;
    };
    const Example examples[] = {
        {"109?20SVWZ+x?34901", "AC01"},     {"108?20SVWZ+x?34902", "AC04"},
        {"159?20SVWZ+x?34903", "AC06"},     {"109?20SVWZ+x?34914", "MS03"},
        {"109?20SVWZ+x?34999", "999"},      {"109?20SVWZ+x?34000", ""},
        {"105?20SVWZ+x?34914", ""},         {"109?20SVWZ+RUECKGABEGRUND: MD01 X", "MD01"},
        {"109?20SVWZ+aus gutem GRUND", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.text);
        CHECK(mt940_detail(example.text).return_reason == example.reason);
    }
}

TEST_CASE("the party behind the counterparty depends on who gave the order",
          "[parsers][mt940][german]") {
    const std::string parties = "?20SVWZ+x?21ABWA+Auftraggeber?22ABWE+Empfaenger";
    const Reading received = reading_of(mt940_entry("166" + parties));
    CHECK(received == Reading{"ultimate: Auftraggeber", "remittance: x", "other: GVC=166",
                              "other: ABWE=Empfaenger"});
    const Reading sent = reading_of(paid("116" + parties));
    CHECK(sent == Reading{"ultimate: Empfaenger", "remittance: x", "other: GVC=116",
                          "other: ABWA=Auftraggeber"});
    CHECK(mt940_detail("171" + parties).counterparty.ultimate_name == "Empfaenger");
    CHECK(paid("105" + parties).details.at(0).counterparty.ultimate_name == "Auftraggeber");
}

TEST_CASE("what a payer writes makes no keyword and no subfield", "[parsers][mt940][german]") {
    const InformationExample examples[] = {
        // Not at the start of a subfield.
        {"166?20SVWZ+siehe EREF+123 und?21KREF+456",
         {"batch: 456", "remittance: siehe EREF+123 und", "other: GVC=166"}},
        // Taken already, or no number in use.
        {"166?20EREF+E1?21SVWZ+Wieso?20 oder?45?24EREF+E2",
         {"end-to-end id: E1", "remittance: Wieso?20 oder?45 EREF+E2", "other: GVC=166"}},
        {"166?20SVWZ+1+1=2", {"remittance: 1+1=2", "other: GVC=166"}},
    };
    for (const InformationExample& example : examples) {
        CHECK_INFORMATION(example);
    }
}

TEST_CASE("a number of the bank is no BIC, and an account no IBAN", "[parsers][mt940][german]") {
    CHECK(reading_of(mt940_entry("051?00UEBERWEISUNG?20LV 754 5202?3070120700?3101001292448?32E-"
                                 "BAY,?35Eigener Name?70Weiteres")) ==
          Reading{"description: UEBERWEISUNG", "name: E-BAY,", "account: 01001292448",
                  "remittance: LV 754 5202", "other: GVC=051", "other: BANK=70120700",
                  "other: 35=Eigener Name", "other: 70=Weiteres"});
}

TEST_CASE("references that the bank repeats behind the payer's words are no words of the payer",
          "[parsers][mt940][german]") {
    const std::string head = "166?20EREF+JS12345?21MREF+M1?22SVWZ+";
    const std::string tail = "?30GENODEF1PFK?31DE58740618130100033626";
    const auto remittance = [&](const std::string& text) {
        return mt940_detail(head + text + tail).remittance;
    };
    CHECK(remittance("Test EREF: JS12345 ?23IBAN: DE5874061813010003362?246 BIC: GENODEF1PFK") ==
          "Test");
    CHECK(remittance("Test EREF: JS12345 ?23MREF: M1 IBAN: DE587406?24181301") == "Test");
    CHECK(remittance("Test EREF: JS12345 ?23ABWE: Kind?60ABWE+Kind") == "Test");
    // Not the same, or something behind it: then who knows whose words they are.
    for (const std::string text :
         {"Test EREF: JS99 IBAN: DE99", "Test EREF: JS12345 danke", "Test IBAN: folgt"}) {
        CHECK(remittance(text) == text);
    }
}

TEST_CASE("comdirect's words at the start of a subfield are keywords", "[parsers][mt940][german]") {
    CHECK_INFORMATION((InformationExample{
        "820?20LASTSCHRIFT?21END-TO-END-REF.:?22E-77?23CORE / MANDATSREF.:?24M-77?25GLAEUBIGER-ID:"
        "?26DE98ZZZ09999999999?27Ref. 7T2C0YTD0BZL4V9S/1?32DANKITO",
        {"bank reference: 7T2C0YTD0BZL4V9S/1", "end-to-end id: E-77", "mandate: M-77",
         "creditor: DE98ZZZ09999999999", "name: DANKITO", "remittance: LASTSCHRIFT",
         "other: GVC=820"}}));
    CHECK(reading_of(mt940_entry("820?20END-TO-END-REF.:?21NICHT ANGEGEBEN?22Ref. 12 bezahlt")) ==
          Reading{"remittance: Ref. 12 bezahlt", "other: GVC=820"});
}

TEST_CASE("other marks and a missing code are the same form", "[parsers][mt940]") {
    const std::string iban = "PL61109010140000071219812874";
    for (const char mark : {'~', '^', '<', '+', '?'}) {
        std::string text =
            "020~00Przelew~20FAKTURA 1/2026~3010901014~31" + iban + "~32HUTA SZKLA~33TOPIC~34020";
        std::replace(text.begin(), text.end(), '~', mark);
        CAPTURE(text);
        CHECK(reading_of(mt940_entry(text)) ==
              Reading{"description: Przelew", "name: HUTA SZKLA TOPIC", "iban: " + iban,
                      "remittance: FAKTURA 1/2026", "other: GVC=020", "other: BANK=10901014",
                      "other: TEXTKEY=020"});
    }
    CHECK(reading_of(mt940_entry(">20usluga 2026/01>315910902053000000\n016768736>32OFFICE")) ==
          Reading{"name: OFFICE", "account: 5910902053000000016768736",
                  "remittance: usluga 2026/01"});
    CHECK(reading_of(mt940_entry("Ueberweisung\n?20Rechnung 123456")) ==
          Reading{"description: Ueberweisung", "remittance: Rechnung 123456"});
    CHECK(reading_of(mt940_entry("XXX?00TEXT?20EREF+E1")) ==
          Reading{"description: TEXT", "end-to-end id: E1", "other: GVC=XXX"});
    for (const std::string text :
         {"166?", "166?2", "166 stuks", "166-20 keer", "?", "020*99", "Wat is dit?20 euro",
          "Wat is dit ?2026", "NOU?2026", "100*20 stuks", "?2026", ">20 euro"}) {
        CAPTURE(text);
        CHECK(reading_of(mt940_entry(text)) == Reading{"remittance: " + text});
    }
}

TEST_CASE("numbered lines (:NS:) hold purpose, name, booking text, bank and account",
          "[parsers][mt940]") {
    const auto read = [](const std::string& field) {
        return reading_of(
            read_mt940_text(mt940_statement(":61:2601050105C12,34NTRFNONREF\n" + field + "\n"))
                .statements.at(0)
                .entries.at(0));
    };
    CHECK(read(":NS:01CHF/20260105\n02Gutschrift\n0304 03290 00000 00000 00000 03186\n04\n"
               "15Hans Muster\n16AG\n17Sammelgutschrift\n18872370799\n190000\n3310918001\n"
               "340000004279070017") ==
          Reading{"description: Sammelgutschrift", "name: Hans Muster AG",
                  "account: 0000004279070017", "structured: 04 03290 00000 00000 00000 03186",
                  "remittance: CHF/20260105 Gutschrift", "other: PRIMANOTA=872370799",
                  "other: 19=0000", "other: BANK=10918001"});
    CHECK(read(":NS:01Zweck\n15Name") == Reading{"name: Name", "remittance: Zweck"});
    // The digits of these lines are no numbers of lines.
    CHECK(read(":86:0417164301 GPPeking\n170000001AC") ==
          Reading{"remittance: 0417164301 GPPeking 170000001AC"});
}

}  // namespace afletter::test

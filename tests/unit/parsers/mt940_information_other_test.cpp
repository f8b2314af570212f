// Field 86 of banks that write keywords of their own kind: SWIFT's code words, Goldman Sachs,
// North Macedonia, mBank, Belgium.
#include <string>

#include "mt940_reading.hpp"
#include "support/test.hpp"

namespace afletter::test {

TEST_CASE("of a debtor and a creditor the one on the other side is the counterparty",
          "[parsers][mt940]") {
    CHECK(reading_of(mt940_entry(
              "/EREF/E1\n/DBNM/PAYER\n/DACT/107045863/DBIC/CITIUS30XXX\n/REMI/Invoice 7\n/OPRP/"
              "Tag Payment")) == Reading{"end-to-end id: E1", "name: PAYER", "account: 107045863",
                                         "bic: CITIUS30XXX", "remittance: Invoice 7",
                                         "other: OPRP=Tag Payment"});
    CHECK(reading_of(mt940_entry("/EREF/E1\n/CRNM/PAYEE\n/CACT/107045863")) ==
          Reading{"end-to-end id: E1", "other: CRNM=PAYEE", "other: CACT=107045863"});
    CHECK(reading_of(mt940_entry("EREF/GSG8/PREF/RP/GS/CT0002")) ==
          Reading{"end-to-end id: GSG8", "batch: RP/GS/CT0002"});
}

TEST_CASE("SWIFT's code words are read, behind one that nobody knows as well", "[parsers][mt940]") {
    CHECK(
        reading_of(mt940_entry("/BAI/399/MISCELLANEOUS CREDIT\n/ORDP/test rate\n/ACNO/12-3011")) ==
        Reading{"name: test rate", "account: 12-3011", "other: BAI=399/MISCELLANEOUS CREDIT"});
    CHECK(reading_of(mt940_entry("/XYZ/100924006010\n/ORDP/BANK AB (PUBL)\n/REMI/OUR REF: 1")) ==
          Reading{"name: BANK AB (PUBL)", "remittance: OUR REF: 1", "other: XYZ=100924006010"});
    for (const std::string text :
         {"/YYYY/ MARKMS1234/PPPP/RRR93366,00/RASK/", "/EREF", "/", "//", "/BENM", "/en/of/"}) {
        CAPTURE(text);
        CHECK(reading_of(mt940_entry(text)) == Reading{"remittance: " + text});
    }
}

TEST_CASE("an account, a name and a text may follow each other in lines", "[parsers][mt940]") {
    CHECK(reading_of(mt940_entry(
              "/ORDP/300000000460495\n/IVOTEHNA DOOEL\n/747//748\n/Uplata po faktura")) ==
          Reading{"name: IVOTEHNA DOOEL", "account: 300000000460495",
                  "remittance: Uplata po faktura", "other: REF=747//748"});
}

TEST_CASE("mBank's labels stand between semicolons", "[parsers][mt940]") {
    CHECK(reading_of(mt940_entry(
              "973 PRZELEW WEWN.; NA RACH.: \n82114010100000579009005002; DLA: DRUGI KLIENT \n"
              "WARSZAWA; TYT.: ZWROT; 30/2026; WALUTA: EUR; KURS: 5,4429; TNR: \n"
              "145411008036753.010001")) ==
          Reading{"description: 973 PRZELEW WEWN.", "bank reference: 145411008036753.010001",
                  "name: DRUGI KLIENT WARSZAWA", "account: 82114010100000579009005002",
                  "remittance: ZWROT 30/2026", "rate: 5,4429", "other: WALUTA=EUR"});
}

TEST_CASE("a Belgian structured communication stands out by its form and its check digits",
          "[parsers][mt940]") {
    CHECK(reading_of(mt940_entry("OVERSCHRIJVING +++090/9337/55493+++ VAN X")) ==
          Reading{"structured: +++090/9337/55493+++",
                  "remittance: OVERSCHRIJVING +++090/9337/55493+++ VAN X"});
    CHECK(mt940_detail("/EREF/1/REMI/***090/9337/55493***").structured_reference ==
          "***090/9337/55493***");
    CHECK(mt940_detail("+++090/9337/55494+++").structured_reference.empty());
    CHECK(mt940_detail("+++090-9337-55493+++").structured_reference.empty());
    CHECK(mt940_detail("+++").structured_reference.empty());
}

}  // namespace afletter::test

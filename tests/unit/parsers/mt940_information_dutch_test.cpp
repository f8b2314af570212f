// Field 86 of Dutch banks: keywords between slashes, and the forms before them.
#include <string>

#include "mt940_reading.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

const std::string iban = "NL61RABO0300123456";

}  // namespace

TEST_CASE("ING's keywords end with a slash of their own, and a name may hold slashes",
          "[parsers][mt940][ing]") {
    const InformationExample examples[] = {
        {"/EREF/E2E-2026-000123//MARF/MAND-77//CSID/NL13ZZZ123456780000//CNTP/" + iban +
             "/RABONL2U/J.P. de Vries/Zn/Utrecht//REMI/USTD//Rioolheffing 2026 aanslag "
             "12/2026-44//RTRN/MD06//PURP/CD/GOVT/",
         {"end-to-end id: E2E-2026-000123", "mandate: MAND-77", "creditor: NL13ZZZ123456780000",
          "name: J.P. de Vries/Zn", "iban: " + iban, "bic: RABONL2U",
          "remittance: Rioolheffing 2026 aanslag 12/2026-44", "return reason: MD06",
          "purpose: GOVT", "other: CITY=Utrecht"}},
        {"/CNTP/" + iban + "/RABONL2U/Bakkerij B.V.///REMI/USTD//Factuur 7/",
         {"name: Bakkerij B.V.", "iban: " + iban, "bic: RABONL2U", "remittance: Factuur 7"}},
        {"/CNTP/0285000001/////REMI/USTD//VAN spaarrekening/",
         {"account: 0285000001", "remittance: VAN spaarrekening"}},
        {"/CNTP////REMI/USTD//overboeking/", {"remittance: overboeking"}},
        {"/CNTP/" + iban + "/RABONL2U/Bakkerij//",
         {"name: Bakkerij", "iban: " + iban, "bic: RABONL2U"}},
        {"/PREF/BATCH-1//REMI/USTD//TOTAAL 12 VZ/",
         {"batch: BATCH-1", "batch of: 12", "remittance: TOTAAL 12 VZ"}},
        {"/REMI/USTD//1/2/2026 en/of later/", {"remittance: 1/2/2026 en/of later"}},
        {"/RTRN/AC04/Rekening opgeheven//REMI/USTD//x/",
         {"remittance: x", "return reason: AC04", "other: RTRN=Rekening opgeheven"}},
    };
    for (const InformationExample& example : examples) {
        CHECK_INFORMATION(example);
    }
}

TEST_CASE("ING's structured remittance is a reference: CUR a betalingskenmerk, ISO an RF",
          "[parsers][mt940][ing]") {
    const InformationExample examples[] = {
        {"/EREF/NOTPROVIDED//REMI/STRD/CUR/6202600012345671/", {"structured: 6202600012345671"}},
        {"/REMI/STRD/ISO/RF18539007547034/", {"structured: RF18539007547034"}},
        {"/REMI/STRD/BBA/123/rest/", {"structured: 123", "remittance: rest", "other: ISSR=BBA"}},
        {"/REMI/STRD/6202600012345671/", {"structured: 6202600012345671"}},
    };
    for (const InformationExample& example : examples) {
        CHECK_INFORMATION(example);
    }
}

TEST_CASE("the one behind the counterparty is the debtor of what comes in", "[parsers][mt940]") {
    CHECK_INFORMATION((InformationExample{
        "/CNTP//"
        "/Jansen///REMI/USTD//x//ULTD/Kind van Jansen//ULTC/Gemeente/",
        {"name: Jansen", "ultimate: Kind van Jansen", "remittance: x", "other: ULTC=Gemeente"}}));
    CHECK_INFORMATION((InformationExample{"/EREF/E1/ORDP//NAME/Jansen/ID//REMI/x",
                                          {"end-to-end id: E1", "name: Jansen", "remittance: x"}}));
    CHECK_INFORMATION((InformationExample{
        "/EREF/E1/ORDP//NAME/Jansen/REMI/x/ULTD//NAME/Kind van Jansen/ID/77/ISDT/2026-01-05",
        {"end-to-end id: E1", "name: Jansen", "ultimate: Kind van Jansen", "remittance: x",
         "other: ULTD/ID=77", "other: ISDT=2026-01-05"}}));
}

TEST_CASE("ABN AMRO's keywords have single slashes, the type of transaction first",
          "[parsers][mt940][abn]") {
    const InformationExample examples[] = {
        {"/TRTP/SEPA OVERBOEKING/IBAN/" + iban +
             "/BIC/RABONL2U/NAME/BAKKERIJ DE KROON/REMI/LEGES 2026/17 PASPOORT/EREF/E2E-0001",
         {"end-to-end id: E2E-0001", "name: BAKKERIJ DE KROON", "iban: " + iban, "bic: RABONL2U",
          "remittance: LEGES 2026/17 PASPOORT", "other: TRTP=SEPA OVERBOEKING"}},
        {"/TRTP/SEPA Incasso algemeen doorlopend/CSID/NL13ZZZ123456780000/NAME/GBLT/MARF/M-1/REMI/"
         "Belastingen/IBAN/" +
             iban + "/BIC/RABONL2U/EREF/E-1",
         {"end-to-end id: E-1", "mandate: M-1", "creditor: NL13ZZZ123456780000", "name: GBLT",
          "iban: " + iban, "bic: RABONL2U", "remittance: Belastingen",
          "other: TRTP=SEPA Incasso algemeen doorlopend"}},
        {"/RTYP/SEPA Incasso Terugboeking/MARF/M-1/RTRN/AC01/IBAN/ " + iban +
             "/NAME/Jansen/REMI/OZB 2026/EREF/E-2",
         {"end-to-end id: E-2", "mandate: M-1", "name: Jansen", "iban: " + iban,
          "remittance: OZB 2026", "return reason: AC01", "other: RTYP=SEPA Incasso Terugboeking"}},
        {"/TRTP/SEPA OVERBOEKING/IBAN/" + iban + "/BIC//NAME/Jansen/REMI/x/EREF//ORDP//ID/123",
         {"name: Jansen", "iban: " + iban, "remittance: x", "other: TRTP=SEPA OVERBOEKING",
          "other: ORDP/ID=123"}},
        {"/TRTP/SEPA BATCH/PREF/109180/NRTX/162/PIND/BRUTO",
         {"batch: 109180", "batch of: 162", "batch: gross", "other: TRTP=SEPA BATCH"}},
        {"/TRTP/SEPA BATCH/PREF/109180/NRTX/many/PIND/NETTO",
         {"batch: 109180", "other: TRTP=SEPA BATCH", "other: NRTX=many", "other: PIND=NETTO"}},
        {"/PREF/SEPA-1-P1//CSID/NL64ZZZ242678500002//REMI/USTD//TOTAAL 12 POSTEN/",
         {"creditor: NL64ZZZ242678500002", "batch: SEPA-1-P1", "batch of: 12",
          "remittance: TOTAAL 12 POSTEN"}},
        {"/TRTP/IDEAL/IBAN/" + iban + "/NAME/WINKEL/REMI/12 34/EREF/E-3/ORDP//ID/77AB",
         {"end-to-end id: E-3", "name: WINKEL", "iban: " + iban, "remittance: 12 34",
          "other: TRTP=IDEAL", "other: ORDP/ID=77AB"}},
        {"/TRTP/ACCEPTGIROBETALING/NAME/Jansen/REMI/ISSUER: CUR                  REF: "
         "6202600012345671/EREF/NOTPROVIDED",
         {"name: Jansen", "structured: 6202600012345671", "other: TRTP=ACCEPTGIROBETALING"}},
        {"/TRTP/SEPA ACCEPTGIRO/NAME/J/REMI/Issuer: CUR Ref: 6202600012345671",
         {"name: J", "structured: 6202600012345671", "other: TRTP=SEPA ACCEPTGIRO"}},
        {"/TRTP/SEPA OVERBOEKING/BBAN/90000014/NAME/KNAB/REMI/BETALINGSKENMERK: "
         "6202600012345671, 14-09-2026",
         {"name: KNAB", "account: 90000014",
          "remittance: BETALINGSKENMERK: 6202600012345671, 14-09-2026",
          "other: TRTP=SEPA OVERBOEKING"}},
    };
    for (const InformationExample& example : examples) {
        CHECK_INFORMATION(example);
    }
}

TEST_CASE("a keyword is found where a short line ends within it", "[parsers][mt940]") {
    CHECK(
        reading_of(mt940_entry("/EREF/1//CNTP/" + iban + "/RABONL2U/X///RE\nMI/USTD//y/")) ==
        Reading{"end-to-end id: 1", "name: X", "iban: " + iban, "bic: RABONL2U", "remittance: y"});
    CHECK(reading_of(mt940_entry("/PREF/B//CSID/NL13ZZZ123456780000//\nREMI/USTD//y/")) ==
          Reading{"creditor: NL13ZZZ123456780000", "batch: B", "remittance: y"});
    CHECK(reading_of(mt940_entry("/TRTP/IDEAL/NAME/X\n/REMI/y/EREF/NOTPROV\nIDED")) ==
          Reading{"name: X", "remittance: y", "other: TRTP=IDEAL"});
    // No keyword comes of these two, so the end of the line stays a blank.
    CHECK(reading_of(mt940_entry("/TRTP/IDEAL/NAME/X\n/REMI/en/of\nzo/snel")) ==
          Reading{"name: X", "remittance: en/of zo/snel", "other: TRTP=IDEAL"});
}

TEST_CASE("Rabobank's counterparty stands in the supplementary details of field 61",
          "[parsers][mt940][rabobank]") {
    const InformationExample full = {
        "/EREF/05-01-2026 10:15 2620000153447185/ORDP//NAME/Garage Van Dam B.V./ADDR/Dam 1 "
        "Tiel/REMI/Factuur 2026-0045/Debiteur 1180/ISDT/2026-01-05",
        {"end-to-end id: 05-01-2026 10:15 2620000153447185", "name: Garage Van Dam B.V.",
         "iban: " + iban, "remittance: Factuur 2026-0045/Debiteur 1180",
         "other: ORDP/ADDR=Dam 1 Tiel", "other: ISDT=2026-01-05"}};
    CHECK_INFORMATION(full, iban + "\n");

    struct Example {
        std::string supplementary;
        Reading reading;
    };
    const Example examples[] = {
        {"0417164300\n", {"name: X", "account: 0417164300", "remittance: y"}},
        {"P002445588\n", {"name: X", "account: P002445588", "remittance: y"}},
        {"0000000000\n", {"name: X", "remittance: y"}},
        {"NL03RABO1098765432\n", {"name: X", "account: NL03RABO1098765432", "remittance: y"}},
        // Its check digit says that it is no account.
        {"0417164301\n", {"description: 0417164301", "name: X", "remittance: y"}},
    };
    for (const Example& example : examples) {
        CAPTURE(example.supplementary);
        CHECK(reading_of(mt940_entry("/BENM//NAME/X/REMI/y", example.supplementary)) ==
              example.reading);
    }
}

TEST_CASE("Rabobank's structured remittance, returns and account with a comma are read",
          "[parsers][mt940][rabobank]") {
    const InformationExample examples[] = {
        {"/BENM//NAME/Belastingdienst/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/"
         "6202600012345671/ISDT/2026-01-05",
         {"name: Belastingdienst", "structured: 6202600012345671", "other: ISDT=2026-01-05"}},
        {"/MARF/M1/CSID/NL13ZZZ123456780000/RTRN/AM04/REMI/z",
         {"mandate: M1", "creditor: NL13ZZZ123456780000", "remittance: z", "return reason: AM04"}},
        {"/ACCW/" + iban + ",RABONL2U/ORDP//NAME/Hr A en/of Mw B/REMI/1000122-P5549161",
         {"name: Hr A en/of Mw B", "iban: " + iban, "bic: RABONL2U",
          "remittance: 1000122-P5549161"}},
        {"/BENM//NAME/X/REMI//ISDT/2026-07-11", {"name: X", "other: ISDT=2026-07-11"}},
        {"/REMI/Periode 01-10-2026 t/m 31-12-2026/ISDT/2026-01-01",
         {"remittance: Periode 01-10-2026 t/m 31-12-2026", "other: ISDT=2026-01-01"}},
        {"/PREF/PmtInfId-20260108-987", {"batch: PmtInfId-20260108-987"}},
    };
    for (const InformationExample& example : examples) {
        CHECK_INFORMATION(example);
    }
}

TEST_CASE("Rabobank's account and name before SEPA stand in the columns of the reference",
          "[parsers][mt940][rabobank]") {
    const Entry known = mt940_entry("BETALINGSKENM.  6202600012345671\n:86:GOOGLE 12\n", "",
                                    "0285000001      J. DE VRIES EO");
    CHECK(reading_of(known) == Reading{"name: J. DE VRIES EO", "account: 0285000001",
                                       "structured: 6202600012345671",
                                       "remittance: BETALINGSKENM. 6202600012345671 GOOGLE 12"});
    CHECK(known.customer_reference.empty());
    CHECK(reading_of(mt940_entry("", "", "NONREF          Kosten")) == Reading{"name: Kosten"});
    CHECK(mt940_entry("", "", "AANSLAG-2026-00017 DEEL 2").customer_reference ==
          "AANSLAG-2026-00017 DEEL 2");
}

TEST_CASE("SNS, ASN and RegioBank write IBAN and name into the first line",
          "[parsers][mt940][asn]") {
    const std::string asn = "NL94ASNB0707123456";
    const std::string blank(65, ' ');
    const std::string head = asn + " j jansen\n" + blank + "\n";

    const Entry plain = mt940_entry(head + "Leges paspoort\n\n", "j jansen\n", asn);
    CHECK(reading_of(plain) ==
          Reading{"name: j jansen", "iban: " + asn, "remittance: Leges paspoort"});
    CHECK(plain.customer_reference.empty());

    CHECK(reading_of(mt940_entry(
              head + "/TRTP/SEPA OVERBOEKING/NAME/J JANSEN/REMI/Leges/EREF/E-9\n\n", "j jansen\n",
              asn)) == Reading{"end-to-end id: E-9", "name: J JANSEN", "iban: " + asn,
                               "remittance: Leges", "other: TRTP=SEPA OVERBOEKING"});

    const std::string debit = cut_at_65(
        "Europese incasso door:VITENS NV NL-Factuur 7 T-1, DEC-Incassant ID: "
        "NL13ZZZ123456780000-Kenmerk Machtiging: M1");
    CHECK(reading_of(mt940_entry(head + debit, "j jansen\n", asn)) ==
          Reading{"mandate: M1", "creditor: NL13ZZZ123456780000", "name: j jansen", "iban: " + asn,
                  "remittance: Europese incasso door:VITENS NV NL-Factuur 7 T-1, DEC"});
}

TEST_CASE("the labels and columns of ABN AMRO before SEPA are read, full columns joined",
          "[parsers][mt940][abn]") {
    CHECK(
        reading_of(mt940_entry(
            "SEPA INCASSO ALGEMEEN DOORLOPEND INCASSANT: NL13ZZZ123456780000\nNAAM: BAKKERIJ "
            "B.V.             MACHTIGING: M-17\nOMSCHRIJVING: MAANDTERMIJN JANUA RI 2026\nIBAN: " +
            iban + "         KENMERK: AA 2026-01-05 10:20:47/\n0000000007")) ==
        Reading{"description: SEPA INCASSO ALGEMEEN DOORLOPEND",
                "end-to-end id: AA 2026-01-05 10:20:47/0000000007", "mandate: M-17",
                "creditor: NL13ZZZ123456780000", "name: BAKKERIJ B.V.", "iban: " + iban,
                "remittance: MAANDTERMIJN JANUARI 2026"});
    CHECK(
        reading_of(mt940_entry("SEPA OVERBOEKING                 IBAN: " + iban +
                               "\nBETALINGSKENM.: 6202600012345671")) ==
        Reading{"description: SEPA OVERBOEKING", "iban: " + iban, "structured: 6202600012345671"});
    CHECK(reading_of(mt940_entry(
              "64.45.12.113 J. DE VRIES        BETALINGSKENMERK 6202 6000\n1234 5671 OZB 2026")) ==
          Reading{"name: J. DE VRIES", "account: 64.45.12.113", "structured: 6202600012345671",
                  "remittance: BETALINGSKENMERK 6202 6000 1234 5671 OZB 2026"});
    CHECK(reading_of(mt940_entry("GIRO   428428 J. DE VRIES        OZB 2026")) ==
          Reading{"name: J. DE VRIES", "account: 428428", "remittance: OZB 2026"});
}

TEST_CASE("Knab's account and name stand behind the text", "[parsers][mt940][knab]") {
    CHECK(reading_of(mt940_entry("FACTUUR 2026-4\nREK: " + iban + "/NAAM: JANSEN/ZN")) ==
          Reading{"name: JANSEN/ZN", "iban: " + iban, "remittance: FACTUUR 2026-4"});
    CHECK(reading_of(mt940_entry("REK: 90000014/NAAM: KNAB")) ==
          Reading{"name: KNAB", "account: 90000014"});
    CHECK(reading_of(mt940_entry("TIEL 09-07-2026 12:45 PAS: 2222\nNAAM: BLOEMIST")) ==
          Reading{"name: BLOEMIST", "remittance: TIEL 09-07-2026 12:45 PAS: 2222"});
}

TEST_CASE("ING's text before its keywords begins with the counterparty's account",
          "[parsers][mt940][ing]") {
    CHECK(reading_of(mt940_entry(iban + " RABONL2U J. DE VRIES NOTPROVIDED Leges\n 2026")) ==
          Reading{"name: J. DE VRIES", "iban: " + iban, "bic: RABONL2U", "remittance: Leges 2026"});
    CHECK(reading_of(mt940_entry(iban + " RABONL2U J. DE VRIES SCOR/CUR/6202600012345671")) ==
          Reading{"iban: " + iban, "bic: RABONL2U", "structured: 6202600012345671",
                  "remittance: J. DE VRIES SCOR/CUR/6202600012345671"});
    CHECK(reading_of(mt940_entry("0001234567 VAN Zkl Spaarrekening")) ==
          Reading{"account: 0001234567", "remittance: VAN Zkl Spaarrekening"});
    CHECK(reading_of(mt940_entry("0417164301 GPSEOUL SPOED")) ==
          Reading{"remittance: 0417164301 GPSEOUL SPOED"});
}

TEST_CASE("Triodos writes single slashes within the name, and numbered parts before SEPA",
          "[parsers][mt940][triodos]") {
    CHECK_INFORMATION((InformationExample{
        "/CNTP/" + iban +
            "/RABONL2U/G-AAAAA N.V./3000AA Tiel//EREF/7293-201801001//REMI/USTD//"
            "201801001/",
        {"end-to-end id: 7293-201801001", "name: G-AAAAA N.V.", "iban: " + iban, "bic: RABONL2U",
         "remittance: 201801001", "other: CITY=3000AA Tiel"}}));
    CHECK(reading_of(mt940_entry("000>100000000000\n>20RABONL2U\n>21" + iban +
                                 "\n>22METSELAARBAASIK PAARDENA PO>23STBUS 969\n>310454545454")) ==
          Reading{"iban: " + iban, "bic: RABONL2U",
                  "remittance: METSELAARBAASIK PAARDENA POSTBUS 969", "other: GVC=000",
                  "other: PRIMANOTA=0000000000", "other: ACCOUNT=0454545454"});
}

TEST_CASE("ordered amount, charges and rate of the supplementary details have their members",
          "[parsers][mt940]") {
    struct Example {
        std::string supplementary;
        Reading reading;
    };
    const Example examples[] = {
        {"/TRCD/00100/\n", {"remittance: x", "other: TRCD=00100"}},
        {"/OCMT/USD15,00//EXCH/1,2155/\n",
         {"remittance: x", "instructed: USD 15.00", "rate: 1,2155"}},
        // 12.34 came in of 12.84: the owner paid.
        {"/OCMT/EUR12,84//CHGS/EUR0,50/\n",
         {"remittance: x", "instructed: EUR 12.84", "charges: -0.50"}},
        // 11.84 and 0.50: what another owed was passed on.
        {"/OCMT/EUR11,84//CHGS/EUR0,50/\n",
         {"remittance: x", "instructed: EUR 11.84", "charges: 0.50"}},
        {"/CHGS/USD0,50/\n", {"remittance: x", "other: CHGS=USD0,50"}},
        {"/OCMT/veel/\n", {"remittance: x", "other: OCMT=veel"}},
    };
    for (const Example& example : examples) {
        CAPTURE(example.supplementary);
        CHECK(reading_of(mt940_entry("/REMI/USTD//x/", example.supplementary)) == example.reading);
    }
}

}  // namespace afletter::test

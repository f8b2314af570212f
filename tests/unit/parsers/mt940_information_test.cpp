// Field 86: the dialects of the banks, and that nothing of it is lost.
#include <string>

#include "mt940/information.hpp"
#include "mt940/text.hpp"
#include "mt940_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// Cut as banks cut: every 65 characters, in the middle of whatever stands there.
std::string cut(std::string text) {
    constexpr std::size_t width = 65;
    for (std::size_t i = width; i < text.size(); i += width + 1) {
        text.insert(i, "\n");
    }
    return text;
}

std::string iban_of(const Counterparty& counterparty) {
    return std::string(text_if_known(counterparty.iban));
}

const std::string payer_iban = "NL61RABO0300123456";

}  // namespace

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

TEST_CASE("ING's keywords are placed, also where a line cuts them", "[parsers][mt940][ing]") {
    const std::string text =
        "/EREF/E2E-2026-000123//MARF/MAND-77//CSID/NL13ZZZ123456780000//CNTP/" + payer_iban +
        "/RABONL2U/J.P. de Vries/Zn/Utrecht//REMI/USTD//Rioolheffing 2026 "
        "aanslag 12/2026-44//RTRN/MD06//PURP/CD/GOVT/";
    for (const std::string& field : {text, cut(text)}) {
        const TransactionDetail detail = mt940_detail(field);
        CHECK(detail.end_to_end_id == "E2E-2026-000123");
        CHECK(detail.mandate_id == "MAND-77");
        CHECK(detail.creditor_id == "NL13ZZZ123456780000");
        CHECK(iban_of(detail.counterparty) == payer_iban);
        CHECK(detail.counterparty.bic == "RABONL2U");
        CHECK(detail.counterparty.name == "J.P. de Vries/Zn");
        CHECK(detail.remittance == "Rioolheffing 2026 aanslag 12/2026-44");
        CHECK(detail.return_reason == "MD06");
        CHECK(detail.purpose == "GOVT");
        CHECK(detail.amount == Money(1234, Currency::euro()));
    }
}

TEST_CASE("ING's parts may be empty or missing", "[parsers][mt940][ing]") {
    struct Example {
        std::string text;
        std::string account;
        std::string name;
        std::string remittance;
        std::string structured;
        std::string description;
    };
    const Example examples[] = {
        {"/CNTP/" + payer_iban + "/RABONL2U/Bakkerij B.V.///REMI/USTD//Factuur 7/", payer_iban,
         "Bakkerij B.V.", "Factuur 7", "", ""},
        {"/CNTP/0285000001/////REMI/USTD//VAN spaarrekening/", "0285000001", "",
         "VAN spaarrekening", "", ""},
        {"/CNTP////REMI/USTD//overboeking/", "", "", "overboeking", "", ""},
        {"/CNTP/" + payer_iban + "/RABONL2U/Bakkerij//", payer_iban, "Bakkerij", "", "", ""},
        {"/EREF/NOTPROVIDED//REMI/STRD/CUR/6202600012345671/", "", "", "", "6202600012345671", ""},
        {"/REMI/STRD/ISO/RF18539007547034/", "", "", "", "RF18539007547034", ""},
        {"/PREF/BATCH-1//REMI/USTD//TOTAAL 12 VZ/", "", "", "TOTAAL 12 VZ", "", ""},
        // A city, the ultimate party and a batch total have no place of their own.
        {"/CNTP/" + payer_iban + "/RABONL2U/Jansen/Tiel//REMI/USTD//x/", payer_iban, "Jansen", "x",
         "", "/CNTP/" + payer_iban + "/RABONL2U/Jansen/Tiel//REMI/USTD//x/"},
        {"/ULTD/Kind van Jansen//REMI/USTD//x/", "", "", "x", "",
         "/ULTD/Kind van Jansen//REMI/USTD//x/"},
    };
    for (const Example& example : examples) {
        const Entry entry = mt940_entry(example.text);
        const TransactionDetail& detail = entry.details.at(0);
        CAPTURE(example.text);
        CHECK(iban_of(detail.counterparty) + detail.counterparty.account == example.account);
        CHECK(detail.counterparty.name == example.name);
        CHECK(detail.remittance == example.remittance);
        CHECK(detail.structured_reference == example.structured);
        CHECK(detail.end_to_end_id.empty());
        CHECK(entry.description == example.description);
    }
    CHECK(mt940_detail("/PREF/BATCH-1//REMI/USTD//TOTAAL 12 VZ/").batch_id == "BATCH-1");
}

TEST_CASE("ING's transaction code of the supplementary details stays in the description",
          "[parsers][mt940][ing]") {
    const Entry entry = mt940_entry("/REMI/USTD//x/", "/TRCD/00100/\n");
    CHECK(entry.description == "/TRCD/00100/");
    CHECK(entry.details.at(0).remittance == "x");
}

TEST_CASE("ABN AMRO's keywords are placed, also where a line cuts them", "[parsers][mt940][abn]") {
    const std::string text = "/TRTP/SEPA OVERBOEKING/IBAN/" + payer_iban +
                             "/BIC/RABONL2U/NAME/BAKKERIJ DE KROON/REMI/LEGES 2026/17 "
                             "PASPOORT/EREF/E2E-0001";
    for (const std::string& field : {text, cut(text)}) {
        const Entry entry = mt940_entry(field);
        const TransactionDetail& detail = entry.details.at(0);
        CHECK(iban_of(detail.counterparty) == payer_iban);
        CHECK(detail.counterparty.bic == "RABONL2U");
        CHECK(detail.counterparty.name == "BAKKERIJ DE KROON");
        CHECK(detail.remittance == "LEGES 2026/17 PASPOORT");
        CHECK(detail.end_to_end_id == "E2E-0001");
        CHECK(entry.description == text);  // its type has no place of its own
    }
}

TEST_CASE("ABN AMRO's direct debits, returns, batches and acceptgiro's are placed",
          "[parsers][mt940][abn]") {
    const TransactionDetail debit = mt940_detail(
        "/TRTP/SEPA Incasso algemeen doorlopend/CSID/NL13ZZZ123456780000/NAME/GBLT/MARF/"
        "M-1/REMI/Belastingen/IBAN/" +
        payer_iban + "/BIC/RABONL2U/EREF/E-1");
    CHECK(debit.creditor_id == "NL13ZZZ123456780000");
    CHECK(debit.mandate_id == "M-1");
    CHECK(debit.end_to_end_id == "E-1");
    CHECK(debit.counterparty.name == "GBLT");

    const TransactionDetail returned =
        mt940_detail("/RTYP/SEPA Incasso Terugboeking/MARF/M-1/RTRN/AC01/IBAN/ " + payer_iban +
                     "/NAME/Jansen/REMI/OZB 2026/EREF/E-2");
    CHECK(returned.return_reason == "AC01");
    CHECK(iban_of(returned.counterparty) == payer_iban);
    CHECK(returned.remittance == "OZB 2026");

    const Entry batch = mt940_entry("/TRTP/SEPA BATCH/PREF/109180/NRTX/162");
    CHECK(batch.details.at(0).batch_id == "109180");
    CHECK(batch.description == "/TRTP/SEPA BATCH/PREF/109180/NRTX/162");

    const TransactionDetail giro = mt940_detail(
        "/TRTP/ACCEPTGIROBETALING/NAME/Jansen/REMI/ISSUER: CUR                  REF: "
        "6202600012345671/EREF/NOTPROVIDED");
    CHECK(giro.structured_reference == "6202600012345671");
    CHECK(giro.remittance.empty());
    CHECK(giro.end_to_end_id.empty());
    CHECK(mt940_detail("/TRTP/SEPA ACCEPTGIRO/NAME/J/REMI/Issuer: CUR Ref: 6202600012345671")
              .structured_reference == "6202600012345671");
}

TEST_CASE("Rabobank's keywords are placed, and the account before them in field 61",
          "[parsers][mt940][rabobank]") {
    const std::string text =
        "/EREF/05-01-2026 10:15 2620000153447185/ORDP//NAME/Garage Van Dam B.V./REMI/Factuur "
        "2026-0045/Debiteur 1180/ISDT/2026-01-05";
    for (const std::string& field : {text, cut(text)}) {
        const Entry entry = mt940_entry(field, payer_iban + "\n");
        const TransactionDetail& detail = entry.details.at(0);
        CHECK(iban_of(detail.counterparty) == payer_iban);
        CHECK(detail.counterparty.name == "Garage Van Dam B.V.");
        CHECK(detail.end_to_end_id == "05-01-2026 10:15 2620000153447185");
        CHECK(detail.remittance == "Factuur 2026-0045/Debiteur 1180");
        CHECK(entry.description == text);
    }
    CHECK(mt940_detail("/BENM//NAME/X/REMI/y", "0417164300\n").counterparty.account ==
          "0417164300");
    const Entry no_account = mt940_entry("/BENM//NAME/X/REMI/y", "0417164301\n");
    CHECK(no_account.details.at(0).counterparty.account.empty());
    CHECK(no_account.description == "0417164301");
    CHECK(mt940_detail("/BENM//NAME/X/REMI/y", "P002445588\n").counterparty.account ==
          "P002445588");
    CHECK(
        mt940_detail("/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/6202600012345671/ISDT/2026-01-05")
            .structured_reference == "6202600012345671");
    CHECK(mt940_detail("/MARF/M1/CSID/NL13ZZZ123456780000/RTRN/AM04/REMI/z").return_reason ==
          "AM04");
    CHECK(mt940_entry("/BENM//NAME/X/REMI/y").description.empty());
}

TEST_CASE("Rabobank's account and name before SEPA stand in the columns of the reference",
          "[parsers][mt940][rabobank]") {
    const Entry known = mt940_entry("BETALINGSKENM.  6202600012345671\n:86:GOOGLE 12\n", "",
                                    "0285000001      J. DE VRIES EO");
    CHECK(known.details.at(0).counterparty.account == "0285000001");
    CHECK(known.details.at(0).counterparty.name == "J. DE VRIES EO");
    CHECK(known.details.at(0).structured_reference == "6202600012345671");
    CHECK(known.details.at(0).remittance == "BETALINGSKENM. 6202600012345671 GOOGLE 12");
    CHECK(known.customer_reference.empty());

    const Entry unknown = mt940_entry("", "", "NONREF          Kosten");
    CHECK(unknown.details.at(0).counterparty.name == "Kosten");
    CHECK(unknown.details.at(0).counterparty.account.empty());

    CHECK(mt940_entry("", "", "AANSLAG-2026-00017 DEEL 2").customer_reference ==
          "AANSLAG-2026-00017 DEEL 2");
}

TEST_CASE("ASN's IBAN and name stand in field 61, and other banks' keywords in its text",
          "[parsers][mt940][asn]") {
    const std::string iban = "NL94ASNB0707123456";
    const Entry entry =
        mt940_entry(iban + " j jansen" + std::string(38, ' ') + "\n" + std::string(65, ' ') +
                        "\n/TRTP/SEPA OVERBOEKING/NAME/J JANSEN/REMI/Leges paspoort/EREF/E-9\n\n",
                    "j jansen\n", iban);
    const TransactionDetail& detail = entry.details.at(0);
    CHECK(iban_of(detail.counterparty) == iban);
    CHECK(entry.customer_reference.empty());
    CHECK(detail.remittance == "Leges paspoort");
    CHECK(detail.end_to_end_id == "E-9");
    CHECK(entry.description.find("/TRTP/SEPA OVERBOEKING") != std::string::npos);

    const Entry plain = mt940_entry(iban + " j jansen\n\nLeges paspoort\n", "j jansen\n", iban);
    CHECK(plain.details.at(0).counterparty.name == "j jansen");
    CHECK(plain.details.at(0).remittance == iban + " j jansen Leges paspoort");
}

TEST_CASE("German subfields are joined by their width and their keywords placed",
          "[parsers][mt940][german]") {
    const std::string text =
        "166?00GUTSCHR. UEBERWEISUNG?109201?20EREF+E2E-2026-0000000000001?2123?22MREF+M-1?23SVWZ+"
        "Kassenzeichen 4711?24Bescheid 2026?30INGDDEFF?31DE41500105170123456789?32Stadtwerke "
        "Musterstadt Netz?33gesellschaft?34000";
    for (const std::string& field : {text, cut(text)}) {
        const Entry entry = mt940_entry(field);
        const TransactionDetail& detail = entry.details.at(0);
        CHECK(detail.end_to_end_id == "E2E-2026-000000000000123");
        CHECK(detail.mandate_id == "M-1");
        CHECK(detail.remittance == "Kassenzeichen 4711 Bescheid 2026");
        CHECK(iban_of(detail.counterparty) == "DE41500105170123456789");
        CHECK(detail.counterparty.bic == "INGDDEFF");
        CHECK(detail.counterparty.name == "Stadtwerke Musterstadt Netzgesellschaft");
        CHECK(entry.description == text);
    }
    CHECK(mt940_detail("020~00x~20FAKTURA 1/2026").remittance == "FAKTURA 1/2026");
    CHECK(mt940_detail("166?").remittance == "166?");
    CHECK(mt940_detail("166?2").remittance == "166?2");
    CHECK(mt940_detail("166 stuks").remittance == "166 stuks");
}

TEST_CASE("the labels and columns of the years before SEPA are read", "[parsers][mt940]") {
    const TransactionDetail labelled = mt940_detail(
        "SEPA INCASSO ALGEMEEN DOORLOPEND INCASSANT: NL13ZZZ123456780000\nNAAM: BAKKERIJ B.V.  "
        "           MACHTIGING: M-17\nOMSCHRIJVING: LEGES 2026\nIBAN: " +
        payer_iban + "         KENMERK: E-12");
    CHECK(labelled.creditor_id == "NL13ZZZ123456780000");
    CHECK(labelled.counterparty.name == "BAKKERIJ B.V.");
    CHECK(labelled.mandate_id == "M-17");
    CHECK(labelled.remittance == "LEGES 2026");
    CHECK(iban_of(labelled.counterparty) == payer_iban);
    CHECK(labelled.end_to_end_id == "E-12");

    const TransactionDetail knab =
        mt940_detail("FACTUUR 2026-4\nREK: " + payer_iban + "/NAAM: JANSEN");
    CHECK(iban_of(knab.counterparty) == payer_iban);
    CHECK(knab.counterparty.name == "JANSEN");
    CHECK(knab.remittance == "FACTUUR 2026-4 REK: " + payer_iban + "/NAAM: JANSEN");

    const TransactionDetail column = mt940_detail(
        "64.45.12.113 J. DE VRIES        BETALINGSKENMERK 6202 6000\n1234 5671 OZB 2026");
    CHECK(column.counterparty.account == "64.45.12.113");
    CHECK(column.counterparty.name == "J. DE VRIES");
    CHECK(column.structured_reference == "6202600012345671");

    const TransactionDetail giro = mt940_detail("GIRO   428428 J. DE VRIES        OZB 2026");
    CHECK(giro.counterparty.account == "428428");
    CHECK(giro.counterparty.name == "J. DE VRIES");

    const TransactionDetail ing =
        mt940_detail(payer_iban + " RABONL2U J. DE VRIES NOTPROVIDED SCOR/CUR/6202600012345671");
    CHECK(iban_of(ing.counterparty) == payer_iban);
    CHECK(ing.counterparty.bic == "RABONL2U");
    CHECK(ing.structured_reference == "6202600012345671");
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
        {"BETALINGSKENMERK: 6202600012345671", "6202600012345671"},
        {"BETALINGSKENMERK 6202600012345672", ""},  // check digit
        {"BETALINGSKENMERK 1234567", ""},           // has none
        {"BETALINGSKENMERK", ""},
        {"6202600012345671", ""},
    };
    for (const Example& example : examples) {
        CAPTURE(example.text);
        const TransactionDetail detail = mt940_detail(example.text);
        CHECK(detail.structured_reference == example.reference);
        CHECK(detail.remittance == example.text);
    }
}

TEST_CASE("free text is kept whole, in the remittance and in the description", "[parsers][mt940]") {
    const std::string examples[] = {
        "Huur januari", "/BENM/300000000000133 /Provisie", "/",    "/EREF",
        "//",           "- 2026: 10:15 /onbekend/",        "GIRO", "IBAN geen",
        "12.34.56.789"};
    for (const std::string& text : examples) {
        const Entry entry = mt940_entry(text);
        CAPTURE(text);
        CHECK(entry.description == text);
        REQUIRE(entry.details.size() == 1);
        CHECK(entry.details.at(0).remittance == text);
    }
}

TEST_CASE("an entry that nothing is said about has no detail", "[parsers][mt940]") {
    CHECK(mt940_entry("").details.empty());
    CHECK(mt940_entry(" ").details.empty());
    const Entry supplementary = mt940_entry("", "naam van de betaler\n");
    CHECK(supplementary.details.empty());
    CHECK(supplementary.description == "naam van de betaler");
}

TEST_CASE("an end-to-end id longer than the standard's 35 has swallowed its neighbour",
          "[parsers][mt940]") {
    const std::string id(35, '7');
    CHECK(mt940_detail("/EREF/" + id + "//REMI/USTD//x/").end_to_end_id == id);
    const Entry entry = mt940_entry("/EREF/" + id + "8//REMI/USTD//x/");
    CHECK(entry.details.at(0).end_to_end_id.empty());
    CHECK(entry.description == "/EREF/" + id + "8//REMI/USTD//x/");
}

TEST_CASE("a keyword in a payer's own words replaces nothing that the bank said",
          "[parsers][mt940]") {
    const Entry entry = mt940_entry("/TRTP/SEPA OVERBOEKING/IBAN/" + payer_iban +
                                    "/NAME/Jansen/EREF/E-1/REMI/zie /NAME/Pietersen/EREF/E-2");
    const TransactionDetail& detail = entry.details.at(0);
    CHECK(detail.counterparty.name == "Jansen");
    CHECK(detail.end_to_end_id == "E-1");
    CHECK(entry.description.ends_with("zie /NAME/Pietersen/EREF/E-2"));

    const Entry ing = mt940_entry("/EREF/E-1//REMI/USTD//een//REMI/USTD//twee//EREF/E-2/");
    CHECK(ing.details.at(0).end_to_end_id == "E-1");
    CHECK(ing.details.at(0).remittance == "een twee");
    CHECK(ing.description.ends_with("//EREF/E-2/"));
}

}  // namespace afletter::test

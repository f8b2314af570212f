// Fields 60a, 62a and 25: balances and accounts.
#include <chrono>
#include <string>

#include "mt940/account.hpp"
#include "mt940/balance.hpp"
#include "mt940_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using namespace std::chrono_literals;

CollectedStatements read_with_opening(const std::string& field) {
    return read_mt940_text(":20:A\n:25:NL34BNGH0285000001\n:28C:1\n" + field +
                           "\n:62F:C260105EUR0,00\n");
}

}  // namespace

TEST_CASE("a balance is signed by its mark and carries its date and currency", "[parsers][mt940]") {
    struct Example {
        std::string field;
        std::string amount;
        std::string currency;
        BalanceKind kind;
    };
    const Example examples[] = {
        {":60F:C260105EUR1234,56", "1234.56", "EUR", BalanceKind::booked},
        {":60F:D260105EUR1234,56", "-1234.56", "EUR", BalanceKind::booked},
        {":60M:C260105EUR0,", "0.00", "EUR", BalanceKind::intermediate},
        {":60:C260105EUR000000000012,34", "12.34", "EUR", BalanceKind::booked},
        {":60F:C260105JPY500,", "500", "JPY", BalanceKind::booked},
        {":60F:C260105BHD1,813", "1.813", "BHD", BalanceKind::booked},
        {":60F:C260105EUR1125250,4", "1125250.40", "EUR", BalanceKind::booked},
        {":60F:C260105HUF1125250,", "1125250.00", "HUF", BalanceKind::booked},
        {":60f:D260105HUF1125250,40", "-1125250.40", "HUF", BalanceKind::booked},
        {":60F:C260105XOF0,32", "0.32", "XOF", BalanceKind::booked},  // more than it has
    };
    for (const Example& example : examples) {
        const CollectedStatements read = read_with_opening(example.field);
        CAPTURE(example.field);
        const std::optional<Balance>& opening = read.statements.at(0).header.opening;
        REQUIRE(opening);
        CHECK(to_decimal(opening->amount) == example.amount);
        CHECK(opening->amount.currency().code() == example.currency);
        CHECK(opening->kind == example.kind);
        CHECK(opening->date == Date(2026y / 1 / 5));
    }
}

TEST_CASE("what a balance leaves out is found elsewhere or left open", "[parsers][mt940]") {
    struct Example {
        std::string field;
        std::string finding;  // the first one
    };
    const Example examples[] = {
        {":60F:C260105EUR0,00", ""},
        {":60F:CEUR0,00", ""},                     // no date
        {":60F:C2601050,00", ""},                  // no currency: the closing balance's
        {":60F:C260230EUR0,00", "mt940.60.date"},  // no such day
        {":60F:C260105EUR0.00", "mt940.60.amount.form"},
        {":60F:C0,", ""},  // neither date nor currency
        {":60F:C 260105 EUR 0,00", ""},
        {":60F:c260105EUR0,00", "mt940.60.mark"},
        {":60F:EUR0,00", "mt940.60.mark"},  // without a mark, which nothing needs
        {":60F:C260105EURnul", "mt940.60.amount.form"},
        {":60F:C260105EUR0,00 saldo", "mt940.60.text"},
        {":60F:C260105EUR0,00\nsaldo", "mt940.60.text"},
    };
    for (const Example& example : examples) {
        const CollectedStatements read = read_with_opening(example.field);
        CAPTURE(example.field);
        CHECK(read.accepted);
        CHECK(read.findings.codes() == example.finding);
        CHECK(read.statements.at(0).header.opening->amount == Money(0, Currency::euro()));
    }
}

TEST_CASE("a balance that cannot be read refuses the file", "[parsers][mt940]") {
    struct Example {
        std::string field;
        std::string finding;
        std::string message;
    };
    const Example examples[] = {
        {":60F:", "mt940.60.form", "expected a debit/credit mark (C or D), found nothing"},
        {":60F:X260105EUR1,00", "mt940.60.form",
         "expected a debit/credit mark (C or D), found 'X260105EUR1,00'"},
        {":60F:C260105EUR", "mt940.60.form", "expected an amount, found nothing"},
        {":60F:C260105EURO1,00", "mt940.60.form", "expected an amount, found 'O1,00'"},
        {":60F:C260105EUR1.234", "mt940.60.amount",
         "expected an amount in EUR, found '1.234', which is none"},
        {":60F:260105EUR1,00", "mt940.60.form",
         "expected a debit/credit mark (C or D), found '260105EUR1,00'"},
        {":60F:C260105QQQ1,00", "mt940.60.currency",
         "expected a currency of ISO 4217, found 'QQQ'"},
    };
    for (const Example& example : examples) {
        const CollectedStatements read = read_with_opening(example.field);
        CAPTURE(example.field);
        CHECK_FALSE(read.accepted);
        const Diagnostic* const finding = read.findings.find(example.finding);
        REQUIRE(finding != nullptr);
        CHECK(finding->message == example.message);
    }
}

TEST_CASE("an account is an IBAN wherever one stands, else what the file has", "[parsers][mt940]") {
    struct Example {
        std::string field;
        std::string iban;
        std::string other;
        std::string currency;
        std::string bic;
    };
    const std::string iban = "NL34BNGH0285000001";
    const Example examples[] = {
        {iban, iban, "", "", ""},
        {iban + "EUR", iban, "", "EUR", ""},
        {iban + " EUR ", iban, "", "EUR", ""},
        {iban + "+EUR", iban, "", "EUR", ""},
        {"NL34 BNGH 0285 0000 01", iban, "", "", ""},
        {"/" + iban, iban, "", "", ""},
        {iban + "/EUR", iban, "", "EUR", ""},
        {iban + "\r\nBNGHNL2G", iban, "", "", "BNGHNL2G"},  // :25P:
        {"BNGHNL2G/" + iban, iban, "", "", "BNGHNL2G"},
        {"NL35BNGH0285000001", "", "NL35BNGH0285000001", "", ""},  // fails its check
        {"28.50.00.001EUR   ", "", "28.50.00.001EUR", "EUR", ""},
        {"50880050/0194787400888", "", "50880050/0194787400888", "", ""},
        {"0001234567", "", "0001234567", "", ""},
        {"28.50.00.001ABC", "", "28.50.00.001ABC", "", ""},  // no currency
    };
    for (const Example& example : examples) {
        const AccountIdentification account = mt940::read_account(example.field + "\n");
        CAPTURE(example.field);
        CHECK((account.iban ? account.iban->text() : "") == example.iban);
        CHECK(account.other == example.other);
        CHECK((account.currency ? std::string(account.currency->code()) : "") == example.currency);
        CHECK(account.servicer_bic == example.bic);
    }
}

TEST_CASE("a statement without any currency is read as euro, and says so", "[parsers][mt940]") {
    const std::string intraday = ":20:A\n:25:28.50.00.001\n:28C:1\n";
    const CollectedStatements read = read_mt940_text(intraday + ":61:260105C1,00NTRFNONREF\n");
    CHECK(read.findings.codes() == "mt940.currency mt940.cut_off");
    CHECK(read.statements.at(0).entries.at(0).amount == Money(100, Currency::euro()));

    const CollectedStatements yen =
        read_mt940_text(intraday + ":34F:JPYD500,\n:61:260105C1,NTRFNONREF\n:90C:1JPY1,\n");
    CHECK(yen.findings.codes().empty());
    CHECK(yen.statements.at(0).header.format == "mt942");
    CHECK(to_decimal(yen.statements.at(0).entries.at(0).amount) == "1");
}

TEST_CASE("available and forward balances are kept by the names that CAMT gives them",
          "[parsers][mt940]") {
    const CollectedStatements read = read_mt940_text(mt940_statement(
        "", ":62F:C260105EUR1000,00\n:64:C260105EUR900,00\n:65:D260106EUR1,50\n:65:EUR\n"));
    const std::vector<NamedBalance>& others = read.statements.at(0).closing.other_balances;
    REQUIRE(others.size() == 2);
    CHECK(others[0].type == "CLAV");
    CHECK(to_decimal(others[0].balance.amount) == "900.00");
    CHECK(to_iso(*others[0].balance.date) == "2026-01-05");
    CHECK(others[1].type == "FWAV");
    CHECK(to_decimal(others[1].balance.amount) == "-1.50");
    CHECK(read.findings.codes() == "mt940.65.form");
    CHECK(read.accepted);
}

TEST_CASE("a currency stands behind the mark and date of a balance, and nowhere else in it",
          "[parsers][mt940]") {
    const auto currency_by = [](const std::string& field) {
        const CollectedStatements read = read_mt940_text(
            ":20:A\n:25:28.50.00.001\n:28C:1\n:61:260105C1,NTRFNONREF\n" + field + "\n");
        return std::string(read.statements.at(0).entries.at(0).amount.currency().code());
    };
    CHECK(currency_by(":64:C260105JPY1,") == "JPY");
    CHECK(currency_by(":64: C 260105 JPY 1,") == "JPY");
    CHECK(currency_by(":62F:DJPY1,") == "JPY");
    CHECK(currency_by(":62F:JPY1,") == "JPY");
    CHECK(currency_by(":90C:1JPY1,") == "JPY");
    CHECK(currency_by(":64:AFSCRHRIF") == "EUR");  // SCR is the rupee of the Seychelles
    CHECK(currency_by(":64:C260105 1,00 JPY") == "EUR");
    CHECK(currency_by(":64:C260105") == "EUR");
    CHECK(currency_by(":64:") == "EUR");
    CHECK(currency_by(":86:JPY1,") == "EUR");
}

}  // namespace afletter::test

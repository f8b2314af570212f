// Whole files: several statements and accounts, what belongs to which, proof, refusals.
#include <string>

#include "mt940_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// Two statements of two accounts, in blocks, with the forms that a Dutch municipality sees.
const std::string municipality =
    "{1:F01INGBNL2AXXXX0000000000}{2:O940INGBNL2AXXXN}{4:\r\n"
    ":20:P260105000000001\r\n"
    ":25:NL27INGB0000098765EUR\r\n"
    ":28C:00003\r\n"
    ":60F:C260104EUR1000,00\r\n"
    ":61:2601050105C150,25NTRFEREF//26005000000001\r\n"
    "/TRCD/00100/\r\n"
    ":86:/EREF/E2E-1//CNTP/NL61RABO0300123456/RABONL2U/J. Jansen///REMI/STRD/\r\n"
    "CUR/6202600012345671/\r\n"
    ":61:2601050105RC50,25NTRFNONREF//26005000000002\r\n"
    ":86:/RTRN/MD06//REMI/USTD//Terug/\r\n"
    ":62F:C260105EUR1100,00\r\n"
    ":64:C260105EUR1100,00\r\n"
    ":65:C260106EUR1100,00\r\n"
    ":86:/SUM/1/1/50,25/150,25/\r\n"
    "-}{5:}\r\n"
    "{1:F01INGBNL2AXXXX0000000000}{2:O940INGBNL2AXXXN}{4:\r\n"
    ":20:P260105000000002\r\n"
    ":25:NL34BNGH0285000001\r\n"
    ":28C:5/1\r\n"
    ":60M:D260104EUR10,00\r\n"
    ":61:2601050105D5,00N541NONREF\r\n"
    ":62M:D260105EUR15,00\r\n"
    "-}{5:}\r\n";

}  // namespace

TEST_CASE("each statement of a file has its own account, balances and entries",
          "[parsers][mt940]") {
    const CollectedStatements read = read_mt940_text(municipality);
    CHECK(read.accepted);
    CHECK(read.findings.codes().empty());
    REQUIRE(read.statements.size() == 2);

    const Statement& first = read.statements[0];
    CHECK(first.header.source == "input");
    CHECK(first.header.format == "mt940");
    CHECK(first.header.statement_id == "P260105000000001");
    CHECK(first.header.sequence == "00003");
    CHECK(first.header.source_line == 2);
    CHECK(first.header.account.iban->text() == "NL27INGB0000098765");
    CHECK(first.header.account.currency == Currency::euro());
    CHECK(to_decimal(first.header.opening->amount) == "1000.00");
    REQUIRE(first.entries.size() == 2);
    CHECK(first.entries[1].index == 2);
    CHECK(first.entries[1].source_line == 10);
    CHECK(to_decimal(first.closing.closing->amount) == "1100.00");
    CHECK(first.closing.balanced == true);
    CHECK(first.closing.entry_count == 2);

    const Statement& second = read.statements[1];
    CHECK(second.header.account.iban->text() == "NL34BNGH0285000001");
    CHECK(second.header.sequence == "5/1");
    CHECK(second.header.opening->kind == BalanceKind::intermediate);
    CHECK(second.closing.closing->kind == BalanceKind::intermediate);
    CHECK(second.closing.balanced == true);
}

TEST_CASE("information behind the closing balance is the statement's, not the last entry's",
          "[parsers][mt940]") {
    const Statement statement = read_mt940_text(municipality).statements.at(0);
    CHECK(statement.closing.information == "/SUM/1/1/50,25/150,25/");
    CHECK(statement.entries.at(1).details.at(0).remittance == "Terug");
    CHECK(statement.entries.at(1).details.at(0).return_reason == "MD06");

    const Statement early = read_mt940_text(mt940_statement(":86:vooraf\n:61:260105C1,00NTRFX\n",
                                                            ":62F:C260105EUR1001,00\n"))
                                .statements.at(0);
    CHECK(early.closing.information == "vooraf");
    CHECK(early.entries.at(0).details.empty());
}

TEST_CASE("a statement whose balances do not follow is shown with the difference",
          "[parsers][mt940]") {
    struct Example {
        std::string fields;
        std::string closing;
        bool balanced;
        std::string message;
    };
    const Example examples[] = {
        {"", ":62F:C260105EUR1000,00\n", true, ""},
        {"", ":62F:C260105EUR1000,01\n", false,
         "expected the closing balance EUR 1000.00 (opening balance and booked entries), found "
         "1000.01: a difference of 0.01"},
        {":61:260105D0,01NTRFX\n", ":62F:C260105EUR1000,00\n", false,
         "expected the closing balance EUR 999.99 (opening balance and booked entries), found "
         "1000.00: a difference of 0.01"},
        {":61:260105EC5,00NTRFX\n", ":62F:C260105EUR1000,00\n", true, ""},  // not booked
        {"", ":62F:C260105USD1000,00\n", false,
         "expected balances and entries in one currency that add up, found EUR 1000.00 and USD "
         "1000.00"},
    };
    for (const Example& example : examples) {
        const CollectedStatements read =
            read_mt940_text(mt940_statement(example.fields, example.closing));
        CAPTURE(example.fields, example.closing);
        CHECK(read.accepted);
        CHECK(read.statements.at(0).closing.balanced == example.balanced);
        const Diagnostic* const finding = read.findings.find("mt940.balance");
        CHECK((finding == nullptr ? "" : finding->message) == example.message);
        CHECK(read.statements.at(0).entries.size() == (example.fields.empty() ? 0 : 1));
    }
}

TEST_CASE("a statement without its end is read, and said to be cut off", "[parsers][mt940]") {
    const CollectedStatements read = read_mt940_text(mt940_statement(":61:260105C1,00NTRFX\n", ""));
    CHECK(read.accepted);
    CHECK(read.findings.codes() == "mt940.cut_off");
    CHECK_FALSE(read.statements.at(0).closing.closing);
    CHECK_FALSE(read.statements.at(0).closing.balanced);

    const CollectedStatements next = read_mt940_text(mt940_statement("") + ":20:AFSCHRIFT2\n");
    CHECK(next.accepted);
    CHECK(next.findings.codes() == "mt940.fragment");
    CHECK(next.statements.size() == 1);
}

TEST_CASE("a text without a statement is refused", "[parsers][mt940]") {
    for (const std::string text : {"", "\n", "Geachte heer,\n\n- geen afschrift\n", ":20:A\n", "-}",
                                   "{1:F01X}{2:I940X}{4:\n-}\n", ":99:x\n"}) {
        const CollectedStatements read = read_mt940_text(text);
        CAPTURE(text);
        CHECK_FALSE(read.accepted);
        CHECK(read.findings.has("mt940.empty"));
        CHECK(read.statements.empty());
    }
}

TEST_CASE("a statement without an account is refused", "[parsers][mt940]") {
    for (const std::string account : {"", ":25:\n", ":25:  \n"}) {
        const CollectedStatements read = read_mt940_text(
            ":20:A\n" + account + ":28C:1\n:60F:C260104EUR0,00\n:62F:C260105EUR0,00\n");
        CAPTURE(account);
        CHECK_FALSE(read.accepted);
        CHECK(read.findings.has("mt940.account"));
    }
}

TEST_CASE("two statements that ran into each other are refused", "[parsers][mt940]") {
    const std::string line = ":61:260105C1,00NTRFX\n";
    const std::string account = ":25:NL27INGB0000098765\n";
    const std::string opening = ":60F:C260104EUR1,00\n";
    struct Example {
        std::string fields;
        std::string finding;
    };
    const Example examples[] = {{account, "mt940.25.order"},
                                {opening, "mt940.60.order"},
                                {line + account, "mt940.25.order"},
                                {line + opening, "mt940.60.order"}};
    for (const Example& example : examples) {
        const CollectedStatements read = read_mt940_text(mt940_statement(example.fields));
        CAPTURE(example.fields);
        CHECK_FALSE(read.accepted);
        CHECK(read.findings.has(example.finding));
    }
}

TEST_CASE("of two closing balances the last one is used, and said", "[parsers][mt940]") {
    const CollectedStatements read =
        read_mt940_text(mt940_statement("", ":62M:C260105EUR7,00\n:62F:C260105EUR1000,00\n"));
    CHECK(read.accepted);
    CHECK(read.findings.codes() == "mt940.62.repeated");
    CHECK(read.statements.at(0).closing.balanced == true);
}

TEST_CASE("a broken line does not give its information to the line before", "[parsers][mt940]") {
    const CollectedStatements read =
        read_mt940_text(mt940_statement(":61:260105C1,00NTRFX\n:86:een\n:61:onleesbaar\n:86:twee\n"
                                        ":61:260105D1,00NTRFX\n:86:drie\n"));
    CHECK_FALSE(read.accepted);
    REQUIRE(read.statements.at(0).entries.size() == 2);
    CHECK(read.statements[0].entries[0].details.at(0).remittance == "een");
    CHECK(read.statements[0].entries[1].details.at(0).remittance == "drie");
    CHECK(read.findings.codes() == "mt940.61.form");  // the sum of the others proves nothing
}

TEST_CASE("every fault of a file is reported, with its place", "[parsers][mt940]") {
    const CollectedStatements read =
        read_mt940_text(mt940_statement(":61:x\n:61:260105C1.234,00NTRFX\n", ":62F:C260105EUR?\n"));
    CHECK_FALSE(read.accepted);
    CHECK(read.findings.codes() == "mt940.61.form mt940.61.amount mt940.62.form");
    const Diagnostic& amount = *read.findings.find("mt940.61.amount");
    CHECK(amount.place.file == "input");
    CHECK(amount.place.line == 6);
    CHECK(amount.place.column == 12);
    CHECK(amount.place.byte == 88);
    CHECK(amount.excerpt == ":61:260105C1.234,00NTRFX");
    CHECK(amount.message == "expected an amount in EUR, found '1.234,00', which is none");
    CHECK_FALSE(amount.hint.empty());
}

TEST_CASE("every prefix of a file is read or refused, and invents no entry", "[parsers][mt940]") {
    const std::size_t second = municipality.find("{1:", 1);
    for (std::size_t size = 0; size <= municipality.size(); ++size) {
        const CollectedStatements read = read_mt940_text(municipality.substr(0, size));
        std::size_t entries = 0;
        for (const Statement& statement : read.statements) {
            entries += statement.entries.size();
        }
        CAPTURE(size);
        CHECK(entries <= (size <= second ? 2 : 3));
        // Cut within the first statement, its balances can prove nothing.
        const bool is_whole = size >= municipality.find(":64:");
        const bool has_proof =
            !read.statements.empty() && read.statements[0].closing.balanced == true;
        CHECK((!has_proof || is_whole || size >= municipality.find(":62F:C260105EUR1100") + 19));
        CHECK((read.accepted || !read.findings.all.empty()));
    }
}

TEST_CASE("no byte at any place of a file makes the reader fall over", "[parsers][mt940]") {
    for (const char byte : {'\0', '\n', '\r', ':', '-', '/', '{', '9', '\xff', ','}) {
        for (std::size_t i = 0; i < municipality.size(); ++i) {
            std::string damaged = municipality;
            damaged[i] = byte;
            const CollectedStatements read = read_mt940_text(std::move(damaged));
            CHECK((read.accepted || !read.findings.all.empty()));
        }
    }
}

TEST_CASE("FinTS with @@ for its line ends is read like any other", "[parsers][mt940]") {
    std::string text = "HIKAZ:5:7:3+@200@@" + municipality.substr(municipality.find(":20:"));
    for (std::size_t at = text.find("\r\n"); at != text.npos; at = text.find("\r\n", at)) {
        text.replace(at, 2, "@@");
    }
    const CollectedStatements read = read_mt940_text(text);
    const CollectedStatements plain = read_mt940_text(municipality);
    CHECK(read.findings.codes().empty());
    REQUIRE(read.statements.size() == plain.statements.size());
    REQUIRE(read.statements[0].entries.size() == 2);
    CHECK(read.statements[0].entries[0].details.at(0).structured_reference ==
          plain.statements[0].entries[0].details.at(0).structured_reference);
    CHECK(read.statements[0].closing.balanced == true);
}

TEST_CASE("a statement opens with the balance that the one before closed with",
          "[parsers][mt940][balance]") {
    const auto statement = [](const std::string& account, const std::string& opening,
                              const std::string& closing) {
        return ":20:A\n:25:" + account + "\n:28C:1\n:60" + opening + "\n:62" + closing + "\n-\n";
    };
    const std::string account = "NL34BNGH0285000001";
    const std::string other = "NL27INGB0000098765";
    const std::string first = statement(account, "F:C260104EUR1,00", "F:C260104EUR1,00");
    struct Example {
        std::string text;
        std::string message;  // none: empty
    };
    const std::string expected =
        "expected the opening balance EUR 1.00 (closing balance of the statement before), found ";
    const Example examples[] = {
        {first + statement(account, "F:C260105EUR1,00", "F:C260105EUR1,00"), ""},
        {first + statement(account, "M:C260105EUR1,01", "M:C260105EUR1,01"),
         expected + "1.01: a difference of 0.01"},
        {first + statement(account, "F:D260105EUR1,00", "F:D260105EUR1,00"),
         expected + "-1.00: a difference of -2.00"},
        {first + statement(other, "F:C260105EUR5,00", "F:C260105EUR5,00"), ""},
        {first + statement(account, "F:C260105USD5,00", "F:C260105USD5,00"), ""},
        {first + statement(other, "F:C260105EUR5,00", "F:C260105EUR5,00") +
             statement(account, "F:C260105EUR2,00", "F:C260105EUR2,00"),
         expected + "2.00: a difference of 1.00"},
        // The newest statement first.
        {":20:B\n:25:" + account + "\n:28C:2\n:60F:C260105EUR1,00\n" +
             ":61:260105C4,00NTRFX\n:62F:C260105EUR5,00\n-\n" + first,
         ""},
    };
    for (const Example& example : examples) {
        const CollectedStatements read = read_mt940_text(example.text);
        CAPTURE(example.text);
        CHECK(read.accepted);
        const Diagnostic* const finding = read.findings.find("mt940.balance.chain");
        CHECK((finding == nullptr ? "" : finding->message) == example.message);
        CHECK(read.findings.all.size() == (example.message.empty() ? 0 : 1));
    }
}

TEST_CASE("the sums of an MT942 are compared with its entries", "[parsers][mt940][balance]") {
    struct Example {
        std::string sums;
        std::string findings;
    };
    const Example examples[] = {
        {":90D:2EUR3,00\n:90C:1EUR5,00\n", ""},
        {":90D:1EUR2,00\n:90C:1EUR5,00\n", ""},  // without the expected entry
        {":90D:2EUR3,00\n:90C:1EUR5,01\n", "mt940.90.sum"},
        {":90D:3EUR3,00\n:90C:1EUR5,00\n", "mt940.90.sum"},
        {":90D:2USD3,00\n:90C:0EUR0,00\n", "mt940.90.sum mt940.90.sum"},
        {":90D:EUR3,00\n", "mt940.90.form"},
        {":90D:2EUR3,00x\n", "mt940.90.form"},
    };
    const std::string head = ":20:A\n:25:NL34BNGH0285000001\n:28C:1\n:34F:EURD0,\n";
    const std::string entries =
        ":61:260105D2,00NTRFX\n:61:260105ED1,00NTRFX\n:86:tekst\n:61:260105C5,00NTRFX\n";
    for (const Example& example : examples) {
        for (const std::string& text :
             {head + entries + example.sums, head + example.sums + entries}) {
            const CollectedStatements read = read_mt940_text(text);
            CAPTURE(text);
            CHECK(read.accepted);
            CHECK(read.findings.codes() == example.findings);
            CHECK(read.statements.at(0).header.format == "mt942");
            CHECK(read.statements.at(0).entries.size() == 3);
        }
    }
}

}  // namespace afletter::test

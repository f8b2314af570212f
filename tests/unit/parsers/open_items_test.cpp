// The open-items CSV: its form, its columns, and every value in it.
#include <string>

#include "collected.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

// A file with the needed columns and one more, and one row in which that cell is `value`.
CollectedItems read_with(const std::string& column, const std::string& value) {
    return read_item_bytes("item_id,kind,issue_date,currency,amount," + column +
                           "\nI1,receivable,2026-01-05,EUR,10.00,\"" + value + "\"\n");
}

// The needed columns, in this order, and these rows. Commas in it are the separator.
std::string needed(std::string rows, char separator = ',') {
    std::string text = "item_id,kind,issue_date,currency,amount\n" + rows;
    std::ranges::replace(text, ',', separator);
    return text;
}

}  // namespace

TEST_CASE("a row with every column becomes an open item", "[parsers][items]") {
    const auto read = read_item_bytes(
        "item_id,kind,party_id,party_name,party_iban,document_number,reference,issue_date,"
        "due_date,currency,amount,open_amount,description,mandate_id,end_to_end_id,batch_id,"
        "gl_account,taakveld,cost_centre\n"
        "I1,payable,P1,\"Bakkerij \"\"De Bol\"\", B.V.\",NL39RABO0300065264,F-12,"
        "1234567890123452,2026-01-05,2026-02-04,EUR,100.00,40.00,Brood,M1,E1,B1,4300,0.10,K1\n");
    REQUIRE(read.accepted);
    CHECK(read.findings.codes().empty());
    REQUIRE(read.items.size() == 1);
    const OpenItem& item = read.items[0];
    CHECK(item.item_id == "I1");
    CHECK(item.kind == ItemKind::payable);
    CHECK(item.party_id == "P1");
    CHECK(item.party_name == "Bakkerij \"De Bol\", B.V.");
    REQUIRE(item.party_ibans.size() == 1);
    CHECK(item.party_ibans[0].text() == "NL39RABO0300065264");
    CHECK(item.document_number == "F-12");
    CHECK(item.reference == "1234567890123452");
    CHECK(to_iso(item.issue_date) == "2026-01-05");
    CHECK(to_iso(*item.due_date) == "2026-02-04");
    CHECK(to_decimal(item.amount) == "100.00");
    CHECK(to_decimal(item.open_amount) == "40.00");
    CHECK(item.description == "Brood");
    CHECK(item.mandate_id == "M1");
    CHECK(item.end_to_end_id == "E1");
    CHECK(item.batch_id == "B1");
    CHECK(item.gl_account == "4300");
    CHECK(item.taakveld == "0.10");
    CHECK(item.cost_centre == "K1");
}

TEST_CASE("columns may come in any order, and most may be left out", "[parsers][items]") {
    const auto read = read_item_bytes(
        "amount,issue_date,kind,currency,item_id\n-5.00,2026-01-05,receivable,EUR,I1\n");
    REQUIRE(read.items.size() == 1);
    CHECK(to_decimal(read.items[0].amount) == "-5.00");
    CHECK(to_decimal(read.items[0].open_amount) == "-5.00");
    CHECK_FALSE(read.items[0].due_date);
    CHECK(read.items[0].party_ibans.empty());
}

TEST_CASE("separator, line ends, marks and quotes do not change what a file says",
          "[parsers][items]") {
    const std::string row = "I1,receivable,2026-01-05,EUR,10.00";
    const std::string quoted = R"("I1", "receivable" ,"2026-01-05","EUR","10.00")";
    const std::string header = "item_id,kind,issue_date,currency,amount";
    const std::string files[] = {
        needed(row),
        needed(row + "\n"),
        needed(row + "\n", ';'),
        needed(row + "\n\n  \n"),
        header + "\r\n" + row + "\r\n",
        header + "\r" + row + "\r",
        "\xef\xbb\xbf" + needed(row),
        "\n" + needed(row),
        needed(quoted),
        needed(quoted, ';'),
        needed(" I1 , receivable,2026-01-05\t,EUR,10.00 "),
    };
    for (const std::string& file : files) {
        CAPTURE(file);
        const auto read = read_item_bytes(file);
        CHECK(read.findings.codes().empty());
        REQUIRE(read.items.size() == 1);
        CHECK(read.items[0].item_id == "I1");
        CHECK(to_decimal(read.items[0].amount) == "10.00");
    }
}

TEST_CASE("the header line alone decides the separator", "[parsers][items]") {
    const auto read = read_item_bytes(
        "item_id;kind;issue_date;currency;amount;description\n"
        "I1;payable;2026-01-05;EUR;1,5;a,b,c,d,e,f,g,h\n");
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].description == "a,b,c,d,e,f,g,h");
    CHECK(to_decimal(read.items[0].amount) == "1.50");
}

TEST_CASE("a quoted cell may hold separators, quotes and line breaks", "[parsers][items]") {
    CHECK(read_with("description", "a,b").items.at(0).description == "a,b");
    CHECK(read_with("description", "a\"\"b\"\"").items.at(0).description == "a\"b\"");
    CHECK(read_with("description", "a\r\nb").items.at(0).description == "a\r\nb");
    CHECK(read_with("description", "").items.at(0).description.empty());
}

TEST_CASE("places count lines within quoted cells", "[parsers][items]") {
    const auto read = read_item_bytes(
        "item_id,description,kind,issue_date,currency,amount\n"
        "I1,\"one\ntwo\nthree\",payable,2026-01-05,EUR,x\n"
        "I2,,payable,2026-01-05,EUR,y\n");
    REQUIRE(read.findings.codes() == "items.amount items.amount");
    CHECK(read.findings.all[0].place.line == 4);
    CHECK(read.findings.all[0].place.column == 31);
    CHECK(read.findings.all[0].excerpt == "three\",payable,2026-01-05,EUR,x");
    CHECK(read.findings.all[1].place.line == 5);
    CHECK(read.findings.all[1].place.column == 28);
    CHECK(read.findings.all[1].place.byte == 124);
}

TEST_CASE("broken quotes are refused where they begin, and the next line is read",
          "[parsers][items]") {
    const auto read =
        read_item_bytes(needed("\"I1\"x,receivable,2026-01-05,EUR,1\n"
                               "I2,receivable,2026-01-05,EUR,x\n"
                               "\"I3,receivable,2026-01-05,EUR,1\n"));
    CHECK_FALSE(read.accepted);
    REQUIRE(read.findings.codes() == "items.quote items.amount items.quote");
    CHECK(read.findings.all[0].place.line == 2);
    CHECK(read.findings.all[2].place.line == 4);
    CHECK(read_item_bytes("\"item_id").findings.codes() == "items.quote");
}

TEST_CASE("text in Windows-1252 is read with a warning", "[parsers][items]") {
    const auto read = read_with("party_name", "Caf\xe9");
    CHECK(read.accepted);
    CHECK(read.findings.codes() == "source.encoding");
    CHECK(read.items.at(0).party_name == "Café");
}

TEST_CASE("a file that is no CSV with a header is refused", "[parsers][items]") {
    CHECK(read_item_bytes("").findings.codes() == "items.header");
    CHECK(read_item_bytes("\n\n").findings.codes() == "items.header");
    CHECK(read_item_bytes("I1,receivable,2026-01-05,EUR,1\n").findings.codes() == "items.header");
    CHECK(read_item_bytes("PK\x03\x04xl/workbook.xml").findings.codes() == "items.not_text");
    CHECK(read_item_bytes("item_id\0,kind"s).findings.codes() == "items.not_text");
    CHECK(read_item_bytes("\xff\xfe"
                          "a")
              .findings.codes() == "source.utf16");
    CHECK(read_item_bytes(needed("")).accepted);
}

TEST_CASE("every column that is unknown, missing or there twice is named", "[parsers][items]") {
    const auto read = read_item_bytes("item_id,kind,amount,amount,ammount,colour\n");
    CHECK_FALSE(read.accepted);
    REQUIRE(read.findings.codes() ==
            "items.column.duplicate items.column.unknown items.column.unknown "
            "items.column.missing items.column.missing");
    CHECK(read.findings.all[1].place.column == 28);
    CHECK(read.findings.all[1].hint == "Did you mean amount?");
    CHECK_THAT(read.findings.all[2].hint, !Catch::Contains("Did you mean"));
    CHECK_THAT(read.findings.all[3].message, Catch::Contains("issue_date"));
    CHECK_THAT(read.findings.all[4].message, Catch::Contains("currency"));
}

TEST_CASE("an unknown column is offered the name it is nearest to", "[parsers][items]") {
    struct Example {
        std::string name;
        std::string meant;
    };
    const Example examples[] = {{"party_nam", "party_name"}, {"iban", ""},
                                {"Item_Id", "item_id"},      {"open_ammount", "open_amount"},
                                {"partyiban", "party_iban"}, {"datum", ""}};
    for (const Example& example : examples) {
        CAPTURE(example.name);
        const auto read = read_item_bytes("kind,issue_date,currency,amount," + example.name + "\n");
        const Diagnostic* finding = read.findings.find("items.column.unknown");
        REQUIRE(finding != nullptr);
        const bool offers = finding->hint.starts_with("Did you mean");
        CHECK(offers == !example.meant.empty());
        if (offers) {
            CHECK(finding->hint == "Did you mean " + example.meant + "?");
        }
    }
}

TEST_CASE("a row has as many cells as the header", "[parsers][items]") {
    CHECK(read_item_bytes(needed("I1,receivable,2026-01-05,EUR")).findings.codes() == "items.row");
    CHECK(read_item_bytes(needed("I1,receivable,2026-01-05,EUR,1,")).findings.codes() ==
          "items.row");
}

TEST_CASE("an amount is plain, and in a semicolon file may have a decimal comma",
          "[parsers][items]") {
    struct Example {
        std::string written;
        std::string machine;  // in a comma file; empty: refused
        std::string dutch;    // in a semicolon file
    };
    const Example examples[] = {
        {"1234.56", "1234.56", "1234.56"},
        {"1234,56", "", "1234.56"},
        {"-0,5", "", "-0.50"},
        {"12", "12.00", "12.00"},
        {"-12.34", "-12.34", "-12.34"},
        {"1.234,56", "", ""},
        {"1,234.56", "", ""},
        {"1,234,56", "", ""},
        {"1 234", "", ""},
        {"€ 12", "", ""},
        {"12.345", "", ""},
        {"1e3", "", ""},
        {"+1", "", ""},
        {"", "", ""},
        {"92233720368547758.08", "", ""},
        {"92233720368547758.07", "92233720368547758.07", "92233720368547758.07"},
    };
    for (const Example& example : examples) {
        for (const char separator : {',', ';'}) {
            CAPTURE(example.written, separator);
            const std::string header = needed("", separator);
            const std::string s(1, separator);
            const auto read = read_item_bytes(header + "I1" + s + "receivable" + s + "2026-01-05" +
                                              s + "EUR" + s + "\"" + example.written + "\"");
            const std::string& expected = separator == ',' ? example.machine : example.dutch;
            CHECK(read.accepted == !expected.empty());
            CHECK(read.findings.codes() == (expected.empty() ? "items.amount" : ""));
            CHECK((read.items.empty() ? "" : to_decimal(read.items[0].amount)) == expected);
        }
    }
}

TEST_CASE("what is open is a part of the amount", "[parsers][items]") {
    struct Example {
        std::string amount;
        std::string open_amount;
        std::string codes;
    };
    const Example examples[] = {
        {"10.00", "", ""},
        {"10.00", "10.00", ""},
        {"10.00", "0", ""},
        {"10.00", "10.01", "items.open_amount"},
        {"10.00", "-0.01", "items.open_amount"},
        {"-10.00", "-10.00", ""},
        {"-10.00", "-10.01", "items.open_amount"},
        {"-10.00", "0.01", "items.open_amount"},
        {"0", "0", ""},
        {"0", "0.01", "items.open_amount"},
        {"10.00", "x", "items.amount"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.amount, example.open_amount);
        const auto read = read_item_bytes(
            "item_id,kind,issue_date,currency,amount,open_amount\nI1,receivable,2026-01-05,EUR," +
            example.amount + "," + example.open_amount + "\n");
        CHECK(read.findings.codes() == example.codes);
        CHECK(read.accepted == example.codes.empty());
    }
}

TEST_CASE("dates are ISO, and in a semicolon file may be day-month-year", "[parsers][items]") {
    struct Example {
        std::string written;
        bool machine;
        bool dutch;
    };
    const Example examples[] = {
        {"2026-01-31", true, true},   {"31-01-2026", false, true},  {"2026-02-30", false, false},
        {"30-02-2026", false, false}, {"31/01/2026", false, false}, {"1-1-2026", false, false},
        {"20260131", false, false},   {"", false, false},
    };
    for (const Example& example : examples) {
        CAPTURE(example.written);
        const std::string row = "I1,receivable," + example.written + ",EUR,1";
        CHECK(read_item_bytes(needed(row)).findings.codes() ==
              (example.machine ? "" : "items.date"));
        CHECK(read_item_bytes(needed(row, ';')).findings.codes() ==
              (example.dutch ? "" : "items.date"));
    }
    CHECK(read_with("due_date", "soon").findings.codes() == "items.date");
}

TEST_CASE("kind, currency and item number must be what they are", "[parsers][items]") {
    struct Example {
        std::string row;
        std::string code;
    };
    const Example examples[] = {
        {"I1,debtor,2026-01-05,EUR,1", "items.kind"},
        {"I1,,2026-01-05,EUR,1", "items.kind"},
        {"I1,payable,2026-01-05,EURO,1", "items.currency"},
        {"I1,payable,2026-01-05,,1", "items.currency"},
        {",payable,2026-01-05,EUR,1", "items.item_id"},
        {"I1,payable,2026-01-05,EUR,1\nI1,payable,2026-01-05,EUR,2", "items.duplicate"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.row);
        const auto read = read_item_bytes(needed(example.row));
        CHECK_FALSE(read.accepted);
        CHECK(read.findings.codes() == example.code);
    }
}

TEST_CASE("an IBAN that fails its check is left out with a warning", "[parsers][items]") {
    struct Example {
        std::string written;
        std::string ibans;
        std::size_t warnings;
    };
    const std::string abn = "NL91ABNA0417164300";
    const std::string rabo = "NL39RABO0300065264";
    const Example examples[] = {
        {"", "", 0},
        {abn, abn, 0},
        {abn + " " + rabo, abn + rabo, 0},
        {"NL91 ABNA 0417 1643 00", abn, 0},
        {"NL91 ABNA 0417 1643 00 " + rabo, abn + rabo, 0},
        {"NL92ABNA0417164300", "", 1},
        {"NL92ABNA0417164300 " + rabo, rabo, 1},
        {"0417164300", "", 1},
    };
    for (const Example& example : examples) {
        CAPTURE(example.written);
        const auto read = read_with("party_iban", example.written);
        CHECK(read.accepted);
        std::string ibans;
        for (const Iban& iban : read.items.at(0).party_ibans) {
            ibans += iban.text();
        }
        CHECK(ibans == example.ibans);
        CHECK(read.findings.all.size() == example.warnings);
        CHECK(read.findings.has("items.party_iban") == (example.warnings > 0));
    }
}

TEST_CASE("all faults of a file are reported at once", "[parsers][items]") {
    const auto read =
        read_item_bytes(needed("I1,x,y,z,1\nI2,receivable,2026-01-05,EUR,1\n"
                               "I3,receivable,2026-01-05,EUR,q\n"));
    CHECK_FALSE(read.accepted);
    CHECK(read.findings.codes() == "items.kind items.date items.currency items.amount");
    CHECK(read.items.size() == 1);
}

TEST_CASE("a hopeless file is cut short", "[parsers][items]") {
    std::string rows;
    for (int i = 0; i < 250; ++i) {
        rows += "I" + std::to_string(i) + ",receivable,2026-01-05,EUR,x\n";
    }
    const auto read = read_item_bytes(needed(rows));
    CHECK_FALSE(read.accepted);
    REQUIRE(read.findings.all.size() == 101);
    CHECK(read.findings.all.back().code == "source.more");
    CHECK(read.findings.all.back().message == "and 150 more");
}

}  // namespace afletter::test

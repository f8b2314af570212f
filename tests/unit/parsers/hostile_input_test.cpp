// Input that is made to hurt: it is answered with a finding, in time in proportion to its size.
#include <cstdint>
#include <string>
#include <vector>

#include "camt_samples.hpp"
#include "hostile.hpp"
#include "mt940_samples.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

const std::string swift_header = ":20:A\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C260105EUR1,00\n";
const std::string swift_entry = swift_header + ":61:260105C1,00NTRFNONREF\n";
const std::string xml_statement = "<Document><BkToCstmrStmt><Stmt>";

struct Group {
    std::vector<std::string> heads;
    std::vector<std::string> tokens;
};

// Every token behind every head of its group.
const Group groups[] = {
    {{""}, {"\0"s,         " ", "\n",   "\r",   "\t",       "\x01",   "\x03",         "\x1a",
            "\x7f",        "-", "\xff", "\xc3", "\xc3\xa9", "\xe9 ",  "a\xb1",        "\xf0",
            "0",           "A", "\0a"s, "a\0"s, "@@",       "@@:25:", "\xef\xbb\xbf", "PK\x03\x04",
            "\x1f\x8b\x08"}},
    {{"", swift_header, swift_entry, swift_entry + ":86:", ":20:A\n:25:1\n:28C:1\n"},
     {":",
      "\n:",
      "\n-",
      "\n-\n",
      "-}",
      "\n-}\n",
      "{1:",
      "{1:}",
      "{4:\n",
      "\n:20:",
      "\n:20:A",
      "\n:25:",
      "\n:28C:1\n-\n",
      "\n:60F:",
      "\n:60F:C260105EUR1,00",
      "\n:60M:C",
      "\n:61:",
      "\n:61:260105C1,00NTRFX",
      "\n:61:x\n:86:x",
      "\n:62F:",
      "\n:62M:C260105EUR1,00",
      "\n:64:",
      "\n:64:C260105EUR1,00",
      "\n:64:AFSCRHRIF",
      "\n:86:",
      "\n:86:x",
      "\n:34F:EURD0,",
      "\n:90D:1EUR1,00",
      "\n:NS:22x",
      "\n:99:",
      "\n:940:",
      "x\n",
      "\x01:20:A\x03",
      "\r",
      "@@",
      "\xc3\xa9"}},
    {{"<", "<a>", xml_statement, xml_statement + "<Ntry><NtryDtls><TxDtls>",
      xml_statement + "<Ntry><AddtlNtryInf>"},
     {"<",
      "<a",
      "<a>",
      "<a/>",
      "</a>",
      "<a>x</a>",
      "<Ntry/>",
      "<Ntry>",
      "<Stmt/>",
      "</Stmt><Stmt>",
      "<Bal/>",
      "<NtryDtls><TxDtls/></NtryDtls>",
      "</TxDtls><TxDtls>",
      "<Ustrd>x</Ustrd>",
      "<RmtInf><Ustrd>x</Ustrd></RmtInf>",
      "<Amt Ccy='EUR'>1</Amt>",
      " ",
      "&",
      "&amp;",
      "&#65;",
      "&x;",
      "<!",
      "<!-- x -->",
      "<!--",
      "-->",
      "<![CDATA[",
      "<![CDATA[x]]>",
      "]]>",
      "<?",
      "<?p?>",
      " a='b'",
      "<a b='",
      "<a xmlns='x'>",
      "<a:b/>",
      "x",
      "\n",
      "\r",
      "\xc3\xa9",
      "\xef\xbc\x81"}},
};

// What the list of open items may meet.
const Group items = {{"", "item_id;amount\n", "item_id;amount\n\""},
                     {";", "\"", "\"\"", "\n", "\r", ",", "x", "a;b\n", "\xc3\xa9", "\0"s}};

}  // namespace

TEST_CASE("a text of one token is read or refused in time in proportion to it",
          "[parsers][hostile]") {
    for (const Group& group : groups) {
        for (const std::string& head : group.heads) {
            for (const std::string& token : group.tokens) {
                CAPTURE(head, token);
                CHECK(is_read_in_proportion(head, token, [](const std::string& bytes) {
                    const CollectedStatements read = read_statement_bytes(bytes);
                    CHECK((read.accepted || !read.findings.all.empty()));
                }));
            }
        }
    }
}

TEST_CASE("a list of items of one token is read or refused in time in proportion to it",
          "[parsers][hostile]") {
    for (const std::string& head : items.heads) {
        for (const std::string& token : items.tokens) {
            CAPTURE(head, token);
            CHECK(is_read_in_proportion(head, token, [](const std::string& bytes) {
                CHECK_FALSE(read_item_bytes(bytes).accepted);
            }));
        }
    }
}

TEST_CASE("hostile XML is refused for what is wrong with it", "[parsers][hostile]") {
    struct Example {
        std::string bytes;
        std::string finding;
    };
    const std::string billion_laughs =
        "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><Document>&b;</Document>";
    const std::string other_file =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Document>&e;</Document>";
    const std::string huge(std::size_t{10} * 1024 * 1024, 'x');
    std::string attributes = "<Document";
    for (int i = 0; i < 100'000; ++i) {
        attributes += " a" + std::to_string(i) + "='x'";
    }
    const Example examples[] = {
        {billion_laughs, "xml.doctype"},
        {other_file, "xml.doctype"},
        {filled_with("", "<a>"), "xml.depth"},
        {attributes + "/>", "xml.attributes"},
        {"<" + huge, "xml.markup_size"},
        {"<a b='" + huge, "xml.markup_size"},
        {"<a>" + huge, "xml.text_size"},
        {"<Document>\0</Document>"s, "xml.malformed"},
        {"<Document>&#0;</Document>", "xml.malformed"},
        {"<Document>&#xD800;</Document>", "xml.malformed"},
        {"<?xml version='1.0' encoding='UTF-7'?><Document/>", "xml.encoding"},
        {"<?xml version='1.0' encoding='EBCDIC-US'?><Document/>", "xml.encoding"},
        {"<Document>&unknown;</Document>", "xml.malformed"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.bytes.substr(0, 80));
        const CollectedStatements read = read_statement_bytes(example.bytes);
        CHECK_FALSE(read.accepted);
        CHECK(read.findings.codes() == example.finding);
    }
}

TEST_CASE("bytes that are no UTF-8 are never taken for it", "[parsers][hostile]") {
    // Overlong, a surrogate, above U+10FFFF, a continuation alone, and a cut character.
    for (const std::string bytes :
         {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82"}) {
        CAPTURE(bytes);
        const CollectedStatements read =
            read_statement_bytes(mt940_statement(":61:260105C1,00NTRFNONREF\n:86:" + bytes + "\n"));
        CHECK(read.findings.has("source.encoding"));
    }
}

TEST_CASE("what no bank means as MT940 is refused or said", "[parsers][hostile]") {
    struct Example {
        std::string bytes;
        std::string finding;  // one of them
        bool is_accepted;
    };
    const std::string entry = ":61:260105C0,00NTRFNONREF\n";
    const Example examples[] = {
        {":62F:C260105EUR1,00\n", "mt940.account", false},
        {mt940_statement(":60F:C260104EUR1000,00\n"), "mt940.60.order", false},
        {mt940_statement(":61:2602310231C1,00NTRFNONREF\n"), "mt940.61.value_date", true},
        {mt940_statement(":61:260105C99999999999999999999,00NTRFNONREF\n"), "mt940.61.amount",
         false},
        {mt940_statement(entry, ":62F:C260105QQQ1000,00\n"), "mt940.62.currency", false},
        // A line of 300 characters, and the end of a block within a text: neither is wrong. At the
        // beginning of a line it is the end of the block, and what follows it has no account.
        {mt940_statement(entry + ":86:" + std::string(300, 'x') + "\n"), "", true},
        {mt940_statement(entry + ":86:first -} and -}\nsecond\n"), "", true},
        {mt940_statement(entry + ":86:first\n-} second\n"), "mt940.cut_off", false},
        // ":20:A" in EBCDIC (code page 500).
        {"\x7a\xf2\xf0\x7a\xc1\x25\x7a\xf2\xf5\x7a\xf1\x25", "source.unknown_format", false},
    };
    for (const Example& example : examples) {
        CAPTURE(example.bytes.substr(0, 200));
        const CollectedStatements read = read_statement_bytes(example.bytes);
        CHECK(read.accepted == example.is_accepted);
        CHECK((example.finding.empty() ? read.findings.codes().empty()
                                       : read.findings.has(example.finding)));
        CAPTURE(read.findings.codes());
        CHECK(read.findings.all.size() <= 3);
    }
}

}  // namespace afletter::test

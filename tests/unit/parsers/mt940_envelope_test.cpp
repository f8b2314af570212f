// Framing: what banks put around and between messages, and which lines open a field.
#include <string>
#include <vector>

#include "mt940/envelope.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// All fields as "20=A", messages separated by " | ", for comparison at a glance.
std::string outline(const std::string& text) {
    std::string result;
    mt940::MessageReader reader(text);
    mt940::Message message;
    while (reader.next(message)) {
        result += result.empty() ? "" : " | ";
        bool is_first = true;
        for (const mt940::Field& field : message.fields) {
            result += is_first ? "" : " ";
            is_first = false;
            result += std::string(name_of(field.tag)) +
                      (field.option != '\0' ? std::string(1, field.option) : "") + "=" +
                      std::string(field.value);
        }
    }
    return result;
}

std::string type_of(const std::string& text) {
    mt940::MessageReader reader(text);
    mt940::Message message;
    REQUIRE(reader.next(message));
    return std::string(message.type);
}

}  // namespace

TEST_CASE("messages are found in every frame that banks put around them", "[parsers][mt940]") {
    const std::string two = "20=A 62F=X | 20=B 62F=Y";
    const std::string bank_header = "BNGHNL2G\n940\nBNGHNL2G\n";
    const std::string examples[] = {
        ":20:A\n:62F:X\n:20:B\n:62F:Y\n",
        ":20:A\n:62F:X\n-\n:20:B\n:62F:Y\n-\n",
        ":20:A\r\n:62F:X\r\n-\r\n:20:B\r\n:62F:Y\r\n-\r\n",
        ":20:A\r:62F:X\r-\r:20:B\r:62F:Y\r",
        ":20:A\r\n:62F:X\n\n:20:B\r:62F:Y",
        "{1:F01X}{2:I940X}{4:\n:20:A\n:62F:X\n-}{5:}\n{1:F01X}{2:I940X}{4:\n:20:B\n:62F:Y\n-}\n",
        "{1:F01X}{2:I940X}{4::20:A\n:62F:X\n-}${1:F01X}{2:I940X}{4::20:B\n:62F:Y\n-}\n",
        "{1:F21X}{4:{177:1601}{451:0}}{1:F01X}{4:\n:20:A\n:62F:X\n-}\n:20:B\n:62F:Y\n",
        "{1:F01X}\n{2:I940X}\n{4:\n:20:A\n:62F:X\n{1:F01X}\n{4:\n:20:B\n:62F:Y\n",
        bank_header + ":20:A\n:62F:X\n-\n" + bank_header + ":20:B\n:62F:Y\n-\n",
        bank_header + ":20:A\n:62F:X\n" + bank_header + ":20:B\n:62F:Y\n",
        ":940:\n:20:A\n:62F:X\n:940:\n:20:B\n:62F:Y\n\x1a",
        "0000 01INGBNL2AXXXX00001\n940 00\n:20:A\n:62F:X\n-XXX\n:20:B\n:62F:Y\n-XXX\n",
        "\x01\n:20:A\n:62F:X\n-\x03\n\x01\n:20:B\n:62F:Y\n-\x03\n",
        "\xef\xbb\xbf:20:A\n:62F:X\n\x1a:20:B\n:62F:Y\n",
        ":20:A\n:62F:X\n\xef\xbb\xbf:20:B\n:62F:Y\n",
        "Voorbeeld\n- eerste\n\n:20:A\n:62F:X\n\ntweede bericht:\n:20:B\n:62F:Y\n",
        "  :20:A\n  :62F:X\n  -\n\t:20:B\n\t:62F:Y\n\t-\n",
        "HIKAZ:7:5:3+@160@\n:20:A\n:62F:X\n-+@438@\n:20:B\n:62F:Y\n-'",
    };
    for (const std::string& example : examples) {
        CAPTURE(example);
        CHECK(outline(example) == two);
    }
}

TEST_CASE("a message without a reference begins behind the balance of the one before",
          "[parsers][mt940]") {
    CHECK(outline(":25:A\n:60F:V\n:62F:X\n:25:B\n:60F:W\n:62F:Y\n") ==
          "25=A 60F=V 62F=X | 25=B 60F=W 62F=Y");
    CHECK(outline(":20:A\n:62F:X\n:64:Z\n:86:slot\n:61:Y\n") == "20=A 62F=X 64=Z 86=slot | 61=Y");
}

TEST_CASE("only a known tag at the start of a line opens a field", "[parsers][mt940]") {
    const std::string text_lines[] = {
        ":08 uur", ":12:11",   ":99:x",  "-2026 rioolheffing",
        "-",       "--",       ":861:x", ":86 x",
        " :20:A",  "x :61:y",  ":6:x",   ":",
        ":8",      "12:20:00", ":2O:A",
    };
    for (const std::string& line : text_lines) {
        CAPTURE(line);
        CHECK(outline(":20:A\n:61:L\n:86:een\n" + line + "\ntwee\n:62F:X\n") ==
              "20=A 61=L 86=een\n" + line + "\ntwee 62F=X");
    }
    CHECK(outline(":20:A\n:86 :een\n:NS:22x\n:28:1\n:25P:Z\n") == "20=A 86=een NS=22x 28=1 25P=Z");
}

TEST_CASE("a lone dash ends a message only when none of its fields follows", "[parsers][mt940]") {
    CHECK(outline(":20:A\n:61:L\n:86:een\n-\ntwee\n:62F:X\n-\nproza\n") ==
          "20=A 61=L 86=een\n-\ntwee 62F=X");
    CHECK(outline(":20:A\n:61:L\n:86:een\n-\nproza\n:20:B\n") == "20=A 61=L 86=een | 20=B");
    CHECK(outline(":20:A\n:61:L\n:86:een\n-\n") == "20=A 61=L 86=een");
    CHECK(outline(":20:A\n:61:L\n:86:een\n-\ntwee\n-}\n") == "20=A 61=L 86=een\n-\ntwee");
}

TEST_CASE("behind the closing balance only its :86: takes text", "[parsers][mt940]") {
    CHECK(outline(":20:A\n:62F:X\nproza\n:65:Y\nproza\n:86:slot\nregel 2\n-\nproza\n") ==
          "20=A 62F=X 65=Y 86=slot\nregel 2");
    CHECK(outline(":20:A\n:62F:X\n:86:slot\nBNGHNL2G\n940\nBNGHNL2G\n:20:B\n") ==
          "20=A 62F=X 86=slot | 20=B");
}

TEST_CASE("the envelope names the kind of message", "[parsers][mt940]") {
    CHECK(type_of("{1:F01X}{2:O9421015}{4:\n:20:A\n") == "942");
    CHECK(type_of("{1:F01X}{2:I950BNGHNL2GXXXXN}{4::20:A\n") == "950");
    CHECK(type_of("BNGHNL2G\n940\nBNGHNL2G\n:20:A\n") == "940");
    CHECK(type_of("0000 01X\n942 00\n:20:A\n") == "942");
    CHECK(type_of(":940:\n:20:A\n") == "940");
    CHECK(type_of("941 euro\n:20:940\n") == "");
    CHECK(type_of("{1:F01X}{2:\n:20:A\n") == "");
}

TEST_CASE("fields know their line", "[parsers][mt940]") {
    const std::string text = "proza\r\n\r\n:20:A\r\n:86:een\r\ntwee\r\n:62F:X\r\n:20:B\r\n";
    mt940::MessageReader reader(text);
    mt940::Message message;
    REQUIRE(reader.next(message));
    std::vector<std::uint64_t> lines;
    for (const mt940::Field& field : message.fields) {
        lines.push_back(field.line);
    }
    CHECK(lines == std::vector<std::uint64_t>{3, 4, 6});
    REQUIRE(reader.next(message));
    CHECK(message.fields.front().line == 7);
    CHECK_FALSE(reader.next(message));
}

}  // namespace afletter::test

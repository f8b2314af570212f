// Framing: what banks put around and between messages, and which lines open a field.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mt940/envelope.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// A field as "60F=A".
std::string outline(const mt940::Field& field) {
    const std::string option(field.option == '\0' ? 0 : 1, field.option);
    return std::string(name_of(field.tag)) + option + "=" + std::string(field.value);
}

// All fields, messages separated by " | ", for comparison at a glance.
std::string outline(mt940::Window& window) {
    std::string result;
    mt940::FieldReader reader(window);
    mt940::Field field;
    std::string separator;
    for (;;) {
        switch (reader.next(field)) {
            case mt940::Framing::field:
                result += std::exchange(separator, " ") + outline(field);
                break;
            case mt940::Framing::end_of_message:
                separator = " | ";
                break;
            case mt940::Framing::end_of_text:
                return result;
        }
    }
}
std::string outline(const std::string& text) {
    mt940::Window window{std::string_view(text)};
    return outline(window);
}

std::string type_of(const std::string& text) {
    mt940::Window window{std::string_view(text)};
    mt940::FieldReader reader(window);
    mt940::Field field;
    REQUIRE(reader.next(field) == mt940::Framing::field);
    return std::string(field.message_type);
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
        "HIKAZ:7:5:3+@160@:20:A\n:62F:X\n-+@438@\n:20:B\n:62F:Y\n-'",
        "\u00e41:F01X\u00e5\u00e42:I940X\u00e5\u00e44:\n:20:A\n:62F:X\n-\u00e5\n\u00e44::20:B\n:"
        "62F:Y\n-\u00e5\n",
        "{1:F01X}{4:\n:20:A\n:62F:X-}\n{1:F01X}{4:\n:20:B\n:62F:Y-}{5:{CHK:1}}\n",
        "{1:F01X}{4:\n:20:A\n:62F:X-}\nproza\n:20:B\n:62F:Y-}",
        ":20:A\r\r\n:62F:X\r\r\n-\r\r\n:20:B\r\r\n:62F:Y\r\r\n",
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

TEST_CASE("the end of a block is text when fields of its message follow", "[parsers][mt940]") {
    CHECK(outline(":20:A\n:61:L\n:86:een -}\n:62F:X\n-}\n") == "20=A 61=L 86=een -} 62F=X");
    CHECK(outline(":20:A\n:61:L\n:86:een -}\n:20:B\n") == "20=A 61=L 86=een  | 20=B");
    CHECK(outline(":20:A\n:61:L\n:86:een-}{5:}\nproza\n:20:B\n") == "20=A 61=L 86=een | 20=B");
    CHECK(outline(":20:A\n:61:L\n:86:een -}x\n:62F:X\n") == "20=A 61=L 86=een -}x 62F=X");
    CHECK(outline(":20:A\n:34F:X\n:90C:1EUR1,-}\nproza\n:20:B\n") ==
          "20=A 34F=X 90C=1EUR1, | 20=B");
}

TEST_CASE("behind the sums of an MT942 only its :86: takes text", "[parsers][mt940]") {
    CHECK(outline(":20:A\n:90D:X\nproza\n:90C:Y\nBNGHNL2G\n942\nBNGHNL2G\n:20:B\n") ==
          "20=A 90D=X 90C=Y | 20=B");
    CHECK(outline(":20:A\n:90C:Y\n:86:slot\nregel 2\n-\nproza\n") == "20=A 90C=Y 86=slot\nregel 2");
    CHECK(outline(":20:A\n:90C:Y\n:61:L\nextra\n:86:een\n") == "20=A 90C=Y 61=L\nextra 86=een");
}

TEST_CASE("a tag's letter is taken in lower case too", "[parsers][mt940]") {
    CHECK(outline(":20:A\n:28c:1\n:60f:X\n:62m:Y\n") == "20=A 28C=1 60F=X 62M=Y");
    CHECK(outline(":20:A\n:86:een\n:61x:twee\n") == "20=A 86=een\n:61x:twee");
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

TEST_CASE("fields know their line and place", "[parsers][mt940]") {
    const std::string text = "proza\r\n\r\n:20:A\r\n:86:een\r\ntwee\r\n:62F:X\r\n:20:B\r\n";
    mt940::Window window{std::string_view(text)};
    mt940::FieldReader reader(window);
    mt940::Field field;
    std::vector<std::uint64_t> lines;
    while (reader.next(field) == mt940::Framing::field) {
        lines.push_back(field.line);
        CHECK(field.value.data() == text.data() + field.value_offset);
        CHECK(text[field.line_offset] == ':');
    }
    CHECK(lines == std::vector<std::uint64_t>{3, 4, 6});
    REQUIRE(reader.next(field) == mt940::Framing::field);
    CHECK(field.line == 7);
    CHECK(reader.next(field) == mt940::Framing::end_of_message);
    CHECK(reader.next(field) == mt940::Framing::end_of_text);
    CHECK(reader.next(field) == mt940::Framing::end_of_text);
}

}  // namespace afletter::test

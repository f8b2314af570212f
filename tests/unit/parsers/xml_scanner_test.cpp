// Events of the XML scanner: what a consumer is told, and what it is not.
#include <string>

#include "support/test.hpp"
#include "xml_told.hpp"

namespace afletter::test {

namespace {

struct Example {
    std::string bytes;
    std::string events;
};

template <std::size_t size>
void check_all(const Example (&examples)[size]) {
    for (const Example& example : examples) {
        CAPTURE(example.bytes);
        CHECK(told(example.bytes) == example.events);
        CHECK(told(example.bytes, 1) == example.events);
        OneByteSource slow(example.bytes);
        CHECK(told(slow) == example.events);
    }
}

}  // namespace

TEST_CASE("a group tells its start and end, a value its text and attribute", "[parsers][xml]") {
    const Example examples[] = {
        {"<a/>", "<a></a>."},
        {"<a></a>", "<a></a>."},
        {"<v/>", "."},
        {"<v>x</v>", "v=x;."},
        {"<v k='1'>x</v>", "@1@v=x;."},
        {"<v k=''/>", "@@."},
        {"<v l='1' k='2' m='3'/>", "@2@."},
        {"<a k='1'><v>x</v></a>", "<a>@1@v=x;</a>."},
        {"<a>\n <b>x</b>\n</a>\n", "<a><b>b=x;</b></a>."},
        {"<a>one<v>two</v>three</a>", "<a>a=one;v=two;a=three;</a>."},
        {"<?xml version='1.0'?>\n<!-- c --><?p i?><a/><!-- d -->\n<?q?>", "<a></a>."},
    };
    check_all(examples);
}

TEST_CASE("text between two tags is one event, as it stands", "[parsers][xml]") {
    const Example examples[] = {
        {"<v> x </v>", "v= x ;."},
        {"<v>\n x\t</v>", "v=\n x\t;."},
        {"<v>one<![CDATA[<two>]]>&amp;three</v>", "v=one<two>&three;."},
        {"<v>one<!-- no -->two<?no?></v>", "v=onetwo;."},
        {"<v> <!-- no --> x</v>", "v=  x;."},
        {"<v><![CDATA[]]>x</v>", "v=x;."},
        {"<v>]</v>", "v=];."},
        {"<v>]]</v>", "v=]];."},
        {"<v>]] ></v>", "v=]] >;."},
        {"<v>a>b</v>", "v=a>b;."},
        {"<v>&lt;&gt;&amp;&apos;&quot;</v>", "v=<>&'\";."},
        {"<v>&#233;&#xe9;&#x20ac;&#x1F600;&#0065;</v>", "v=éé€😀A;."},
        {"<v>é€😀</v>", "v=é€😀;."},
    };
    check_all(examples);
}

TEST_CASE("text that is only blanks is no event", "[parsers][xml]") {
    const Example examples[] = {
        {"<v> \t\r\n</v>", "."},
        {"<v>&#32;&#9;&#13;&#10;</v>", "."},
        {"<v><![CDATA[ \n]]></v>", "."},
        {"<v> <!-- no --> </v>", "."},
        {"<v>\xc2\xa0</v>", "v=\xc2\xa0;."},  // a no-break space is no blank to XML
    };
    check_all(examples);
}

TEST_CASE("every line end arrives as one line feed, but a reference as it is", "[parsers][xml]") {
    const Example examples[] = {
        {"<v>a\r\nb\rc\nd</v>", "v=a\nb\nc\nd;."},
        {"<v>a\r\r\n\rb</v>", "v=a\n\n\nb;."},
        {"<v>\r\nx</v>", "v=\nx;."},
        {"<v>x\r</v>", "v=x\n;."},
        {"<v><![CDATA[a\r\nb\rc]]></v>", "v=a\nb\nc;."},
        {"<v>a&#13;\nb</v>", "v=a\r\nb;."},
        {"<a>\r\n<v>x</v>\r\n<v>y</v>\r\n</a>", "<a>v=x;v=y;</a>."},
    };
    check_all(examples);
}

TEST_CASE("an attribute's value has its references resolved and its line ends as blanks",
          "[parsers][xml]") {
    const Example examples[] = {
        {"<v k=\"it's\"/>", "@it's@."},           {"<v k='say \"x\"'/>", "@say \"x\"@."},
        {"<v k='&lt;&amp;&#233;'/>", "@<&é@."},   {"<v k='a\r\nb\rc\nd\te'/>", "@a b c d e@."},
        {"<v k='a&#10;b'/>", "@a\nb@."},          {"<v k = '1' />", "@1@."},
        {"<v\n\tk\r\n=\r\n'1'\r\n></v>", "@1@."}, {"<v k='a>b]]>'/>", "@a>b]]>@."},
    };
    check_all(examples);
}

TEST_CASE("an element has the namespace of its prefix or of the nearest declaration",
          "[parsers][xml]") {
    const Example examples[] = {
        {"<a xmlns='urn:x'><b/></a>", "<{urn:x}a><{urn:x}b></{urn:x}b></{urn:x}a>."},
        {"<p:a xmlns:p='urn:x'><b/></p:a>", "<{urn:x}a><b></b></{urn:x}a>."},
        {"<a xmlns='urn:x'><b xmlns=''/></a>", "<{urn:x}a><b></b></{urn:x}a>."},
        {"<a xmlns:p='urn:x'><p:b xmlns:p='urn:y'/><p:b/></a>",
         "<a><{urn:y}b></{urn:y}b><{urn:x}b></{urn:x}b></a>."},
        {"<a xmlns:unused='urn:x'/>", "<a></a>."},
        {"<a xmlns='urn:&amp;x'/>", "<{urn:&x}a></{urn:&x}a>."},
        {"<xml:a xml:k='1'/>",
         "<{http://www.w3.org/XML/1998/namespace}a>@1@"
         "</{http://www.w3.org/XML/1998/namespace}a>."},
        {"<a xmlns:p='urn:x' p:k='1'/>", "<a>@1@</a>."},
        {"<a xmlns:k='urn:x'/>", "<a></a>."},
    };
    check_all(examples);
}

TEST_CASE("blanks may stand before the XML declaration", "[parsers][xml]") {
    CHECK(told("\n \r\n<?xml version='1.0'?><a/>") == "<a></a>.");
    CHECK(told("\xef\xbb\xbf<?xml version='1.0'?><a/>") == "<a></a>.");
    CHECK(told("\xef\xbb\xbf\xef\xbb\xbf<a/>") == "xml.malformed");
    CHECK(told("<!-- c --><?xml version='1.0'?><a/>") == "xml.malformed");
}

TEST_CASE("documents that are glued together are read one after another", "[parsers][xml]") {
    const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    CHECK(told(declaration + "<a>1</a>" + declaration + "<a>2</a>") == "<a>a=1;</a><a>a=2;</a>.");
    CHECK(told("<a>1</a>\r\n\r\n" + declaration + "\n<a>2</a>\n") == "<a>a=1;</a><a>a=2;</a>.");
    CHECK(told("<a/><b/>") == "<a></a><b></b>.");
    CHECK(told("<a/><!-- c -->" + declaration + "<b/>") == "<a></a><b></b>.");
    CHECK(told("<a/>\xef\xbb\xbf" + declaration + "<b/>") == "<a></a><b></b>.");
    CHECK(told("<p:a xmlns:p='urn:x'/><p:b/>") == "<{urn:x}a></{urn:x}a>xml.malformed");
    CHECK(told("<a/>" + declaration) == "<a></a>xml.malformed");
    CHECK(told("<a/>" + declaration + declaration + "<b/>") == "<a></a>xml.malformed");
    CHECK(told("<a/>x<b/>") == "<a></a>xml.malformed");
    CHECK(told("<a/>\xef\xbb\xbf\xef\xbb\xbf<b/>") == "<a></a>xml.malformed");
}

TEST_CASE("a path is asked for once, however often it comes", "[parsers][xml]") {
    const std::string records = repeated("<b><v k='1'>x</v><p:v xmlns:p='urn:x'>y</p:v></b>", 100);
    const auto source = open_memory("<a>" + records + "</a><a>" + records + "</a>");
    NameVocabulary vocabulary;
    xml::Scanner scanner("input", *source, vocabulary);
    std::size_t count = 0;
    for (auto events = scanner.next(); !events.empty(); events = scanner.next()) {
        count += events.size();
    }
    CHECK_FALSE(scanner.fault());
    CHECK(count == 2 * (2 + 100 * 5));
    REQUIRE(vocabulary.questions == 4);
    CHECK(vocabulary.parent(0) == xml::Vocabulary::root);
    CHECK(vocabulary.parent(1) == 0);
    CHECK(vocabulary.parent(3) == 1);
}

TEST_CASE("the scanner tells what comes before a fault", "[parsers][xml]") {
    CHECK(told("<a><b>x</b></c>") == "<a><b>b=x;</b>xml.malformed");
    CHECK(told("<a><v>x</v>\x01") == "<a>v=x;xml.malformed");
    CHECK(told("<a><v>x</v>\xff") == "<a>v=x;xml.encoding");
}

TEST_CASE("nothing follows a refusal by the caller", "[parsers][xml]") {
    const auto source = open_memory("<a>" + repeated("<v>x</v>", 5000) + "</a>");
    NameVocabulary vocabulary;
    xml::Scanner scanner("input", *source, vocabulary);
    REQUIRE_FALSE(scanner.next().empty());
    scanner.refuse({Severity::error, "camt.limit", {}, "expected less", "", ""});
    CHECK(scanner.next().empty());
    REQUIRE(scanner.fault());
    CHECK(scanner.fault()->code == "camt.limit");
}

}  // namespace afletter::test

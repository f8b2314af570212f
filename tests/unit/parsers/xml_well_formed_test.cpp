// What the XML scanner refuses, and the nearest that it accepts.
#include <string>

#include "support/test.hpp"
#include "xml_told.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

std::string code_of(const std::string& bytes) {
    const std::string code = fault_in(bytes).code;
    CAPTURE(bytes);
    CHECK(fault_in(bytes, 1).code == code);
    return code;
}

void check_accepted(std::initializer_list<std::string> documents) {
    for (const std::string& document : documents) {
        CAPTURE(document);
        CHECK(code_of(document).empty());
    }
}

void check_refused(const std::string& code, std::initializer_list<std::string> documents) {
    for (const std::string& document : documents) {
        CAPTURE(document);
        CHECK(code_of(document) == code);
    }
}

}  // namespace

TEST_CASE("every element is closed by its own end tag", "[parsers][xml]") {
    check_accepted({"<a/>", "<a />", "<a></a>", "<a></a >", "<a><b></b></a\n>"});
    check_refused("xml.malformed", {"",         " ",         "<",        "<a",
                                    "<a>",      "<a></",     "<a></a",   "<a></a ",
                                    "<a></b>",  "<a></ab>",  "<ab></a>", "<a></A>",
                                    "<a></ a>", "<a></a x>", "<a></a/>", "<a><b></a></b>",
                                    "</a>",     "<a/ >",     "< a/>",    "<a><b></a>",
                                    "<a/></a>", "<a//>",     "<>",       "<a></>"});
}

TEST_CASE("nothing but comments and instructions stands outside of the root", "[parsers][xml]") {
    check_accepted({"<!-- c --><a/>", "<?p?><a/>\n<!-- c -->", " <a/> "});
    check_refused("xml.malformed", {"no markup", "x<a/>", "<a/>x", "&amp;<a/>", "<a/>&amp;",
                                    "<![CDATA[x]]><a/>", "<a/><![CDATA[]]>", "<!-- c -->"});
}

TEST_CASE("a name begins with a letter and has at most one colon", "[parsers][xml]") {
    check_accepted({"<a.b-c_1/>", "<_/>", "<é/>", "<a\xcc\x80/>", "<a\xc2\xb7/>", "<a é='1'/>",
                    "<𐀀/>", "<a xmlns:b='x'><b:c/></a>", "<a _='' A9=''/>"});
    check_refused("xml.malformed",
                  {"<1/>", "<-a/>", "<.a/>", "<a><1/></a>", "<a 1=''/>", "<a -b=''/>", "<a,b/>",
                   "<\xc3\x97/>", "<\xcc\x80/>", "<\xc2\xb7/>", "<a\xc3\xb7/>", "<a b\xc3\x97=''/>",
                   "<:a/>", "<a:/>", "<a xmlns:b='x'><b:c:d/></a>", "<a xmlns:b='x'><b:1/></a>",
                   "<a :b=''/>", "<a xmlns:b='x' b:=''/>", "<a xmlns:b='x' b:c:d=''/>"});
}

TEST_CASE("an attribute has a value in quotes, a blank before it, and no twin", "[parsers][xml]") {
    check_accepted({"<a b='1' c=\"2\"/>", "<a b = '1'/>", "<a b=''/>", "<a b='>'/>", "<a b='1'\n/>",
                    "<a b='1' B='2'/>"});
    check_refused("xml.malformed",
                  {"<a b/>", "<a b=/>", "<a b=1/>", "<a b='1/>", "<a b='1\"/>", "<a b='1'c='2'/>",
                   "<a b='<'/>", "<a b='&'/>", "<a b='&x;'/>", "<a b='&#0;'/>", "<a b='&lt'/>",
                   "<a b='1' b='2'/>", "<a b='1' c='2' b='1'></a>", "<a 'x'/>", "<a =''/>",
                   "<a b=''=''/>", "<a/b=''>", "<a b='1' / >"});
}

TEST_CASE("a prefix is declared, and no attribute comes twice by another prefix",
          "[parsers][xml]") {
    const std::string xml = "'http://www.w3.org/XML/1998/namespace'";
    const std::string xmlns = "'http://www.w3.org/2000/xmlns/'";
    check_accepted({"<a xmlns:p='x' xmlns:q='y' p:b='' q:b=''/>", "<a xmlns='x' b=''/>",
                    "<a xmlns:p='x' b='' p:b=''/>", "<p:a p:b='' xmlns:p='x'/>", "<a xmlns=''/>",
                    "<a xmlns:xml=" + xml + "/>", "<a xml:lang='nl'/>",
                    "<a xmlns:p='x' xmlns:q='x' p:b='' q:c=''/>"});
    check_refused("xml.malformed",
                  {"<p:a/>", "<a p:b=''/>", "<a><p:b xmlns:p='x'/><p:b/></a>",
                   "<a xmlns:p='x' xmlns:q='x' p:b='' q:b=''/>",
                   "<a xmlns:p='x'><b xmlns:q='x' p:c='' q:c=''/></a>", "<a xmlns:p=''/>",
                   "<a xmlns='x' xmlns='x'/>", "<a xmlns:p='x' xmlns:p='y'/>", "<xmlns:a/>",
                   "<a xmlns:xml='x'/>", "<a xmlns:xmlns='x'/>", "<a xmlns:xmlns=" + xmlns + "/>",
                   "<a xmlns:p=" + xml + "/>", "<a xmlns=" + xml + "/>", "<a xmlns=" + xmlns + "/>",
                   "<a xmlns:p=" + xmlns + "/>"});
}

TEST_CASE("there are five entities, and references to the characters that XML has",
          "[parsers][xml]") {
    check_accepted({"<a>&amp;&lt;&gt;&apos;&quot;</a>", "<a>&#9;&#x0A;&#13;&#32;</a>",
                    "<a>&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;</a>", "<a>&#127;&#x80;</a>",
                    "<a>&#000000000000000000065;</a>"});
    check_refused("xml.malformed", {"<a>&</a>",
                                    "<a>& </a>",
                                    "<a>&;</a>",
                                    "<a>&amp</a>",
                                    "<a>&amp ;</a>",
                                    "<a>&nbsp;</a>",
                                    "<a>&Amp;</a>",
                                    "<a>&a:b;</a>",
                                    "<a>&#;</a>",
                                    "<a>&#x;</a>",
                                    "<a>&#a;</a>",
                                    "<a>&#xg;</a>",
                                    "<a>&#X41;</a>",
                                    "<a>&#65</a>",
                                    "<a>&#0;</a>",
                                    "<a>&#8;</a>",
                                    "<a>&#x1F;</a>",
                                    "<a>&#xD800;</a>",
                                    "<a>&#xDFFF;</a>",
                                    "<a>&#xFFFE;</a>",
                                    "<a>&#xFFFF;</a>",
                                    "<a>&#x110000;</a>",
                                    "<a>&#4294967361;</a>",
                                    "<a>&#18446744073709551681;</a>"});
}

TEST_CASE("characters are those that XML has, in UTF-8", "[parsers][xml]") {
    check_accepted({"<a>\t\r\n \x7f\xc2\x80\xc2\x85</a>", "<a>\xed\x9f\xbf\xee\x80\x80</a>",
                    "<a>\xef\xbf\xbd</a>", "<a>\xf0\x90\x80\x80\xf4\x8f\xbf\xbf</a>"});
    check_refused("xml.malformed",
                  {"<a>\0</a>"s, "<a>\x01</a>", "<a>\x08</a>", "<a>\x0b</a>", "<a>\x1f</a>",
                   "<a>\xef\xbf\xbe</a>", "<a>\xef\xbf\xbf</a>", "<a b='\x02'/>", "<!--\x03--><a/>",
                   "<a/>\0"s, "\0<a/>"s, "<a>\xc3", "<a>\xe2\x82"});
    check_refused("xml.encoding",
                  {"<a>\xe9</a>", "<a>\x80</a>", "<a>\xc0\x80</a>", "<a>\xc1\xbf</a>",
                   "<a>\xe0\x9f\xbf</a>", "<a>\xed\xa0\x80</a>", "<a>\xf0\x8f\xbf\xbf</a>",
                   "<a>\xf4\x90\x80\x80</a>", "<a>\xf5\x80\x80\x80</a>", "<a>\xff</a>",
                   "<a>\xe2\x82</a>", "<a b='\xe9'/>", "<!-- \xe9 --><a/>", "<\xe9/>"});
}

TEST_CASE("CDATA ends at its first end, which cannot stand in text", "[parsers][xml]") {
    check_accepted({"<a><![CDATA[]]></a>", "<a><![CDATA[]]]]></a>", "<a><![CDATA[<&>]]></a>",
                    "<a>]]&gt;</a>", "<a>]<!-- -->]></a>"});
    check_refused("xml.malformed", {"<a>]]></a>", "<a>]]]></a>", "<a><![CDATA[]]>]]></a>",
                                    "<a><![CDATA[</a>", "<a><![CDATA[]></a>", "<a><![cdata[]]></a>",
                                    "<a><![CDATA []]></a>", "<a><![</a>", "<a><![INCLUDE[]]></a>"});
}

TEST_CASE("comments hold no double hyphen, instructions are not called xml", "[parsers][xml]") {
    check_accepted({"<!----><a/>", "<!-- - --><a/>", "<a><!-- <b> & ]]> --></a>", "<?p?><a/>",
                    "<?p ?><a/>", "<?p x?y?><a/>",
                    "<?p ?"
                    "?><a/>",
                    "<?xml-style x?><a/>", "<a><?xmlx?></a>"});
    check_refused("xml.malformed", {"<!-- -- --><a/>",
                                    "<!-- ---><a/>",
                                    "<!--><a/>",
                                    "<!--->",
                                    "<!- c --><a/>",
                                    "<a><!--</a>",
                                    "<a/><!-- c --",
                                    "<?p><a/>",
                                    "<?p",
                                    "<? p?><a/>",
                                    "<?1?><a/>",
                                    "<?p?x?><a/>",
                                    "<?a:b?><a/>",
                                    "<?XML?><a/>",
                                    "<?xMl x?><a/>",
                                    "<a><?xml version='1.0'?></a>",
                                    "<a><?xml?></a>",
                                    "<!ELEMENT a><a/>",
                                    "<a><!x></a>",
                                    "<!x><a/>"});
}

TEST_CASE("an XML declaration has a version, and may have an encoding and standalone",
          "[parsers][xml]") {
    check_accepted({"<?xml version='1.0'?><a/>", "<?xml version=\"1.1\" ?><a/>",
                    "<?xml version='1.0' encoding='UTF-8'?><a/>",
                    "<?xml\tversion = '1.0'\r\nencoding = \"x-y_z.1\" standalone = 'yes' ?><a/>",
                    "<?xml version='1.0' standalone='no'?><a/>"});
    check_refused(
        "xml.malformed",
        {"<?xml?><a/>", "<?xml ?><a/>", "<?xml version?><a/>", "<?xml version='1.0'",
         "<?xml version='1.0\"?><a/>", "<?xml version=1.0?><a/>", "<?xml encoding='UTF-8'?><a/>",
         "<?xml version='1 0'?><a/>", "<?xml version='1.0'encoding='UTF-8'?><a/>",
         "<?xml version='1.0' encoding=''?><a/>", "<?xml version='1.0' encoding='8'?><a/>",
         "<?xml version='1.0' standalone='maybe'?><a/>",
         "<?xml version='1.0' standalone='yes' encoding='x'?><a/>",
         "<?xml version='1.0' other='x'?><a/>", "<?xml version='1.0' x?><a/>",
         "<?xml version='1.0'?><?xml version='1.0'?><a/>"});
}

TEST_CASE("the scanner refuses a document type before anything it declares is looked at",
          "[parsers][xml]") {
    check_refused("xml.doctype", {"<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                                  "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>",
                                  "<?xml version='1.0'?>\n<!-- c --><!DOCTYPE",
                                  "<a><!DOCTYPE a></a>", "<a/><!DOCTYPE a>"});
    check_refused("xml.malformed", {"<!DOCTYP", "<!DOCTYPO a><a/>", "<!doctype a><a/>"});
}

}  // namespace afletter::test

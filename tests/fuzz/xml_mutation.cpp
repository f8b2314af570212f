// Moves, repeats and drops pieces of documents, and puts special sequences into them.
#include "fuzz/xml_mutation.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace afletter::test {

namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

constexpr std::string_view special_sequences[] = {
    "<",
    ">",
    "&",
    "/",
    "!",
    "?",
    "=",
    ":",
    "'",
    "\"",
    ";",
    "-",
    "#",
    "x",
    "]",
    "]]",
    "]]>",
    "--",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\0"sv,
    "\x01",
    "\x1f",
    "\x7f",
    "&amp;",
    "&lt;",
    "&gt;",
    "&quot;",
    "&apos;",
    "&lt",
    "&unknown;",
    "&#13;",
    "&#10;",
    "&#32;",
    "&#9;",
    "&#0;",
    "&#65;",
    "&#x41;",
    "&#X41;",
    "&#xD800;",
    "&#xFFFE;",
    "&#x10FFFF;",
    "&#x110000;",
    "&#99999999999;",
    "&#;",
    "<![CDATA[",
    "<![CDATA[ ]]>",
    "<![CDATA[<b>&]]>",
    "<!--",
    "-->",
    "<!-- c -->",
    "<!---->",
    "<!--->",
    "<?",
    "?>",
    "<?x?>",
    "<?x y?>",
    "<?x",
    "<?xml?>",
    "<?XML ?>",
    "<?xml-a ?>",
    "<?a:b?>",
    "<?xml version='1.0'?>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes' ?>",
    "<?xml version = '1.1' encoding='x'?>",
    "<?xml encoding='UTF-8'?>",
    "<?xml version='1.0' standalone='maybe'?>",
    "<!DOCTYPE a>",
    "<!DOCTYPE",
    "<!D",
    "<!ELEMENT",
    "<a>",
    "</a>",
    "<a/>",
    "<a />",
    "<a b='1'>",
    "</a >",
    "< a>",
    "</ a>",
    "<p:a>",
    "</p:a>",
    "<p:a/>",
    "<:a/>",
    "<a:/>",
    "<a:b:c/>",
    "<xml:a/>",
    "<xmlns:a/>",
    " Ccy='EUR'",
    " Ccy=\"&lt;EUR\"",
    " Ccy='a\nb\tc\r\nd'",
    " b='1'",
    " b = \"2\"",
    " p:b='3'",
    " q:b='3'",
    " p:Ccy='4'",
    " b=1",
    " b",
    " b=",
    " b='<'",
    " b='&'",
    " b='>'",
    " xmlns=''",
    " xmlns='urn:a'",
    " xmlns:p='urn:x'",
    " xmlns:q='urn:x'",
    " xmlns:p=''",
    " xmlns:xml='urn:x'",
    " xmlns:xml='http://www.w3.org/XML/1998/namespace'",
    " xmlns:xmlns='urn:x'",
    " xmlns:p='http://www.w3.org/XML/1998/namespace'",
    " xmlns='http://www.w3.org/2000/xmlns/'",
    " xmlns:p='http://www.w3.org/2000/xmlns/'",
    " xml:lang='nl'",
    " xml:b='1'",
    "xmlns",
    "\xc3\xa9",
    "\xc3",
    "\xa9",
    "\xe2\x82\xac",
    "\xe2\x82",
    "\xef\xbb\xbf",
    "\xef\xbf\xbe",
    "\xef\xbf\xbf",
    "\xed\xa0\x80",
    "\xf0\x9f\x98\x80",
    "\xf4\x90\x80\x80",
    "\xc0\x80",
    "\xff",
    "\xcc\x80"};

std::string repeated(const std::string& part, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += part;
    }
    return text;
}

std::vector<std::string> make_seeds() {
    const std::string entry =
        "\n <Ntry>\n  <Amt Ccy=\"EUR\">12.50</Amt>\n  <Ref>A&amp;B</Ref>\n  <No/>\n </Ntry>";
    return {
        "<a/>",
        "<a>t</a>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<Doc><abc>x</abc>\r\n<abc>y</abc></Doc>\r\n",
        "<a><b>1</b><b>2</b><b>3</b><b>4</b></a>",
        "<a Ccy='x'><bc b='1'/>t<!-- c -->u<![CDATA[v]]>w&lt;<?p i?>x<d></d></a>",
        "<p:a xmlns:p='urn:x' xmlns='urn:y'><b p:Ccy='1' Ccy='2'/><p:b xmlns=''><c/></p:b></p:a>",
        "<Doc>" + repeated(entry, 6) + "\n</Doc>\n",
        "<Doc>" + repeated("<x xmlns='urn:n' Ccy='1'>a</x><x xmlns='urn:m'>b</x>", 4) + "</Doc>",
        "<a>1</a><?xml version='1.0'?><a>2</a>\n<b>3</b>",
        "\n <!-- c --><?p?><a> x <b> </b>\r\n y\rz </a> <!-- d --> <?q?>",
        "<a>\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80 &#233; &#xE9;</a>",
        repeated("<a>", 20) + "x" + repeated("</a>", 20),
    };
}

}  // namespace

std::span<const std::string> xml_seeds() {
    static const std::vector<std::string> seeds = make_seeds();
    return seeds;
}

// A step of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators).
std::size_t XmlMutation::below(std::size_t end) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t value = state_;
    value = (value ^ value >> 30) * 0xbf58476d1ce4e5b9U;
    value = (value ^ value >> 27) * 0x94d049bb133111ebU;
    return static_cast<std::size_t>((value ^ value >> 31) % end);
}

std::string XmlMutation::next() {
    return changed(documents_[below(documents_.size())]);
}

std::string XmlMutation::changed(std::string document) {
    const std::size_t changes = 1 + below(4);
    for (std::size_t i = 0; i < changes; ++i) {
        change(document);
    }
    return document;
}

void XmlMutation::change(std::string& document) {
    const std::size_t at = below(document.size() + 1);
    switch (below(10)) {
        case 0:
            document.resize(at);
            return;
        case 1:
            document.erase(at, 1 + below(8));
            return;
        case 2:
            if (at < document.size()) {
                document[at] = static_cast<char>(below(256));
            }
            return;
        case 3:
        case 4:
        case 5:
            move_markup(document);
            return;
        case 6: {
            const Span markup = some_markup(document);
            document.insert(std::min(markup.begin + 1 + below(8), document.size()),
                            special_sequences[below(std::size(special_sequences))]);
            return;
        }
        default:
            document.insert(at, special_sequences[below(std::size(special_sequences))]);
    }
}

void XmlMutation::move_markup(std::string& document) {
    const std::string& other = documents_[below(documents_.size())];
    const Span from = some_markup(document);
    const std::string moved = document.substr(from.begin, from.size);
    const std::size_t to = some_markup(document).begin;
    switch (below(4)) {
        case 0:
            document.erase(from.begin, from.size);
            return;
        case 1:
            document.insert(to, moved);
            return;
        case 2: {
            const Span foreign = some_markup(other);
            document.insert(to, other, foreign.begin, foreign.size);
            return;
        }
        default:
            document.erase(from.begin, from.size);
            document.insert(std::min(to, document.size()), moved);
    }
}

XmlMutation::Span XmlMutation::some_markup(std::string_view document) {
    const std::size_t begin =
        std::min(document.find('<', below(document.size() + 1)), document.size());
    std::size_t end = begin;
    for (std::size_t tags = 1 + below(6); tags > 0; --tags) {
        end = std::min(document.find('<', end + 1), document.size());
    }
    return {begin, end - begin};
}

}  // namespace afletter::test

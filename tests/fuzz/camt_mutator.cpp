// Changes a CAMT message, or other XML, as banks and broken tools do. A forgiving look at markup
// finds where elements begin and end; every change is then a change of text, so that what is broken
// already can be broken further.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/libfuzzer.hpp"

namespace afletter::fuzz {

namespace {

constexpr std::string_view names[] = {
    "Stmt",      "Rpt",          "Ntfctn",    "Ntry",      "NtryDtls", "TxDtls",     "Btch",
    "Bal",       "Acct",         "Id",        "IBAN",      "Othr",     "Ccy",        "Amt",
    "Sts",       "Cd",           "CdtDbtInd", "RvslInd",   "BookgDt",  "ValDt",      "Dt",
    "DtTm",      "Refs",         "Tp",        "AmtDtls",   "TxAmt",    "InstdAmt",   "CntrValAmt",
    "CcyXchg",   "Chrgs",        "Rcrd",      "RltdPties", "Dbtr",     "Cdtr",       "Pty",
    "Nm",        "DbtrAcct",     "RmtInf",    "Ustrd",     "Strd",     "CdtrRefInf", "Ref",
    "RtrInf",    "AddtlNtryInf", "BkTxCd",    "Domn",      "Prtry",    "MsgPgntn",   "PgNb",
    "LastPgInd", "ElctrncSeqNb", "Document"};
constexpr std::string_view texts[] = {"",
                                      "0",
                                      "0.00",
                                      "1.5",
                                      "-1.00",
                                      "100.0000000000005",
                                      "1e5",
                                      "000000000000099.92",
                                      "92233720368547758.07",
                                      "92233720368547758.08",
                                      "999999999999999999",
                                      "1,50",
                                      "CRDT",
                                      "DBIT",
                                      "crdt",
                                      "true",
                                      "false",
                                      "1",
                                      "BOOK",
                                      "PDNG",
                                      "INFO",
                                      "FUTR",
                                      "OPBD",
                                      "CLBD",
                                      "PRCD",
                                      "ITBD",
                                      "CLAV",
                                      "OPAV",
                                      "2026-01-31",
                                      "2026-02-29",
                                      "2026-13-01",
                                      "0000-00-00",
                                      "2026-01-31T23:59:59+02:00",
                                      "EUR",
                                      "JPY",
                                      "XXX",
                                      "NOTPROVIDED",
                                      "NL91ABNA0417164300",
                                      "NL92ABNA0417164300",
                                      "RF18539007547034",
                                      "CUR",
                                      "SCOR",
                                      "4294967296",
                                      " \t\n",
                                      "\xc3\xa9",
                                      "\xff",
                                      "\xf0\x9f\x92\xb6",
                                      "\x01"};
constexpr std::string_view references[] = {
    "&amp;",     "&lt;", "&quot;", "&#65;",    "&#x20AC;", "&#0;",  "&#xD800;",   "&#x110000;",
    "&unknown;", "&",    "&#;",    "&#xFFFF;", "&amp",     "&#13;", "&#00000065;"};
constexpr std::string_view markup[] = {"<!-- -->",
                                       "<!--",
                                       "-->",
                                       "<![CDATA[",
                                       "]]>",
                                       "<![CDATA[<Ntry>]]>",
                                       "<?x y?>",
                                       "<?xml version=\"1.0\"?>",
                                       "<!DOCTYPE a [<!ENTITY b \"c\">]>",
                                       "<",
                                       ">",
                                       "/>",
                                       "</",
                                       "<x/>",
                                       "<Ntry/>",
                                       " ",
                                       "\r\n",
                                       "\t",
                                       "]]",
                                       "--"};
constexpr std::string_view attributes[] = {" Ccy=\"EUR\"",
                                           " Ccy='USD'",
                                           " Ccy=\"\"",
                                           " xmlns=\"urn:other\"",
                                           " xmlns:p=\"urn:p\"",
                                           " xmlns=\"\"",
                                           " a=\"1\"",
                                           " a='1' a='2'",
                                           " a=1",
                                           " a",
                                           " xml:lang=\"nl\"",
                                           " p:a=\"&lt;\"",
                                           " a=\"<\"",
                                           " =\"\""};

// An element of the text: its start tag, content and end tag.
struct Element {
    std::size_t start = 0;
    std::size_t content = 0;
    std::size_t content_end = 0;
    std::size_t end = 0;
    bool is_leaf = true;
};

struct Open {
    std::string_view name;
    Element element;
};

std::string_view name_at(std::string_view text, std::size_t at) {
    return text.substr(at, std::min(text.find_first_of(" \t\r\n/><", at), text.size()) - at);
}

// Closes the innermost open element of this name, and forgets what was left open inside it.
void close(std::vector<Open>& open, std::vector<Element>& elements, std::string_view name,
           std::size_t start, std::size_t end) {
    const auto same = std::ranges::find(open.rbegin(), open.rend(), name, &Open::name);
    if (same == open.rend()) {
        return;
    }
    open.erase(same.base(), open.end());
    Element element = open.back().element;
    element.content_end = start;
    element.end = end;
    elements.push_back(element);
    open.pop_back();
}

std::vector<Element> elements_of(std::string_view text) {
    std::vector<Element> elements;
    std::vector<Open> open;
    for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos;) {
        const std::size_t last = text.find('>', at);
        if (last == std::string_view::npos) {
            break;
        }
        const std::size_t end = last + 1;
        const char next = text[at + 1];
        if (next == '/') {
            close(open, elements, name_at(text, at + 2), at, end);
        } else if (next != '!' && next != '?' && text[last - 1] != '/') {
            if (!open.empty()) {
                open.back().element.is_leaf = false;
            }
            open.push_back({name_at(text, at + 1), {at, end, end, end, true}});
        }
        at = end;
    }
    return elements;
}

// The message while it is changed once. Elements are those it had before.
struct Message {
    std::string& text;
    const std::vector<Element>& elements;
    Chance& chance;

    [[nodiscard]] const Element& any() const { return elements[chance.below(elements.size())]; }
    [[nodiscard]] const Element& any_leaf() const {
        const std::size_t first = chance.below(elements.size());
        for (std::size_t step = 0; step < elements.size(); ++step) {
            const Element& element = elements[(first + step) % elements.size()];
            if (element.is_leaf) {
                return element;
            }
        }
        return elements[first];
    }
    // Of the same name, when there is another.
    [[nodiscard]] const Element& any_like(const Element& element) const {
        const std::string_view name = name_at(text, element.start + 1);
        for (int attempt = 0; attempt < 8; ++attempt) {
            const Element& other = any();
            if (name_at(text, other.start + 1) == name) {
                return other;
            }
        }
        return any();
    }
    [[nodiscard]] std::string whole(const Element& element) const {
        return text.substr(element.start, element.end - element.start);
    }
    void set_content(const Element& element, std::string_view content) const {
        text.replace(element.content, element.content_end - element.content, content);
    }
};

// --- elements ---

void duplicate(const Message& message) {
    const Element& element = message.any();
    message.text.insert(element.end, message.whole(element));
}

void remove(const Message& message) {
    const Element& element = message.any();
    message.text.erase(element.start, element.end - element.start);
}

void swap(const Message& message) {
    const Element* first = &message.any();
    const Element* second = &message.any_like(*first);
    if (first->start > second->start) {
        std::swap(first, second);
    }
    if (first->end <= second->start) {
        const std::string former = message.whole(*first);
        const std::string latter = message.whole(*second);
        message.text.replace(second->start, second->end - second->start, former);
        message.text.replace(first->start, first->end - first->start, latter);
    }
}

// A copy where another element begins or ends; the original goes or stays.
void move(const Message& message) {
    const Element& element = message.any();
    const Element& place = message.any();
    const std::string moved = message.whole(element);
    const std::size_t target = message.chance.below(2) == 0 ? place.start : place.content;
    if (message.chance.below(2) == 0 && (target <= element.start || target >= element.end)) {
        if (target >= element.end) {
            message.text.insert(target, moved);
            message.text.erase(element.start, element.end - element.start);
            return;
        }
        message.text.erase(element.start, element.end - element.start);
    }
    message.text.insert(target, moved);
}

void wrap(const Message& message) {
    const Element& element = message.any();
    const std::string name(message.chance.one_of(names));
    message.text.insert(element.end, "</" + name + ">");
    message.text.insert(element.start, "<" + name + ">");
}

// --- texts ---

void change_text(const Message& message) {
    message.set_content(message.any_leaf(), message.chance.one_of(texts));
}

void borrow_text(const Message& message) {
    const Element& other = message.any_leaf();
    message.set_content(message.any_leaf(),
                        message.text.substr(other.content, other.content_end - other.content));
}

void insert_reference(const Message& message) {
    const Element& element = message.any_leaf();
    const std::size_t size = element.content_end - element.content;
    message.text.insert(element.content + message.chance.below(size + 1),
                        message.chance.one_of(references));
}

void wrap_in_cdata(const Message& message) {
    const Element& element = message.any_leaf();
    message.text.insert(element.content_end, "]]>");
    message.text.insert(element.content, "<![CDATA[");
}

void insert_markup(const Message& message) {
    const Element& element = message.any();
    const std::size_t places[] = {element.start, element.content, element.content_end, element.end};
    message.text.insert(places[message.chance.below(std::size(places))],
                        message.chance.one_of(markup));
}

// --- names ---

// The same name in both tags, the end tag first: that leaves the start tag where it is.
void rename_to(const Message& message, const Element& element, std::string_view name) {
    const std::size_t size = name_at(message.text, element.start + 1).size();
    if (element.content_end + 2 + size <= element.end) {
        message.text.replace(element.content_end + 2, size, name);
        message.text.replace(element.start + 1, size, name);
    }
}

void rename(const Message& message) {
    rename_to(message, message.any(), message.chance.one_of(names));
}

void change_prefix(const Message& message) {
    constexpr std::string_view prefixes[] = {"p:", "a:b:", ":", "\xc3\xa9:"};
    const Element& element = message.any();
    const std::string name(name_at(message.text, element.start + 1));
    const std::size_t colon = name.rfind(':');
    rename_to(message, element,
              colon != std::string::npos ? name.substr(colon + 1)
                                         : std::string(message.chance.one_of(prefixes)) + name);
}

void add_attribute(const Message& message) {
    const Element& element = message.any();
    message.text.insert(element.start + 1 + name_at(message.text, element.start + 1).size(),
                        message.chance.one_of(attributes));
}

void empty_tag(const Message& message) {
    const Element& element = message.any_leaf();
    message.text.replace(element.content - 1, element.end - element.content + 1, "/>");
}

void change_bytes(const Message& message) {
    message.text = mutated_bytes(message.text);
}

using Change = void (*)(const Message&);
// The ones that matter most stand there more than once.
constexpr Change changes[] = {duplicate,     remove,        swap,         swap,
                              move,          move,          wrap,         change_text,
                              change_text,   change_text,   borrow_text,  insert_reference,
                              wrap_in_cdata, insert_markup, rename,       change_prefix,
                              add_attribute, empty_tag,     change_bytes, change_bytes};

// One to three changes; of bytes where there are no elements.
std::string mutated(std::string message, Chance& chance) {
    const std::size_t count = 1 + chance.below(3);
    for (std::size_t done = 0; done < count; ++done) {
        const std::vector<Element> elements = elements_of(message);
        if (elements.empty()) {
            return mutated_bytes(std::move(message));
        }
        changes[chance.below(std::size(changes))](Message{message, elements, chance});
    }
    return message;
}

}  // namespace

}  // namespace afletter::fuzz

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t size_max,
                                    unsigned int seed) {
    using namespace afletter::fuzz;
    Chance chance(seed);
    return put(mutated(std::string(text_of(data, size)), chance), data, size_max);
}

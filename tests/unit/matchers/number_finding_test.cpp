// Numbers of the books in free text: what is found, as what, and what is only a piece of something
// else.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "candidates/naming.hpp"
#include "fuzz/number_differential.hpp"
#include "support/test.hpp"
#include "text/numbers.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;
using matching::Books;
using matching::NamedNumber;
using matching::Naming;
using matching::NumberForm;
using matching::TypingError;

namespace {

std::vector<OpenItem> ledger() {
    std::vector<OpenItem> items;
    for (const std::string& number : ledger_numbers()) {
        items.push_back(
            with_document(receivable("A" + std::to_string(items.size()), "100.00"), number));
    }
    items.push_back(with_reference(receivable("R", "100.00"), "5000056789012345"));
    return items;
}

// Of one item with this document number.
std::vector<OpenItem> one(std::string number) {
    return {with_document(receivable("A", "100.00"), std::move(number))};
}

Naming read(const std::string& text, const std::vector<OpenItem>& items) {
    const Line paid = line(1, "100.00", text);
    const Books books(items);
    return matching::read_numbers(paid, books);
}

std::string told(const std::vector<NamedNumber>& numbers) {
    std::string text;
    for (const NamedNumber& number : numbers) {
        text += (text.empty() ? "" : " ") + number.canonical;
    }
    return text;
}

struct Example {
    std::string text;
    std::string numbers;
};

}  // namespace

TEST_CASE("a number of the books is found however it is written", "[matchers][numbers]") {
    const std::vector<OpenItem> items = ledger();
    const std::vector<Example> examples{
        {"F2026-001234", "F2026001234"},
        {"f2026 001234", "F2026001234"},
        {"f 2026.001234", "F2026001234"},
        {"F2026-001234/F2026-001235", "F2026001234 F2026001235"},
        {"F2026001234,F2026001235", "F2026001234 F2026001235"},
        {"factuurF2026-001234", "F2026001234"},
        {"Rechnung20260012", "20260012"},
        {"nr20260012 dank", "20260012"},
        {"nr.20260012", "20260012"},
        {"20260012bedankt", "20260012"},
        {"20260012" + std::string(80, 'b'), "20260012"},
        {std::string(80, 'b') + "20260012", "20260012"},
        {"x20260012", ""},
        {"INV20260012", ""},
        {"ABNA20260012", ""},
        {"20260012-3", ""},
        {"1.20260012", ""},
        {"F2026-00\n1234", "F2026001234"},
        {"F2026-00 1234", "F2026001234"},
        {"F2026 -\r\n001234", "F2026001234"},
        {"5000.0567.8901.2345", "5000056789012345"},
        {"kenmerk 5000 0567\n8901 2345.", "5000056789012345"},
        {"betalingskenmerk5000056789012345", "5000056789012345"},
        {"RF18 5390 0754 7034", "RF18539007547034"},
        {"kenmerkrf18539007547034", "RF18539007547034"},
        {"+++010/8068/17183+++", "010806817183"},
        {"21 00000 00003 13947 14300 09017", "210000000003139471430009017"},
        {"a7f3-k9q2", "A7F3K9Q2"},
        {"2026-001234 en 20260012", "20260012 2026001234"},
    };
    for (const Example& example : examples) {
        CAPTURE(example.text);
        CHECK(told(read(example.text, items).numbers) == example.numbers);
    }
}

TEST_CASE("a number inside of a date, an amount, an account or a telephone does not count",
          "[matchers][numbers]") {
    const std::vector<OpenItem> items = ledger();
    for (const char* text :
         {"op 17-01-2026", "2026.01.17", "2026/01/17 voldaan", "EUR 1234", "EUR 1.234,00",
          "\xE2\x82\xAC"
          "1234",
          "1234,00 euro", "bedrag 1234.00", "NL20 INGB 0001 234567", "NL20INGB0001234567",
          "IBAN NL21 INGB 0001 234567", "IBANNL20INGB0001234567", "bel 06-12345678", "06 1234 5678",
          "+31 6 1234 5678", "tel 0612345678"}) {
        CAPTURE(text);
        const Naming naming = read(text, items);
        CHECK(told(naming.numbers).empty());
        CHECK(told(naming.partial).empty());
    }
    // What the books print like a date is the number; so is what only holds a date.
    CHECK(told(read("2026-01-17", one("2026-01-17")).numbers) == "20260117");
    CHECK(told(read("20260117", one("2026-01-17")).numbers) == "20260117");
    CHECK(told(read("2026.01.17", one("2026-01-17")).numbers).empty());
    CHECK(told(read("12-01-2026-0034", one("12-01-2026-0034")).numbers) ==
          "12012026"
          "0034");
}

TEST_CASE("a number says its kind, its check and its place", "[matchers][numbers]") {
    std::vector<OpenItem> items{
        with_reference(receivable("A", "100.00"), creditor_reference("F2026")),
        with_reference(receivable("B", "100.00"), payment_reference(7)),
        with_document(receivable("C", "100.00"), "F2026-001234")};
    const std::string text = "voor F2026-001234 en " + payment_reference(7);
    const Naming naming = read(text, items);
    REQUIRE(naming.numbers.size() == 2);
    const auto& [reference, document] = std::tie(naming.numbers.front(), naming.numbers.back());
    CHECK(reference.kind == ReferenceKind::payment_reference);
    CHECK(reference.checked);
    CHECK(document.kind == ReferenceKind::document);
    CHECK_FALSE(document.checked);
    CHECK(document.form == NumberForm::whole);
    CHECK(document.written == "F2026-001234");
    CHECK(document.span.field == matching::NumberField::remittance);
    CHECK(text.substr(document.span.begin, document.span.end - document.span.begin) ==
          document.written);

    Line paid = line(1, "100.00");
    paid.detail.structured_reference = creditor_reference("F2026");
    const Books books(items);
    const Naming structured = matching::read_numbers(paid, books);
    REQUIRE(structured.numbers.size() == 1);
    CHECK(structured.numbers.front().kind == ReferenceKind::creditor_reference);
    CHECK(structured.numbers.front().span.field == matching::NumberField::structured_reference);
}

TEST_CASE("the kind of references is learnt where all of them have its check",
          "[matchers][numbers]") {
    const auto kind_among = [](int count, bool with_stranger) {
        std::vector<OpenItem> items;
        for (int i = 0; i < count; ++i) {
            items.push_back(with_reference(receivable("A" + std::to_string(i), "1.00"),
                                           make_ocr(std::to_string(1'000'000 + i), true).value()));
        }
        if (with_stranger) {
            items.push_back(with_reference(receivable("X", "1.00"), "123456789"));
        }
        const Naming naming = read(items.front().reference, items);
        return naming.numbers.at(0).kind;
    };
    CHECK(kind_among(10, false) == ReferenceKind::ocr_with_length);
    CHECK(kind_among(9, false) == ReferenceKind::document);
    CHECK(kind_among(10, true) == ReferenceKind::document);
}

TEST_CASE("short forms of a document number stand apart from whole numbers",
          "[matchers][numbers]") {
    const std::vector<OpenItem> items = one("F2026-001234");
    struct Short {
        std::string text;
        std::string written;
        NumberForm form;
    };
    for (const auto& [text, written, form] :
         {Short{"2026-001234", "2026-001234", NumberForm::digits},
          Short{"2026001234", "2026001234", NumberForm::digits},
          Short{"factuur 1234", "1234", NumberForm::tail},
          Short{"factuur1234", "1234", NumberForm::tail},
          Short{"001234", "001234", NumberForm::tail}, Short{"01234", "01234", NumberForm::tail},
          Short{"1234 en meer", "1234", NumberForm::tail}}) {
        CAPTURE(text);
        const Naming naming = read(text, items);
        CHECK(naming.numbers.empty());
        REQUIRE(naming.partial.size() == 1);
        CHECK(naming.partial.front().written == written);
        CHECK(naming.partial.front().form == form);
        CHECK(naming.partial.front().items == std::vector<matching::ItemIndex>{0});
    }
    for (const char* text : {"F2026-001234", "1234 AB Waterwoude", "0001234", "1234 500 600",
                             "1234-5", "1235", "12345678", "x1234", "2026"}) {
        CAPTURE(text);
        CHECK(read(text, items).partial.empty() == (std::string_view(text) != "1234 500 600"));
    }
    CHECK(read("F2026-001234", items).numbers.size() == 1);
}

TEST_CASE("fewer than four digits are a short form only behind a word that says so",
          "[matchers][numbers]") {
    const std::vector<OpenItem> items = one("F2026-000042");
    CHECK(told(read("factuur 42", items).partial) == "42");
    CHECK(told(read("Fact.nr. 42", items).partial) == "42");
    CHECK(told(read("nota: 042", items).partial) == "042");
    CHECK(read("Dorpsstraat 42", items).partial.empty());
    CHECK(read("42", items).partial.empty());
    CHECK(read("factuur 4", one("F2026-000004")).partial.empty());
    // What is printed in one piece ends behind its year.
    CHECK(told(read("factuur 42", one("F2026000042")).partial) == "42");
    CHECK(told(read("factuur 42", one("2026000042")).partial) == "42");
    CHECK(read("factuur 42", one("77000042")).partial.empty());
}

TEST_CASE("a short form of more than 64 items tells nothing but that", "[matchers][numbers]") {
    for (const int count : {64, 65}) {
        std::vector<OpenItem> items;
        for (int i = 0; i < count; ++i) {
            items.push_back(with_document(receivable("A" + std::to_string(i), "1.00"),
                                          "S" + std::to_string(100 + i) + "-4711"));
        }
        const Naming naming = read("factuur 4711", items);
        CHECK(naming.partial.size() == (count == 64 ? 1 : 0));
        CHECK(naming.common.size() == (count == 64 ? 0 : 1));
    }
}

TEST_CASE("a number that is not in the books is repaired by what is one error away",
          "[matchers][numbers][repair]") {
    const std::vector<OpenItem> items = one("F2026-001234");
    struct Repair {
        std::string typed;
        TypingError error;
    };
    for (const auto& [typed, error] :
         {Repair{"F2026-001235", TypingError::substitution},
          Repair{"F2026-001243", TypingError::swap}, Repair{"F2026-01234", TypingError::loss},
          Repair{"F2026-0012334", TypingError::gain},
          Repair{"D2026-001234", TypingError::substitution}}) {
        CAPTURE(typed);
        const auto neighbours =
            matching::neighbours_of(matching::canonical_number(typed), Books(items));
        REQUIRE(neighbours.size() == 1);
        CHECK(neighbours.front().error == error);
        CHECK(neighbours.front().canonical == "F2026001234");
    }
    const Naming naming = read("F2026-001235", items);
    REQUIRE(naming.repaired.size() == 1);
    CHECK(naming.repaired.front().written == "F2026-001235");
    CHECK(naming.repaired.front().canonical == "F2026001234");
    CHECK_FALSE(naming.repaired.front().checked);
    CHECK(naming.unknown.size() == 1);
    CHECK(naming.damaged.empty());
    CHECK(matching::items_repaired_by_check(naming).empty());
    CHECK(read("F2026-001299", items).repaired.empty());
}

TEST_CASE("a mistyped number glued to a word is repaired as well", "[matchers][numbers][repair]") {
    const std::vector<OpenItem> items = ledger();
    for (const char* text :
         {"kenmerk5000056789012346", "kenmerk 5000.0567.8901.2346", "5000056789012346bedankt",
          "kenmerkRF18539007547035", "RF18 5390 0754 7035 bedankt"}) {
        CAPTURE(text);
        const Naming naming = read(text, items);
        CHECK(naming.numbers.empty());
        REQUIRE(naming.repaired.size() == 1);
        CHECK(naming.repaired.front().error == TypingError::substitution);
        REQUIRE(naming.unknown.size() == 1);
    }
    CHECK(read("kenmerk5000056789012346", items).unknown.front().canonical == "5000056789012346");
}

TEST_CASE("a number of the books has the neighbours that the books hold, and not itself",
          "[matchers][numbers][repair]") {
    std::vector<OpenItem> items;
    for (const char* number :
         {"20260012", "20260013", "20260021", "2026012", "202600120", "20260099"}) {
        items.push_back(with_document(receivable(number, "1.00"), number));
    }
    const Books books(items);
    std::string told;
    for (const auto& neighbour : matching::neighbours_of("20260012", books)) {
        told += neighbour.canonical + " ";
    }
    CHECK(told == "202600120 20260013 20260021 2026012 ");
}

TEST_CASE("neighbours are those that differ by one, however they are looked for",
          "[matchers][numbers][repair][twins]") {
    std::mt19937 random(5);
    std::vector<OpenItem> items;
    for (int i = 0; i < 3'000; ++i) {
        const std::string digits = std::to_string(10'000 + random() % 20'000);
        items.push_back(with_document(receivable(std::to_string(i), "1.00"),
                                      (random() % 3 == 0 ? "K" : "") + digits));
    }
    const Books books(items);
    for (int i = 0; i < 200; ++i) {
        const std::string_view number = books.item(static_cast<unsigned>(i)).document;
        std::vector<matching::ItemIndex> fast;
        for (const auto& neighbour : matching::neighbours_of(number, books)) {
            fast.insert(fast.end(), neighbour.items.begin(), neighbour.items.end());
        }
        std::ranges::sort(fast);
        std::vector<matching::ItemIndex> slow;
        for (matching::ItemIndex other = 0; other < items.size(); ++other) {
            if (matching::differ_by_one(number, books.item(other).document)) {
                slow.push_back(other);
            }
        }
        CHECK(fast == slow);
    }
}

namespace {

std::string printed_number(std::mt19937& random) {
    const auto digits = [&](std::size_t size) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            text += static_cast<char>('0' + random() % 10);
        }
        return text;
    };
    switch (random() % 5) {
        case 0:
            return "F2026-" + digits(6);
        case 1:
            return payment_reference(static_cast<int>(random() % 1'000'000'000));
        case 2:
            return creditor_reference("B" + digits(8));
        case 3:
            return "77" + digits(6);
        default:
            return "K" + digits(4) + "-" + digits(5);
    }
}

// The letters and digits of a number with other signs between, in other words' company.
std::string decorated(const std::string& number, std::mt19937& random) {
    constexpr auto words = std::to_array<std::string_view>(
        {"betreft ", "factuur ", "factuur", "nr. ", "", "Jansen, ", "o.v.v. ", "dd 31-01-2026 ",
         "EUR 12,50 ", "van NL91 ABNA 0417 1643 00: ", "tel 06-12345678, "});
    constexpr auto behind = std::to_array<std::string_view>(
        {"", " dank", ", bedankt", "bedankt", ". groet", " / dhr", "\n31/01/2026"});
    constexpr auto signs = std::to_array<std::string_view>({" ", ".", "-", "/", "\n", " - "});
    std::string text(words[random() % words.size()]);
    const std::string canonical = matching::canonical_number(number);
    const std::size_t group = 3 + random() % 14;
    const std::string_view sign = signs[random() % signs.size()];
    const bool like_an_amount = sign == "." && canonical.size() % group == 2;  // 774145.07
    const bool as_printed = like_an_amount || random() % 2 == 0;
    for (std::size_t i = 0; i < canonical.size() && !as_printed; ++i) {
        text += i > 0 && i % group == 0 ? sign : "";
        text += random() % 2 == 0 ? canonical[i] : to_lower(canonical[i]);
    }
    return text + (as_printed ? number : "") + std::string(behind[random() % behind.size()]);
}

}  // namespace

TEST_CASE("any number of the books is found as itself, however it is written between words",
          "[matchers][numbers][properties]") {
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        std::vector<OpenItem> items;
        for (int i = 0; i < 50; ++i) {
            items.push_back(
                with_document(receivable(std::to_string(i), "1.00"), printed_number(random)));
        }
        const Books books(items);
        for (const OpenItem& item : items) {
            const std::string text = decorated(item.document_number, random);
            CAPTURE(item.document_number, text);
            const Line paid = line(1, "1.00", text);
            const Naming naming = matching::read_numbers(paid, books);
            REQUIRE(told(naming.numbers) == matching::canonical_number(item.document_number));
        }
    }
}

TEST_CASE("the finder finds what trying every piece of the text finds",
          "[matchers][numbers][twins]") {
    std::mt19937 random(3);
    for (int round = 0; round < 3'000; ++round) {
        std::string bytes(3 + random() % 12, ' ');
        for (char& byte : bytes) {
            byte = static_cast<char>(random() % 8 == 0 ? random() % 128 : 0xC8 + random() % 56);
        }
        const auto difference = compare_finders(text_from_bytes(bytes));
        INFO(difference.value_or(""));
        REQUIRE_FALSE(difference.has_value());
    }
}

// Field 61: every subfield, its borders, and what is said when it cannot be read.
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "mt940/statement_line.hpp"
#include "mt940_samples.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using namespace std::chrono_literals;

std::optional<Entry> entry_of(const std::string& line) {
    CollectedStatements read = read_mt940_text(mt940_statement(":61:" + line + "\n"));
    if (!read.accepted || read.statements.at(0).entries.empty()) {
        return std::nullopt;
    }
    return read.statements.at(0).entries.front();
}

// The findings of a statement with this line, apart from the balances, which do not add up here.
std::string findings_of(const std::string& line) {
    CollectedStatements read = read_mt940_text(mt940_statement(":61:" + line + "\n"));
    std::erase_if(read.findings.all, [](const Diagnostic& d) { return d.code == "mt940.balance"; });
    return read.findings.codes();
}

}  // namespace

TEST_CASE("the standard's statement lines are cut into their subfields", "[parsers][mt940]") {
    for (const Vector& example : standard_vectors("mt61")) {
        const auto expect = nlohmann::json::parse(example.expect);
        const auto subfield = [&expect](std::size_t i) {
            return expect.at(i).is_null() ? std::string() : expect.at(i).get<std::string>();
        };
        const auto text = mt940::parse_statement_line(example.input);
        CAPTURE(example.input);
        REQUIRE(text);
        CHECK(text->mark == subfield(0));
        CHECK(text->amount.text == subfield(1));
        CHECK(text->type == subfield(2));
        CHECK(text->reference == subfield(3));
        CHECK(text->bank_reference == subfield(4));
        CHECK(text->supplementary == subfield(5));
    }
}

TEST_CASE("a mark has the sign that the standard gives it", "[parsers][mt940]") {
    for (const Vector& example : standard_vectors("mt61_sign")) {
        const std::optional<int> sign = mt940::sign_of(example.input);
        CHECK((sign ? std::to_string(*sign) : "null") == example.expect);
    }
}

TEST_CASE("an entry date lies in the year nearest to its value date", "[parsers][mt940]") {
    for (const Vector& example : standard_vectors("mt61_entry_date")) {
        const auto input = nlohmann::json::parse(example.input);
        const std::string line =
            input.at(0).get<std::string>() + input.at(1).get<std::string>() + "C1,00NTRFNONREF";
        const std::optional<Entry> entry = entry_of(line);
        CAPTURE(line);
        REQUIRE(entry);
        CHECK(to_iso(entry->booking_date.value()) == example.expect);
    }
}

TEST_CASE("the days of a line do not depend on the lines before it", "[parsers][mt940]") {
    struct Example {
        std::string days;
        std::string value;
        std::string booking;
    };
    const std::vector<Example> examples = {
        {"2512310101", "2025-12-31", "2026-01-01"}, {"2512310101", "2025-12-31", "2026-01-01"},
        {"2501020101", "2025-01-02", "2025-01-01"},  // the same MMDD beside another value date
        {"2512310101", "2025-12-31", "2026-01-01"}, {"2512311231", "2025-12-31", "2025-12-31"},
        {"251231", "2025-12-31", "2025-12-31"},
    };
    std::string lines;
    for (const Example& example : examples) {
        lines += ":61:" + example.days + "C1,00NTRFNONREF\n";
    }
    const CollectedStatements read = read_mt940_text(mt940_statement(lines));
    const std::vector<Entry>& entries = read.statements.at(0).entries;
    REQUIRE(entries.size() == examples.size());
    for (std::size_t i = 0; i < examples.size(); ++i) {
        CAPTURE(i);
        CHECK(to_iso(entries[i].value_date.value()) == examples[i].value);
        CHECK(to_iso(entries[i].booking_date.value()) == examples[i].booking);
    }
}

TEST_CASE("a reversal of a credit goes out and a reversal of a debit comes in",
          "[parsers][mt940]") {
    struct Example {
        std::string mark;
        std::string amount;
        bool reversal;
        EntryStatus status;
    };
    const Example examples[] = {
        {"C", "12.34", false, EntryStatus::booked},
        {"D", "-12.34", false, EntryStatus::booked},
        {"RC", "-12.34", true, EntryStatus::booked},
        {"RD", "12.34", true, EntryStatus::booked},
        {"CR", "12.34", false, EntryStatus::booked},
        {"DR", "-12.34", false, EntryStatus::booked},
        {"RCR", "-12.34", true, EntryStatus::booked},
        {"RDR", "12.34", true, EntryStatus::booked},
        {"EC", "12.34", false, EntryStatus::expected},
        {"ED", "-12.34", false, EntryStatus::expected},
    };
    for (const Example& example : examples) {
        const std::optional<Entry> entry =
            entry_of("2601050105" + example.mark + "12,34NTRFNONREF");
        CAPTURE(example.mark);
        REQUIRE(entry);
        CHECK(to_decimal(entry->amount) == example.amount);
        CHECK(entry->reversal == example.reversal);
        CHECK(entry->status == example.status);
    }
}

TEST_CASE("every subfield of a statement line has its place in the entry", "[parsers][mt940]") {
    const std::optional<Entry> entry = entry_of("2601060105D12,34N541AANSLAG 77/1//BNG0098");
    REQUIRE(entry);
    CHECK(entry->index == 1);
    CHECK(entry->value_date == Date(2026y / 1 / 6));
    CHECK(entry->booking_date == Date(2026y / 1 / 5));
    CHECK(entry->transaction_code == "N541");
    CHECK(entry->customer_reference == "AANSLAG 77/1");
    CHECK(entry->bank_reference == "BNG0098");
    CHECK(entry->source_line == 5);
    CHECK(entry->details.empty());
    CHECK(entry->description.empty());
}

TEST_CASE("what banks leave out or lengthen in a statement line is taken", "[parsers][mt940]") {
    struct Example {
        std::string line;
        std::string booking_date;
        std::string code;
        std::string reference;
        std::string bank_reference;
    };
    const Example examples[] = {
        {"260105C1,00", "2026-01-05", "", "", ""},                        // no entry date, no type
        {"260105    C1,00NTRFNONREF", "2026-01-05", "NTRF", "", ""},      // blank entry date
        {"260105C1,00NET NONREF", "2026-01-05", "NET", "", ""},           // type of two letters
        {"260105C1,00//BNG1", "2026-01-05", "", "", "BNG1"},              // no type
        {"260105C1,00NTRFEREF//BNG1", "2026-01-05", "NTRF", "", "BNG1"},  // only points to :86:
        {"260105C1,00NTRFNOTPROVIDED", "2026-01-05", "NTRF", "", ""},
        {"260105C1,00NTRFA23456789012345678901234567890", "2026-01-05", "NTRF",
         "A23456789012345678901234567890", ""},  // more than 16x
        {"260105C1,00NTRF//", "2026-01-05", "NTRF", "", ""},
        {"260105C1,00NTRFREF\n//BNG1", "2026-01-05", "NTRF", "REF", "BNG1"},  // cut before //
        {"2601050105 C 1,00NTRFREF", "2026-01-05", "NTRF", "REF", ""},        // blanks between
        {"2601050105CR\n1,00NTRFREF", "2026-01-05", "NTRF", "REF", ""},  // cut before the amount
    };
    for (const Example& example : examples) {
        const std::optional<Entry> entry = entry_of(example.line);
        CAPTURE(example.line);
        REQUIRE(entry);
        CHECK(to_iso(entry->booking_date.value()) == example.booking_date);
        CHECK(to_decimal(entry->amount) == "1.00");
        CHECK(entry->transaction_code == example.code);
        CHECK(entry->customer_reference == example.reference);
        CHECK(entry->bank_reference == example.bank_reference);
        CHECK(findings_of(example.line).empty());
    }
}

TEST_CASE("an amount in another form is read and said, one that could mean two things refused",
          "[parsers][mt940]") {
    struct Example {
        std::string text;
        std::string amount;  // empty: refused
        std::string finding;
    };
    const Example examples[] = {
        {"0,00", "0.00", ""},
        {"10,", "10.00", ""},
        {"10,5", "10.50", ""},
        {"000000000012,34", "12.34", ""},
        {"12,340", "12.34", ""},
        {"999999999999,99", "999999999999.99", ""},  // 15d
        {"9999999999999,99", "", "mt940.61.amount"},
        {"0000000000000012,34", "12.34", "mt940.61.amount.form"},
        {"12,345", "12.345", "mt940.61.amount.precision"},
        {"12,3450", "12.345", "mt940.61.amount.precision"},
        {"12.34", "12.34", "mt940.61.amount.form"},
        {"12.", "12.00", "mt940.61.amount.form"},
        {"000.", "0.00", "mt940.61.amount.form"},
        {"000", "0.00", "mt940.61.amount.form"},
        {",50", "0.50", "mt940.61.amount.form"},
        {"12", "12.00", "mt940.61.amount.form"},
        {"1.234,56", "", "mt940.61.amount"},
        {"1.234", "", "mt940.61.amount"},
        {"1,2,3", "", "mt940.61.amount"},
        {",", "", "mt940.61.amount"},
    };
    for (const Example& example : examples) {
        const std::string line = "260105C" + example.text + "NTRFNONREF";
        CAPTURE(example.text);
        CHECK(findings_of(line) == example.finding);
        const std::optional<Entry> entry = entry_of(line);
        CHECK((entry ? to_decimal(entry->amount) : "") == example.amount);
    }
}

TEST_CASE("a day that the calendar does not have is left out and said", "[parsers][mt940]") {
    const std::string february = "2602300302D6,00NINTNONREF";
    CHECK(findings_of(february) == "mt940.61.value_date");
    const Entry interest = entry_of(february).value();
    CHECK_FALSE(interest.value_date);
    CHECK(interest.booking_date == Date(2026y / 3 / 2));  // nearest to the opening balance

    const std::string month_13 = "2601051305D6,00NINTNONREF";
    CHECK(findings_of(month_13) == "mt940.61.entry_date");
    CHECK(entry_of(month_13).value().booking_date == Date(2026y / 1 / 5));
}

TEST_CASE("a mark in lower case is read and said", "[parsers][mt940]") {
    CHECK(findings_of("260105d1,00NTRFNONREF") == "mt940.61.mark");
    CHECK(to_decimal(entry_of("260105d1,00NTRFNONREF").value().amount) == "-1.00");
}

TEST_CASE("a statement line that is no one names what was expected and where", "[parsers][mt940]") {
    struct Example {
        std::string line;
        std::string expected;
        std::uint64_t column;
    };
    const Example examples[] = {
        {"", "a value date (YYMMDD)", 5},
        {"26010", "a value date (YYMMDD)", 5},
        {"2601050105X1,00", "a debit/credit mark (C, D, RC or RD)", 15},
        {"2601050105", "a debit/credit mark (C, D, RC or RD)", 15},
        {"2601050105C", "an amount", 16},
        {"2601050105CEUR1,00NTRF", "an amount", 17},
    };
    for (const Example& example : examples) {
        const CollectedStatements read =
            read_mt940_text(mt940_statement(":61:" + example.line + "\n:86:tekst\n"));
        CAPTURE(example.line);
        CHECK_FALSE(read.accepted);
        const Diagnostic* const finding = read.findings.find("mt940.61.form");
        REQUIRE(finding != nullptr);
        CHECK(finding->severity == Severity::error);
        CHECK(finding->message.starts_with("expected " + example.expected + ", found "));
        CHECK(finding->place.line == 5);
        CHECK(finding->place.column == example.column);
        CHECK(finding->excerpt == ":61:" + example.line);
    }
}

}  // namespace afletter::test

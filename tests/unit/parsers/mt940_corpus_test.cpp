// Public MT940 files of many banks, read against figures on which two independent readings agree.
#include <afletter/model/money.hpp>

#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "mt940_samples.hpp"
#include "source_text.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

using nlohmann::json;

CollectedStatements read_mt940_file(const std::filesystem::path& path) {
    CollectedStatements collected;
    const auto bytes = open_file(path);
    collected.accepted = read_statements(path.filename().string(), *bytes, collected);
    return collected;
}

// "12.5" of the expectations in the currency's minor units.
bool is_amount(const json& expected, const Money& amount) {
    const auto parsed = parse_decimal(expected.get<std::string>(), amount.currency());
    return parsed && *parsed == amount;
}

bool is_balance(const json& statement, const char* name, const std::optional<Balance>& balance) {
    const json expected = statement.value(name, json());
    return expected.is_null() || (balance && is_amount(expected, balance->amount));
}

bool agrees(const json& expected, const Statement& statement) {
    std::optional<Money> credits;
    std::optional<Money> debits;
    for (const Entry& entry : statement.entries) {
        std::optional<Money>& sum = entry.amount.is_negative() ? debits : credits;
        sum = sum ? checked_add(*sum, entry.amount).value() : entry.amount;
    }
    const auto is_sum = [](const json& text, const std::optional<Money>& sum) {
        const auto& [value, sign] = std::pair(text.get<std::string>(), sum && sum->is_negative());
        return sum ? is_amount((sign && value != "0" ? "-" : "") + value, *sum)
                   : value.find_first_not_of("0.") == std::string::npos;
    };
    const json balanced = expected.value("balanced", json());
    return expected.at("entries") == statement.entries.size() &&
           is_sum(expected.at("credits_sum"), credits) &&
           is_sum(expected.at("debits_sum"), debits) &&
           is_balance(expected, "opening", statement.header.opening) &&
           is_balance(expected, "closing", statement.closing.closing) &&
           (balanced.is_null() || balanced == statement.closing.balanced.value_or(!balanced));
}

bool agrees(const json& expected, const std::vector<Statement>& statements) {
    return std::ranges::equal(expected, statements, [](const json& one, const Statement& other) {
        return agrees(one, other);
    });
}

}  // namespace

TEST_CASE("public files of many banks give the figures that independent readings agree on",
          "[parsers][mt940][corpus]") {
    const auto corpus = shared_material("corpus");
    if (!corpus) {
        return;
    }
    std::ifstream expectations(*corpus / "expected.jsonl");
    std::size_t files = 0;
    for (std::string line; std::getline(expectations, line);) {
        const json expected = json::parse(line);
        const std::string name = expected.at("file");
        if (!name.starts_with("mt940/") || expected.at("confidence") == "one reading only") {
            continue;
        }
        ++files;
        const CollectedStatements read = read_mt940_file(*corpus / name);
        CAPTURE(name, read.findings.codes());
        const bool is_bad = name.find("/bad/") != std::string::npos;
        CHECK((agrees(expected.at("statements"), read.statements) ||
               (is_bad && !read.findings.all.empty())));
    }
    CHECK(files > 150);
}

}  // namespace afletter::test

// docs/errors.md is made of the golden files: every code, what it means, and how it is printed.
// After the golden files were accepted, AFLETTER_ACCEPT=1 writes the page anew.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "findings_of.hpp"
#include "support/process.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

const fs::path source_folder = AFLETTER_SOURCE_DIR;
const fs::path page_path = source_folder / "docs" / "errors.md";

constexpr std::string_view introduction =
    R"(# Findings

<!-- Made by tests/errors/page_test.cpp from the golden files beside it; do not edit. -->

What Afletter says about an input, and what to do. Each finding has a code that stays the same in
every version and language, so that a rule of your own (a mail filter, a monitor) can rely on it;
with `--log-format json` it is the field `code`.

    file:line:column: severity[code]: what was expected, and what was found
       14 | the line of the file, with a mark below the place
       what to do about it

- An **error** refuses the whole file: nothing of it is booked, and it may be imported again once it
  is right. All faults of a file are reported at once.
- A **warning** keeps the file: a detail of it is doubtful or was lost, and the finding says which,
  and what was done instead.

Lines and columns count from 1, a column in bytes. The exit statuses are those of
[interfaces.md](interfaces.md): 0 when there were only warnings, 1 when nothing came in, and 3 when
an import set some files aside and took the others.
)";

struct Group {
    std::string_view prefix;
    std::string_view title;
    std::string_view text;
};

// In the order in which an input meets them.
constexpr Group groups[] = {
    {"source", "The file as a whole",
     "These are about the file before its content counts: it cannot be opened, it is no bank\n"
     "statement, or its letters are of an encoding that had to be guessed."},
    {"archive", "Archives",
     "Banks offer several files in one archive. Afletter reads the statements in it, within "
     "bounds\n"
     "that no honest archive reaches."},
    {"xml", "XML",
     "CAMT is XML. These are about its form: a file that breaks the rules of XML, or that goes "
     "beyond\n"
     "bounds which only a damaged or hostile file reaches. Nothing outside the file is ever read."},
    {"camt", "CAMT statements",
     "These are about what a CAMT.052, .053 or .054 message says. Element names are those of\n"
     "ISO 20022; ask the bank with the code and the element."},
    {"mt940", "MT940 statements",
     "These are about what an MT940, MT941, MT942 or MT950 message says. The number in a code is "
     "the\n"
     "field: `mt940.61.amount` is about `:61:`."},
    {"statement", "Statements that are not booked",
     "The statement was read, and the import will not book it: the ledger only takes what its\n"
     "balances prove and what it does not hold already."},
    {"items", "Open items",
     "These are about the CSV of open items. Its columns are in [interfaces.md](interfaces.md)."},
    {"config", "The configuration",
     "These are about the configuration. Its keys are in [interfaces.md](interfaces.md). Nothing "
     "is\n"
     "done before it is right."},
    {"model", "Models", "These are about the weights that a configuration or a command names."},
    {"learn", "Learning", "These are about learning weights from the decisions of people."},
    {"sample", "The audit sample",
     "These are about matches that are checked by hand, as "
     "[matching.md](matching.md#audit-sample)\n"
     "has it."},
};

std::string_view group_of(std::string_view code) {
    return code.substr(0, code.find('.'));
}

std::string command_of(const PrintedFinding& finding) {
    if (finding.file.starts_with("items_")) {
        return "import items";
    }
    if (finding.file.starts_with("config_") || finding.file.starts_with("model_")) {
        return "match";
    }
    if (finding.file.starts_with("learn_")) {
        return finding.file == "learn_off" ? "learn status" : "learn fit";
    }
    if (finding.file.starts_with("sample_")) {
        return finding.file == "sample_line" ? "sample answer" : "sample clear";
    }
    const bool is_import =
        finding.file.starts_with("statement_") || finding.file == "source_unreadable";
    return is_import ? "import statements" : "parse";
}

std::string sentence(std::string text) {
    if (!text.empty()) {
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
        text += text.ends_with('.') || text.ends_with('?') ? "" : ".";
    }
    return text;
}

// For codes whose message tells of one file's figures and not of the rule.
const std::map<std::string_view, std::string_view> rules{
    {"source.more",
     "The input has more findings than are printed: of each file the first hundred errors and the "
     "first hundred warnings. These are the rest."},
    {"config.invalid",
     "The configuration is TOML, with known keys and with values that the key may have."},
    {"camt.balance", "The opening balance and the booked entries must give the closing balance."},
    {"mt940.balance", "The opening balance and the booked entries must give the closing balance."},
    {"statement.unproved",
     "A statement is booked only when its opening balance and its entries give its closing "
     "balance."},
    {"statement.conflict",
     "The ledger holds this period of the account already, by account, closing date and both "
     "balances, but with other lines."},
};

// "expected A, found B; C" is A, what must be there, B, and C, what Afletter did.
struct Meaning {
    std::string expected;
    std::string
        found;  // only when it is a matter of kind, such as "none", and not one file's words
    std::string consequence;
};
Meaning meaning_of(const PrintedFinding& finding) {
    static const std::regex form(
        R"(expected (.*?)(, found [^'0-9A-Z;]*)?(, found .*?)?(?:; (.*))?)");
    if (const auto rule = rules.find(finding.code); rule != rules.end()) {
        return {std::string(rule->second), "", ""};
    }
    std::smatch parts;
    if (!std::regex_match(finding.message, parts, form)) {
        return {sentence(finding.message), "", ""};
    }
    return {sentence("expected " + parts[1].str()), parts[2].str(), sentence(parts[4].str())};
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) {
        texts.push_back(text);
    }
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) {
        all += (all.empty() ? "" : " ") + text;
    }
    return all;
}

using Findings = std::vector<PrintedFinding>;

// The one whose file has the name of the code, else the first.
const PrintedFinding& example_of(const Findings& findings) {
    std::string name = findings.front().code;
    std::ranges::replace(name, '.', '_');
    const auto named = std::ranges::find(findings, name, &PrintedFinding::file);
    return named == findings.end() ? findings.front() : *named;
}

std::string section_of(const Findings& findings) {
    std::vector<std::string> expected;
    std::vector<std::string> found;
    std::vector<std::string> consequences;
    std::vector<std::string> hints;
    std::set<std::string> severities;
    for (const PrintedFinding& finding : findings) {
        const Meaning meaning = meaning_of(finding);
        add_once(expected, meaning.expected);
        add_once(found, meaning.found);
        add_once(consequences, meaning.consequence);
        add_once(hints, finding.hint);
        severities.insert(finding.severity);
    }
    if (expected.size() == 1 && found.size() == 1) {
        expected.front().insert(expected.front().size() - 1, found.front());
    }
    const PrintedFinding& example = example_of(findings);
    std::string text = "\n### " + example.code + "\n\n*";
    text += severities.size() > 1 ? "Error or warning" : sentence(*severities.begin());
    text += "* " + joined(expected) + "\n";
    text += consequences.empty() ? "" : "\nWhat Afletter did: " + joined(consequences) + "\n";
    text += hints.empty() ? "" : "\nWhat to do: " + joined(hints) + "\n";
    return text + "\n`afletter " + command_of(example) + "` ends with exit status " +
           example.exit_status + " and prints:\n\n```text\n" + example.text + "```\n";
}

std::map<std::string, Findings> findings_by_code() {
    std::map<std::string, Findings> by_code;
    for (PrintedFinding& finding : findings_of(source_folder / "tests" / "errors")) {
        by_code[finding.code].push_back(finding);
    }
    return by_code;
}

std::string page_of(const std::map<std::string, Findings>& by_code) {
    std::string page(introduction);
    for (const Group& group : groups) {
        std::string sections;
        for (const auto& [code, findings] : by_code) {
            sections += group_of(code) == group.prefix ? section_of(findings) : "";
        }
        if (!sections.empty()) {
            page.append("\n## ").append(group.title).append("\n\n").append(group.text);
            page.append("\n").append(sections);
        }
    }
    return page;
}

// Every literal of the form "word.word" that the sources give a diagnostic as its code.
std::set<std::string> codes_of_pipeline() {
    static const std::regex code(R"re("((?:source|statement|items)\.[a-z0-9_.]+)")re");
    std::set<std::string> codes;
    for (const auto& entry : fs::directory_iterator(source_folder / "src" / "pipeline")) {
        const std::string text = read_file(entry.path());
        for (std::sregex_iterator match(text.begin(), text.end(), code), end; match != end;
             ++match) {
            codes.insert((*match)[1]);
        }
    }
    return codes;
}

}  // namespace

TEST_CASE("docs/errors.md explains every finding as the golden files have it", "[errors][page]") {
    const std::string page = page_of(findings_by_code());
    if (std::getenv("AFLETTER_ACCEPT") != nullptr) {
        std::ofstream(page_path, std::ios::binary) << page;
    }
    CHECK((page == read_file(page_path)));
}

TEST_CASE("every group of codes has an introduction in docs/errors.md", "[errors][page]") {
    for (const auto& [code, findings] : findings_by_code()) {
        CAPTURE(code);
        CHECK(std::ranges::find(groups, group_of(code), &Group::prefix) != std::end(groups));
    }
}

TEST_CASE("every code of the pipeline has an input that provokes it", "[errors][page]") {
    const auto by_code = findings_by_code();
    const std::set<std::string> codes = codes_of_pipeline();
    REQUIRE(codes.size() >= 3);
    for (const std::string& code : codes) {
        CAPTURE(code);
        CHECK(by_code.contains(code));
    }
}

}  // namespace afletter::test

// What the program says about inputs that are wrong, compared with the files beside them.
// AFLETTER_ACCEPT=1 writes those files anew; read the difference before you commit it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generated_inputs.hpp"
#include "support/process.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

const fs::path source_folder = AFLETTER_SOURCE_DIR;
const fs::path errors_folder = source_folder / "tests" / "errors";

bool is_items(const fs::path& input) {
    return input.extension() == ".csv" && input.filename().string().starts_with("items_");
}

bool is_input(const fs::path& path) {
    const fs::path extension = path.extension();
    return extension == ".sta" || extension == ".xml" || extension == ".bin" || is_items(path);
}

Outcome run_in(const fs::path& folder, const std::vector<std::string>& arguments) {
    Call call{.arguments = {AFLETTER_PROGRAM}, .folder = folder};
    std::ranges::copy(arguments, std::back_inserter(call.arguments));
    return run(call);
}

// "exit N" and what the program said about the input. It runs where the input is, so that names
// print without a folder.
std::string outcome_of(const fs::path& folder, const std::string& input) {
    const TemporaryFolder temporary;
    const std::string ledger = (temporary.path() / "ledger.db").string();
    Outcome outcome;
    if (is_items(input)) {
        REQUIRE(run_in(folder, {"--ledger", ledger, "init"}).exit_status == 0);
        outcome = run_in(folder, {"--ledger", ledger, "import", "items", input});
    } else {
        outcome = run_in(folder, {"parse", "--format", "jsonl", input});
    }
    return "exit " + std::to_string(outcome.exit_status) + "\n" + outcome.err;
}

void check_input(const fs::path& folder, const std::string& input) {
    const fs::path expected_path = (errors_folder / input).replace_extension(".expected");
    const std::string outcome = outcome_of(folder, input);
    if (std::getenv("AFLETTER_ACCEPT") != nullptr) {
        CHECK(std::ranges::count(outcome, '\n') > 1);  // an error test without a finding
        std::ofstream(expected_path, std::ios::binary) << outcome;
        return;
    }
    CHECK(outcome == read_file(expected_path));
}

std::vector<std::string> kept_inputs() {
    std::vector<std::string> inputs;
    for (const fs::directory_entry& entry : fs::directory_iterator(errors_folder)) {
        if (is_input(entry.path())) {
            inputs.push_back(entry.path().filename().string());
        }
    }
    std::ranges::sort(inputs);
    return inputs;
}

// "camt.amount": words of small letters, digits and underscores, with dots between them. "camt.053"
// is the name of a message instead.
bool is_code(std::string_view literal) {
    const auto is_word_character = [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
               character == '_' || character == '.';
    };
    const std::size_t last_dot = literal.rfind('.');
    return last_dot != std::string_view::npos && last_dot > 0 && last_dot + 1 < literal.size() &&
           std::ranges::all_of(literal, is_word_character) &&
           literal.find_first_not_of("0123456789", last_dot + 1) != std::string_view::npos;
}

void collect_codes(std::string_view line, std::set<std::string>& codes) {
    while (line.find('"') != std::string_view::npos) {
        line.remove_prefix(line.find('"') + 1);
        const std::string_view literal = line.substr(0, line.find('"'));
        if (is_code(literal)) {
            codes.emplace(literal);
        }
        line.remove_prefix(std::min(literal.size() + 1, line.size()));
    }
}

// Every string literal of the parsers that has the form of a code.
std::set<std::string> codes_in_sources() {
    std::set<std::string> codes;
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(source_folder / "parsers")) {
        std::ifstream file(entry.path());
        for (std::string line; entry.is_regular_file() && std::getline(file, line);) {
            if (!line.starts_with("#include") && line.find("// ") == std::string::npos) {
                collect_codes(line, codes);
            }
        }
    }
    return codes;
}

std::string all_expected_text() {
    std::string text;
    for (const fs::directory_entry& entry : fs::directory_iterator(errors_folder)) {
        if (entry.path().extension() == ".expected") {
            text += read_file(entry.path());
        }
    }
    return text;
}

}  // namespace

TEST_CASE("a wrong input is answered with what is wrong, where, and the way out", "[errors]") {
    for (const std::string& input : kept_inputs()) {
        DYNAMIC_SECTION(input) {
            check_input(errors_folder, input);
        }
    }
}

TEST_CASE("an input beyond every measure is refused", "[errors]") {
    const TemporaryFolder folder;
    for (const GeneratedInput& input : generated_inputs()) {
        DYNAMIC_SECTION(input.name) {
            folder.write(input.name, input.content);
            check_input(folder.path(), input.name);
        }
    }
}

TEST_CASE("every code of the parsers has an input that provokes it", "[errors]") {
    const std::string expected = all_expected_text();
    const std::set<std::string> codes = codes_in_sources();
    REQUIRE(codes.size() > 30);
    for (const std::string& code : codes) {
        CAPTURE(code);
        CHECK(expected.find(code) != std::string::npos);
    }
}

}  // namespace afletter::test

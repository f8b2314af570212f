// The rules of the house that a compiler does not know: which layer may include what, how long
// lines and files may be, and where heavy headers may stand.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "support/test.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path root = AFLETTER_SOURCE_DIR;
constexpr std::size_t line_length_max = 100;
constexpr std::size_t file_length_max = 400;

struct Source {
    std::string name;  // from the top of the project
    std::vector<std::string> lines;
};

Source read_source(const fs::path& path) {
    Source source{fs::relative(path, root).string(), {}};
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        source.lines.push_back(line);
    }
    return source;
}

std::vector<Source> sources_in(const std::vector<std::string>& folders) {
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension == ".cpp" || extension == ".hpp") {
                sources.push_back(read_source(entry.path()));
            }
        }
    }
    std::ranges::sort(sources, {}, &Source::name);
    return sources;
}

const std::vector<std::string> program_folders{"include", "src", "parsers", "matchers"};
const std::vector<std::string> all_folders{"include", "src", "parsers", "matchers", "tests"};

std::vector<std::string> includes_of(const Source& source) {
    static const std::regex pattern(R"re(^\s*#\s*include\s*([<"][^>"]+[>"]))re");
    std::vector<std::string> includes;
    for (const std::string& line : source.lines) {
        std::smatch found;
        if (std::regex_search(line, found, pattern)) {
            includes.push_back(found[1]);
        }
    }
    return includes;
}

// Which of the public headers a layer may see; every layer may see the model and the basics.
struct Layer {
    std::string folder;
    std::set<std::string> public_headers;
};
const std::vector<Layer> layers{
    {"src/model", {}},
    {"parsers", {"parsers.hpp"}},
    {"matchers", {"matchers.hpp", "model_changes.hpp", "learning.hpp", "audit_sample.hpp"}},
    {"src/store", {"ledger_store.hpp"}},
    {"src/reports", {"reports.hpp"}},
    {"src/pipeline",
     {"parsers.hpp", "matchers.hpp", "model_changes.hpp", "learning.hpp", "audit_sample.hpp",
      "ledger_store.hpp", "reports.hpp", "pipeline.hpp"}},
    {"src/cli",
     {"parsers.hpp", "matchers.hpp", "model_changes.hpp", "learning.hpp", "ledger_store.hpp",
      "reports.hpp", "pipeline.hpp"}},
};
const std::set<std::string> basic_headers{"ascii.hpp",      "result.hpp",     "assert.hpp",
                                          "diagnostic.hpp", "suggestion.hpp", "text.hpp"};

// A heavy header, and the only files that may include it.
const std::map<std::string, std::string> heavy_headers{
    {R"(<sqlite3\.h>)", R"(src/store/sqlite/.*)"},
    {R"(<archive(_entry)?\.h>)", R"(parsers/archive/zip\.cpp)"},
    {R"(<zlib\.h>)", R"(parsers/archive/gzip\.cpp)"},
    {R"(<expat\.h>)", R"(parsers/xml/.*\.cpp)"},
    {R"(<spdlog/.*)", R"(src/cli/log\.cpp)"},
    {R"(<CLI/.*)", R"(src/cli/arguments\.cpp)"},
    {R"(<toml\+\+/.*)", R"(src/cli/settings\.cpp)"},
    {R"(<boost/spirit/.*)", R"(parsers/mt940/.*)"},
    {R"(<openssl/.*)", R"(src/store/.*sha256\.cpp)"},
    {R"(<utf8proc\.h>)", R"(matchers/text/.*\.cpp)"},
    {R"(<xlsxwriter.*)", R"(src/reports/.*xlsx.*\.cpp)"},
    {R"(<nlohmann/.*)", R"(never)"},
};

}  // namespace

TEST_CASE("a layer includes public headers of the layers it may use, and no other", "[tidy]") {
    for (const Layer& layer : layers) {
        for (const Source& source : sources_in({layer.folder})) {
            for (const std::string& include : includes_of(source)) {
                if (!include.starts_with("<afletter/") || include.starts_with("<afletter/model/")) {
                    continue;
                }
                const std::string header = include.substr(10, include.size() - 11);
                CAPTURE(source.name, include);
                CHECK((layer.public_headers.contains(header) || basic_headers.contains(header)));
            }
        }
    }
}

TEST_CASE("a layer includes its own inner headers only", "[tidy]") {
    for (const Layer& layer : layers) {
        for (const Source& source : sources_in({layer.folder})) {
            const fs::path own_folder = (root / source.name).parent_path();
            for (const std::string& include : includes_of(source)) {
                if (!include.starts_with('"')) {
                    continue;
                }
                const std::string header = include.substr(1, include.size() - 2);
                CAPTURE(source.name, include);
                CHECK(header.find("..") == std::string::npos);
                CHECK(
                    (fs::exists(root / layer.folder / header) || fs::exists(own_folder / header)));
            }
        }
    }
}

TEST_CASE("the public headers know the model, the basics and no library but tl::expected",
          "[tidy]") {
    static const std::regex standard("<[a-z_0-9]+>");
    for (const Source& source : sources_in({"include"})) {
        for (const std::string& include : includes_of(source)) {
            CAPTURE(source.name, include);
            CHECK((std::regex_match(include, standard) || include.starts_with("<afletter/") ||
                   include == "<tl/expected.hpp>"));
            if (source.name.starts_with("include/afletter/model/")) {
                CHECK((!include.starts_with("<afletter/") ||
                       include.starts_with("<afletter/model/") ||
                       include == "<afletter/result.hpp>"));
            }
        }
    }
}

TEST_CASE("a heavy header stands behind a small one of ours, in its one place", "[tidy]") {
    for (const Source& source : sources_in(program_folders)) {
        for (const std::string& include : includes_of(source)) {
            for (const auto& [header, place] : heavy_headers) {
                if (std::regex_match(include, std::regex(header))) {
                    CAPTURE(source.name, include);
                    CHECK(std::regex_match(source.name, std::regex(place)));
                }
            }
        }
    }
}

TEST_CASE("lines have at most 100 characters and files at most 400 lines", "[tidy]") {
    for (const Source& source : sources_in(all_folders)) {
        CAPTURE(source.name);
        CHECK(source.lines.size() <= file_length_max);
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const auto continuation = [](char c) {
                return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
            };
            const auto characters =
                source.lines[i].size() -
                static_cast<std::size_t>(std::ranges::count_if(source.lines[i], continuation));
            CAPTURE(i + 1);
            CHECK(characters <= line_length_max);
        }
    }
}

TEST_CASE("every file says in its first lines what it is for", "[tidy]") {
    for (const Source& source : sources_in(all_folders)) {
        CAPTURE(source.name);
        REQUIRE_FALSE(source.lines.empty());
        CHECK(source.lines.front().starts_with("// "));
    }
}

TEST_CASE("no floating point stands near money", "[tidy]") {
    static const std::regex spoken(R"re("[^"]*"|//.*)re");
    static const std::regex floating(R"(\b(double|float)\b)");
    static const std::regex money(R"(amount|money|cents|balance)");
    for (const Source& source : sources_in(program_folders)) {
        for (const std::string& line : source.lines) {
            const std::string code = std::regex_replace(line, spoken, "");
            if (std::regex_search(code, floating) && std::regex_search(code, money)) {
                FAIL_CHECK(source.name << ": " << line);
            }
        }
    }
}

// The XML scanner beside expat: every corpus file, every prefix of the small ones, and documents
// changed at random.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "fuzz/xml_differential.hpp"
#include "fuzz/xml_mutation.hpp"
#include "support/sanitizers.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mutations = 200'000 / sanitizer_divisor;
constexpr std::size_t small_file_size = 2500;

std::string read_file(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<fs::path> xml_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".xml") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

void check_alike(const std::string& bytes) {
    if (const auto difference = compare_with_expat(bytes)) {
        INFO(bytes.substr(0, 2000));
        FAIL_CHECK(*difference);
    }
}

}  // namespace

TEST_CASE("the scanner reads every corpus file as expat does", "[parsers][xml]") {
    if (const auto folder = shared_material("corpus/camt")) {
        for (const fs::path& path : xml_files(*folder)) {
            CAPTURE(path.string());
            check_alike(read_file(path));
        }
    }
}

TEST_CASE("the scanner reads every prefix as expat does", "[parsers][xml]") {
    std::vector<std::string> documents(xml_seeds().begin(), xml_seeds().end());
    if (const auto folder = shared_material("corpus/camt")) {
        for (const fs::path& path : xml_files(*folder)) {
            if (fs::file_size(path) <= small_file_size) {
                documents.push_back(read_file(path));
            }
        }
    }
    for (const std::string& document : documents) {
        for (std::size_t size = 0; size < document.size(); size += sanitizer_divisor) {
            check_alike(document.substr(0, size));
        }
    }
}

TEST_CASE("the scanner reads changed documents as expat does", "[parsers][xml]") {
    XmlMutation mutation(xml_seeds(), 1);
    for (std::size_t i = 0; i < mutations; ++i) {
        check_alike(mutation.next());
    }
}

TEST_CASE("the scanner reads changed statements as expat does", "[parsers][xml]") {
    std::vector<std::string> documents;
    for (const fs::path& path : xml_files(fs::path(AFLETTER_SOURCE_DIR) / "tests/errors")) {
        documents.push_back(read_file(path));
    }
    XmlMutation mutation(documents, 2);
    for (std::size_t i = 0; i < mutations / 20; ++i) {
        check_alike(mutation.next());
    }
}

}  // namespace afletter::test

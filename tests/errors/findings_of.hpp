// The findings that the golden files hold, taken apart again for the page that explains them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace afletter::test {

struct PrintedFinding {
    std::string file;  // the golden file, without its extension
    std::string exit_status;
    std::string severity;
    std::string code;
    std::string message;
    std::string hint;
    std::string text;  // the whole, as it was printed
};

// Of every *.expected in the folder, in the order of their names.
[[nodiscard]] std::vector<PrintedFinding> findings_of(const std::filesystem::path& folder);

}  // namespace afletter::test

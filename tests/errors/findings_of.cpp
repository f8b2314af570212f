// Reads "file:line:column: severity[code]: message" (the place may be absent), the excerpt below
// it, and the hint.
#include "findings_of.hpp"

#include <algorithm>
#include <regex>
#include <sstream>

#include "support/process.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

// A hint is indented by three; an excerpt has its bar.
bool is_hint(const std::string& line) {
    return line.starts_with("   ") && line.find(" | ") == std::string::npos &&
           !line.ends_with(" |");
}

void add_findings(const fs::path& path, std::vector<PrintedFinding>& findings) {
    static const std::regex head(R"((?:.*?: )?(error|warning)\[([a-z0-9_.]+)\]: (.*))");
    std::istringstream lines(read_file(path));
    std::string exit_status;
    std::getline(lines, exit_status);
    exit_status.erase(0, exit_status.find(' ') + 1);
    bool is_inside = false;
    for (std::string line; std::getline(lines, line);) {
        std::smatch parts;
        if (std::regex_match(line, parts, head)) {
            findings.push_back({.file = path.stem().string(),
                                .exit_status = exit_status,
                                .severity = parts[1],
                                .code = parts[2],
                                .message = parts[3],
                                .hint = {},
                                .text = line + "\n"});
            is_inside = true;
        } else if (is_inside && line.starts_with(' ')) {
            PrintedFinding& finding = findings.back();
            finding.text += line + "\n";
            if (is_hint(line)) {
                finding.hint += (finding.hint.empty() ? "" : " ") + line.substr(3);
            }
        } else {
            is_inside = false;  // a line of the log, or the command's own summary
        }
    }
}

}  // namespace

std::vector<PrintedFinding> findings_of(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".expected") {
            paths.push_back(entry.path());
        }
    }
    std::ranges::sort(paths);
    std::vector<PrintedFinding> findings;
    for (const fs::path& path : paths) {
        add_findings(path, findings);
    }
    return findings;
}

}  // namespace afletter::test

// Runs the core with every kind of evidence allowed to decide, and prints those that may.
#include "bench/accuracy/certificate_source.hpp"

#include <afletter/learning.hpp>
#include <afletter/matchers.hpp>

#include <string>

#include <fmt/format.h>

#include "bench/accuracy/core.hpp"

namespace afletter::judging {

namespace {

TrackRecord record_of(const WorldRequest& request) {
    MatchPolicy policy;
    policy.model = open_to_all(shipped_model());
    TrackRecord record;
    for (const NamedWorld& named : worlds_of(request)) {
        const simulator::Books books = simulator::books_of(simulator::make_world(named.options));
        const std::vector<Decision> decisions = match(books.lines, books.items, policy);
        for (std::size_t line = 0; line < decisions.size(); ++line) {
            if (decisions[line].is_match()) {
                const Candidate& chosen = decisions[line].candidates.front();
                record.add(decisions[line].stratum, chosen.confidence_bp,
                           shares_of(books, chosen) == books.truths[line].shares);
            }
        }
    }
    return record;
}

std::string with_marks(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, "'");
    }
    return digits;
}

}  // namespace

void print_certificates(const WorldRequest& request) {
    fmt::print(
        "// Made by `afletter-bench-accuracy --certify --seeds {} --first-seed {}`; do not edit.\n"
        "#include \"policy/certificates.hpp\"\n\n"
        "#include <array>\n#include <string>\n#include <string_view>\n\n"
        "namespace afletter::matching {{\n\nnamespace {{\n\n"
        "struct Row {{\n"
        "    std::string_view stratum;\n"
        "    int threshold_bp;\n"
        "    std::string_view pool;  // whose matches were counted\n"
        "    std::uint64_t lines;\n"
        "    std::uint64_t wrong;\n"
        "    int wrong_max_per_million;\n"
        "}};\n\n"
        "constexpr std::array rows{{\n",
        request.seeds, request.first_seed);
    for (const Certificate& one : record_of(request).certify(Basis::shipped)) {
        fmt::print("    Row{{\"{}\", {}, \"{}\", {}, {}, {}}},\n", one.stratum,
                   with_marks(static_cast<std::uint64_t>(one.threshold_bp)), one.pool,
                   with_marks(one.lines), one.wrong, one.wrong_max_per_million);
    }
    fmt::print(
        "}};\n\n}}  // namespace\n\n"
        "std::vector<Certificate> shipped_certificates() {{\n"
        "    std::vector<Certificate> certificates;\n"
        "    certificates.reserve(rows.size());\n"
        "    for (const Row& row : rows) {{\n"
        "        certificates.push_back({{.stratum = std::string(row.stratum),\n"
        "                                .threshold_bp = row.threshold_bp,\n"
        "                                .pool = std::string(row.pool),\n"
        "                                .lines = row.lines,\n"
        "                                .wrong = row.wrong,\n"
        "                                .wrong_max_per_million = row.wrong_max_per_million}});\n"
        "    }}\n"
        "    return certificates;\n"
        "}}\n\n}}  // namespace afletter::matching\n");
}

}  // namespace afletter::judging

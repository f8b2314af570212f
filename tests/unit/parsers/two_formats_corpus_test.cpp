// The same statement as MT940 and as CAMT, as banks and converters have published it: both readings
// must give the same lines.
#include <afletter/model/line.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "collected.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// What makes two statements the same one.
using Identity = std::tuple<std::string, std::string, std::int64_t, std::int64_t, std::size_t>;

struct Found {
    std::string file;
    Statement statement;
};

bool is_camt(const Found& found) {
    return found.statement.header.format.starts_with("camt");
}

// Only what its balances prove: many published files were made anonymous by hand.
std::map<Identity, std::vector<Found>> proved_statements(const std::filesystem::path& corpus) {
    std::map<Identity, std::vector<Found>> found;
    for (const char* const folder : {"mt940", "camt"}) {
        for (const auto& entry : std::filesystem::directory_iterator(corpus / folder)) {
            if (!entry.is_regular_file()) {
                continue;
            }
            CollectedStatements read;
            read_statements(entry.path().filename().string(), *open_file(entry.path()), read);
            for (const Statement& statement : read.statements) {
                const auto& [header, entries, closing] = statement;
                if (closing.balanced == true && !entries.empty()) {
                    const std::string account = header.account.iban
                                                    ? std::string(header.account.iban->text())
                                                    : header.account.other;
                    found[{account, header.statement_id, closing.opening->amount.minor_units(),
                           closing.closing->amount.minor_units(), entries.size()}]
                        .push_back({entry.path().filename().string(), statement});
                }
            }
        }
    }
    return found;
}

std::vector<Line> lines_in(const Statement& statement) {
    std::vector<Line> lines;
    for (const Entry& entry : statement.entries) {
        for (Line& line : lines_of(entry, statement.closing.opening->date.value_or(Date{}))) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

void check_same(const Found& one, const Found& other) {
    CAPTURE(one.file, other.file);
    const std::vector<Line> lines = lines_in(one.statement);
    const std::vector<Line> others = lines_in(other.statement);
    REQUIRE(lines.size() == others.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CAPTURE(i);
        CHECK(lines[i].amount == others[i].amount);
        CHECK(lines[i].booking_date == others[i].booking_date);
        CHECK(lines[i].value_date == others[i].value_date);
        const std::string& reference = lines[i].detail.bank_reference;
        const std::string& other_reference = others[i].detail.bank_reference;
        CHECK((reference.empty() || other_reference.empty() || reference == other_reference));
    }
}

}  // namespace

TEST_CASE("a statement published in both formats gives the same lines", "[parsers][corpus]") {
    const auto corpus = shared_material("corpus");
    if (!corpus) {
        return;
    }
    std::size_t pairs = 0;
    for (const auto& [identity, statements] : proved_statements(*corpus)) {
        for (const Found& one : statements) {
            for (const Found& other : statements) {
                if (!is_camt(one) && is_camt(other)) {
                    check_same(one, other);
                    ++pairs;
                }
            }
        }
    }
    CHECK(pairs >= 8);
}

}  // namespace afletter::test

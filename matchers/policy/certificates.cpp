// Made by `afletter-bench-accuracy --certify --seeds 30 --first-seed 21`; do not edit.
#include "policy/certificates.hpp"

#include <array>
#include <string>
#include <string_view>

namespace afletter::matching {

namespace {

struct Row {
    std::string_view stratum;
    int threshold_bp;
    std::string_view pool;  // whose matches were counted
    std::uint64_t lines;
    std::uint64_t wrong;
    int wrong_max_per_million;
};

constexpr std::array rows{
    Row{"account/instalment/account", 9'999, "account", 194'108, 19, 165},
    Row{"account/instalment/name", 9'999, "account", 194'108, 19, 165},
    Row{"account/instalment/none", 9'999, "account", 194'108, 19, 165},
    Row{"account/instalment/other", 9'999, "account", 194'108, 19, 165},
    Row{"account/instalment/text", 9'999, "account", 194'108, 19, 165},
    Row{"account/open/account", 9'999, "account/open/account", 174'940, 12, 131},
    Row{"account/open/name", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/name/several", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/none", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/none/several", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/other", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/other/several", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/text", 9'999, "account/open", 194'108, 19, 165},
    Row{"account/open/text/several", 9'999, "account/open", 194'108, 19, 165},
    Row{"document/instalment/account", 9'900, "document/instalment/account", 56'621, 3, 178},
    Row{"document/instalment/name", 9'900, "document/instalment/name", 31'588, 2, 267},
    Row{"document/instalment/text", 9'900, "document/instalment", 88'209, 5, 149},
    Row{"document/open/account", 9'900, "document/open/account", 309'950, 8, 57},
    Row{"document/open/account/several", 9'900, "document/open/account/several", 63'556, 0, 73},
    Row{"document/open/name", 9'900, "document/open/name", 174'196, 7, 92},
    Row{"document/open/name/several", 9'900, "document/open/name/several", 37'722, 1, 176},
    Row{"document/open/text", 9'990, "document/open", 548'764, 10, 37},
    Row{"document/open/text/several", 9'900, "document/open", 602'688, 17, 49},
    Row{"document/together/account", 9'900, "document/together/account", 25'530, 0, 181},
    Row{"document/together/name", 9'900, "document/together", 36'103, 0, 128},
    Row{"document/together/text", 9'900, "document/together", 36'103, 0, 128},
    Row{"end_to_end/open/account", 9'900, "end_to_end/open/account", 901'557, 0, 6},
    Row{"end_to_end/open/account/several", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/name", 9'900, "end_to_end/open/name", 389'679, 0, 12},
    Row{"end_to_end/open/name/several", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/none", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/none/several", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/other", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/other/several", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/text", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"end_to_end/open/text/several", 9'900, "end_to_end/open", 1'291'236, 0, 4},
    Row{"part/open/account", 9'950, "part/open/account", 73'683, 8, 237},
    Row{"part/open/account/several", 9'950, "part/open", 90'282, 8, 193},
    Row{"part/open/name", 9'950, "part/open/name", 16'599, 0, 278},
    Row{"part/open/name/several", 9'950, "part/open", 90'282, 8, 193},
    Row{"part/open/text", 9'950, "part/open", 90'282, 8, 193},
    Row{"part/open/text/several", 9'950, "part/open", 90'282, 8, 193},
    Row{"payments/open/account", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/account/several", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/name", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/name/several", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/none", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/none/several", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/other", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/other/several", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/text", 9'900, "ours", 1'303'599, 0, 4},
    Row{"payments/open/text/several", 9'900, "ours", 1'303'599, 0, 4},
    Row{"reference/instalment/account", 9'900, "reference/instalment/account", 77'927, 0, 60},
    Row{"reference/instalment/name", 9'900, "reference/instalment/name", 47'399, 0, 98},
    Row{"reference/instalment/text", 9'900, "reference/instalment", 125'326, 0, 37},
    Row{"reference/open/account", 9'900, "reference/open/account", 1'971'874, 23, 19},
    Row{"reference/open/account/several", 9'900, "reference/open/account/several", 36'851, 0, 125},
    Row{"reference/open/name", 9'900, "reference/open/name", 1'088'829, 14, 24},
    Row{"reference/open/name/several", 9'900, "reference/open/name/several", 21'314, 0, 217},
    Row{"reference/open/none", 9'900, "reference/open/none", 286'784, 8, 61},
    Row{"reference/open/none/several", 9'900, "reference/open", 3'566'471, 46, 19},
    Row{"reference/open/other", 9'900, "reference/open/other", 42'068, 1, 158},
    Row{"reference/open/other/several", 9'900, "reference/open", 3'566'471, 46, 19},
    Row{"reference/open/text", 9'900, "reference/open/text", 116'670, 0, 40},
    Row{"reference/open/text/several", 9'900, "reference/open", 3'566'471, 46, 19},
    Row{"reference/together/account", 9'900, "reference/together/account", 51'272, 0, 90},
    Row{"reference/together/name", 9'900, "reference/together/name", 24'430, 0, 189},
    Row{"reference/together/text", 9'900, "reference/together", 75'702, 0, 61},
    Row{"repair/open/account", 9'900, "repair/open/account", 86'429, 5, 152},
    Row{"repair/open/account/several", 9'900, "repair/open", 87'127, 5, 151},
    Row{"repair/open/name", 9'900, "repair/open", 87'127, 5, 151},
    Row{"repair/open/name/several", 9'900, "repair/open", 87'127, 5, 151},
    Row{"repair/open/text", 9'900, "repair/open", 87'127, 5, 151},
    Row{"repair/open/text/several", 9'900, "repair/open", 87'127, 5, 151},
};

}  // namespace

std::vector<Certificate> shipped_certificates() {
    std::vector<Certificate> certificates;
    certificates.reserve(rows.size());
    for (const Row& row : rows) {
        certificates.push_back({.stratum = std::string(row.stratum),
                                .threshold_bp = row.threshold_bp,
                                .pool = std::string(row.pool),
                                .lines = row.lines,
                                .wrong = row.wrong,
                                .wrong_max_per_million = row.wrong_max_per_million});
    }
    return certificates;
}

}  // namespace afletter::matching

// Made by `afletter-bench-accuracy --certify --seeds 12 --first-seed 21`; do not edit.
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
    Row{"account/instalment/account", 9'999, "account", 82'802, 9, 227},
    Row{"account/instalment/name", 9'999, "account", 82'802, 9, 227},
    Row{"account/instalment/none", 9'999, "account", 82'802, 9, 227},
    Row{"account/instalment/other", 9'999, "account", 82'802, 9, 227},
    Row{"account/instalment/text", 9'999, "account", 82'802, 9, 227},
    Row{"account/open/account", 9'999, "account/open/account", 74'624, 4, 156},
    Row{"account/open/account/several", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/name", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/name/several", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/none", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/none/several", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/other", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/other/several", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/text", 9'999, "account/open", 82'802, 9, 227},
    Row{"account/open/text/several", 9'999, "account/open", 82'802, 9, 227},
    Row{"document/earlier/account", 9'900, "document", 329'940, 8, 53},
    Row{"document/earlier/name", 9'900, "document", 329'940, 8, 53},
    Row{"document/earlier/text", 9'900, "document", 329'940, 8, 53},
    Row{"document/instalment/account", 9'900, "document/instalment/account", 24'299, 1, 274},
    Row{"document/instalment/name", 9'900, "document/instalment/name", 15'403, 0, 299},
    Row{"document/instalment/text", 9'900, "document/instalment", 39'702, 1, 168},
    Row{"document/open/account", 9'900, "document/open/account", 129'131, 4, 90},
    Row{"document/open/account/several", 9'900, "document/open/account/several", 26'731, 0, 173},
    Row{"document/open/name", 9'900, "document/open/name", 76'880, 2, 110},
    Row{"document/open/name/several", 9'900, "document/open/name/several", 16'603, 0, 278},
    Row{"document/open/text", 9'900, "document/open", 256'260, 6, 57},
    Row{"document/open/text/several", 9'900, "document/open", 256'260, 6, 57},
    Row{"document/rounded/account", 9'900, "document", 329'940, 8, 53},
    Row{"document/rounded/name", 9'900, "document", 329'940, 8, 53},
    Row{"document/rounded/text", 9'900, "document", 329'940, 8, 53},
    Row{"document/together/account", 9'900, "document/together", 15'632, 0, 295},
    Row{"document/together/name", 9'900, "document/together", 15'632, 0, 295},
    Row{"document/together/text", 9'900, "document/together", 15'632, 0, 295},
    Row{"end_to_end/open/account", 9'900, "end_to_end/open/account", 360'684, 0, 13},
    Row{"end_to_end/open/account/several", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/name", 9'900, "end_to_end/open/name", 156'498, 0, 30},
    Row{"end_to_end/open/name/several", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/none", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/none/several", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/other", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/other/several", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/text", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"end_to_end/open/text/several", 9'900, "end_to_end/open", 517'182, 0, 9},
    Row{"part/open/account", 9'990, "part/open/account", 26'405, 1, 252},
    Row{"part/open/account/several", 9'990, "part/open", 35'160, 1, 189},
    Row{"part/open/name", 9'990, "part/open", 35'160, 1, 189},
    Row{"part/open/name/several", 9'990, "part/open", 35'160, 1, 189},
    Row{"part/open/text", 9'990, "part/open", 35'160, 1, 189},
    Row{"part/open/text/several", 9'990, "part/open", 35'160, 1, 189},
    Row{"payments/open/account", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/account/several", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/name", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/name/several", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/none", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/none/several", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/other", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/other/several", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/text", 9'900, "ours", 522'129, 0, 9},
    Row{"payments/open/text/several", 9'900, "ours", 522'129, 0, 9},
    Row{"reference/earlier/account", 9'900, "reference/earlier/account", 30'951, 1, 215},
    Row{"reference/earlier/name", 9'900, "reference/earlier/name", 16'396, 0, 281},
    Row{"reference/earlier/text", 9'900, "reference/earlier", 47'347, 1, 141},
    Row{"reference/instalment/account", 9'900, "reference/instalment/account", 31'452, 0, 147},
    Row{"reference/instalment/name", 9'900, "reference/instalment/name", 19'964, 0, 231},
    Row{"reference/instalment/text", 9'900, "reference/instalment", 51'416, 0, 90},
    Row{"reference/open/account", 9'900, "reference/open/account", 788'213, 11, 28},
    Row{"reference/open/account/several", 9'900, "reference/open", 1'427'428, 22, 25},
    Row{"reference/open/name", 9'900, "reference/open/name", 446'478, 6, 33},
    Row{"reference/open/name/several", 9'900, "reference/open", 1'427'428, 22, 25},
    Row{"reference/open/none", 9'900, "reference/open/none", 105'060, 4, 111},
    Row{"reference/open/none/several", 9'900, "reference/open", 1'427'428, 22, 25},
    Row{"reference/open/other", 9'995, "reference/open", 1'360'882, 18, 23},
    Row{"reference/open/other/several", 9'900, "reference/open", 1'427'428, 22, 25},
    Row{"reference/open/text", 9'900, "reference/open/text", 46'641, 0, 99},
    Row{"reference/open/text/several", 9'900, "reference/open", 1'427'428, 22, 25},
    Row{"reference/rounded/account", 9'900, "reference/rounded", 22'097, 0, 209},
    Row{"reference/rounded/name", 9'900, "reference/rounded", 22'097, 0, 209},
    Row{"reference/rounded/text", 9'900, "reference/rounded", 22'097, 0, 209},
    Row{"reference/together/account", 9'900, "reference/together/account", 20'664, 0, 223},
    Row{"reference/together/name", 9'900, "reference/together", 30'844, 0, 150},
    Row{"reference/together/text", 9'900, "reference/together", 30'844, 0, 150},
    Row{"repair/open/account", 9'900, "repair/open/account", 20'610, 0, 224},
    Row{"repair/open/account/several", 9'900, "repair/open", 32'873, 0, 141},
    Row{"repair/open/name", 9'900, "repair/open", 32'873, 0, 141},
    Row{"repair/open/name/several", 9'900, "repair/open", 32'873, 0, 141},
    Row{"repair/open/text", 9'900, "repair/open", 32'873, 0, 141},
    Row{"repair/open/text/several", 9'900, "repair/open", 32'873, 0, 141},
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

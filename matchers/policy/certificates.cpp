// Made by `afletter-bench-accuracy --certify --seeds 8 --first-seed 21`; do not edit.
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
    Row{"account/instalment/account", 9'999, "account", 55'398, 5, 237},
    Row{"account/instalment/name", 9'999, "account", 55'398, 5, 237},
    Row{"account/instalment/none", 9'999, "account", 55'398, 5, 237},
    Row{"account/instalment/other", 9'999, "account", 55'398, 5, 237},
    Row{"account/instalment/text", 9'999, "account", 55'398, 5, 237},
    Row{"account/open/account", 9'999, "account/open/account", 49'860, 3, 202},
    Row{"account/open/account/several", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/name", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/name/several", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/none", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/none/several", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/other", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/other/several", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/text", 9'999, "account/open", 55'398, 5, 237},
    Row{"account/open/text/several", 9'999, "account/open", 55'398, 5, 237},
    Row{"document/earlier/account", 9'900, "document", 219'669, 7, 73},
    Row{"document/earlier/name", 9'900, "document", 219'669, 7, 73},
    Row{"document/earlier/text", 9'900, "document", 219'669, 7, 73},
    Row{"document/instalment/account", 9'990, "document/instalment", 24'795, 1, 268},
    Row{"document/instalment/name", 9'900, "document/instalment", 26'465, 1, 251},
    Row{"document/instalment/text", 9'900, "document/instalment", 26'465, 1, 251},
    Row{"document/open/account", 9'900, "document/open/account", 86'298, 3, 117},
    Row{"document/open/account/several", 9'900, "document/open/account/several", 17'662, 0, 261},
    Row{"document/open/name", 9'900, "document/open/name", 51'054, 2, 165},
    Row{"document/open/name/several", 9'900, "document/open", 170'649, 5, 77},
    Row{"document/open/text", 9'900, "document/open", 170'649, 5, 77},
    Row{"document/open/text/several", 9'900, "document/open", 170'649, 5, 77},
    Row{"document/rounded/account", 9'900, "document", 219'669, 7, 73},
    Row{"document/rounded/name", 9'900, "document", 219'669, 7, 73},
    Row{"document/rounded/text", 9'900, "document", 219'669, 7, 73},
    Row{"document/together/account", 9'900, "document", 219'669, 7, 73},
    Row{"document/together/name", 9'900, "document", 219'669, 7, 73},
    Row{"document/together/text", 9'900, "document", 219'669, 7, 73},
    Row{"end_to_end/open/account", 9'900, "end_to_end/open/account", 240'818, 0, 20},
    Row{"end_to_end/open/account/several", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/name", 9'900, "end_to_end/open/name", 104'294, 0, 45},
    Row{"end_to_end/open/name/several", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/none", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/none/several", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/other", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/other/several", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/text", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"end_to_end/open/text/several", 9'900, "end_to_end/open", 345'112, 0, 14},
    Row{"part/open/account/several", 9'990, "part/open", 23'460, 1, 283},
    Row{"part/open/name", 9'990, "part/open", 23'460, 1, 283},
    Row{"part/open/name/several", 9'990, "part/open", 23'460, 1, 283},
    Row{"part/open/text", 9'990, "part/open", 23'460, 1, 283},
    Row{"part/open/text/several", 9'990, "part/open", 23'460, 1, 283},
    Row{"payments/open/account", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/account/several", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/name", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/name/several", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/none", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/none/several", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/other", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/other/several", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/text", 9'900, "ours", 348'417, 0, 14},
    Row{"payments/open/text/several", 9'900, "ours", 348'417, 0, 14},
    Row{"reference/earlier/name", 9'900, "reference/earlier", 31'439, 1, 212},
    Row{"reference/earlier/text", 9'900, "reference/earlier", 31'439, 1, 212},
    Row{"reference/instalment/account", 9'900, "reference/instalment/account", 20'877, 0, 221},
    Row{"reference/instalment/name", 9'900, "reference/instalment", 34'113, 0, 135},
    Row{"reference/instalment/text", 9'900, "reference/instalment", 34'113, 0, 135},
    Row{"reference/open/account", 9'900, "reference/open/account", 525'797, 8, 34},
    Row{"reference/open/account/several", 9'900, "reference/open", 952'021, 14, 27},
    Row{"reference/open/name", 9'900, "reference/open/name", 297'734, 2, 29},
    Row{"reference/open/name/several", 9'900, "reference/open", 952'021, 14, 27},
    Row{"reference/open/none", 9'900, "reference/open/none", 69'977, 4, 166},
    Row{"reference/open/none/several", 9'900, "reference/open", 952'021, 14, 27},
    Row{"reference/open/other", 9'900, "reference/open", 952'021, 14, 27},
    Row{"reference/open/other/several", 9'900, "reference/open", 952'021, 14, 27},
    Row{"reference/open/text", 9'900, "reference/open/text", 31'161, 0, 148},
    Row{"reference/open/text/several", 9'900, "reference/open", 952'021, 14, 27},
    Row{"reference/rounded/account", 9'900, "reference", 1'052'897, 15, 26},
    Row{"reference/rounded/name", 9'900, "reference", 1'052'897, 15, 26},
    Row{"reference/rounded/text", 9'900, "reference", 1'052'897, 15, 26},
    Row{"reference/together/account", 9'900, "reference/together", 20'531, 0, 225},
    Row{"reference/together/name", 9'900, "reference/together", 20'531, 0, 225},
    Row{"reference/together/text", 9'900, "reference/together", 20'531, 0, 225},
    Row{"repair/open/account", 9'900, "repair/open", 21'957, 0, 210},
    Row{"repair/open/account/several", 9'900, "repair/open", 21'957, 0, 210},
    Row{"repair/open/name", 9'900, "repair/open", 21'957, 0, 210},
    Row{"repair/open/name/several", 9'900, "repair/open", 21'957, 0, 210},
    Row{"repair/open/text", 9'900, "repair/open", 21'957, 0, 210},
    Row{"repair/open/text/several", 9'900, "repair/open", 21'957, 0, 210},
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

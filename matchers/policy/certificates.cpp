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
    Row{"account/instalment/account", 9'999, "account", 79'801, 4, 146},
    Row{"account/instalment/name", 9'999, "account", 79'801, 4, 146},
    Row{"account/instalment/none", 9'999, "account", 79'801, 4, 146},
    Row{"account/instalment/other", 9'999, "account", 79'801, 4, 146},
    Row{"account/instalment/text", 9'999, "account", 79'801, 4, 146},
    Row{"account/open/account", 9'999, "account/open/account", 74'683, 4, 156},
    Row{"account/open/account/several", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/name", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/name/several", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/none", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/none/several", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/other", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/other/several", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/text", 9'999, "account/open", 79'801, 4, 146},
    Row{"account/open/text/several", 9'999, "account/open", 79'801, 4, 146},
    Row{"document/earlier/account", 9'900, "document", 330'067, 8, 53},
    Row{"document/earlier/name", 9'900, "document", 330'067, 8, 53},
    Row{"document/earlier/text", 9'900, "document", 330'067, 8, 53},
    Row{"document/instalment/account", 9'900, "document/instalment/account", 23'793, 1, 279},
    Row{"document/instalment/name", 9'900, "document/instalment", 38'204, 1, 174},
    Row{"document/instalment/text", 9'900, "document/instalment", 38'204, 1, 174},
    Row{"document/open/account", 9'900, "document/open/account", 129'360, 4, 90},
    Row{"document/open/account/several", 9'900, "document/open/account/several", 26'885, 0, 172},
    Row{"document/open/name", 9'900, "document/open/name", 77'005, 2, 110},
    Row{"document/open/name/several", 9'900, "document/open/name/several", 16'798, 0, 275},
    Row{"document/open/text", 9'900, "document/open", 256'959, 6, 57},
    Row{"document/open/text/several", 9'900, "document/open", 256'959, 6, 57},
    Row{"document/rounded/account", 9'900, "document", 330'067, 8, 53},
    Row{"document/rounded/name", 9'900, "document", 330'067, 8, 53},
    Row{"document/rounded/text", 9'900, "document", 330'067, 8, 53},
    Row{"document/together/account", 9'900, "document/together", 16'604, 0, 278},
    Row{"document/together/name", 9'900, "document/together", 16'604, 0, 278},
    Row{"document/together/text", 9'900, "document/together", 16'604, 0, 278},
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
    Row{"gross/open/account", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/account/several", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/name", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/name/several", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/none", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/none/several", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/other", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/other/several", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/text", 9'900, "ours", 522'963, 0, 9},
    Row{"gross/open/text/several", 9'900, "ours", 522'963, 0, 9},
    Row{"part/open/account", 9'990, "part/open/account", 24'800, 1, 268},
    Row{"part/open/account/several", 9'990, "part/open", 33'057, 1, 201},
    Row{"part/open/name", 9'990, "part/open", 33'057, 1, 201},
    Row{"part/open/name/several", 9'990, "part/open", 33'057, 1, 201},
    Row{"part/open/text", 9'990, "part/open", 33'057, 1, 201},
    Row{"part/open/text/several", 9'990, "part/open", 33'057, 1, 201},
    Row{"payments/open/account", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/account/several", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/name", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/name/several", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/none", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/none/several", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/other", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/other/several", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/text", 9'900, "ours", 522'963, 0, 9},
    Row{"payments/open/text/several", 9'900, "ours", 522'963, 0, 9},
    Row{"reference/earlier/account", 9'900, "reference/earlier/account", 30'925, 1, 215},
    Row{"reference/earlier/name", 9'900, "reference/earlier/name", 16'424, 0, 281},
    Row{"reference/earlier/text", 9'900, "reference/earlier", 47'349, 1, 141},
    Row{"reference/instalment/account", 9'900, "reference/instalment/account", 31'237, 0, 148},
    Row{"reference/instalment/name", 9'900, "reference/instalment/name", 18'594, 0, 248},
    Row{"reference/instalment/text", 9'900, "reference/instalment", 49'831, 0, 93},
    Row{"reference/open/account", 9'900, "reference/open/account", 789'775, 11, 28},
    Row{"reference/open/account/several", 9'900, "reference/open", 1'430'811, 22, 25},
    Row{"reference/open/name", 9'900, "reference/open/name", 447'285, 6, 33},
    Row{"reference/open/name/several", 9'900, "reference/open", 1'430'811, 22, 25},
    Row{"reference/open/none", 9'900, "reference/open/none", 105'344, 4, 111},
    Row{"reference/open/none/several", 9'900, "reference/open", 1'430'811, 22, 25},
    Row{"reference/open/other", 9'995, "reference/open", 1'360'694, 18, 23},
    Row{"reference/open/other/several", 9'900, "reference/open", 1'430'811, 22, 25},
    Row{"reference/open/text", 9'900, "reference/open/text", 46'878, 0, 99},
    Row{"reference/open/text/several", 9'900, "reference/open", 1'430'811, 22, 25},
    Row{"reference/rounded/account", 9'900, "reference/rounded", 22'019, 0, 210},
    Row{"reference/rounded/name", 9'900, "reference/rounded", 22'019, 0, 210},
    Row{"reference/rounded/text", 9'900, "reference/rounded", 22'019, 0, 210},
    Row{"reference/together/account", 9'900, "reference/together/account", 20'635, 0, 224},
    Row{"reference/together/name", 9'900, "reference/together", 32'207, 0, 143},
    Row{"reference/together/text", 9'900, "reference/together", 32'207, 0, 143},
    Row{"repair/open/account", 9'900, "repair/open/account", 32'932, 1, 202},
    Row{"repair/open/account/several", 9'900, "repair/open", 52'392, 5, 251},
    Row{"repair/open/name", 9'995, "repair/open", 42'910, 1, 155},
    Row{"repair/open/name/several", 9'900, "repair/open", 52'392, 5, 251},
    Row{"repair/open/text", 9'900, "repair/open", 52'392, 5, 251},
    Row{"repair/open/text/several", 9'900, "repair/open", 52'392, 5, 251},
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

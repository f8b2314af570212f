// Made by `afletter-bench-accuracy --certify --seeds 24 --first-seed 21`; do not edit.
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
    Row{"account/instalment/account", 9'999, "account", 162'559, 8, 108},
    Row{"account/instalment/learnt", 9'999, "account", 162'559, 8, 108},
    Row{"account/instalment/name", 9'999, "account", 162'559, 8, 108},
    Row{"account/instalment/none", 9'999, "account", 162'559, 8, 108},
    Row{"account/instalment/other", 9'999, "account", 162'559, 8, 108},
    Row{"account/instalment/text", 9'999, "account", 162'559, 8, 108},
    Row{"account/open/account", 9'999, "account/open/account", 149'771, 8, 117},
    Row{"account/open/account/several", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/learnt", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/learnt/several", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/name", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/name/several", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/none", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/none/several", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/other", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/other/several", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/text", 9'999, "account/open", 162'559, 8, 108},
    Row{"account/open/text/several", 9'999, "account/open", 162'559, 8, 108},
    Row{"document/earlier/account", 9'900, "document/earlier/account", 15'903, 0, 290},
    Row{"document/earlier/learnt", 9'900, "document/earlier", 24'322, 1, 273},
    Row{"document/earlier/name", 9'900, "document/earlier", 24'322, 1, 273},
    Row{"document/earlier/text", 9'900, "document/earlier", 24'322, 1, 273},
    Row{"document/instalment/account", 9'900, "document/instalment/account", 47'873, 2, 176},
    Row{"document/instalment/learnt", 9'900, "document/instalment", 78'208, 3, 129},
    Row{"document/instalment/name", 9'900, "document/instalment/name", 27'352, 1, 243},
    Row{"document/instalment/text", 9'900, "document/instalment", 78'208, 3, 129},
    Row{"document/open/account", 9'900, "document/open/account", 265'272, 8, 66},
    Row{"document/open/account/several", 9'900, "document/open/account/several", 54'097, 0, 86},
    Row{"document/open/learnt", 9'900, "document/open", 528'408, 20, 63},
    Row{"document/open/learnt/several", 9'900, "document/open", 528'408, 20, 63},
    Row{"document/open/name", 9'900, "document/open/name", 149'130, 9, 126},
    Row{"document/open/name/several", 9'900, "document/open/name/several", 32'342, 1, 206},
    Row{"document/open/text", 9'900, "document/open", 528'408, 20, 63},
    Row{"document/open/text/several", 9'900, "document/open", 528'408, 20, 63},
    Row{"document/rounded/account", 9'900, "document", 677'362, 24, 57},
    Row{"document/rounded/learnt", 9'900, "document", 677'362, 24, 57},
    Row{"document/rounded/name", 9'900, "document", 677'362, 24, 57},
    Row{"document/rounded/text", 9'900, "document", 677'362, 24, 57},
    Row{"document/together/account", 9'900, "document/together/account", 21'053, 0, 219},
    Row{"document/together/learnt", 9'900, "document/together", 33'110, 0, 140},
    Row{"document/together/name", 9'900, "document/together", 33'110, 0, 140},
    Row{"document/together/text", 9'900, "document/together", 33'110, 0, 140},
    Row{"end_to_end/open/account", 9'900, "end_to_end/open/account", 721'385, 0, 7},
    Row{"end_to_end/open/account/several", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/learnt", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/learnt/several", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/name", 9'900, "end_to_end/open/name", 311'607, 0, 15},
    Row{"end_to_end/open/name/several", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/none", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/none/several", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/other", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/other/several", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/text", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"end_to_end/open/text/several", 9'900, "end_to_end/open", 1'032'992, 0, 5},
    Row{"gross/open/account", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/account/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/learnt", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/learnt/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/name", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/name/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/none", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/none/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/other", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/other/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/text", 9'900, "ours", 1'044'593, 0, 5},
    Row{"gross/open/text/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"part/open/account", 9'900, "part/open/account", 55'453, 5, 237},
    Row{"part/open/account/several", 9'900, "part/open", 88'081, 6, 166},
    Row{"part/open/learnt", 9'900, "part/open", 88'081, 6, 166},
    Row{"part/open/learnt/several", 9'900, "part/open", 88'081, 6, 166},
    Row{"part/open/name", 9'900, "part/open/name", 28'152, 1, 236},
    Row{"part/open/name/several", 9'900, "part/open", 88'081, 6, 166},
    Row{"part/open/text", 9'900, "part/open", 88'081, 6, 166},
    Row{"part/open/text/several", 9'900, "part/open", 88'081, 6, 166},
    Row{"payments/open/account", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/account/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/learnt", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/learnt/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/name", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/name/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/none", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/none/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/other", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/other/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/text", 9'900, "ours", 1'044'593, 0, 5},
    Row{"payments/open/text/several", 9'900, "ours", 1'044'593, 0, 5},
    Row{"reference/earlier/account", 9'900, "reference/earlier/account", 61'610, 4, 189},
    Row{"reference/earlier/learnt", 9'900, "reference/earlier", 95'395, 5, 138},
    Row{"reference/earlier/name", 9'900, "reference/earlier/name", 31'534, 1, 211},
    Row{"reference/earlier/text", 9'900, "reference/earlier", 95'395, 5, 138},
    Row{"reference/instalment/account", 9'900, "reference/instalment/account", 63'192, 0, 73},
    Row{"reference/instalment/learnt", 9'900, "reference/instalment", 102'121, 0, 46},
    Row{"reference/instalment/name", 9'900, "reference/instalment/name", 37'202, 0, 124},
    Row{"reference/instalment/text", 9'900, "reference/instalment", 102'121, 0, 46},
    Row{"reference/open/account", 9'900, "reference/open/account", 1'582'627, 16, 18},
    Row{"reference/open/account/several", 9'900, "reference/open/account/several", 30'212, 0, 153},
    Row{"reference/open/learnt", 9'900, "reference/open", 2'865'269, 36, 19},
    Row{"reference/open/learnt/several", 9'900, "reference/open", 2'865'269, 36, 19},
    Row{"reference/open/name", 9'900, "reference/open/name", 893'694, 11, 25},
    Row{"reference/open/name/several", 9'900, "reference/open/name/several", 17'898, 0, 258},
    Row{"reference/open/none", 9'900, "reference/open/none", 209'757, 7, 77},
    Row{"reference/open/none/several", 9'900, "reference/open", 2'865'269, 36, 19},
    Row{"reference/open/other", 9'900, "reference/open/other", 33'427, 1, 199},
    Row{"reference/open/other/several", 9'900, "reference/open", 2'865'269, 36, 19},
    Row{"reference/open/text", 9'900, "reference/open/text", 94'137, 0, 49},
    Row{"reference/open/text/several", 9'900, "reference/open", 2'865'269, 36, 19},
    Row{"reference/rounded/account", 9'900, "reference/rounded/account", 27'622, 0, 167},
    Row{"reference/rounded/learnt", 9'900, "reference/rounded", 44'383, 0, 104},
    Row{"reference/rounded/name", 9'900, "reference/rounded/name", 16'279, 0, 283},
    Row{"reference/rounded/text", 9'900, "reference/rounded", 44'383, 0, 104},
    Row{"reference/together/account", 9'900, "reference/together/account", 41'012, 0, 113},
    Row{"reference/together/learnt", 9'900, "reference/together", 64'350, 0, 72},
    Row{"reference/together/name", 9'900, "reference/together/name", 22'889, 0, 202},
    Row{"reference/together/text", 9'900, "reference/together", 64'350, 0, 72},
    Row{"repair/open/account", 9'900, "repair/open/account", 66'026, 4, 176},
    Row{"repair/open/account/several", 9'995, "repair/open", 86'572, 5, 152},
    Row{"repair/open/learnt", 9'995, "repair/open", 86'572, 5, 152},
    Row{"repair/open/learnt/several", 9'995, "repair/open", 86'572, 5, 152},
    Row{"repair/open/name", 9'995, "repair/open/name", 25'150, 1, 264},
    Row{"repair/open/name/several", 9'995, "repair/open", 86'572, 5, 152},
    Row{"repair/open/text", 9'995, "repair/open", 86'572, 5, 152},
    Row{"repair/open/text/several", 9'995, "repair/open", 86'572, 5, 152},
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

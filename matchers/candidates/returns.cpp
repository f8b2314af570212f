// The marks of a return: a reason, the reversal indicator, or a transaction code that says so.
#include "candidates/returns.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace afletter::matching {

bool is_return(const Line& line) {
    // ISO 20022 sub-families: returned transfer, unpaid direct debit; SWIFT type RTI: returned
    // item.
    constexpr std::array<std::string_view, 3> codes{"RRTN", "UPDD", "RTI"};
    return !line.detail.return_reason.empty() || line.reversal ||
           std::ranges::any_of(codes, [&line](std::string_view code) {
               return line.transaction_code.ends_with(code);
           });
}

}  // namespace afletter::matching

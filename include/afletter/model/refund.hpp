// How long a direct debit that we collected can still be taken back by the one who paid.
#pragma once

#include <afletter/model/date.hpp>
#include <afletter/model/line.hpp>

#include <optional>

namespace afletter {

// Both days count: on the day after, the right is gone.
struct RefundRight {
    Date without_reason;  // eight weeks
    Date unauthorised;    // thirteen months, when there was no mandate
    friend bool operator==(const RefundRight&, const RefundRight&) = default;
};

// Of a collection under SEPA Direct Debit Core. Credit transfers have none, nor have collections
// under the scheme for business (B2B), nor what came back.
[[nodiscard]] std::optional<RefundRight> refund_right_of(const Line& line);

}  // namespace afletter

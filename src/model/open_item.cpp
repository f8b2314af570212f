// What it takes to settle an item.
#include <afletter/assert.hpp>
#include <afletter/model/open_item.hpp>

namespace afletter {

Money settling_amount(const OpenItem& item) {
    if (item.kind == ItemKind::receivable) {
        return item.open_amount;
    }
    const auto outgoing = negated(item.open_amount);
    AFLETTER_ASSERT(outgoing.has_value());  // readers refuse the one amount without a counterpart
    return *outgoing;
}

bool is_closed(const OpenItem& item) {
    return item.open_amount.is_zero() ||
           item.open_amount.is_negative() != item.amount.is_negative();
}

}  // namespace afletter

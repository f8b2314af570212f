// Which parts of a line are kept, and in what order.
#include "packed/packed_lines.hpp"

#include <algorithm>
#include <optional>

#include "candidates/returns.hpp"
#include "packed/packing.hpp"

namespace afletter::matching {

namespace {

// The one list of what is kept, for both directions.
template <class Coder, class AnyLine>
void code(Coder& coder, AnyLine& line) {
    coder.value(line.account);
    coder.number(line.entry_index);
    coder.number(line.detail_index);
    coder.value(line.booking_date);
    coder.usual(line.value_date, line.booking_date);
    coder.value(line.amount);
    coder.value(line.reversal);
    coder.number(line.source_line);
    coder.rare(line.batch);
    coder.text(line.customer_reference);
    coder.text(line.transaction_code);
    coder.text(line.description);
    auto& detail = line.detail;
    coder.usual(detail.amount, std::optional(line.amount));
    coder.rare(detail.counterparty.iban);
    for (auto* text :
         {&detail.bank_reference, &detail.end_to_end_id, &detail.mandate_id, &detail.creditor_id,
          &detail.batch_id, &detail.counterparty.name, &detail.counterparty.ultimate_name,
          &detail.counterparty.account, &detail.counterparty.bic, &detail.structured_reference,
          &detail.remittance, &detail.return_reason, &detail.purpose}) {
        coder.text(*text);
    }
}

}  // namespace

void PackedLines::add(const Line& line) {
    next_.clear();
    Packer packer(next_);
    code(packer, line);
    places_.push_back({.id = line.id.value,
                       .bytes = chunks_.add(next_),
                       .added_as = static_cast<std::uint32_t>(places_.size()),
                       .is_reversal = line.reversal});
    if (is_return(line) && !line.detail.end_to_end_id.empty()) {
        returned_orders_.push_back(line.detail.end_to_end_id);
    }
}

std::vector<std::string> PackedLines::returned_orders() const {
    std::vector<std::string> orders = returned_orders_;
    std::ranges::sort(orders);
    const auto repeated = std::ranges::unique(orders);
    orders.erase(repeated.begin(), repeated.end());
    return orders;
}

std::vector<std::uint32_t> PackedLines::reversals() const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t index = 0; index < places_.size(); ++index) {
        if (places_[index].is_reversal) {
            found.push_back(index);
        }
    }
    return found;
}

void PackedLines::sort_by_id() {
    std::ranges::stable_sort(places_, {}, &Place::id);
}

Line PackedLines::unpack(std::uint32_t index) const {
    const Place& place = places_[index];
    Unpacker unpacker(chunks_.at(place.bytes));
    Line line{.amount = Money(0, Currency::euro()), .detail = {}};
    code(unpacker, line);
    line.id = {place.id};
    return line;
}

}  // namespace afletter::matching

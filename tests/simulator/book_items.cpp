// The items of a world as the administration exports them.
#include <afletter/model/identifiers.hpp>

#include <string_view>
#include <utility>

#include "simulator/books.hpp"
#include "simulator/items.hpp"
#include "simulator/parties.hpp"

namespace afletter::simulator {

namespace {

// As it stands on the payment slip: with dots, in groups of four, or neither.
std::string printed_reference(const World& world, std::uint32_t item) {
    std::string reference = reference_of(world, item);
    const ItemType type = world.items[item].type;
    const bool creditor = reference.starts_with("RF");
    if (reference.empty() || (!creditor && type != ItemType::dog_tax)) {
        return reference;
    }
    std::string printed;
    for (std::size_t at = 0; at < reference.size(); ++at) {
        if (at > 0 && at % 4 == 0) {
            printed += creditor ? ' ' : '.';
        }
        printed += reference[at];
    }
    return printed;
}

struct Coding {
    std::string_view gl_account;
    std::string_view taakveld;
    std::string_view cost_centre;
};
Coding coding_of(ItemType type) {
    switch (type) {
        case ItemType::assessment:
            return {"80610000", "0.61", "4100"};
        case ItemType::dog_tax:
            return {"80640000", "0.64", "4100"};
        case ItemType::rent:
            return {"83100000", "0.3", "5200"};
        case ItemType::permit:
        case ItemType::credit_note:
            return {"82300000", "8.3", "6100"};
        case ItemType::collection:
            return {"80730000", "7.3", "4100"};
        case ItemType::supplier_invoice:
            break;
    }
    return {"43800000", "0.4", "1000"};
}

// An item that was collected or paid by us knows by which order.
struct Order {
    std::string mandate_id;
    std::string end_to_end_id;
    std::string batch_id;
};
Order order_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    const bool collected = it.type == ItemType::collection;
    Order order;
    if (collected) {
        order.mandate_id = mandate_id_of(world, item);
    }
    if (it.batch != 0) {
        order.batch_id = batch_id_of(collected, it.batch);
    }
    if (it.batch != 0 || it.type == ItemType::supplier_invoice) {
        order.end_to_end_id = end_to_end_id_of(world, item);
    }
    return order;
}

}  // namespace

OpenItem open_item_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    const Coding coding = coding_of(it.type);
    Order order = order_of(world, item);
    std::vector<Iban> ibans;
    for (const std::string& iban : known_ibans(world, it.party)) {
        ibans.push_back(Iban::parse(iban).value());
    }
    return {.item_id = item_id(item),
            .kind = is_receivable(it.type) ? ItemKind::receivable : ItemKind::payable,
            .party_id = party_id(world, it.party),
            .party_name = ledger_name(world, it.party),
            .party_ibans = std::move(ibans),
            .document_number = document_number_of(world, item),
            .reference = printed_reference(world, item),
            .issue_date = Date(it.issued),
            .due_date = Date(due_date_of(it)),
            .amount = Money(it.amount, Currency::euro()),
            .open_amount = Money(it.open, Currency::euro()),
            .description = description_of(world, item),
            .mandate_id = std::move(order.mandate_id),
            .end_to_end_id = std::move(order.end_to_end_id),
            .batch_id = std::move(order.batch_id),
            .gl_account = std::string(coding.gl_account),
            .taakveld = std::string(coding.taakveld),
            .cost_centre = std::string(coding.cost_centre)};
}

}  // namespace afletter::simulator

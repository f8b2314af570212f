// The names and the two mixtures of the kinds of lines, in one table.
#include "simulator/kinds.hpp"

#include <afletter/assert.hpp>

namespace afletter::simulator {

namespace {

struct KindRow {
    LineKind kind;
    std::string_view name;
    std::uint32_t ordinary;  // of 1,000 draws
    std::uint32_t nasty;
};

constexpr std::array<KindRow, kind_count> table{{
    {LineKind::structured_reference, "structured_reference", 430, 60},
    {LineKind::typed_reference, "typed_reference", 130, 60},
    {LineKind::document_number, "document_number", 65, 40},
    {LineKind::bare_document_number, "bare_document_number", 15, 40},
    {LineKind::known_account, "known_account", 60, 60},
    {LineKind::third_party_reference, "third_party_reference", 45, 50},
    {LineKind::third_party_no_reference, "third_party_no_reference", 7, 40},
    {LineKind::mistyped_reference, "mistyped_reference", 9, 70},
    {LineKind::reference_of_other_item, "reference_of_other_item", 3, 40},
    {LineKind::several_items_named, "several_items_named", 20, 40},
    {LineKind::several_items_not_named, "several_items_not_named", 8, 40},
    {LineKind::instalment, "instalment", 30, 40},
    {LineKind::overpaid, "overpaid", 7, 30},
    {LineKind::equal_twins, "equal_twins", 12, 40},
    {LineKind::joint_payer, "joint_payer", 15, 30},
    {LineKind::mangled_name, "mangled_name", 10, 40},
    {LineKind::netted_credit_note, "netted_credit_note", 3, 20},
    {LineKind::missing_item_reference, "missing_item_reference", 6, 40},
    {LineKind::missing_item_no_reference, "missing_item_no_reference", 4, 40},
    {LineKind::collection_batch, "collection_batch", 3, 6},
    {LineKind::collection_detail, "collection_detail", 4, 6},
    {LineKind::collection_net_of_rejects, "collection_net_of_rejects", 1, 10},
    {LineKind::supplier_payment, "supplier_payment", 60, 40},
    {LineKind::supplier_batch, "supplier_batch", 4, 6},
    {LineKind::duplicate_payment, "duplicate_payment", 6, 40},
    {LineKind::collection_return, "collection_return", 8, 30},
    {LineKind::supplier_return, "supplier_return", 2, 15},
    {LineKind::unknown_receipt, "unknown_receipt", 14, 40},
    {LineKind::bank_charges, "bank_charges", 4, 6},
    {LineKind::interest, "interest", 1, 3},
    {LineKind::own_transfer, "own_transfer", 3, 6},
    {LineKind::treasury_sweep, "treasury_sweep", 11, 12},
}};

const KindRow& row_of(LineKind kind) {
    const KindRow& row = table[static_cast<std::size_t>(kind)];
    AFLETTER_ASSERT(row.kind == kind);
    return row;
}

}  // namespace

std::string_view name_of(LineKind kind) {
    return row_of(kind).name;
}

std::optional<Mix> mix_named(std::string_view name) {
    if (name != "ordinary" && name != "nasty") {
        return std::nullopt;
    }
    Mix mix{.name = name == "nasty" ? "nasty" : "ordinary", .weights = {}};
    for (std::size_t place = 0; place < kind_count; ++place) {
        mix.weights[place] = name == "nasty" ? table[place].nasty : table[place].ordinary;
    }
    return mix;
}

}  // namespace afletter::simulator

// The names and the mixtures of the kinds of lines, in one table.
#include "simulator/kinds.hpp"

#include <afletter/assert.hpp>

#include <algorithm>

namespace afletter::simulator {

namespace {

struct KindRow {
    LineKind kind;
    std::string_view name;
    std::array<std::uint32_t, mix_names.size()> weights;  // by mix, of about 1,000 draws
};

constexpr std::array<KindRow, kind_count> table{{
    {LineKind::structured_reference, "structured_reference", {430, 60, 330, 250}},
    {LineKind::typed_reference, "typed_reference", {130, 60, 150, 130}},
    {LineKind::document_number, "document_number", {65, 40, 90, 90}},
    {LineKind::bare_document_number, "bare_document_number", {15, 40, 15, 15}},
    {LineKind::known_account, "known_account", {60, 60, 110, 60}},
    {LineKind::third_party_reference, "third_party_reference", {45, 50, 40, 40}},
    {LineKind::third_party_no_reference, "third_party_no_reference", {7, 40, 15, 10}},
    {LineKind::mistyped_reference, "mistyped_reference", {9, 70, 20, 12}},
    {LineKind::reference_of_other_item, "reference_of_other_item", {3, 40, 4, 4}},
    {LineKind::several_items_named, "several_items_named", {20, 40, 20, 20}},
    {LineKind::several_items_not_named, "several_items_not_named", {8, 40, 10, 10}},
    {LineKind::instalment, "instalment", {30, 40, 30, 25}},
    {LineKind::overpaid, "overpaid", {7, 30, 8, 15}},
    {LineKind::equal_twins, "equal_twins", {12, 40, 15, 12}},
    {LineKind::joint_payer, "joint_payer", {15, 30, 40, 15}},
    {LineKind::mangled_name, "mangled_name", {10, 40, 40, 15}},
    {LineKind::netted_credit_note, "netted_credit_note", {3, 20, 3, 3}},
    {LineKind::missing_item_reference, "missing_item_reference", {6, 40, 8, 6}},
    {LineKind::missing_item_no_reference, "missing_item_no_reference", {4, 40, 6, 4}},
    {LineKind::collection_batch, "collection_batch", {3, 6, 2, 3}},
    {LineKind::collection_detail, "collection_detail", {4, 6, 1, 3}},
    {LineKind::collection_net_of_rejects, "collection_net_of_rejects", {1, 10, 1, 1}},
    {LineKind::supplier_payment, "supplier_payment", {60, 40, 5, 40}},
    {LineKind::supplier_batch, "supplier_batch", {4, 6, 1, 3}},
    {LineKind::duplicate_payment, "duplicate_payment", {6, 40, 8, 8}},
    {LineKind::collection_return, "collection_return", {8, 30, 3, 8}},
    {LineKind::supplier_return, "supplier_return", {2, 15, 1, 2}},
    {LineKind::unknown_receipt, "unknown_receipt", {14, 40, 14, 14}},
    {LineKind::bank_charges, "bank_charges", {4, 6, 2, 4}},
    {LineKind::interest, "interest", {1, 3, 1, 1}},
    {LineKind::own_transfer, "own_transfer", {3, 6, 2, 3}},
    {LineKind::treasury_sweep, "treasury_sweep", {11, 12, 4, 8}},
    {LineKind::earlier_balance, "earlier_balance", {0, 0, 5, 140}},
    {LineKind::part_paid, "part_paid", {0, 0, 5, 30}},
    {LineKind::item_over_lines, "item_over_lines", {0, 0, 3, 10}},
    {LineKind::provider_payment, "provider_payment", {0, 0, 0, 0}},
    {LineKind::bailiff_payment, "bailiff_payment", {0, 0, 0, 0}},
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
    const auto found = std::ranges::find(mix_names, name);
    if (found == mix_names.end()) {
        return std::nullopt;
    }
    Mix mix{.name = *found, .weights = {}, .equal_amounts = name == "mass"};
    for (std::size_t place = 0; place < kind_count; ++place) {
        mix.weights[place] =
            table[place].weights[static_cast<std::size_t>(found - mix_names.begin())];
    }
    return mix;
}

}  // namespace afletter::simulator

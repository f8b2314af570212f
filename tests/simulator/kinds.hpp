// What can happen on a bank account of a municipality: the kinds of lines, and in what mixture
// they come. The planner draws a kind and makes it true; reports count by it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afletter::simulator {

// The order matters in one way: what repeats or returns a payment comes after what it repeats.
enum class LineKind : std::uint8_t {
    structured_reference,       // the item's reference, in the field that is made for it
    typed_reference,            // the item's reference typed in the text, with blanks or dots
    document_number,            // the item's document number in the text
    bare_document_number,       // only its digits, or a part of them
    known_account,              // no reference; the account is in the books
    third_party_reference,      // a partner, administrator or bookkeeper pays, with the reference
    third_party_no_reference,   // the same, without
    mistyped_reference,         // a digit wrong, swapped, lost or too many
    reference_of_other_item,    // a good reference, of another item of the same party
    several_items_named,        // one payment, its items named
    several_items_not_named,    // one payment, its items not named
    instalment,                 // part of an item
    overpaid,                   // more than the item
    equal_twins,                // the party has several items of this amount; no reference
    joint_payer,                // paid from a joint account in two names
    mangled_name,               // nothing but a name, cut or in capitals, and the amount
    netted_credit_note,         // invoice less credit note
    missing_item_reference,     // the item never reached the ledger; its reference is given
    missing_item_no_reference,  // the same, without
    collection_batch,           // our direct debits as one entry
    collection_detail,          // our direct debits as one entry that the bank itemises
    collection_net_of_rejects,  // one entry, less what was refused; not said which
    supplier_payment,           // our transfer, with its EndToEndId
    supplier_batch,             // our transfers as one entry
    duplicate_payment,          // paid again
    collection_return,          // a direct debit comes back
    supplier_return,            // a transfer of ours comes back
    unknown_receipt,            // no item anywhere
    bank_charges,
    interest,
    own_transfer,      // between two accounts of ours, a line on each
    treasury_sweep,    // to or from the treasury
    earlier_balance,   // what was due before costs were added
    part_paid,         // less than is due, for no reason given
    item_over_lines,   // one item, paid by several lines of any amount
    provider_payment,  // through a payment provider, whose account stands there
    bailiff_payment,   // a bailiff passes on what it collected
};
inline constexpr std::size_t kind_count = static_cast<std::size_t>(LineKind::bailiff_payment) + 1;

[[nodiscard]] std::string_view name_of(LineKind kind);

// How often each kind is drawn, in whatever unit; an entry of many lines is drawn once.
struct Mix {
    std::string_view name;
    std::array<std::uint32_t, kind_count> weights{};
    bool equal_amounts = false;  // nearly every bill shares its amount with others
};
// `ordinary`: a year in which most people use their payment slip. `nasty`: every trap many times.
// `mass`: the weeks after the yearly bill, when amounts tell nothing. `states`: much is paid as it
// stood earlier, or in part.
inline constexpr auto mix_names =
    std::to_array<std::string_view>({"ordinary", "nasty", "mass", "states"});
[[nodiscard]] std::optional<Mix> mix_named(std::string_view name);

}  // namespace afletter::simulator

// An item of the books that a bank line may settle: an assessment, an invoice, a payment order.
#pragma once

#include <afletter/model/date.hpp>
#include <afletter/model/identifiers.hpp>
#include <afletter/model/money.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

enum class ItemKind : std::uint8_t {
    receivable,  // we are owed; settled by money that comes in
    payable,     // we owe; settled by money that goes out
};
[[nodiscard]] std::string_view name_of(ItemKind kind);

struct OpenItem {
    std::string item_id;  // unique in the administration
    ItemKind kind = ItemKind::receivable;
    std::string party_id;
    std::string party_name;
    std::vector<Iban> party_ibans;
    std::string document_number;  // as printed
    std::string reference;        // structured reference, as printed
    Date issue_date;
    std::optional<Date> due_date;
    Money amount;       // as the source has it: a credit note is negative
    Money open_amount;  // still open; from the ledger: less what has been allocated since
    std::vector<Money> earlier_balances;  // of before, as its source named them; each once
    std::string description;
    std::string mandate_id;
    std::string end_to_end_id;
    std::string batch_id;
    std::string gl_account;
    std::string taakveld;  // text: 0.10 is not 0.1
    std::string cost_centre;
};

// The bank amount that would settle the item: open_amount with the sign of the money's direction.
[[nodiscard]] Money settling_amount(const OpenItem& item);
// Nothing left to settle, or settled beyond its amount.
[[nodiscard]] bool is_closed(const OpenItem& item);

}  // namespace afletter

// Where the dialects of field 86 put what they find: each piece has one place in the detail of the
// entry, and what has none is kept as "KEY=value", so that nothing of the field is lost.
#pragma once

#include <afletter/model/statement.hpp>

#include <string>
#include <string_view>

namespace afletter::mt940 {

class Placer {
  public:
    Placer(Entry& entry, TransactionDetail& detail) : entry_(entry), detail_(detail) {}

    [[nodiscard]] const Entry& entry() const { return entry_; }
    [[nodiscard]] const TransactionDetail& detail() const { return detail_; }
    [[nodiscard]] const Counterparty& counterparty() const { return detail_.counterparty; }
    [[nodiscard]] bool came_in() const { return !entry_.amount.is_negative(); }
    // False when nothing was found that belongs into a detail.
    [[nodiscard]] bool has_detail() const { return has_detail_; }

    // Says that all values from here on are parts of `text`, so that blanks are looked for once.
    void expect_parts_of(std::string_view text);
    // Says whether they are parts of texts without a tab and without two blanks together.
    void expect_single_spaced(bool is_single_spaced) { is_single_spaced_ = is_single_spaced; }
    [[nodiscard]] bool expects_single_spaced() const { return is_single_spaced_; }

    // One member each. The first value is the bank's; a later one, and one that cannot be what the
    // key says, is kept under its key.
    void name(std::string_view key, std::string_view value);
    void ultimate_name(std::string_view key, std::string_view value);
    void account(std::string_view key, std::string_view value);  // an IBAN or another number
    void iban(std::string_view key, const Iban& iban, std::string_view written);
    void bic(std::string_view key, std::string_view value);
    void bank_reference(std::string_view key, std::string_view value);
    void end_to_end_id(std::string_view key, std::string_view value);
    void mandate_id(std::string_view key, std::string_view value);
    void creditor_id(std::string_view key, std::string_view value);
    void batch_id(std::string_view key, std::string_view value);
    void batch_count(std::string_view key, std::string_view value);    // "0000012"
    void batch_booking(std::string_view key, std::string_view value);  // "BRUTO"
    void structured_reference(std::string_view key, std::string_view value);
    void purpose(std::string_view key, std::string_view value);
    void return_reason(std::string_view key, std::string_view value);  // "MS03", "MS03/text"
    void unlisted_return_reason(std::string_view number);
    void exchange_rate(std::string_view key, std::string_view value);
    // "EUR11,85", "11,85": what was ordered, and what was charged for it, without signs.
    void original_amount(std::string_view key, std::string_view value);
    void charges(std::string_view key, std::string_view value);

    void remittance(std::string_view text);     // pieces follow each other with a blank
    void keep_of_remittance(std::size_t size);  // when the rest only repeats other members
    void other(std::string_view key, std::string_view value);
    // Of the booking as a whole, and what no dialect explains.
    void describe(std::string_view text);

    // After the last piece: gives charges the sign that the booked amount proves, and a batch the
    // count that stands in ING's text.
    void finish();

  private:
    void sign_charges();
    void count_batch();
    void text(std::string& member, std::string_view key, std::string_view value);
    void reference(std::string& member, std::string_view key, std::string_view value);
    void place(std::string& member, std::string_view key, std::string_view trimmed_value);
    void append(std::string& member, std::string_view trimmed_value) const;

    Entry& entry_;
    TransactionDetail& detail_;
    bool has_detail_ = false;
    bool is_single_spaced_ = false;
};

}  // namespace afletter::mt940

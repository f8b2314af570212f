// What the CAMT reader takes from a message: groups of elements, and in each the fields that have a
// meaning of their own. paths.cpp says where each stands in every version.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace afletter::camt {

// Elements that are read as a whole, from their start to their end.
enum class Group : std::uint8_t {
    envelope,   // whatever is around a message
    message,    // BkToCstmrStmt, BkToCstmrAcctRpt, BkToCstmrDbtCdtNtfctn
    statement,  // Stmt, Rpt, Ntfctn
    balance,    // Bal
    entry,      // Ntry
    batch,      // Btch
    transaction,
    returned,  // RtrInf: that it is there says something, even when it is empty
};

// The fields of all groups. A field that repeats keeps all its values.
enum class Field : std::uint8_t {
    other,  // has no meaning of its own; it is kept with its path

    // message
    message_created,
    message_page,
    message_last_page,

    // statement
    statement_id,
    sequence,
    statement_created,
    page,
    last_page,
    account_iban,
    account_number,
    account_currency,
    account_owner,
    account_servicer,
    statement_information,
    summary_count,
    summary_credit_count,
    summary_credit_sum,
    summary_debit_count,
    summary_debit_sum,

    // balance, entry, transaction
    amount,
    direction,

    // balance
    balance_type,
    balance_date,

    // entry
    entry_reference,
    reversal,
    status,
    booking_date,
    value_date,
    entry_information,

    // entry, transaction
    bank_reference,
    code_domain,
    code_family,
    code_sub_family,
    code_proprietary,
    instructed_amount,
    transaction_amount,
    counter_value,
    exchange_rate,
    charges_total,
    charge_amount,
    charge_direction,

    // batch
    batch_count,
    batch_sum,

    // batch, transaction
    payment_information_id,
    message_id,

    // transaction
    end_to_end_id,
    mandate_id,
    transaction_information,
    purpose,
    return_given,
    return_reason,
    return_information,
    creditor_scheme_id,
    creditor_scheme,
    unstructured,
    structured_reference,
    document_number,
    structured_information,
    debtor_name,
    debtor_ultimate_name,
    debtor_iban,
    debtor_number,
    debtor_agent,
    creditor_name,
    creditor_ultimate_name,
    creditor_iban,
    creditor_number,
    creditor_agent,
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::creditor_agent) + 1;

// Some of the fields, such as those whose values found no place of their own.
class FieldSet {
  public:
    constexpr FieldSet() = default;
    constexpr FieldSet(std::initializer_list<Field> fields) {
        for (const Field field : fields) {
            add(field);
        }
    }
    constexpr void add(Field field) { words_[word_of(field)] |= bit_of(field); }
    [[nodiscard]] constexpr bool has(Field field) const {
        return (words_[word_of(field)] & bit_of(field)) != 0;
    }
    [[nodiscard]] constexpr bool has_any(const FieldSet& others) const {
        return ((words_[0] & others.words_[0]) | (words_[1] & others.words_[1])) != 0;
    }

  private:
    static constexpr std::size_t word_size = 64;
    static_assert(field_count <= 2 * word_size);
    [[nodiscard]] static constexpr std::size_t word_of(Field field) {
        return static_cast<std::size_t>(field) / word_size;
    }
    [[nodiscard]] static constexpr std::uint64_t bit_of(Field field) {
        return std::uint64_t{1} << (static_cast<std::size_t>(field) % word_size);
    }

    std::array<std::uint64_t, 2> words_{};
};

// A path of local names below the group's own element, and what stands there.
struct FieldPath {
    std::string_view path;
    Field field = Field::other;
    std::uint8_t rank = 0;  // of several places of one field, the lowest that is given counts
};
[[nodiscard]] std::span<const FieldPath> fields_of(Group group);

// A group inside another one.
struct GroupPath {
    Group outer = Group::envelope;
    std::string_view path;
    Group inner = Group::envelope;
};
[[nodiscard]] std::span<const GroupPath> groups();

// The containers, whose names carried a version at first (BkToCstmrAcctRptV01).
struct Container {
    std::string_view prefix;
    std::string_view format;  // when the namespace does not name it
};
// Null when the name is that of another element.
[[nodiscard]] const Container* container_named(std::string_view local_name);

}  // namespace afletter::camt

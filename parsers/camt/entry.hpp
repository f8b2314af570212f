// Ntry -> Entry.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include "camt/batch.hpp"
#include "camt/details_check.hpp"
#include "camt/transaction.hpp"
#include "camt/values.hpp"

namespace afletter::camt {

// Reads one entry after another into the same Entry.
class EntryReader {
  public:
    EntryReader(Reading& reading, const Owner& owner, std::optional<Currency> account_currency);

    void begin(std::uint32_t index);
    void add_batch(const Record& batch);
    // `head` is what was read of the entry so far.
    void add_transaction(const Record& head, const Record& transaction);
    // The entry; null when an error was reported. It holds until the next begin().
    [[nodiscard]] const Entry* finish(const Record& head);

  private:
    void read_context(const Record& head);
    void check_currency(const Record& head, const Fact& amount, const Money& money);
    [[nodiscard]] std::optional<EntryStatus> read_status(const Record& head);
    void fill(const Record& head, EntryStatus status);
    [[nodiscard]] FieldSet read_code(const Record& head, const Record& transaction);
    [[nodiscard]] std::optional<Date> read_day(const Record& head, Field field, FieldSet& unsaid);
    [[nodiscard]] TransactionDetail& next_detail();

    Reading& reading_;
    const Owner& owner_;
    std::optional<Currency> account_currency_;

    Entry entry_;
    std::uint32_t batches_ = 0;
    std::size_t details_ = 0;  // filled ones of entry_.details
    bool is_readable_ = true;  // false after an error
    std::optional<EntryContext> context_;
    DetailsCheck check_;
    std::string transaction_code_;  // of the first transaction
    // AddtlTxInf of the first transaction, while it is the only one.
    std::string information_;
};

}  // namespace afletter::camt

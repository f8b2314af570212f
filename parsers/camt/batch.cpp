// A batch says as much as it says well: its totals are no proof of an entry, so nothing is
// reported.
#include "camt/batch.hpp"

#include <charconv>
#include <string_view>

namespace afletter::camt {

namespace {

constexpr std::uint32_t count_max = 1'000'000'000;  // Max15NumericText; nobody books as many

std::uint32_t read_count(std::string_view text) {
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool is_count = error == std::errc() && end == text.data() + text.size();
    return is_count && count <= count_max ? count : 0;
}

std::optional<Money> read_sum(const Record& batch,
                              const std::optional<Currency>& account_currency) {
    const Fact* const sum = batch.find(Field::batch_sum);
    const std::string_view direction = batch.text(Field::direction);
    if (sum == nullptr || !account_currency || (direction != "CRDT" && direction != "DBIT") ||
        batch.attribute_of(*sum) != account_currency->code()) {
        return std::nullopt;
    }
    const auto amount = parse_iso20022_amount(sum->text(), *account_currency);
    if (!amount) {
        return std::nullopt;
    }
    return direction == "DBIT" ? Money(-amount->minor_units(), *account_currency) : *amount;
}

}  // namespace

BatchTotals read_batch_totals(const Record& batch, const std::optional<Currency>& account_currency,
                              FieldSet& unsaid) {
    const BatchTotals totals{.transactions = read_count(batch.text(Field::batch_count)),
                             .amount = read_sum(batch, account_currency)};
    if (totals.transactions == 0) {
        unsaid.add(Field::batch_count);
    }
    if (!totals.amount) {
        unsaid.add(Field::batch_sum);
        unsaid.add(Field::direction);
    }
    return totals;
}

void tell_totals(const BatchTotals& totals, std::string& other) {
    if (totals.transactions != 0) {
        add_piece(other, "Btch/NbOfTxs", std::to_string(totals.transactions));
    }
    if (totals.amount) {
        const bool went_out = totals.amount->is_negative();
        const auto sum = went_out ? negated(*totals.amount).value() : *totals.amount;
        add_piece(other, "Btch/TtlAmt", to_decimal(sum) + " " + std::string(sum.currency().code()));
        add_piece(other, "Btch/CdtDbtInd", went_out ? "DBIT" : "CRDT");
    }
}

}  // namespace afletter::camt

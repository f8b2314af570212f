// Compares what a message says of its entries with the entries.
#include "mt940/entry_sums.hpp"

#include <charconv>

#include <fmt/format.h>

#include "money_sum.hpp"
#include "mt940/amount.hpp"

namespace afletter::mt940 {

namespace {

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

Money magnitude_of(const Money& amount) {
    return amount.is_negative() ? negated(amount).value_or(amount) : amount;
}

}  // namespace

EntrySums::Sum EntrySums::Side::all() const {
    Sum sum = booked;
    sum.count += expected.count;
    sum.is_possible =
        booked.is_possible && expected.is_possible && add_to(sum.amount, expected.amount);
    return sum;
}

void EntrySums::note(const Field& field, FieldFindings& findings) {
    constexpr std::size_t said_count_max = 8;  // one each is what the standard has
    const Result<EntrySumText, GrammarFault> text = parse_entry_sum(field.value);
    if (!text) {
        findings.warn(field, text.error());
        return;
    }
    if (said_.size() < said_count_max) {
        const auto currency = Currency::parse(text->currency);
        const auto amount = parse_amount(text->amount, currency ? *currency : currency_);
        said_.push_back({field.option, found(field.value), number_of(text->count),
                         amount ? std::optional(amount->amount) : std::nullopt,
                         findings.spot_of(field)});
    }
}

void EntrySums::judge(FieldFindings& findings) const {
    for (const Said& said : said_) {
        judge(said, findings);
    }
}

void EntrySums::judge(const Said& said, FieldFindings& findings) const {
    const Side& side = said.side == 'D' ? debits_ : credits_;
    const Sum all = side.all();
    if (!all.is_possible) {
        return;
    }
    const auto agrees = [&said](const Sum& sum) {
        return sum.count == said.count && magnitude_of(sum.amount) == said.amount;
    };
    if (agrees(all) || agrees(side.booked)) {
        return;
    }
    const Money sum = magnitude_of(all.amount);
    findings.add(Severity::warning, "mt940.90.sum", said.spot,
                 {"sum",
                  fmt::format("expected the number and sum of the {} entries, {} and {} {}, found "
                              "{}",
                              said.side == 'D' ? "debit" : "credit", all.count,
                              sum.currency().code(), to_decimal(sum), said.text),
                  "An entry is missing or an amount was changed. Compare with the bank's copy.",
                  {}});
}

}  // namespace afletter::mt940

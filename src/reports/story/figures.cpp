// Weights, percentages and differences of amounts, each printed in one way.
#include "story/figures.hpp"

#include <afletter/model/money.hpp>

#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

namespace afletter::rendering {

std::string amount_difference(const Evidence& amount) {
    const Currency any = Currency::euro().with_minor_digits(3);  // what they are in does not matter
    const auto bank = parse_decimal(amount.bank_text, any);
    const auto ledger = parse_decimal(amount.ledger_text, any);
    if (!bank || !ledger) {
        return {};
    }
    const auto difference = checked_subtract(*bank, *ledger);
    if (!difference) {
        return {};
    }
    std::string text = to_decimal(Money(std::abs(difference->minor_units()), any));
    const std::size_t digits = amount.bank_text.size() - amount.bank_text.find('.');
    if (amount.bank_text.find('.') == std::string::npos) {
        return text.substr(0, text.find('.'));
    }
    return text.substr(0, text.find('.') + digits);
}

std::string weight_text(MilliNats weight) {
    const std::int64_t size = std::abs(weight);
    const char* const sign = weight > 0 ? "+" : weight < 0 ? "-" : "";
    return fmt::format("{}{}.{:03}", sign, size / 1'000, size % 1'000);
}

std::string percent_text(int ten_thousandths) {
    return fmt::format("{}.{:02} %", ten_thousandths / 100, ten_thousandths % 100);
}

}  // namespace afletter::rendering

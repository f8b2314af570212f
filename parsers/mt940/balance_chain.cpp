// Remembers the last statement of each account.
#include "mt940/balance_chain.hpp"

namespace afletter::mt940 {

namespace {

// Balance reports (MT941) have a chain of their own, and so has each currency that an account is
// held in.
std::string key_of(const StatementHeader& header, Currency currency) {
    const AccountIdentification& account = header.account;
    const std::string number = account.iban ? std::string(account.iban->text()) : account.other;
    return header.format + " " + number + " " + std::string(currency.code());
}

}  // namespace

std::optional<Money> BalanceChain::add(const StatementHeader& header, const Money& opening,
                                       const Money& closing) {
    const std::string key = key_of(header, opening.currency());
    const auto last = last_.find(key);
    if (last == last_.end()) {
        if (last_.size() < account_count_max) {
            last_.emplace(key, Link{opening, closing});
        }
        return std::nullopt;
    }
    const Link before = last->second;
    last->second = {opening, closing};
    const bool follows = opening == before.closing || closing == before.opening;
    return follows ? std::nullopt : std::optional(before.closing);
}

}  // namespace afletter::mt940

// Two ways to write one account: the IBAN, and the number that was there before it.
#include "candidates/own_accounts.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <string_view>

namespace afletter::matching {

namespace {

// Shorter numbers were given out by more than one bank.
constexpr std::size_t number_min = 9;

// Its digits without leading zeros; empty when it is no old account number.
std::string old_number(std::string_view text) {
    std::string digits;
    for (const char letter : text) {
        if (is_digit(letter)) {
            digits += letter;
        } else if (letter != ' ' && letter != '.' && letter != '-') {
            return {};
        }
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.size() < number_min ? std::string() : digits;
}

// ISO 13616, the Netherlands: NL, two check digits, four letters of the bank, ten digits.
std::string number_of_iban(std::string_view iban) {
    constexpr std::size_t before_number = 8;
    return iban.starts_with("NL") ? old_number(iban.substr(before_number)) : std::string();
}

}  // namespace

OwnAccounts::OwnAccounts(std::span<const OwnAccount> accounts) {
    for (const OwnAccount& account : accounts) {
        add(account);
    }
}

void OwnAccounts::add(const OwnAccount& account) {
    const auto next = static_cast<OwnIndex>(accounts_.size());
    const auto [known, is_new] = by_identification_.try_emplace(account.identification, next);
    if (is_new) {
        accounts_.push_back({.identification = account.identification});
        if (Iban::parse(account.identification)) {
            add(numbers_of_ibans_, number_of_iban(account.identification), next);
        } else {
            add(bare_numbers_, old_number(account.identification), next);
        }
    }
    if (account.id) {
        accounts_[known->second].is_imported = true;
        by_id_.emplace(*account.id, known->second);
    }
}

void OwnAccounts::add(Numbers& numbers, std::string number, OwnIndex index) {
    if (number.empty()) {
        return;
    }
    const auto [known, is_new] = numbers.try_emplace(std::move(number), index);
    if (!is_new) {
        known->second.reset();
    }
}

std::optional<OwnIndex> OwnAccounts::find(const Numbers& numbers, const std::string& number) {
    const auto found = numbers.find(number);
    return found == numbers.end() ? std::nullopt : found->second;
}

std::optional<OwnIndex> OwnAccounts::account_of(const Line& line) const {
    const auto found = by_id_.find(line.account);
    return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<OwnIndex> OwnAccounts::counterparty_of(const Line& line) const {
    const Counterparty& counterparty = line.detail.counterparty;
    const std::string text =
        counterparty.iban ? std::string(counterparty.iban->text()) : counterparty.account;
    if (text.empty()) {
        return std::nullopt;
    }
    if (const auto found = by_identification_.find(text); found != by_identification_.end()) {
        return found->second;
    }
    if (counterparty.iban) {
        return find(bare_numbers_, number_of_iban(text));
    }
    const std::string number = old_number(text);
    const auto bare = find(bare_numbers_, number);
    return bare ? bare : find(numbers_of_ibans_, number);
}

}  // namespace afletter::matching

// Which of our own accounts a line is on, and which its counterparty is.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/model/own_account.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace afletter::matching {

// An account in any currency.
using OwnIndex = std::uint32_t;

class OwnAccounts {
  public:
    explicit OwnAccounts(std::span<const OwnAccount> accounts);

    [[nodiscard]] bool empty() const { return accounts_.empty(); }
    [[nodiscard]] const std::string& identification(OwnIndex index) const {
        return accounts_[index].identification;
    }
    // Whether its statements come here.
    [[nodiscard]] bool is_imported(OwnIndex index) const { return accounts_[index].is_imported; }

    [[nodiscard]] std::optional<OwnIndex> account_of(const Line& line) const;
    // By IBAN, or by the number of before IBAN, which Dutch IBANs end with.
    [[nodiscard]] std::optional<OwnIndex> counterparty_of(const Line& line) const;

  private:
    struct Account {
        std::string identification;
        bool is_imported = false;
    };
    // Old numbers of different banks may be the same; such a number is nobody's.
    using Numbers = std::unordered_map<std::string, std::optional<OwnIndex>>;
    void add(const OwnAccount& account);
    static void add(Numbers& numbers, std::string number, OwnIndex index);
    [[nodiscard]] static std::optional<OwnIndex> find(const Numbers& numbers,
                                                      const std::string& number);

    std::vector<Account> accounts_;
    std::unordered_map<std::string, OwnIndex> by_identification_;
    std::unordered_map<AccountId, OwnIndex> by_id_;
    Numbers numbers_of_ibans_;  // the numbers that IBANs of ours end with
    Numbers bare_numbers_;      // of accounts that are known by nothing else
};

}  // namespace afletter::matching

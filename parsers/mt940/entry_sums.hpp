// Fields 90C and 90D: how many entries a message has and what they sum to, and whether they do.
#pragma once

#include <afletter/model/statement.hpp>
#include <afletter/result.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "money_sum.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/grammar_fault.hpp"
#include "mt940/subfields.hpp"

namespace afletter::mt940 {

// The subfields as the file has them.
struct EntrySumText {
    std::string_view count;
    std::string_view currency;
    Decimal amount;
};
[[nodiscard]] Result<EntrySumText, GrammarFault> parse_entry_sum(std::string_view field);

// Counts and sums the entries of one statement by their sides.
class EntrySums {
  public:
    explicit EntrySums(Currency currency)
        : currency_(currency), credits_(currency), debits_(currency) {}

    void add(const Entry& entry) {
        Side& side = entry.amount.is_negative() ? debits_ : credits_;
        (entry.status == EntryStatus::booked ? side.booked : side.expected).add(entry.amount);
    }
    // A :90C: or :90D:, which may stand before the entries as well as behind them.
    void note(const Field& field, FieldFindings& findings);
    // Warns when what they say is neither so of all entries nor of the booked ones: banks differ
    // on whether expected entries count.
    void judge(FieldFindings& findings) const;

  private:
    struct Sum {
        std::uint64_t count = 0;
        Money amount;
        bool is_possible = true;  // in one currency, and without an overflow

        explicit Sum(Currency currency) : amount(0, currency) {}
        void add(const Money& other) {
            ++count;
            is_possible = is_possible && add_to(amount, other);
        }
    };
    struct Side {
        Sum booked;
        Sum expected;

        explicit Side(Currency currency) : booked(currency), expected(currency) {}
        [[nodiscard]] Sum all() const;
    };

    // What the message says.
    struct Said {
        char side = '\0';
        std::string text;
        std::uint64_t count = 0;
        std::optional<Money> amount;
        Spot spot;
    };
    void judge(const Said& said, FieldFindings& findings) const;

    Currency currency_;
    Side credits_;
    Side debits_;
    std::vector<Said> said_;
};

}  // namespace afletter::mt940

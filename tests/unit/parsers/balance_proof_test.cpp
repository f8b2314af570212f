// The sum of booked entries against the balances.
#include <limits>

#include "balance_proof.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

Balance balance(std::int64_t cents, Currency currency = Currency::euro()) {
    return {Money(cents, currency), std::nullopt, BalanceKind::booked};
}

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

}  // namespace

TEST_CASE("the proof holds when opening and booked entries are the closing balance",
          "[parsers][balance]") {
    BalanceProof proof;
    proof.add(Money(1250, Currency::euro()), EntryStatus::booked);
    proof.add(Money(-250, Currency::euro()), EntryStatus::booked);
    CHECK(proof.holds(balance(0), balance(1000)) == true);
    CHECK(proof.holds(balance(0), balance(1001)) == false);
    CHECK(proof.difference(balance(0), balance(1001)) == Money(1, Currency::euro()));
    CHECK(proof.difference(balance(0), balance(999)) == Money(-1, Currency::euro()));
}

TEST_CASE("a statement without entries keeps its balance", "[parsers][balance]") {
    CHECK(BalanceProof().holds(balance(-5), balance(-5)) == true);
    CHECK(BalanceProof().holds(balance(-5), balance(5)) == false);
}

TEST_CASE("entries that are not booked are counted and not summed", "[parsers][balance]") {
    BalanceProof proof;
    for (const EntryStatus status :
         {EntryStatus::pending, EntryStatus::information, EntryStatus::expected}) {
        proof.add(Money(most, Currency::euro()), status);
    }
    CHECK(proof.entry_count() == 3);
    CHECK(proof.holds(balance(1), balance(1)) == true);
}

TEST_CASE("what cannot be proved is neither true nor false", "[parsers][balance]") {
    const Currency dollar = Currency::parse("USD").value();
    BalanceProof proof;
    CHECK_FALSE(proof.holds(std::nullopt, balance(1)).has_value());
    CHECK_FALSE(proof.holds(balance(1), std::nullopt).has_value());
    CHECK_FALSE(proof.holds(balance(1), balance(1, dollar)).has_value());
    proof.add(Money(1, dollar), EntryStatus::booked);
    CHECK_FALSE(proof.holds(balance(1), balance(2)).has_value());

    BalanceProof mixed;
    mixed.add(Money(1, Currency::euro()), EntryStatus::booked);
    mixed.add(Money(1, dollar), EntryStatus::booked);
    CHECK_FALSE(mixed.holds(balance(1), balance(2)).has_value());

    BalanceProof overflow;
    overflow.add(Money(most, Currency::euro()), EntryStatus::booked);
    CHECK(overflow.holds(balance(0), balance(most)) == true);
    CHECK_FALSE(overflow.holds(balance(1), balance(most)).has_value());
    overflow.add(Money(1, Currency::euro()), EntryStatus::booked);
    overflow.add(Money(-1, Currency::euro()), EntryStatus::booked);
    CHECK_FALSE(overflow.holds(balance(0), balance(most)).has_value());
}

}  // namespace afletter::test

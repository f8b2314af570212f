// Accounts that become known because they have paid.
#include <algorithm>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

std::optional<Level> account_level(const Decision& decision) {
    REQUIRE_FALSE(decision.candidates.empty());
    const auto& evidence = decision.candidates.front().evidence;
    const auto found = std::ranges::find(evidence, Feature::account, &Evidence::feature);
    return found == evidence.end() ? std::nullopt : std::optional(found->level);
}

OpenItem without_account(OpenItem item, std::string party, std::string name) {
    item = of_party(std::move(item), std::move(party), 1, std::move(name));
    item.party_ibans.clear();
    return item;
}

// J. Vos owes 50.00 under a reference, and 60.13 that nothing names.
std::vector<OpenItem> books() {
    return {without_account(with_reference(receivable("I1", "50.00"), payment_reference(1)), "P1",
                            "J. Vos"),
            without_account(receivable("I2", "60.13"), "P1", "J. Vos"),
            without_account(receivable("I3", "70.00"), "P2", "B. Bos")};
}

Line with_number(std::string name) {
    return from(line(1, "50.00", payment_reference(1)), 9, std::move(name));
}
Line without_number() {
    return from(line(2, "60.13"), 9, "Familie");
}

}  // namespace

TEST_CASE("an account that has paid is known in the same run", "[matchers][learnt]") {
    const std::vector<Line> lines{without_number(), with_number("J. Vos")};
    const std::vector<Decision> decisions = match(lines, books());
    CHECK(decisions[1].is_match());
    CHECK(best(decisions[0]) == "I2");
    CHECK(account_level(decisions[0]) == Level::learnt);
    CHECK(decisions[0].stratum == "account/open/learnt");
    CHECK(account_level(match(std::vector{lines[0]}, books()).front()) != Level::learnt);
}

TEST_CASE("one who pays for somebody else tells nothing of his account", "[matchers][learnt]") {
    const std::vector<Line> lines{without_number(), with_number("B. Bos")};
    const std::vector<Decision> decisions = match(lines, books());
    CHECK(best(decisions[1]) == "I1");
    CHECK(account_level(decisions[0]) != Level::learnt);
}

TEST_CASE("payers of earlier lines are told", "[matchers][learnt]") {
    const auto level_after = [](const std::vector<KnownPayer>& payers) {
        Matcher matcher;
        for (const OpenItem& item : books()) {
            matcher.add_item(item);
        }
        matcher.add_line(without_number());
        for (const KnownPayer& payer : payers) {
            matcher.add_payer(payer);
        }
        std::optional<Level> level;
        matcher.run([&](std::size_t, const Decision& made) { level = account_level(made); });
        return level;
    };
    const std::string account(iban(9).text());
    CHECK(level_after({{account, "VOS J", "I1"}}) == Level::learnt);
    CHECK(level_after({{account, "B. Bos", "I1"}}) != Level::learnt);
    CHECK(level_after({{account, "J. Vos", "I9"}}) != Level::learnt);  // no such item
    CHECK(level_after({{std::string(iban(8).text()), "J. Vos", "I1"}}) != Level::learnt);
}

TEST_CASE("an account that pays for many is nobody's", "[matchers][learnt]") {
    std::vector<OpenItem> items;
    std::vector<Line> lines;
    for (int i = 1; i <= 4; ++i) {
        const std::string party = "P" + std::to_string(i);
        const std::string name = "J. Vos" + std::string(static_cast<std::size_t>(i), 'e');
        items.push_back(without_account(
            with_reference(receivable("I" + party, "50.00"), payment_reference(i)), party, name));
        lines.push_back(from(line(i, "50.00", payment_reference(i)), 9, name));
    }
    items.push_back(without_account(receivable("I9", "60.13"), "P1", "J. Vose"));
    lines.push_back(from(line(9, "60.13"), 9, "Familie"));
    const auto level = [&](std::size_t count) {
        std::vector<Line> some(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count));
        some.push_back(lines.back());
        return account_level(match(some, items).back());
    };
    CHECK(level(3) == Level::learnt);
    CHECK(level(4) != Level::learnt);
}

TEST_CASE("an account of the books stays the books'", "[matchers][learnt]") {
    std::vector<OpenItem> items = books();
    items[0].party_ibans = {iban(9)};
    const std::vector<Decision> decisions =
        match(std::vector{without_number(), with_number("J. Vos")}, items);
    CHECK(account_level(decisions[0]) == Level::equal);
}

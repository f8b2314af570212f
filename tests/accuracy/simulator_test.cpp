// The judge is judged first: a world must be consistent before it may measure anything.
#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "accuracy/world_files.hpp"
#include "simulator/statements.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::simulator;
using afletter::accuracy::files_of;

WorldOptions options(std::string_view mix, std::uint32_t lines) {
    return {.seed = 11, .lines = lines, .mix = mix_named(mix).value()};
}

}  // namespace

TEST_CASE("the same seed makes the same bytes, and another seed others", "[simulator]") {
    WorldOptions chosen = options("nasty", 400);
    const auto files = files_of(make_world(chosen), FilePeriod::day);
    CHECK(files == files_of(make_world(chosen), FilePeriod::day));
    chosen.seed = 12;
    CHECK(files != files_of(make_world(chosen), FilePeriod::day));
}

TEST_CASE("a world has exactly the lines asked for, each with its own bank reference",
          "[simulator]") {
    const auto lines = GENERATE(1U, 2U, 33U, 1000U);
    const World world = make_world(options("nasty", lines));
    std::set<std::string> references;
    for_each_truth_row(world, [&](const TruthRow& row) { references.insert(row.bank_reference); });
    CHECK(references.size() == lines);
}

TEST_CASE("even a month of 350 lines shows every kind of its mix", "[simulator]") {
    const auto mix = GENERATE(from_range(mix_names));
    const auto society = GENERATE(Society::simple, Society::lifelike);
    WorldOptions chosen = options(mix, 350);
    chosen.society = society;
    const World world = make_world(chosen);
    std::set<LineKind> kinds;
    for_each_truth_row(world, [&](const TruthRow& row) { kinds.insert(row.kind); });
    const auto drawn = std::ranges::count_if(world.options.mix.weights,
                                             [](std::uint32_t weight) { return weight > 0; });
    CAPTURE(mix);
    CHECK(kinds.size() == static_cast<std::size_t>(drawn));
}

TEST_CASE("statements follow one another, and their entries explain their balances",
          "[simulator]") {
    const World world = make_world(options("nasty", 2000));
    std::map<std::string, BankStatement> last;
    for_each_statement(world, [&](const BankStatement& statement) {
        std::int64_t sum = statement.opening;
        for (const BankEntry& entry : statement.entries) {
            std::int64_t details = 0;
            for (const BankTransaction& transaction : entry.transactions) {
                details += transaction.cents;
            }
            CHECK((entry.transactions.empty() || details == entry.cents));
            sum += entry.cents;
        }
        CHECK(sum == statement.closing);
        const auto before = last.find(statement.account->iban);
        if (before != last.end()) {
            CHECK(before->second.closing == statement.opening);
            CHECK(before->second.date < statement.date);
        }
        last[statement.account->iban] = statement;
    });
    CHECK(last.size() == world.accounts.size());
}

TEST_CASE("the truth never pays an item more than is open, nor returns it twice", "[simulator]") {
    const auto mix = GENERATE(from_range(mix_names));
    WorldOptions chosen = options(mix, 5000);
    chosen.society = Society::lifelike;
    const World world = make_world(chosen);
    std::map<std::uint32_t, std::int64_t> paid;
    std::set<std::uint32_t> reopened;
    for_each_truth_row(world, [&](const TruthRow& row) {
        std::int64_t sum = 0;
        for (const Payment& payment : row.payments) {
            const Item& item = world.items[payment.item];
            CHECK(item.exported);
            CHECK(item.issued <= row.booking_date);
            sum += payment.cents;
            if (row.kind == LineKind::collection_return || row.kind == LineKind::supplier_return) {
                CHECK(reopened.insert(payment.item).second);
                CHECK(payment.cents == (row.cents < 0 ? -item.amount : item.amount));
            } else {
                paid[payment.item] += payment.cents;
            }
        }
        const bool more_came_in = row.kind == LineKind::overpaid;
        const bool item_left_out = row.payments.empty();
        CHECK((sum == row.cents || more_came_in || item_left_out));
    });
    for (const auto& [index, cents] : paid) {
        const Item& item = world.items[index];
        CHECK(std::abs(cents) <= std::abs(item.open));
    }
}

TEST_CASE("about as many items stay unpaid as were asked for", "[simulator]") {
    const auto wanted = GENERATE(1000U, 5000U);
    WorldOptions chosen = options("ordinary", 3000);
    chosen.items = wanted;
    const World world = make_world(chosen);
    const auto unpaid = std::ranges::count_if(
        world.items, [](const Item& item) { return item.exported && !item.taken; });
    CHECK(unpaid > wanted / 2);
    CHECK(unpaid < wanted * 2);
}

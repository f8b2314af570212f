// The first promise, measured: on a world whose truth is known, no automatic match is wrong; and
// the third: most of what could be matched is.
#include <array>
#include <cstdio>
#include <ranges>

#include <fmt/format.h>

#include "accuracy/reconciliation.hpp"
#include "simulator/items.hpp"
#include "simulator/statements.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
using namespace afletter::accuracy;
using simulator::LineKind;
using simulator::TruthRow;
using simulator::World;

struct Count {
    std::size_t lines = 0;
    std::size_t paying = 0;   // with an item that the ledger holds
    std::size_t matched = 0;  // by the program
    std::size_t right = 0;    // every item and every cent
    std::size_t wrong = 0;
    std::size_t exceptions = 0;  // of the paying ones
    std::size_t suggested = 0;   // of those: the truth is among the first three
};

struct Score {
    std::array<Count, simulator::kind_count> kinds{};
    Count total;
    std::size_t missing = 0;     // lines of the world that the ledger lost, or cents of them
    std::size_t wrong_sums = 0;  // lines with other cents
    std::vector<std::string> errors;
};

Allocations truth_of(const TruthRow& row) {
    Allocations truth;
    if (row.kind == LineKind::own_transfer) {
        truth[""] = row.cents;  // booked without an item
    }
    for (const simulator::Payment& payment : row.payments) {
        truth[simulator::item_id(payment.item)] += payment.cents;
    }
    return truth;
}

std::string shown(const Allocations& allocations) {
    std::string text;
    for (const auto& [item, cents] : allocations) {
        text += fmt::format(" {}={}", item, cents);
    }
    return text.empty() ? " nothing" : text;
}

// A clerk who accepts a suggestion accepts its items; the cents follow from the line.
bool suggests(const LineOutcome& outcome, const Allocations& truth) {
    return std::ranges::any_of(
        outcome.candidates | std::views::take(3), [&](const Allocations& candidate) {
            return std::ranges::equal(candidate | std::views::keys, truth | std::views::keys);
        });
}

void count(Count& into, const LineOutcome& outcome, const Allocations& truth) {
    ++into.lines;
    into.paying += truth.empty() ? 0U : 1U;
    if (outcome.matched) {
        ++into.matched;
        ++(outcome.allocations == truth ? into.right : into.wrong);
    } else if (!truth.empty()) {
        ++into.exceptions;
        into.suggested += suggests(outcome, truth) ? 1U : 0U;
    }
}

Score score(const World& world, const Reconciliation& result) {
    Score made;
    simulator::for_each_truth_row(world, [&](const TruthRow& row) {
        const std::string key = line_key(row.account->number, row.bank_reference);
        const auto found = result.lines.find(key);
        if (found == result.lines.end()) {
            ++made.missing;
            return;
        }
        const LineOutcome& outcome = found->second;
        made.missing += outcome.settled_cents + outcome.waiting_cents != row.cents ? 1U : 0U;
        const Allocations truth = truth_of(row);
        made.wrong_sums += outcome.cents != row.cents ? 1U : 0U;
        count(made.kinds[static_cast<std::size_t>(row.kind)], outcome, truth);
        count(made.total, outcome, truth);
        if (outcome.matched && outcome.allocations != truth) {
            made.errors.push_back(fmt::format(
                "{} {} of {} by {}: matched to{}, truly{}", name_of(row.kind), key, row.cents,
                outcome.method_or_reason, shown(outcome.allocations), shown(truth)));
        }
    });
    return made;
}

std::string percentage(std::size_t part, std::size_t whole) {
    return whole == 0 ? "-" : fmt::format("{}.{} %", part * 100 / whole, part * 1000 / whole % 10);
}

void print_row(std::string_view name, const Count& count) {
    fmt::print("{:<28}{:>8}{:>8}{:>9}{:>8}{:>7}{:>11}\n", name, count.lines, count.paying,
               count.matched, count.right, count.wrong,
               percentage(count.suggested, count.exceptions));
}

void print_score(const World& world, const Score& score) {
    fmt::print("\n{} lines, {} mix\n{:<28}{:>8}{:>8}{:>9}{:>8}{:>7}{:>11}\n", world.options.lines,
               world.options.mix.name, "kind", "lines", "paying", "matched", "right", "wrong",
               "in top 3");
    for (std::size_t kind = 0; kind < simulator::kind_count; ++kind) {
        if (score.kinds[kind].lines > 0) {
            print_row(name_of(static_cast<LineKind>(kind)), score.kinds[kind]);
        }
    }
    print_row("all", score.total);
    fmt::print("straight through: {} of the lines that pay an item\n",
               percentage(score.total.right, score.total.paying));
    for (const std::string& error : score.errors | std::views::take(40)) {
        fmt::print("  wrong: {}\n", error);
    }
    std::fflush(stdout);
}

World world_of(std::string_view mix, std::uint64_t seed) {
    return simulator::make_world(
        {.seed = seed, .lines = 20'000, .mix = simulator::mix_named(mix).value()});
}

}  // namespace

TEST_CASE("no automatic match is wrong, nothing is lost, and most is matched", "[accuracy]") {
    struct Case {
        std::string_view mix;
        std::uint64_t seed;
        std::size_t straight_through_min;  // percent of the lines that pay an item
    };
    const auto measured = GENERATE(Case{"ordinary", 20260302, 85}, Case{"nasty", 20260303, 60});

    const World world = world_of(measured.mix, measured.seed);
    const Reconciliation result = reconcile(world);
    const Score made = score(world, result);
    print_score(world, made);

    for (const Diagnostic& error : result.errors | std::views::take(3)) {
        UNSCOPED_INFO(error.code << " " << error.place.file << " " << error.message);
    }
    CHECK(result.errors.empty());
    CHECK(made.missing == 0);
    CHECK(result.lines.size() == world.options.lines);
    CHECK(made.wrong_sums == 0);
    CHECK(result.verified.failures.empty());
    CHECK(made.total.wrong == 0);
    CHECK(made.total.right * 100 >= made.total.paying * measured.straight_through_min);
}

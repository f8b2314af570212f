// Makes a world: calendar, accounts, parties, items, and then what happens.
#include "simulator/world.hpp"

#include <afletter/assert.hpp>
#include <afletter/model/identifiers.hpp>

#include <algorithm>
#include <utility>

#include "simulator/items.hpp"
#include "simulator/parties.hpp"
#include "simulator/planner.hpp"

namespace afletter::simulator {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

constexpr sys_days world_begins = std::chrono::year(2026) / 3 / 2;

// A month for a small world, half a year for a large one.
std::vector<sys_days> banking_days(std::uint32_t lines) {
    const std::uint32_t count = std::clamp(lines / 50, 22U, 125U);
    std::vector<sys_days> dates;
    for (sys_days day = world_begins; dates.size() < count; day += days(1)) {
        if (weekday(day).iso_encoding() < 6) {
            dates.push_back(day);
        }
    }
    return dates;
}

BankAccount account(std::string bank, std::string number, std::string bic, StatementFormat format) {
    BankAccount made{.iban = std::string(make_iban("NL", bank + number).value().text()),
                     .number = {},
                     .bic = std::move(bic),
                     .format = format,
                     .opening_cents = 1'250'000'00};
    // ABN AMRO names the account by the number alone.
    made.number = format == StatementFormat::mt940_abnamro ? number.substr(1) : made.iban;
    return made;
}

std::vector<BankAccount> accounts_for(FormatChoice choice) {
    using enum StatementFormat;
    if (choice == FormatChoice::camt) {
        return {account("BNGH", "0285001234", "BNGHNL2G", camt_053_08),
                account("INGB", "0006390001", "INGBNL2A", camt_053_02),
                account("ABNA", "0417163900", "ABNANL2A", camt_053_08),
                account("RABO", "0306390002", "RABONL2U", camt_053_02)};
    }
    std::vector<BankAccount> accounts{
        account("BNGH", "0285001234", "BNGHNL2G",
                choice == FormatChoice::mixed ? camt_053_08 : mt940_ing),
        account("INGB", "0006390001", "INGBNL2A", mt940_ing),
        account("ABNA", "0417163900", "ABNANL2A", mt940_abnamro),
        account("RABO", "0306390002", "RABONL2U", mt940_rabobank)};
    if (choice == FormatChoice::mixed) {
        accounts.push_back(account("INGB", "0006390010", "INGBNL2A", camt_053_02));
    }
    return accounts;
}

// About how many items the lines will pay: most one each, a batch thirty; and the first of each
// kind of batch, which comes even to a world of few lines.
std::uint64_t items_paid(const WorldOptions& options) {
    std::uint64_t lines = 0;
    std::uint64_t items = 0;
    for (std::size_t place = 0; place < kind_count; ++place) {
        const std::uint64_t weight = options.mix.weights[place];
        const auto kind = static_cast<LineKind>(place);
        const bool batch = kind == LineKind::collection_batch ||
                           kind == LineKind::collection_net_of_rejects ||
                           kind == LineKind::collection_detail;
        items += weight * (batch ? 30 : 1);
        lines += weight * (kind == LineKind::collection_detail ? 30 : 1);
    }
    return options.lines * items / lines + 100;
}

// Every fortieth draw comes through a provider, every eightieth from a bailiff.
void add_intermediaries(Mix& mix) {
    std::uint32_t sum = 0;
    for (const std::uint32_t weight : mix.weights) {
        sum += weight;
    }
    mix.weights[static_cast<std::size_t>(LineKind::provider_payment)] = sum / 40;
    mix.weights[static_cast<std::size_t>(LineKind::bailiff_payment)] = sum / 80;
}

}  // namespace

World make_world(const WorldOptions& options) {
    AFLETTER_ASSERT(options.lines > 0 && !options.mix.name.empty());
    World world;
    world.options = options;
    if (options.society == Society::lifelike) {
        add_intermediaries(world.options.mix);
    }
    world.accounts = accounts_for(options.format);
    world.days = banking_days(options.lines);
    const std::uint32_t unpaid = options.items.value_or(options.lines);
    make_parties(world, static_cast<std::uint32_t>(items_paid(options) + unpaid));
    make_items(world);
    Planner(world).plan();
    return world;
}

}  // namespace afletter::simulator

// Draws the parties, and derives what is known of each.
#include "simulator/parties.hpp"

#include <afletter/model/identifiers.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "simulator/streams.hpp"

namespace afletter::simulator {

namespace {

struct Bank {
    std::string_view code;  // positions 5 to 8 of the IBAN
    std::string_view bic;
    std::uint32_t weight;
};

constexpr auto banks = std::to_array<Bank>({
    {"INGB", "INGBNL2A", 36},
    {"RABO", "RABONL2U", 31},
    {"ABNA", "ABNANL2A", 18},
    {"SNSB", "SNSBNL2A", 5},
    {"ASNB", "ASNBNL21", 3},
    {"TRIO", "TRIONL2U", 2},
    {"KNAB", "KNABNL2H", 2},
    {"BUNQ", "BUNQNL2A", 3},
});

constexpr auto bank_weights = [] {
    std::array<std::uint32_t, banks.size()> weights{};
    for (std::size_t place = 0; place < banks.size(); ++place) {
        weights[place] = banks[place].weight;
    }
    return weights;
}();

// A bijection below its modulus, so that no two serials share an account number.
std::uint64_t scattered(std::uint64_t serial) {
    return (serial * 48'271 + 7'654'321) % 899'999'963 + 100'000'000;
}

AccountNumber account_with_serial(const World& world, std::uint64_t serial) {
    Random random = stream(world, Stream::account, serial);
    const std::uint64_t number = scattered(serial);
    if (random.percent(1)) {
        return {std::string(make_iban("DE", fmt::format("37040044{:010}", number)).value().text()),
                "COBADEFF"};
    }
    const Bank& bank = banks[random.weighted(bank_weights)];
    return {std::string(make_iban("NL", fmt::format("{}{:010}", bank.code, number)).value().text()),
            std::string(bank.bic)};
}

constexpr std::uint32_t brand_count = 12;

// Of a branch of a chain; none for everybody else. A third of the companies are branches.
std::optional<std::uint32_t> brand_of(const World& world, std::uint32_t party) {
    if (world.options.society == Society::simple ||
        world.parties[party].kind != PartyKind::company) {
        return std::nullopt;
    }
    Random random = stream(world, Stream::society, party);
    return random.percent(33) ? std::optional(random.below(brand_count)) : std::nullopt;
}

// In a lifelike society most households have one surname.
bool has_surname_of_partner(const World& world, std::uint32_t party) {
    const std::uint32_t partner = world.parties[party].partner;
    return world.options.society == Society::lifelike && partner < party &&
           stream(world, Stream::society, partner).percent(70);
}

// Two serials a party: the account it pays from, and one that it seldom uses. Every other chain
// pays for its branches from the account of its first.
std::uint64_t serial_of(const World& world, std::uint32_t party) {
    const Party& holder = world.parties[party];
    const auto brand = brand_of(world, party);
    if (brand && *brand % 2 == 0) {
        const ItemRange companies = world.range_of(PartyKind::company);
        return 2ULL * (companies.first + *brand % companies.count);
    }
    return 2ULL * (holder.joint_account ? std::min(party, holder.partner) : party);
}

void add_parties(World& world, PartyKind kind, std::uint32_t count) {
    ItemRange& range = world.party_ranges[static_cast<std::size_t>(kind)];
    range = {.first = static_cast<std::uint32_t>(world.parties.size()), .count = count};
    world.parties.resize(world.parties.size() + count, Party{.kind = kind});
}

void make_households(World& world, Random& random) {
    const ItemRange citizens = world.range_of(PartyKind::citizen);
    for (std::uint32_t party = citizens.first; party + 1 < citizens.count; party += 2) {
        if (random.percent(40)) {
            Party& one = world.parties[party];
            Party& other = world.parties[party + 1];
            one.partner = party + 1;
            other.partner = party;
            one.joint_account = other.joint_account = random.percent(55);
        }
    }
}

void appoint_administrators(World& world, Random& random) {
    const ItemRange citizens = world.range_of(PartyKind::citizen);
    const ItemRange administrators = world.range_of(PartyKind::administrator);
    const bool lifelike = world.options.society == Society::lifelike;
    for (std::uint32_t party = citizens.first; party < citizens.count; ++party) {
        if (random.percent(lifelike ? 6 : 2)) {
            world.parties[party].administrator =
                administrators.first + random.below(administrators.count);
        }
    }
}

// As many citizens as get about so many items: each 1.65 and 0.24 a month, with the companies
// (a tenth as many) counted in, beside the eighth that suppliers send us.
std::uint32_t citizens_for(const World& world, std::uint32_t items) {
    const std::chrono::year_month_day last(world.days.back());
    const std::uint64_t months = static_cast<unsigned>(last.month());  // February to one after it
    return static_cast<std::uint32_t>(std::uint64_t{items} * 876 / (1650 + 240 * months));
}

std::string company_name(const World& world, std::uint32_t party, Random& random) {
    const auto brand = brand_of(world, party);
    return brand ? make_branch_name(*brand, random) : make_company_name(random);
}

}  // namespace

void make_parties(World& world, std::uint32_t items_wanted) {
    const std::uint32_t citizens = std::max(40U, citizens_for(world, items_wanted));
    add_parties(world, PartyKind::citizen, citizens);
    add_parties(world, PartyKind::company, citizens / 10);
    add_parties(world, PartyKind::supplier, std::max(3U, items_wanted / 125));
    add_parties(world, PartyKind::administrator, std::max(1U, citizens / 1500));
    if (world.options.society == Society::lifelike) {
        add_parties(world, PartyKind::provider, 4);
        add_parties(world, PartyKind::bailiff, 3);
    }
    Random random = stream(world, Stream::parties);
    for (Party& party : world.parties) {
        party.account_known = random.percent(party.kind == PartyKind::citizen ? 60 : 85);
    }
    make_households(world, random);
    appoint_administrators(world, random);
}

PersonName person_of(const World& world, std::uint32_t party) {
    Random random = stream(world, Stream::person, party);
    PersonName name = make_person_name(random);
    if (has_surname_of_partner(world, party)) {
        const PersonName partner = person_of(world, world.parties[party].partner);
        name.prefix = partner.prefix;
        name.surname = partner.surname;
    }
    return name;
}

std::string ledger_name(const World& world, std::uint32_t party) {
    Random random = stream(world, Stream::person, party);
    switch (world.parties[party].kind) {
        case PartyKind::citizen:
            return formal_name(person_of(world, party));
        case PartyKind::company:
            return company_name(world, party, random);
        case PartyKind::supplier:
            return make_supplier_name(random);
        case PartyKind::administrator:
            return make_administrator_name(random);
        case PartyKind::provider:
            return make_provider_name(random);
        case PartyKind::bailiff:
            break;
    }
    return make_bailiff_name(random);
}

std::string party_id(const World& world, std::uint32_t party) {
    const bool creditor = world.parties[party].kind == PartyKind::supplier;
    return fmt::format("{}{:07}", creditor ? 'C' : 'D', party + 1);
}

AccountNumber account_of(const World& world, std::uint32_t party) {
    return account_with_serial(world, serial_of(world, party));
}

AccountNumber foreign_account(const World& world, Random& random) {
    const std::uint64_t beyond = 2ULL * world.parties.size();
    return account_with_serial(world, beyond + random.below(100'000'000));
}

std::vector<std::string> known_ibans(const World& world, std::uint32_t party) {
    std::vector<std::string> ibans;
    Random random = stream(world, Stream::known_accounts, party);
    const Party& holder = world.parties[party];
    if (holder.account_known) {
        ibans.push_back(account_of(world, party).iban);
    }
    if (random.percent(10)) {
        ibans.push_back(account_with_serial(world, 2ULL * party + 1).iban);
    }
    if (holder.administrator != absent && random.percent(60)) {
        ibans.push_back(account_of(world, holder.administrator).iban);
    }
    return ibans;
}

}  // namespace afletter::simulator

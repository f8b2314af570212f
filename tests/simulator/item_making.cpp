// Bills everybody: so many assessments, invoices and termijnen for each party, with amounts that
// are shared as widely as real ones are.
#include <algorithm>
#include <array>
#include <vector>

#include "simulator/items.hpp"
#include "simulator/streams.hpp"

namespace afletter::simulator {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;

constexpr sys_days assessments_sent = year(2026) / 2 / 13;
constexpr sys_days dog_tax_sent = year(2026) / 2 / 27;
constexpr sys_days invoices_from = year(2026) / 1 / 12;

constexpr std::int64_t waste_single = 318'60;
constexpr std::int64_t waste_family = 412'80;
constexpr std::int64_t sewer = 198'36;
constexpr std::int64_t dog = 82'20;
constexpr auto fees = std::to_array<std::int64_t>(
    {29'45, 41'00, 48'80, 61'10, 77'00, 82'20, 148'50, 251'60, 318'60, 402'75, 1'250'00});
constexpr auto flat_rents = std::to_array<std::int64_t>({62'50, 75'00, 110'00});

// Property tax in cents: a rate in 1/10,000 % of a value that is assessed in thousands of euros.
std::int64_t property_tax(std::int64_t thousands, std::int64_t rate) {
    return thousands * rate / 10;
}

class Billing {
  public:
    Billing(World& world, ItemType type)
        : world_(world),
          random_(stream(world, Stream::items, static_cast<std::uint64_t>(type))),
          gaps_(stream(world, Stream::gaps, static_cast<std::uint64_t>(type))),
          gap_max_(gap_max(world)),
          type_(type) {}

    void bill_everybody() {
        ItemRange& range = world_.item_ranges[static_cast<std::size_t>(type_)];
        range.first = static_cast<std::uint32_t>(world_.items.size());
        const std::uint32_t parties = static_cast<std::uint32_t>(world_.parties.size());
        for (std::uint32_t party = 0; party < parties; ++party) {
            bill(party);
        }
        range.count = static_cast<std::uint32_t>(world_.items.size()) - range.first;
    }

  private:
    void bill(std::uint32_t party) {
        const PartyKind kind = world_.parties[party].kind;
        const bool supplier = kind == PartyKind::supplier;
        const bool pays_for_itself = kind < PartyKind::administrator;
        if (!pays_for_itself || supplier != (type_ == ItemType::supplier_invoice)) {
            return;
        }
        switch (type_) {
            case ItemType::assessment:
                return assess(party, kind);
            case ItemType::dog_tax:
                return tax_dogs(party, kind);
            case ItemType::rent:
                return let(party);
            case ItemType::permit:
                return invoice(party, kind);
            case ItemType::credit_note:
                return credit(party);
            case ItemType::collection:
                return collect(party);
            case ItemType::supplier_invoice:
                return buy(party);
        }
    }

    void assess(std::uint32_t party, PartyKind kind) {
        const bool company = kind == PartyKind::company;
        const std::uint32_t objects = objects_of(party, company);
        for (std::uint32_t object = 0; object < objects; ++object) {
            std::int64_t amount = random_.percent(40) ? waste_single : waste_family;
            if (shares_amount()) {
                const bool owns = random_.percent(55);
                amount += owns ? sewer + property_tax(25 * random_.between(8, 20), 989) : 0;
            } else if (company) {
                amount = property_tax(5 * random_.between(20, 400), 2400) + sewer;
            } else if (random_.percent(55)) {
                amount += sewer + property_tax(random_.between(180, 620), 989);
            }
            add(party, amount, assessments_sent);
        }
    }

    std::uint32_t objects_of(std::uint32_t party, bool company) {
        // Waste and sewer are levied once a household; the partner may own something else.
        const bool second_of_household = world_.parties[party].partner < party;
        const bool none = random_.percent(second_of_household ? 85 : 3);
        const bool lifelike = world_.options.society == Society::lifelike;
        const bool landlord = lifelike && company && random_.percent(4);
        if (landlord) {
            return 20 + random_.below(100);
        }
        return none ? 0 : random_.percent(company ? 30 : 5) ? 2 : 1;
    }

    void tax_dogs(std::uint32_t party, PartyKind kind) {
        if (kind == PartyKind::citizen && random_.percent(18)) {
            const std::uint32_t dogs = random_.percent(12) ? 2 : 1;
            for (std::uint32_t count = 0; count < dogs; ++count) {
                add(party, dog, dog_tax_sent);
            }
        }
    }

    void let(std::uint32_t party) {
        if (!random_.percent(6)) {
            return;
        }
        const std::int64_t rent = shares_amount() || random_.percent(50)
                                      ? random_.pick(flat_rents)
                                      : random_.between(450'00, 900'00);
        for_each_month([&](sys_days first) { add(party, rent, first); });
    }

    void invoice(std::uint32_t party, PartyKind kind) {
        const std::uint32_t count = kind == PartyKind::company ? random_.below(4)
                                    : random_.percent(28)      ? 1
                                                               : 0;
        for (std::uint32_t made = 0; made < count; ++made) {
            const std::int64_t amount = shares_amount() || random_.percent(65)
                                            ? random_.pick(fees)
                                            : random_.between(15'00, 2'400'00);
            add(party, amount, any_day());
        }
    }

    // Of an invoice or assessment that the party has; it is smaller.
    void credit(std::uint32_t party) {
        if (random_.percent(4)) {
            const std::int64_t amount = random_.percent(50) ? 25'00 : random_.between(5'00, 29'00);
            add(party, -amount, any_day());
        }
    }

    void collect(std::uint32_t party) {
        if (!random_.percent(16)) {
            return;
        }
        const std::int64_t part =
            random_.percent(40) ? waste_family / 8 : random_.between(22'00, 90'00);
        for_each_month([&](sys_days first) { add(party, part, first - days(6)); });
    }

    void buy(std::uint32_t party) {
        const bool busy = world_.options.society == Society::lifelike && random_.percent(15);
        const std::uint32_t count = busy ? 100 + random_.below(200) : 6 + random_.below(20);
        for (std::uint32_t made = 0; made < count; ++made) {
            const std::int64_t amount = !busy && random_.percent(25)
                                            ? random_.between(1, 80) * 250'00
                                            : random_.between(40'00, 9'000'00);
            add(party, amount, any_day());
        }
    }

    // Where amounts are equal, two bills of a hundred are not.
    bool shares_amount() { return world_.options.mix.equal_amounts && !random_.percent(2); }

    // The first of each month from the one before the world begins until the one after its end.
    template <class Make>
    void for_each_month(const Make& make) {
        const std::chrono::year_month_day last(world_.days.back());
        for (year_month month = year(2026) / 2;
             month <= last.year() / last.month() + std::chrono::months(1);
             month += std::chrono::months(1)) {
            make(month / 1);
        }
    }

    sys_days any_day() {
        const auto span = (world_.days.back() - invoices_from).count();
        return invoices_from + days(random_.between(0, span));
    }

    void add(std::uint32_t party, std::int64_t amount, sys_days issued) {
        Item item{.type = type_,
                  .party = party,
                  .number = next_number(),
                  .amount = amount,
                  .open = amount,
                  .issued = issued};
        if (type_ < ItemType::credit_note && issued < world_.days.front()) {
            settle_earlier(item);
        }
        world_.items.push_back(item);
    }

    // A number has at most eight digits, and a party two items of a type at most, by and large.
    static std::size_t gap_max(const World& world) {
        return world.options.numbering == Numbering::sparse
                   ? std::clamp<std::size_t>(100'000'000 / world.parties.size(), 1, 1'000)
                   : 1;
    }
    std::uint32_t next_number() { return last_number_ += 1 + gaps_.below(gap_max_); }

    // What was paid before the world begins: the whole of a few items, and a part of some.
    void settle_earlier(Item& item) {
        const std::uint32_t draw = random_.below(100);
        if (draw < 3) {
            item.open = 0;
            item.taken = true;
        } else if (draw < 7) {
            item.open -= item.amount / 8 * random_.between(1, 6);
        }
    }

    World& world_;
    Random random_;
    Random gaps_;
    std::size_t gap_max_;
    ItemType type_;
    std::uint32_t last_number_ = 0;
};

void index_by_party(World& world) {
    world.items_of_party_at.assign(world.parties.size() + 1, 0);
    for (const Item& item : world.items) {
        ++world.items_of_party_at[item.party + 1];
    }
    for (std::size_t party = 0; party < world.parties.size(); ++party) {
        world.items_of_party_at[party + 1] += world.items_of_party_at[party];
    }
    world.items_of_parties.resize(world.items.size());
    std::vector<std::uint32_t> next = world.items_of_party_at;
    for (std::uint32_t item = 0; item < world.items.size(); ++item) {
        world.items_of_parties[next[world.items[item].party]++] = item;
    }
}

}  // namespace

void make_items(World& world) {
    for (std::size_t type = 0; type < item_type_count; ++type) {
        Billing(world, static_cast<ItemType>(type)).bill_everybody();
    }
    index_by_party(world);
}

}  // namespace afletter::simulator

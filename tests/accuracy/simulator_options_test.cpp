// Each option of the simulator does what it says, and nothing else.
#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "accuracy/world_files.hpp"
#include "simulator/books.hpp"
#include "simulator/names.hpp"
#include "simulator/noise.hpp"
#include "simulator/parties.hpp"
#include "simulator/statements.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter::simulator;
using afletter::accuracy::files_of;

WorldOptions options(std::string_view mix, std::uint32_t lines) {
    return {.seed = 12, .lines = lines, .mix = mix_named(mix).value()};
}

std::size_t share_percent(std::size_t part, std::size_t whole) {
    return part * 100 / whole;
}

// The transactions of a kind.
std::size_t count_of(const World& world, std::initializer_list<LineKind> kinds) {
    std::size_t count = 0;
    for (const Transaction& transaction : world.transactions) {
        count += std::ranges::find(kinds, transaction.kind) == kinds.end() ? 0U : 1U;
    }
    return count;
}

std::vector<std::string> texts_of(const World& world) {
    std::vector<std::string> texts;
    for (const Entry& entry : world.entries) {
        if (entry.type == EntryType::receipt) {
            const Wording words = wording_of(world, entry, entry.first_transaction);
            texts.push_back(words.name + "|" + words.structured_reference + "|" + words.remittance +
                            "|" + words.end_to_end_id);
        }
    }
    return texts;
}

}  // namespace

TEST_CASE("options that are not chosen change nothing", "[simulator]") {
    WorldOptions chosen = options("nasty", 400);
    const auto files = files_of(make_world(chosen), FilePeriod::day);
    chosen.missing_percent = 0;
    chosen.numbering = Numbering::dense;
    chosen.noise = Noise::normal;
    chosen.society = Society::simple;
    CHECK(files == files_of(make_world(chosen), FilePeriod::day));
}

TEST_CASE("with every option the same seed still makes the same bytes", "[simulator]") {
    const auto mix = GENERATE(from_range(mix_names));
    WorldOptions chosen = options(mix, 400);
    chosen.missing_percent = 5;
    chosen.numbering = Numbering::sparse;
    chosen.noise = Noise::high;
    chosen.society = Society::lifelike;
    CHECK(files_of(make_world(chosen), FilePeriod::day) ==
          files_of(make_world(chosen), FilePeriod::day));
}

TEST_CASE("the share asked for of what lines pay is not in the ledger", "[simulator]") {
    const auto percent = GENERATE(1U, 5U, 10U);
    WorldOptions chosen = options("ordinary", 20'000);
    const World whole = make_world(chosen);
    chosen.missing_percent = percent;
    const World lacking = make_world(chosen);
    REQUIRE(whole.items.size() == lacking.items.size());
    std::set<std::uint32_t> paid;
    std::size_t lost = 0;
    for (const Payment& payment : whole.payments) {
        if (whole.items[payment.item].exported && paid.insert(payment.item).second) {
            lost += lacking.items[payment.item].exported ? 0U : 1U;
        }
    }
    // Thousandths, with room for chance.
    CHECK(lost * 1000 > paid.size() * percent * 8);
    CHECK(lost * 1000 < paid.size() * percent * 12);
    for (std::size_t item = 0; item < whole.items.size(); ++item) {
        CHECK((whole.items[item].taken || lacking.items[item].exported));
    }
}

TEST_CASE("a line whose items are not all in the ledger is not called complete", "[simulator]") {
    WorldOptions chosen = options("ordinary", 2'000);
    chosen.missing_percent = 10;
    const World world = make_world(chosen);
    const Books books = books_of(world);
    std::size_t place = 0;
    std::size_t incomplete = 0;
    for (const Entry& entry : world.entries) {
        for (std::uint32_t count = 0; count < entry.transaction_count; ++count) {
            const auto payments =
                world.payments_of(world.transactions[entry.first_transaction + count]);
            const bool complete = std::ranges::all_of(payments, [&](const Payment& payment) {
                return world.items[payment.item].exported;
            });
            CHECK(books.truths[place].complete == complete);
            incomplete += complete ? 0U : 1U;
            ++place;
        }
    }
    CHECK(incomplete > 50);
}

TEST_CASE("dense numbers follow one another, sparse ones leave gaps of up to 1,000",
          "[simulator]") {
    WorldOptions chosen = options("ordinary", 1'000);
    for (const Numbering numbering : {Numbering::dense, Numbering::sparse}) {
        chosen.numbering = numbering;
        const World world = make_world(chosen);
        std::uint32_t largest = 0;
        for (std::size_t item = 1; item < world.items.size(); ++item) {
            if (world.items[item].type == world.items[item - 1].type) {
                const std::uint32_t step = world.items[item].number - world.items[item - 1].number;
                CHECK(step >= 1);
                largest = std::max(largest, step);
            }
        }
        CHECK(largest <= (numbering == Numbering::dense ? 1U : 1'000U));
        CHECK((numbering == Numbering::dense || largest > 900));
    }
}

TEST_CASE("bare document numbers are seven digits, and no two items share one", "[simulator]") {
    WorldOptions chosen = options("ordinary", 5'000);
    chosen.numbering = Numbering::bare;
    const World world = make_world(chosen);
    std::set<std::string> documents;
    for (std::uint32_t item = 0; item < world.items.size(); ++item) {
        if (is_receivable(world.items[item].type)) {
            const std::string document = document_number_of(world, item);
            CHECK(document.size() == 7);
            CHECK(document.find_first_not_of("0123456789") == std::string::npos);
            CHECK(documents.insert(document).second);
        }
    }
}

TEST_CASE("no two items of a world share a reference", "[simulator]") {
    const auto numbering = GENERATE(Numbering::dense, Numbering::sparse, Numbering::bare);
    WorldOptions chosen = options("ordinary", 20'000);
    chosen.numbering = numbering;
    const World world = make_world(chosen);
    std::set<std::string> references;
    for (std::uint32_t item = 0; item < world.items.size(); ++item) {
        const std::string reference = reference_of(world, item);
        CHECK((reference.empty() || references.insert(reference).second));
    }
}

TEST_CASE("in the mass mix 98 of 100 bills share their amount with many", "[simulator]") {
    const World world = make_world(options("mass", 5'000));
    std::map<std::int64_t, std::size_t> amounts;
    std::size_t bills = 0;
    for (const Item& item : world.items) {
        if (item.type <= ItemType::permit && item.open == item.amount) {
            ++amounts[item.amount];
            ++bills;
        }
    }
    std::size_t shared = 0;
    for (const auto& [amount, count] : amounts) {
        shared += count >= 20 ? count : 0;
    }
    CHECK(share_percent(shared, bills) >= 96);
}

TEST_CASE("in the states mix a seventh of the receipts pay an earlier balance", "[simulator]") {
    const World world = make_world(options("states", 20'000));
    std::size_t receipts = 0;
    for (const Entry& entry : world.entries) {
        receipts += entry.type == EntryType::receipt ? 1U : 0U;
    }
    const auto share = [&](std::initializer_list<LineKind> kinds) {
        return count_of(world, kinds) * 1000 / receipts;
    };
    const std::size_t earlier = share({LineKind::earlier_balance});
    const std::size_t part = share({LineKind::part_paid, LineKind::instalment});
    const std::size_t over = share({LineKind::overpaid});
    CAPTURE(earlier, part, over);
    CHECK((earlier >= 125 && earlier <= 155));
    CHECK((part >= 65 && part <= 95));
    CHECK((over >= 10 && over <= 20));
}

TEST_CASE("an earlier balance is less than what the ledger has open", "[simulator]") {
    const World world = make_world(options("states", 3'000));
    std::size_t seen = 0;
    for (const Transaction& transaction : world.transactions) {
        if (transaction.kind == LineKind::earlier_balance) {
            const Item& item = world.items[world.payments_of(transaction).front().item];
            CHECK(item.open - transaction.cents >= 9'00);
            CHECK(item.open <= item.amount);
            ++seen;
        }
    }
    CHECK(seen > 100);
}

TEST_CASE("an item over several lines is paid to the cent", "[simulator]") {
    const World world = make_world(options("states", 3'000));
    std::map<std::uint32_t, std::int64_t> paid;
    std::map<std::uint32_t, std::size_t> lines;
    for (const Transaction& transaction : world.transactions) {
        if (transaction.kind == LineKind::item_over_lines) {
            const Payment& payment = world.payments_of(transaction).front();
            paid[payment.item] += payment.cents;
            ++lines[payment.item];
        }
    }
    CHECK(paid.size() > 20);
    for (const auto& [item, cents] : paid) {
        CHECK(cents == world.items[item].open);
        CHECK(lines[item] >= 2);
    }
}

TEST_CASE("noise changes words, and nothing of what is true", "[simulator]") {
    WorldOptions chosen = options("ordinary", 4'000);
    std::map<Noise, std::vector<std::string>> texts;
    std::set<std::string> truths;
    for (const Noise noise : {Noise::low, Noise::normal, Noise::high}) {
        chosen.noise = noise;
        const World world = make_world(chosen);
        texts[noise] = texts_of(world);
        truths.insert(files_of(world, FilePeriod::month).at("truth.csv"));
    }
    CHECK(truths.size() == 1);
    std::size_t disturbed = 0;
    for (std::size_t place = 0; place < texts[Noise::normal].size(); ++place) {
        disturbed += texts[Noise::high][place] == texts[Noise::normal][place] ? 0U : 1U;
    }
    CHECK(share_percent(disturbed, texts[Noise::normal].size()) >= 40);
    CHECK(texts[Noise::low] != texts[Noise::normal]);
}

TEST_CASE("in a lifelike society one account pays for many, and many have one name",
          "[simulator]") {
    WorldOptions chosen = options("ordinary", 20'000);
    chosen.society = Society::lifelike;
    const World world = make_world(chosen);
    std::map<std::uint32_t, std::set<std::uint32_t>> parties_of_payer;
    for (const Transaction& transaction : world.transactions) {
        if (transaction.payer != absent && transaction.payer != transaction.party) {
            parties_of_payer[transaction.payer].insert(transaction.party);
        }
    }
    for (const PartyKind kind :
         {PartyKind::administrator, PartyKind::provider, PartyKind::bailiff}) {
        const ItemRange payers = world.range_of(kind);
        std::size_t most = 0;
        for (std::uint32_t payer = payers.first; payer < payers.first + payers.count; ++payer) {
            most = std::max(most, parties_of_payer[payer].size());
        }
        CHECK(most >= 5);
    }
    std::map<std::string, std::size_t> companies;
    const ItemRange range = world.range_of(PartyKind::company);
    for (std::uint32_t party = range.first; party < range.first + range.count; ++party) {
        ++companies[ledger_name(world, party)];
    }
    CHECK(std::ranges::max(companies | std::views::values) >= 5);
}

TEST_CASE("most households of a lifelike society have one surname", "[simulator]") {
    WorldOptions chosen = options("ordinary", 5'000);
    std::array<std::size_t, 2> percents{};
    for (const Society society : {Society::simple, Society::lifelike}) {
        chosen.society = society;
        const World world = make_world(chosen);
        std::size_t households = 0;
        std::size_t same = 0;
        for (std::uint32_t party = 0; party < world.range_of(PartyKind::citizen).count; ++party) {
            const std::uint32_t partner = world.parties[party].partner;
            if (partner < party) {
                ++households;
                same +=
                    person_of(world, party).surname == person_of(world, partner).surname ? 1U : 0U;
            }
        }
        percents[static_cast<std::size_t>(society)] = share_percent(same, households);
    }
    CHECK(percents[0] < 5);
    CHECK(percents[1] >= 60);
}

TEST_CASE("of equal items of a party the oldest is paid first by whoever names none",
          "[simulator]") {
    const World world = make_world(options("nasty", 10'000));
    // By party, kind and amount: the days on which such items were issued, by day of payment.
    std::map<std::tuple<std::uint32_t, ItemType, std::int64_t>,
             std::multimap<std::uint16_t, std::chrono::sys_days>>
        twins;
    for (const Entry& entry : world.entries) {
        const Transaction& transaction = world.transactions[entry.first_transaction];
        if (transaction.kind == LineKind::equal_twins) {
            const Item& item = world.items[transaction.named];
            CHECK(world.payments_of(transaction).front().item == transaction.named);
            CHECK(item.issued <= world.days[entry.day]);
            twins[{item.party, item.type, item.open}].emplace(entry.day, item.issued);
        }
    }
    std::size_t pairs = 0;
    for (const auto& [key, payments] : twins) {
        const auto issued = payments | std::views::values;
        CHECK(std::ranges::is_sorted(issued));
        pairs += payments.size() > 1 ? 1U : 0U;
    }
    CHECK(pairs > 5);
}

TEST_CASE("noise never cuts a letter in half", "[simulator]") {
    std::string text;
    for (int count = 0; count < 40; ++count) {
        text += "é1";
    }
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Wording words;
        words.name = words.remittance = text;
        Random random(seed);
        disturb(words, random);
        // Half of a letter would be left over when the marks are taken away.
        const std::string plain = without_diacritics(words.name + words.remittance);
        CHECK(std::ranges::all_of(plain, [](char letter) { return letter >= ' '; }));
    }
}

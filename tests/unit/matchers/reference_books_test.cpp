// The indexes offer exactly what a walk over all items finds.
#include <algorithm>

#include "random_world.hpp"
#include "reference_books.hpp"
#include "support/test.hpp"
#include "text/numbers.hpp"

using namespace afletter;
using namespace afletter::test;
using matching::Books;
using matching::ItemIndex;

TEST_CASE("the indexes find what a walk over all items finds", "[matchers][reference-twin]") {
    std::size_t found = 0;
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        RandomWorld world = make_random_world(seed);
        std::ranges::sort(world.items, {}, &OpenItem::item_id);
        for (std::size_t i = 0; i < world.items.size(); ++i) {
            world.items[i].end_to_end_id = "E2E-" + std::to_string(i % 30);
            world.items[i].batch_id = "B-" + std::to_string(i % 4);
        }
        const Books books(world.items);
        const ReferenceBooks twin{world.items};
        for (const OpenItem& item : world.items) {
            const std::string number = matching::canonical_number(item.document_number);
            REQUIRE(books.with_number(number) == twin.with_number(number));
            REQUIRE(books.with_number(number + "0") == twin.with_number(number + "0"));
            REQUIRE(books.with_end_to_end_id(item.end_to_end_id) ==
                    twin.with_end_to_end_id(item.end_to_end_id));
            REQUIRE(books.with_batch(item.batch_id) == twin.with_batch(item.batch_id));
        }
        for (const TrueLine& payment : world.payments) {
            const auto inquiry = matching::open_inquiry(payment.line, books);
            const Money& amount = payment.line.amount;
            const auto namesakes = matching::namesake_items(inquiry, amount);
            REQUIRE_FALSE(namesakes.too_many);
            REQUIRE(namesakes.items ==
                    twin.of_namesakes(payment.line.detail.counterparty.name, amount));
            found += namesakes.items.size();
            if (!payment.line.detail.counterparty.iban) {
                continue;
            }
            std::vector<ItemIndex> of_account;
            for (const matching::PartyIndex party : inquiry.payer.parties) {
                const auto& all = books.party(party).items;
                of_account.insert(of_account.end(), all.begin(), all.end());
                const std::string id(books.item(all.front()).source.party_id());
                REQUIRE(books.of_party_with_amount(party, amount) ==
                        twin.of_party_with_amount(id, amount));
            }
            std::ranges::sort(of_account);
            REQUIRE(of_account == twin.with_iban(payment.line.detail.counterparty.iban->text()));
            found += of_account.size();
        }
    }
    CHECK(found > 1'000);
}

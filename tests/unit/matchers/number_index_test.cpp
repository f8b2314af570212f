// What numbers are filed under, and the masks that say whether to look at all.
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "candidates/books.hpp"
#include "candidates/compact_index.hpp"
#include "support/test.hpp"
#include "text/shape.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;
using matching::Books;
using matching::CompactIndex;
using matching::NumberForm;
using matching::short_forms_of;

namespace {

std::vector<std::uint32_t> values_of(const CompactIndex& index, std::uint64_t hash) {
    const CompactIndex::Offer offer = index.find(hash);
    std::vector<std::uint32_t> values;
    for (std::size_t i = 0; i < offer.size(); ++i) {
        values.push_back(offer[i]);
    }
    return values;
}

}  // namespace

TEST_CASE("the compact index offers what was filed, ascending and once",
          "[matchers][numbers][twins]") {
    for (const std::size_t keys : {0U, 1U, 2U, 100U, 5'000U}) {
        std::mt19937_64 random(keys + 1);
        CompactIndex index;
        std::map<std::uint64_t, std::set<std::uint32_t>> twin;
        for (std::size_t i = 0; i < keys; ++i) {
            const std::uint64_t hash = random() % 3 == 0 ? i % 50 : random();
            const auto value = static_cast<std::uint32_t>(random() % 1'000);
            index.add(hash, value);
            twin[hash].insert(value);
        }
        index.build();
        for (const auto& [hash, values] : twin) {
            CHECK(values_of(index, hash) ==
                  std::vector<std::uint32_t>(values.begin(), values.end()));
        }
        for (int i = 0; i < 200; ++i) {
            CHECK(values_of(index, random()).empty());  // 32 bits of hash: hardly ever by chance
        }
    }
}

TEST_CASE("a key with too many values keeps only that it has", "[matchers][numbers]") {
    CompactIndex index;
    for (std::uint32_t i = 0; i < 4; ++i) {
        index.add(1, i);
        index.add(2, i < 3 ? i : 0);
    }
    index.build(3);
    CHECK(values_of(index, 1) == std::vector<std::uint32_t>{CompactIndex::too_many});
    CHECK(values_of(index, 2) == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("the numbers take 40 bytes an item at most, beside their text", "[matchers][numbers]") {
    constexpr std::size_t count = 70'000;  // just above a power of two: the least even directory
    std::vector<OpenItem> items;
    for (std::size_t i = 0; i < count; ++i) {
        items.push_back(with_document(receivable(std::to_string(i), "1.00"),
                                      "F2026-" + std::to_string(1'000'000 + i)));
        items.back().reference = "7" + std::to_string(2'000'000 + i);
    }
    const Books books(items);
    CHECK(books.numbers().bytes() <= 40 * count);
}

TEST_CASE("short forms are the digits, and the running number that ends the printed form",
          "[matchers][numbers]") {
    struct Example {
        std::string printed;
        std::string digits;
        std::string tail;
    };
    for (const auto& [printed, digits, tail] :
         {Example{"F2026-001234", "2026001234", "1234"}, Example{"2026-001234", "", "1234"},
          Example{"F2026001234", "2026001234", "1234"}, Example{"2026001234", "", "1234"},
          Example{"F001234", "001234", ""}, Example{"77001234", "", ""},
          Example{"INV/26/0100", "260100", "100"}, Example{"A7F3K9Q2", "", "2"},
          Example{"F2026-000", "2026000", ""}, Example{"2026-12B", "", ""}, Example{"", "", ""},
          Example{"20261", "", ""}}) {
        CAPTURE(printed);
        CHECK(short_forms_of(printed).digits == digits);
        CHECK(short_forms_of(printed).tail == tail);
    }
}

namespace {

bool has_shape(const Books& books, ItemKind kind, std::string_view shape) {
    return books.numbers().masks().has_document(kind, matching::shape_key(shape));
}

}  // namespace

TEST_CASE("the masks are the shapes of the books, each for its kind of item",
          "[matchers][numbers]") {
    const std::vector items{with_document(receivable("A", "1.00"), "F2026-0012"),
                            with_document(payable("B", "1.00"), "123456"),
                            with_reference(receivable("C", "1.00"), "98765")};
    const Books books(items);
    CHECK(has_shape(books, ItemKind::receivable, "A99999999"));
    CHECK_FALSE(has_shape(books, ItemKind::payable, "A99999999"));
    CHECK(has_shape(books, ItemKind::payable, "999999"));
    CHECK_FALSE(has_shape(books, ItemKind::receivable, "99999"));  // a reference is no document
    const matching::NumberMasks& masks = books.numbers().masks();
    CHECK(masks.has_number(matching::shape_key("00000")));
    CHECK_FALSE(masks.has_number(matching::shape_key("0000")));
    CHECK_FALSE(masks.has_number(matching::shape_key("0000A")));
    CHECK(masks.has_short_form(matching::shape_key("20260012")));
}

TEST_CASE("many shapes are told apart", "[matchers][numbers]") {
    std::vector<OpenItem> items;
    std::mt19937 random(9);
    for (int i = 0; i < 2'000; ++i) {
        std::string number = "1";
        for (int at = 0; at < 11; ++at) {
            number += random() % 2 == 0 ? 'A' : '1';
        }
        items.push_back(with_document(receivable(std::to_string(i), "1.00"), number));
    }
    const Books books(items);
    for (const OpenItem& item : items) {
        REQUIRE_FALSE(books.with_number(item.document_number).empty());
        REQUIRE(books.numbers().masks().has_number(matching::shape_key(item.document_number)));
    }
}

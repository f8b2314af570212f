// Each payment is made honestly and then spoiled in one of the ways payers and banks spoil them.
#include "random_world.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <utility>

namespace afletter::test {

namespace {

constexpr std::array names{"J. de Vries", "Jan de Vries", "P. de Vries",     "A. Bakker",
                           "B. Jansen",   "C. Jansen",    "Jansen Bouw BV",  "Bakkerij de Boer",
                           "D. Visser",   "M. el Amrani", "Stichting Zwaan", "F. van den Berg"};
constexpr std::array amounts{"100.00", "100.00", "50.00", "25.00", "123.45", "87.10", "150.00"};
constexpr int party_count = 14;
constexpr int item_count = 40;
constexpr int line_count = 30;

class Maker {
  public:
    explicit Maker(std::uint32_t seed) : random_(seed) {}

    RandomWorld make() {
        for (int i = 0; i < item_count; ++i) {
            world_.items.push_back(make_item(i));
        }
        for (int i = 1; i <= line_count; ++i) {
            world_.payments.push_back(make_payment(i));
        }
        return std::move(world_);
    }

  private:
    // Not a distribution of the library: those differ from one to the next.
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    bool one_in(int count) { return below(count) == 0; }

    OpenItem make_item(int number) {
        const int party = below(party_count);
        OpenItem item =
            of_party(receivable("I" + std::to_string(100 + number), amounts[pick(amounts)]),
                     "P" + std::to_string(party), party,
                     names[static_cast<std::size_t>(party) % names.size()]);
        if (one_in(4)) {
            item.party_ibans.clear();
        }
        if (one_in(2)) {
            item.reference = payment_reference(7000 + number);
        }
        item.document_number = "2026-" + std::to_string(1000 + number);
        if (one_in(5)) {
            item = closed(item);
        } else if (one_in(8)) {
            item.open_amount = euros("20.00");
        }
        return item;
    }

    TrueLine make_payment(int id) {
        const OpenItem item = world_.items[below_size(world_.items.size())];
        const std::string amount = to_decimal(settling_amount(item));
        if (item.open_amount.is_zero() || one_in(6)) {
            return {from(line(id, amounts[pick(amounts)], "bedankt"), 50 + below(9),
                         names[pick(names)]),
                    ""};
        }
        const bool by_third_party = one_in(5);
        Line paid = line(id, amount, text_for(item, by_third_party));
        const int party = std::stoi(item.party_id.substr(1));
        if (by_third_party) {
            paid = from(paid, one_in(3) ? below(party_count) : 60 + below(9), names[pick(names)]);
        } else if (one_in(4)) {
            paid = named(paid, item.party_name);
        } else {
            paid = from(paid, party, one_in(4) ? "" : item.party_name);
        }
        if (one_in(12)) {
            paid.amount = euros("10.00");
        }
        return {paid, item.item_id};
    }

    // Whoever pays for another says for what: otherwise nobody could know.
    std::string text_for(const OpenItem& item, bool says_for_what) {
        std::string number =
            item.reference.empty() || one_in(2) ? item.document_number : item.reference;
        if (!says_for_what && one_in(4)) {
            return "betaling gemeente";
        }
        if (!says_for_what && one_in(6)) {  // mistyped
            number.back() = static_cast<char>('0' + below(10));
        }
        return "betreft " + number + (one_in(3) ? " met dank" : "");
    }

    template <class Array>
    std::size_t pick(const Array& array) {
        return below_size(array.size());
    }
    std::size_t below_size(std::size_t size) {
        return static_cast<std::size_t>(below(static_cast<int>(size)));
    }

    std::mt19937 random_;
    RandomWorld world_;
};

}  // namespace

std::vector<Line> RandomWorld::lines() const {
    std::vector<Line> all;
    for (const TrueLine& payment : payments) {
        all.push_back(payment.line);
    }
    return all;
}

RandomWorld make_random_world(std::uint32_t seed) {
    return Maker(seed).make();
}

}  // namespace afletter::test

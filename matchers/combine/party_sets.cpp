// Counting the other ways to reach an amount.
#include "combine/party_sets.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace afletter::matching {

namespace {

constexpr std::int64_t instalments_max = 12;

using ItemSet = std::vector<ItemIndex>;

ItemSet ascending(ItemSet items) {
    std::ranges::sort(items);
    return items;
}

void add_runs(const Books& books, const ItemSet& open, const Money& amount,
              std::vector<ItemSet>& sets) {
    for (std::size_t first = 0; first + 1 < open.size(); ++first) {
        auto sum = Result<Money, MoneyError>(books.item(open[first]).settling);
        for (std::size_t last = first + 1; last < open.size(); ++last) {
            sum = checked_add(*sum, books.item(open[last]).settling);
            if (!sum) {
                break;
            }
            if (*sum == amount) {
                sets.push_back(ascending({open.begin() + static_cast<std::ptrdiff_t>(first),
                                          open.begin() + static_cast<std::ptrdiff_t>(last) + 1}));
            }
        }
    }
}

void add_pairs(const Books& books, const ItemSet& open, const Money& amount,
               std::vector<ItemSet>& sets) {
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (std::size_t j = i + 2; j < open.size(); ++j) {  // neighbours are runs already
            const auto sum =
                checked_add(books.item(open[i]).settling, books.item(open[j]).settling);
            if (sum && *sum == amount) {
                sets.push_back(ascending({open[i], open[j]}));
            }
        }
    }
}

}  // namespace

std::vector<std::vector<ItemIndex>> exact_party_sets(const Books& books,
                                                     std::vector<ItemIndex> open,
                                                     const Money& amount) {
    std::ranges::sort(open, {}, [&books](ItemIndex index) {
        const BookItem& item = books.item(index);
        return std::tuple<Date, std::string_view, ItemIndex>(item.source->issue_date, item.document,
                                                             index);
    });
    std::vector<ItemSet> sets;
    add_runs(books, open, amount, sets);
    add_pairs(books, open, amount, sets);
    return sets;
}

bool is_instalment(const BookItem& item, const Money& amount) {
    if (item.closed || item.settling.currency() != amount.currency() || amount.is_zero() ||
        item.settling.is_negative() != amount.is_negative()) {
        return false;
    }
    const std::int64_t whole = std::abs(item.settling.minor_units());
    const std::int64_t part = std::abs(amount.minor_units());
    for (std::int64_t count = 2; count <= instalments_max; ++count) {
        // whole / count, so that nothing overflows; rounding leaves less than one unit each.
        if (whole / count - part <= 1 && part - whole / count <= 1) {
            return true;
        }
    }
    return false;
}

}  // namespace afletter::matching

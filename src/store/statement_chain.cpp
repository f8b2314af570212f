// Puts the statements of one account in the order in which the bank wrote them.
#include "statement_chain.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "columns.hpp"

namespace afletter {

namespace {

// Sequence numbers are counted up without leading zeros: a longer one is a later one.
auto bank_order(const ChainLink& link) {
    return std::tuple(std::string_view(link.closing_date), link.sequence.size(),
                      std::string_view(link.sequence), link.opening_minor, link.closing_minor);
}

// The opening balance that no other statement of the day leads to; the first one when they go
// round in a circle.
std::int64_t start_of(std::span<const ChainLink> day) {
    std::unordered_map<std::int64_t, std::int64_t> opened_less_closed;
    for (const ChainLink& link : day) {
        ++opened_less_closed[link.opening_minor];
        --opened_less_closed[link.closing_minor];
    }
    const auto start = std::find_if(day.begin(), day.end(), [&](const ChainLink& link) {
        return opened_less_closed[link.opening_minor] > 0;
    });
    return start == day.end() ? day.front().opening_minor : start->opening_minor;
}

// What follows on the balance; statements without movement first, for they lead to the others.
std::optional<std::size_t> successor(std::span<const ChainLink> day, std::int64_t balance) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < day.size(); ++i) {
        if (day[i].opening_minor != balance) {
            continue;
        }
        if (day[i].closing_minor == balance) {
            return i;
        }
        found = found.value_or(i);
    }
    return found;
}

void order_day(std::span<ChainLink> day, std::optional<std::int64_t> balance) {
    for (; !day.empty(); day = day.subspan(1)) {
        auto next = balance ? successor(day, *balance) : std::nullopt;
        if (!next) {
            next = successor(day, start_of(day));
        }
        const auto chosen = day.begin() + static_cast<std::ptrdiff_t>(next.value());
        std::rotate(day.begin(), chosen, chosen + 1);
        balance = day.front().closing_minor;
    }
}

}  // namespace

ChainLink take_chain_link(sqlite::Rows& rows) {
    return {.statement = rows.take_integer(),
            .closing_date = take_string(rows),
            .sequence = take_string(rows),
            .opening_minor = rows.take_integer(),
            .closing_minor = rows.take_integer()};
}

std::vector<ChainLink> in_chain_order(std::vector<ChainLink> links) {
    std::sort(links.begin(), links.end(), [](const ChainLink& left, const ChainLink& right) {
        return bank_order(left) < bank_order(right);
    });
    std::optional<std::int64_t> balance;
    for (auto first = links.begin(); first != links.end();) {
        const auto end = std::find_if(first, links.end(), [&](const ChainLink& link) {
            return link.closing_date != first->closing_date;
        });
        order_day({first, end}, balance);
        balance = std::prev(end)->closing_minor;
        first = end;
    }
    return links;
}

}  // namespace afletter

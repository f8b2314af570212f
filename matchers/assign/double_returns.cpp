// One return of an item in a round: the next round knows what it has left to give back.
#include "assign/double_returns.hpp"

#include <algorithm>
#include <tuple>

namespace afletter::matching {

namespace {

// Returns of one day may be of two orders, or the same twice.
bool is_before(const Line& one, const Line& other) {
    const std::string& order = one.detail.end_to_end_id;
    const std::string& other_order = other.detail.end_to_end_id;
    return one.booking_date < other.booking_date ||
           (!order.empty() && !other_order.empty() && order != other_order);
}

struct Return {
    Line line;
    std::uint32_t place = 0;
};

// Of one item, by date; the lines are numbered by their ids.
void keep_the_first(std::vector<Return>& returns, std::vector<std::uint32_t>& doubles) {
    std::ranges::stable_sort(returns, {}, [](const Return& one) { return one.line.booking_date; });
    const Line& first = returns.front().line;
    const bool has_first =
        std::all_of(returns.begin() + 1, returns.end(),
                    [&first](const Return& other) { return is_before(first, other.line); });
    for (std::size_t i = has_first ? 1 : 0; i < returns.size(); ++i) {
        doubles.push_back(returns[i].place);
    }
}

}  // namespace

std::vector<std::uint32_t> double_returns(std::vector<Reopening> reopenings,
                                          const PackedLines& lines) {
    std::ranges::sort(reopenings, {}, [](const Reopening& reopening) {
        return std::tuple(reopening.item, reopening.line);
    });
    std::vector<std::uint32_t> doubles;
    std::vector<Return> returns;
    for (std::size_t begin = 0; begin < reopenings.size();) {
        const ItemIndex item = reopenings[begin].item;
        returns.clear();
        for (; begin < reopenings.size() && reopenings[begin].item == item; ++begin) {
            returns.push_back({lines.unpack(reopenings[begin].line), reopenings[begin].place});
        }
        keep_the_first(returns, doubles);
    }
    return doubles;
}

}  // namespace afletter::matching

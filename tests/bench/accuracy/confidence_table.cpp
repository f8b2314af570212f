// A table of three questions: is the party the same, is a number of the item in the text, is there
// one item or several of this amount. The rows at the top are matched at once.
#include <algorithm>
#include <array>

#include "bench/accuracy/rivals.hpp"

namespace afletter::judging {

namespace {

enum class Party : std::uint8_t { fully, partially, no };
enum class Document : std::uint8_t { several, yes, no };
enum class Amount : std::uint8_t { one, several };

struct Row {
    Party party;
    Document document;
    Amount amount;
};

// Below the first row of all, which is our own order: what agrees first is best.
constexpr auto table = std::to_array<Row>({
    {Party::fully, Document::several, Amount::one},
    {Party::fully, Document::several, Amount::several},
    {Party::fully, Document::yes, Amount::one},
    {Party::fully, Document::yes, Amount::several},
    {Party::partially, Document::several, Amount::one},
    {Party::partially, Document::several, Amount::several},
    {Party::partially, Document::yes, Amount::one},
    {Party::fully, Document::no, Amount::one},
    {Party::no, Document::several, Amount::one},
    {Party::no, Document::several, Amount::several},
});
constexpr std::size_t rows_applied_at_once = 3;

Party party_level(const View& view, std::uint32_t party) {
    const bool by_name = view.parties_by_name.size() == 1 && view.parties_by_name[0] == party;
    if (contains(view.parties_by_account, party) || by_name) {
        return Party::fully;
    }
    return contains(view.parties_by_similar_name, party) ? Party::partially : Party::no;
}

struct Found {
    std::size_t row = table.size();
    std::uint32_t item = 0;
};

// The items that could stand in the table: named, of the party, or the only one of the amount.
Places candidates_of(const View& view, const Shelf& shelf, const Places& named) {
    Places items = named;
    for (const Places* parties :
         {&view.parties_by_account, &view.parties_by_name, &view.parties_by_similar_name}) {
        for (const std::uint32_t party : *parties) {
            const auto of_party = shelf.items_of(party);
            items.insert(items.end(), of_party.begin(), of_party.end());
        }
    }
    std::erase_if(items, [&](std::uint32_t place) {
        const ShelfItem& item = shelf.item(place);
        return item.left != view.cents || item.issued > view.day;
    });
    return items;
}

// Of equals the first in the books is taken.
Found best_of(const View& view, const Shelf& shelf) {
    Places named = view.named_in_field;
    std::ranges::copy_if(view.named_as_printed, std::back_inserter(named),
                         [&](std::uint32_t place) { return !contains(named, place); });
    named = open_ones(view, shelf, named);
    const Document if_named = named.size() > 1 ? Document::several : Document::yes;
    const Amount amount =
        shelf.items_left_with(view.cents).size() == 1 ? Amount::one : Amount::several;
    Found best;
    for (const std::uint32_t place : candidates_of(view, shelf, named)) {
        const Party party = party_level(view, shelf.item(place).party);
        const Document document = contains(named, place) ? if_named : Document::no;
        const auto found = std::ranges::find_if(table, [&](const Row& row) {
            return row.party == party && row.document == document && row.amount == amount;
        });
        const auto row = static_cast<std::size_t>(found - table.begin());
        if (row < best.row || (row == best.row && place < best.item)) {
            best = {.row = row, .item = place};
        }
    }
    return best;
}

Proposal by_table(const View& view, const Shelf& shelf, std::size_t rows) {
    const Places ordered = open_ones(view, shelf, view.ordered_by_us);
    if (ordered.size() == 1 && shelf.item(ordered.front()).left == view.cents) {
        return whole_line(view, ordered.front());
    }
    const Found best = best_of(view, shelf);
    return best.row < rows ? whole_line(view, best.item) : Proposal();
}

}  // namespace

Proposal confidence_table(const View& view, const Shelf& shelf) {
    return by_table(view, shelf, rows_applied_at_once);
}

Proposal confidence_table_without_document(const View& view, const Shelf& shelf) {
    return by_table(view, shelf, table.size());
}

}  // namespace afletter::judging

// What names the item itself: references, document numbers, EndToEndId, batch. A number that names
// something outside the explanation speaks against it.
#include <algorithm>
#include <cstdint>

#include "evidence/weighing.hpp"

namespace afletter::matching {

namespace {

// equal: all open items that one party has under this number; similar: some of them; other: none.
Level coverage(const Books& books, const Hypothesis& hypothesis, const NamedNumber& number) {
    Level best = Level::other;
    for (const ItemIndex covered : number.items) {
        if (!hypothesis.holds(covered)) {
            continue;
        }
        const bool whole = std::ranges::all_of(number.items, [&](ItemIndex index) {
            return books.item(index).party != books.item(covered).party ||
                   books.item(index).closed || hypothesis.holds(index);
        });
        if (whole) {
            return Level::equal;
        }
        best = Level::similar;
    }
    return best;
}

enum class Kind : std::uint8_t { checked_reference, document };

bool is_of_kind(const Books& books, const NamedNumber& number, Kind kind) {
    return std::ranges::any_of(number.items, [&](ItemIndex index) {
        return is_checked_reference(number, books.item(index)) == (kind == Kind::checked_reference);
    });
}

// Of the numbers of one kind the least covered; nothing where there are none.
std::optional<Level> number_level(const Inquiry& inquiry, const Hypothesis& hypothesis, Kind kind) {
    std::optional<Level> level;
    for (const NamedNumber& number : inquiry.naming.numbers) {
        if (!is_of_kind(inquiry.books, number, kind)) {
            continue;
        }
        const Level covered = coverage(inquiry.books, hypothesis, number);
        if (covered == Level::other) {
            return covered;
        }
        if (!level || covered == Level::similar) {
            level = covered;
        }
    }
    return level;
}

// A detail of a batch of ours names its own order. Where the books do not hold it, its item is
// missing, and none that went by another order is meant.
bool is_another_order(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const TransactionDetail& detail = inquiry.line.detail;
    if (detail.end_to_end_id.empty() || detail.batch_id.empty() ||
        inquiry.books.with_batch(detail.batch_id).empty()) {
        return false;
    }
    return std::ranges::any_of(hypothesis.items, [&](ItemIndex index) {
        return !inquiry.books.item(index).source.end_to_end_id().empty();
    });
}

}  // namespace

std::optional<Level> reference_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const auto level = number_level(inquiry, hypothesis, Kind::checked_reference);
    if (!level && hypothesis.trails.has(Trail::repair)) {
        return Level::mistyped;
    }
    return level;
}

std::optional<Level> document_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const auto level = number_level(inquiry, hypothesis, Kind::document);
    if (!level && !hypothesis.trails.name_the_item() && unexplained_number(inquiry, hypothesis)) {
        return Level::differs;
    }
    return level;
}

std::optional<Level> number_part_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    if (inquiry.naming.partial.empty() || hypothesis.trails.name_the_item()) {
        return std::nullopt;
    }
    return hypothesis.trails.has(Trail::part) ? Level::equal : Level::other;
}

std::optional<Level> end_to_end_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    if (inquiry.by_end_to_end.empty()) {
        return is_another_order(inquiry, hypothesis) ? std::optional(Level::other) : std::nullopt;
    }
    const bool covered = std::ranges::any_of(
        inquiry.by_end_to_end, [&](ItemIndex index) { return hypothesis.holds(index); });
    return covered ? Level::equal : Level::other;
}

std::optional<Level> batch_level(const Inquiry&, const Hypothesis& hypothesis) {
    if (hypothesis.trails.has(Trail::batch)) {
        return Level::equal;
    }
    return hypothesis.trails.has(Trail::remainder) ? std::optional(Level::similar) : std::nullopt;
}

const UnknownNumber* unexplained_number(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const auto explains = [&](const UnknownNumber& number) {
        if (hypothesis.trails.has(Trail::repair) && number.written == inquiry.naming.damaged) {
            return true;
        }
        return std::ranges::any_of(hypothesis.items, [&](ItemIndex index) {
            const BookItem& item = inquiry.books.item(index);
            return item.document.ends_with(number.canonical) ||
                   item.reference.ends_with(number.canonical);
        });
    };
    const auto found = std::ranges::find_if_not(inquiry.naming.unknown, explains);
    return found == inquiry.naming.unknown.end() ? nullptr : &*found;
}

bool covers_what_is_named(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const bool numbers =
        std::ranges::all_of(inquiry.naming.numbers, [&](const NamedNumber& number) {
            return coverage(inquiry.books, hypothesis, number) == Level::equal;
        });
    return numbers && end_to_end_level(inquiry, hypothesis) != Level::other;
}

}  // namespace afletter::matching

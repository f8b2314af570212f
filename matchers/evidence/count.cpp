// How many payments the bank counts in a batch, and their sum, beside the items. Some banks count
// what we sent, others what they booked of it: both fit where nothing was taken off.
#include <algorithm>

#include "evidence/weighing.hpp"

namespace afletter::matching {

namespace {

std::vector<ItemIndex> open_items_of_batch(const Inquiry& inquiry) {
    std::vector<ItemIndex> items = inquiry.books.with_batch(inquiry.line.detail.batch_id);
    std::erase_if(items, [&](ItemIndex index) { return inquiry.books.item(index).closed; });
    return items;
}

// The whole of the batch, as far as it is open.
std::optional<Level> level_of_whole(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const BatchTotals& batch = inquiry.line.batch;
    const Money& booked = inquiry.line.amount;
    const std::size_t items = hypothesis.items.size();
    if (open_sum(inquiry.books, hypothesis.items) != booked) {
        return std::nullopt;  // its amount says enough
    }
    if ((batch.transactions != 0 && batch.transactions != items) ||
        (batch.amount && *batch.amount != booked)) {
        return Level::differs;
    }
    if (batch.gross) {
        return Level::whole;
    }
    return batch.transactions != 0 ? std::optional(Level::equal) : std::nullopt;
}

// What is left of it when some came back: the bank counts all that we sent, or what is left.
std::optional<Level> level_of_rest(const Inquiry& inquiry, std::size_t items) {
    const BatchTotals& batch = inquiry.line.batch;
    const std::vector<ItemIndex> sent = open_items_of_batch(inquiry);
    const bool is_other_sum = batch.amount && *batch.amount != inquiry.line.amount &&
                              *batch.amount != open_sum(inquiry.books, sent);
    const bool is_other_count =
        batch.transactions != 0 && batch.transactions != items && batch.transactions != sent.size();
    if (batch.gross || is_other_sum || is_other_count) {
        return Level::differs;
    }
    return batch.transactions != 0 ? std::optional(Level::equal) : std::nullopt;
}

}  // namespace

std::optional<Level> count_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    const BatchTotals& batch = inquiry.line.batch;
    if (batch == BatchTotals{} || inquiry.is_return) {
        return std::nullopt;
    }
    if (hypothesis.trails.has(Trail::batch)) {
        return level_of_whole(inquiry, hypothesis);
    }
    return hypothesis.trails.has(Trail::remainder) ? level_of_rest(inquiry, hypothesis.items.size())
                                                   : std::nullopt;
}

}  // namespace afletter::matching

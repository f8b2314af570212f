// What the bank says beside what the ledger says, for each finding; and how the money would be
// spread over the items.
#include "evidence/candidate.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <tuple>
#include <utility>

#include "policy/weights.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t texts_max = 5;  // a batch may have thousands of items

// "A, B, C", each once.
class TextList {
  public:
    void add(std::string_view text) {
        const bool full = texts_.size() > texts_max;  // one more than is shown, to know of more
        if (!text.empty() && !full && std::ranges::find(texts_, text) == texts_.end()) {
            texts_.push_back(text);
        }
    }
    [[nodiscard]] std::string joined() const {
        std::string all;
        for (std::size_t i = 0; i < std::min(texts_.size(), texts_max); ++i) {
            all += all.empty() ? "" : ", ";
            all += texts_[i];
        }
        return texts_.size() > texts_max ? all + ", ..." : all;
    }

  private:
    std::vector<std::string_view> texts_;
};

// Joins what `of` says of each item of the explanation.
template <class Function>
std::string of_items(const Inquiry& inquiry, const Weighed& weighed, Function of) {
    TextList list;
    for (const ItemIndex index : weighed.hypothesis.items) {
        list.add(of(inquiry.books.item(index)));
    }
    return list.joined();
}

std::string written_numbers(const Inquiry& inquiry, bool checked) {
    TextList list;
    for (const NamedNumber& number : inquiry.naming.numbers) {
        if (std::ranges::any_of(number.items, [&](ItemIndex index) {
                return is_checked_reference(number, inquiry.books.item(index)) == checked;
            })) {
            list.add(number.written);
        }
    }
    return list.joined();
}

std::string_view account_of(const Inquiry& inquiry, const BookItem& item) {
    const auto& ibans = inquiry.books.party(item.party).ibans;
    const auto& payers = inquiry.line.detail.counterparty.iban;
    if (payers && std::ranges::find(ibans, payers->text()) != ibans.end()) {
        return payers->text();
    }
    return ibans.empty() ? std::string_view() : ibans.front();
}

// The reference that a repair started from.
std::string repaired_text(const Naming& naming) {
    if (!naming.damaged.empty() || naming.unknown.empty()) {
        return naming.damaged;
    }
    return naming.unknown.front().written;
}

std::string bank_text(const Inquiry& inquiry, const Weighed& weighed, Feature feature) {
    const Level level = weighed.findings.at(feature).value();
    const Line& line = inquiry.line;
    switch (feature) {
        case Feature::reference:
            return weighed.hypothesis.trails.has(Trail::repair) ? repaired_text(inquiry.naming)
                                                                : written_numbers(inquiry, true);
        case Feature::end_to_end:
            return line.detail.end_to_end_id;
        case Feature::batch:
            return line.detail.batch_id;
        case Feature::document:
            return level == Level::differs
                       ? unexplained_number(inquiry, weighed.hypothesis)->written
                       : written_numbers(inquiry, false);
        case Feature::amount:
            return to_decimal(line.amount);
        case Feature::account:
            if (level == Level::similar) {
                return line.detail.mandate_id;
            }
            return std::string(text_if_known(line.detail.counterparty.iban));
        case Feature::name:
            return line.detail.counterparty.name;
        case Feature::date:
            return to_iso(line.booking_date);
        case Feature::competition:
            break;
    }
    return {};
}

std::string ledger_text(const Inquiry& inquiry, const Weighed& weighed, Feature feature) {
    const auto joined = [&](auto of) { return of_items(inquiry, weighed, of); };
    switch (feature) {
        case Feature::reference:
            return joined(
                [](const BookItem& item) -> std::string_view { return item.source->reference; });
        case Feature::end_to_end:
            return joined([](const BookItem& item) -> std::string_view {
                return item.source->end_to_end_id;
            });
        case Feature::batch:
            return joined(
                [](const BookItem& item) -> std::string_view { return item.source->batch_id; });
        case Feature::document:
            return joined([](const BookItem& item) -> std::string_view {
                return item.source->document_number;
            });
        case Feature::amount: {
            const auto open = open_sum(inquiry.books, weighed.hypothesis.items);
            return open ? to_decimal(*open) : std::string();
        }
        case Feature::account:
            if (weighed.findings.is(feature, Level::similar)) {
                return joined([](const BookItem& item) -> std::string_view {
                    return item.source->mandate_id;
                });
            }
            return joined([&](const BookItem& item) { return account_of(inquiry, item); });
        case Feature::name:
            return joined(
                [](const BookItem& item) -> std::string_view { return item.source->party_name; });
        case Feature::date: {
            const auto issued = std::ranges::max_element(
                weighed.hypothesis.items, {},
                [&](ItemIndex index) { return inquiry.books.item(index).source->issue_date; });
            return to_iso(inquiry.books.item(*issued).source->issue_date);
        }
        case Feature::competition:
            break;
    }
    return {};
}

std::vector<Evidence> evidence_of(const Inquiry& inquiry, const Weighed& weighed) {
    std::vector<Evidence> evidence;
    evidence.reserve(weighed.findings.count());
    for (std::size_t i = 0; i < feature_count; ++i) {
        const auto feature = static_cast<Feature>(i);
        const auto level = weighed.findings.at(feature);
        if (!level) {
            continue;
        }
        const MilliNats weight =
            feature == Feature::competition ? weighed.competition : weight_of(feature, *level);
        evidence.push_back({.feature = feature,
                            .level = *level,
                            .weight = weight,
                            .bank_text = bank_text(inquiry, weighed, feature),
                            .ledger_text = ledger_text(inquiry, weighed, feature)});
    }
    return evidence;
}

// What the line has left for an item: all of it where they have the same direction, else nothing.
std::int64_t share_of(std::int64_t open, std::int64_t left) {
    if (open == 0 || left == 0 || (open < 0) != (left < 0)) {
        return 0;
    }
    return std::abs(open) < std::abs(left) ? open : left;
}

// Credit notes first, since they add to what there is to spread; then the oldest due. Where the
// amount is exact this is each item's open balance.
std::vector<Allocation> allocations_of(const Inquiry& inquiry, const Weighed& weighed) {
    const Money& amount = inquiry.line.amount;
    std::vector<ItemIndex> order = weighed.hypothesis.items;
    std::ranges::sort(order, {}, [&](ItemIndex index) {
        const OpenItem& item = *inquiry.books.item(index).source;
        const bool adds = inquiry.books.item(index).settling.is_negative() != amount.is_negative();
        return std::tuple(!adds, item.due_date.value_or(item.issue_date), index);
    });
    std::int64_t left = amount.minor_units();
    std::vector<Allocation> allocations;
    allocations.reserve(order.size());
    for (const ItemIndex index : order) {
        const BookItem& item = inquiry.books.item(index);
        std::int64_t share = 0;
        if (inquiry.is_return) {
            share = left;  // what comes back reopens the item, and only one item is returned
        } else if (!item.closed && item.settling.currency() == amount.currency()) {
            const std::int64_t open = item.settling.minor_units();
            const bool credit = order.size() > 1 && (open < 0) != (amount.minor_units() < 0);
            share = credit ? open : share_of(open, left);
        }
        left -= share;
        allocations.push_back({item.source->item_id, Money(share, amount.currency())});
    }
    std::ranges::sort(allocations, {}, &Allocation::item_id);
    return allocations;
}

}  // namespace

Candidate to_candidate(const Inquiry& inquiry, const Weighed& weighed) {
    return {.allocations = allocations_of(inquiry, weighed),
            .evidence = evidence_of(inquiry, weighed),
            .prior = prior_weight,
            .log_odds = weighed.log_odds(),
            .confidence_bp = weighed.confidence_bp};
}

}  // namespace afletter::matching

// What the bank says beside what the ledger says, for each finding; and how the money would be
// spread over the items.
#include "evidence/candidate.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "candidates/returns.hpp"
#include "candidates/tolerance.hpp"
#include "policy/allocation.hpp"
#include "policy/scales.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t texts_max = 5;  // a batch may have thousands of items

// "A, B, C", each once.
class TextList {
  public:
    void add(std::string_view text) {
        const bool is_full = count_ == texts_.size();
        const auto end = texts_.begin() + count_;
        if (!text.empty() && !is_full && std::find(texts_.begin(), end, text) == end) {
            texts_[count_++] = text;
        }
    }
    [[nodiscard]] std::string joined() const {
        std::string all;
        for (std::size_t i = 0; i < std::min<std::size_t>(count_, texts_max); ++i) {
            all += all.empty() ? "" : ", ";
            all += texts_[i];
        }
        return count_ > texts_max ? all + ", ..." : all;
    }

  private:
    std::array<std::string_view, texts_max + 1> texts_;  // one more than is shown, to know of more
    std::uint8_t count_ = 0;
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

std::string written_parts(const Inquiry& inquiry) {
    TextList list;
    for (const NamedNumber& number : inquiry.naming.partial) {
        list.add(number.written);
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

// The number in the line that one typing error turns into that of these items.
std::string repaired_text(const Inquiry& inquiry, const Weighed& weighed) {
    for (const RepairedNumber& repaired : inquiry.naming.repaired) {
        if (repaired.checked && std::ranges::any_of(repaired.items, [&](ItemIndex index) {
                return std::ranges::binary_search(weighed.hypothesis.items, index);
            })) {
            return repaired.written;
        }
    }
    return inquiry.naming.damaged;
}

// The number of the party, or whatever the text says.
std::string text_that_names(const Inquiry& inquiry, const Weighed& weighed) {
    const DebtorNumber* const named = party_number_of(inquiry, weighed.hypothesis);
    return named == nullptr ? inquiry.line.detail.remittance : named->written;
}

// The kind of the number that this finding is about, as the configuration calls it.
TypeIndex type_of(const Inquiry& inquiry, const Weighed& weighed, Feature feature) {
    if (feature == Feature::text) {
        const DebtorNumber* const named = party_number_of(inquiry, weighed.hypothesis);
        return named == nullptr ? TypeIndex{0} : named->type;
    }
    if (feature != Feature::reference && feature != Feature::document) {
        return 0;
    }
    if (feature == Feature::document && weighed.findings.is(feature, Level::differs)) {
        const auto typed = inquiry.books.types().read(
            Names::item, unexplained_number(inquiry, weighed.hypothesis)->written);
        return typed ? typed->type : TypeIndex{0};
    }
    for (const ItemIndex index : weighed.hypothesis.items) {
        const BookItem& item = inquiry.books.item(index);
        const bool is_reference = feature == Feature::reference;
        if (item.reference_type != 0 && item.reference_checked == is_reference) {
            return item.reference_type;
        }
        if (item.document_type != 0 && item.document_checked == is_reference) {
            return item.document_type;
        }
    }
    return 0;
}

// The number of the item that this finding is about: a configured type may check either, or none.
std::string_view number_of(const BookItem& item, Feature feature) {
    const bool is_reference = feature == Feature::reference;
    if (is_reference ? item.document_checked && !item.reference_checked
                     : item.document.empty() && item.reference_type != 0) {
        return is_reference ? item.source.document_number() : item.source.reference();
    }
    return is_reference ? item.source.reference() : item.source.document_number();
}

std::string bank_text(const Inquiry& inquiry, const Weighed& weighed, Feature feature) {
    const Level level = weighed.findings.at(feature).value();
    const Line& line = inquiry.line;
    switch (feature) {
        case Feature::reference:
            return weighed.hypothesis.trails.has(Trail::repair) ? repaired_text(inquiry, weighed)
                                                                : written_numbers(inquiry, true);
        case Feature::end_to_end:
            return line.detail.end_to_end_id;
        case Feature::batch:
            return line.detail.batch_id;
        case Feature::count:
            return line.batch.transactions != 0 ? std::to_string(line.batch.transactions)
                                                : std::string();
        case Feature::document:
            return level == Level::differs
                       ? unexplained_number(inquiry, weighed.hypothesis)->written
                       : written_numbers(inquiry, false);
        case Feature::number_part:
            return written_parts(inquiry);
        case Feature::amount:
        case Feature::rarity:
        case Feature::settled:
            return to_decimal(line.amount);
        case Feature::account:
            if (level == Level::similar) {
                return line.detail.mandate_id;
            }
            return std::string(text_if_known(line.detail.counterparty.iban));
        case Feature::name:
        case Feature::namesakes:
            return line.detail.counterparty.name;
        case Feature::text:
            return text_that_names(inquiry, weighed);
        case Feature::date:
            return to_iso(line.booking_date);
        case Feature::own_account:
        case Feature::other_leg:
        case Feature::reversal:
        case Feature::shape:
        case Feature::sequence:
        case Feature::claims:
        case Feature::competition:
            break;
    }
    return {};
}

std::string ledger_text(const Inquiry& inquiry, const Weighed& weighed, Feature feature) {
    const auto joined = [&](auto of) { return of_items(inquiry, weighed, of); };
    switch (feature) {
        case Feature::reference:
        case Feature::document:
            return joined([feature](const BookItem& item) { return number_of(item, feature); });
        case Feature::end_to_end:
            return joined([](const BookItem& item) { return item.source.end_to_end_id(); });
        case Feature::batch:
            return joined([](const BookItem& item) { return item.source.batch_id(); });
        case Feature::count:
            return std::to_string(weighed.hypothesis.items.size());
        case Feature::number_part:
            return joined([](const BookItem& item) { return item.source.document_number(); });
        case Feature::amount: {
            const auto open = open_sum(inquiry.books, weighed.hypothesis.items);
            return open ? to_decimal(*open) : std::string();
        }
        case Feature::settled: {
            const auto settled = settled_sum(inquiry, weighed.hypothesis.items);
            return settled ? to_decimal(*settled) : std::string();
        }
        case Feature::rarity:
            return std::to_string(inquiry.books.count_with_amount(inquiry.line.amount));
        case Feature::account:
            if (weighed.findings.is(feature, Level::similar)) {
                return joined([](const BookItem& item) { return item.source.mandate_id(); });
            }
            return joined([&](const BookItem& item) { return account_of(inquiry, item); });
        case Feature::text:
            if (party_number_of(inquiry, weighed.hypothesis) != nullptr) {
                return joined([](const BookItem& item) { return item.source.party_id(); });
            }
            [[fallthrough]];
        case Feature::name:
            return joined([](const BookItem& item) { return item.source.party_name(); });
        case Feature::date: {
            const auto issued = std::ranges::max_element(
                weighed.hypothesis.items, {},
                [&](ItemIndex index) { return inquiry.books.item(index).issue_date; });
            return to_iso(inquiry.books.item(*issued).issue_date);
        }
        case Feature::namesakes:
        case Feature::own_account:
        case Feature::other_leg:
        case Feature::reversal:
        case Feature::shape:
        case Feature::sequence:
        case Feature::claims:
        case Feature::competition:
            break;
    }
    return {};
}

// What a line's own evidence weighs stands in the table; the rest depends on the other explanations
// and the other lines.
MilliNats weight_in(const Weighed& weighed, Feature feature, Level level, const Scales& scales) {
    if (feature == Feature::competition) {
        return weighed.competition;
    }
    return feature == Feature::claims ? weighed.claims : scales.weight_of(feature, level);
}

std::vector<Evidence> evidence_of(const Inquiry& inquiry, const Weighed& weighed,
                                  const Scales& scales) {
    std::vector<Evidence> evidence;
    evidence.reserve(weighed.findings.count());
    for (std::size_t i = 0; i < feature_count; ++i) {
        const auto feature = static_cast<Feature>(i);
        const auto level = weighed.findings.at(feature);
        if (!level) {
            continue;
        }
        const MilliNats weight = weight_in(weighed, feature, *level, scales);
        evidence.push_back({.feature = feature,
                            .level = *level,
                            .weight = weight,
                            .bank_text = bank_text(inquiry, weighed, feature),
                            .ledger_text = ledger_text(inquiry, weighed, feature),
                            .type = std::string(inquiry.books.types().name_of(
                                type_of(inquiry, weighed, feature)))});
    }
    return evidence;
}

std::vector<Allocation> allocations_of(const Inquiry& inquiry, const Weighed& weighed) {
    const Currency currency = inquiry.line.amount.currency();
    const std::vector<Share> shares = shares_of(inquiry, weighed.hypothesis);
    std::vector<Allocation> allocations;
    allocations.reserve(shares.size() + 1);
    if (is_within_tolerance(inquiry, weighed.hypothesis)) {
        const std::int64_t rest = inquiry.line.amount.minor_units() - shares.front().amount;
        allocations.push_back({.item_id = {},
                               .amount = Money(rest, currency),
                               .gl_account = inquiry.rules.tolerance->gl_account});
    }
    for (const Share& share : shares) {
        allocations.push_back({std::string(inquiry.books.item(share.item).source.item_id()),
                               Money(share.amount, currency)});
    }
    return allocations;
}

}  // namespace

Candidate to_candidate(const Inquiry& inquiry, const Weighed& weighed, const Scales& scales) {
    return {.allocations = allocations_of(inquiry, weighed),
            .evidence = evidence_of(inquiry, weighed, scales),
            .prior = scales.prior(),
            .log_odds = weighed.log_odds(),
            .confidence_bp = weighed.confidence_bp};
}

}  // namespace afletter::matching

// Small numbers in a byte, levels by feature; what competition adds is worked out anew.
#include "draft.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "packed/packing.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t explanations_max = 8;
constexpr std::size_t items_max = 16;  // of all explanations together

constexpr std::array<std::uint32_t SearchFunnel::*, 18> counts{&SearchFunnel::items,
                                                               &SearchFunnel::open_items,
                                                               &SearchFunnel::issued,
                                                               &SearchFunnel::by_reference,
                                                               &SearchFunnel::by_end_to_end,
                                                               &SearchFunnel::by_batch,
                                                               &SearchFunnel::by_document,
                                                               &SearchFunnel::by_number_part,
                                                               &SearchFunnel::by_repair,
                                                               &SearchFunnel::by_mandate,
                                                               &SearchFunnel::by_amount,
                                                               &SearchFunnel::by_account,
                                                               &SearchFunnel::by_name_and_amount,
                                                               &SearchFunnel::by_text_and_amount,
                                                               &SearchFunnel::by_name,
                                                               &SearchFunnel::by_amount_alone,
                                                               &SearchFunnel::candidates,
                                                               &SearchFunnel::sure};
static_assert(sizeof(SearchFunnel) == counts.size() * sizeof(std::uint32_t));

void pack_explanation(Packer& packer, const Weighed& weighed) {
    const ItemSet& items = weighed.hypothesis.items;
    packer.number(items.size());
    for (const ItemIndex item : items) {
        packer.value(item);
    }
    packer.value(weighed.hypothesis.trails);
    packer.value(static_cast<std::int32_t>(weighed.score));
    packer.value(weighed.covers_what_is_named);
    packer.number(weighed.findings.count());
    for (std::size_t i = 0; i < feature_count; ++i) {
        const auto feature = static_cast<Feature>(i);
        if (const auto level = weighed.findings.at(feature)) {
            packer.value(feature);
            packer.value(*level);
        }
    }
}

Weighed unpacked_explanation(Unpacker& unpacker) {
    Weighed weighed;
    std::array<ItemIndex, items_max> items{};
    const std::size_t count = unpacker.number();
    for (std::size_t i = 0; i < count; ++i) {
        unpacker.value(items.at(i));
    }
    weighed.hypothesis.items = ItemSet(std::span(items).first(count));
    unpacker.value(weighed.hypothesis.trails);
    std::int32_t score = 0;
    unpacker.value(score);
    weighed.score = score;
    unpacker.value(weighed.covers_what_is_named);
    for (std::uint64_t left = unpacker.number(); left > 0; --left) {
        Feature feature{};
        Level level{};
        unpacker.value(feature);
        unpacker.value(level);
        weighed.findings.set(feature, level);
    }
    return weighed;
}

std::string_view text_of(const Line& line, NumberField field) {
    switch (field) {
        case NumberField::structured_reference:
            return line.detail.structured_reference;
        case NumberField::remittance:
            return line.detail.remittance;
        case NumberField::description:
            return line.description;
        case NumberField::end_to_end_id:
            return line.detail.end_to_end_id;
        case NumberField::customer_reference:
            return line.customer_reference;
    }
    return {};
}

std::string_view text_of(const Line& line, const FieldSpan& span) {
    return text_of(line, span.field).substr(span.begin, span.end - span.begin);
}

// Whether it can be told from the item and the line.
bool is_number_of(const NamedNumber& number, const BookItem& item, const Line& line) {
    return (number.canonical == item.reference || number.canonical == item.document) &&
           number.written == text_of(line, number.span);
}

void pack_rest(Packer& packer, std::span<const Weighed> rest) {
    packer.value(!rest.empty());
    if (!rest.empty()) {
        double odds = 0;
        for (const Weighed& one : rest) {
            odds += odds_of(one.score);
        }
        packer.value(odds);
        packer.value(static_cast<std::int32_t>(rest.front().score));
    }
}

Rest unpacked_rest(Unpacker& unpacker) {
    Rest rest;
    bool is_there = false;
    unpacker.value(is_there);
    if (is_there) {
        std::int32_t best = 0;
        unpacker.value(rest.odds);
        unpacker.value(best);
        rest.best = best;
    }
    return rest;
}

// The numbers of one item, each by where it stands and which of the item's it is.
void pack_naming(Packer& packer, const Hearing& hearing) {
    const std::vector<NamedNumber>& numbers = hearing.inquiry.naming.numbers;
    const bool is_sure = hearing.search.funnel.sure > 0;
    const auto item = [&]() -> const BookItem& {
        return hearing.inquiry.books.item(hearing.weighed.front().hypothesis.items.front());
    };
    const bool packs = is_sure && std::ranges::all_of(numbers, [&](const NamedNumber& number) {
                           return is_number_of(number, item(), hearing.inquiry.line);
                       });
    packer.value(packs);
    if (!packs) {
        return;
    }
    packer.number(numbers.size());
    for (const NamedNumber& number : numbers) {
        packer.value(number.canonical == item().reference);
        packer.value(number.span.field);
        packer.number(number.span.begin);
        packer.number(number.span.end);
    }
}

std::optional<Naming> unpacked_naming(Unpacker& unpacker, const Line& line, const Books& books,
                                      const std::vector<Weighed>& weighed) {
    bool packs = false;
    unpacker.value(packs);
    if (!packs) {
        return std::nullopt;
    }
    const ItemIndex index = weighed.front().hypothesis.items.front();
    const BookItem& item = books.item(index);
    Naming naming;
    for (std::uint64_t left = unpacker.number(); left > 0; --left) {
        bool is_reference = false;
        FieldSpan span;
        unpacker.value(is_reference);
        unpacker.value(span.field);
        unpacker.number(span.begin);
        unpacker.number(span.end);
        naming.numbers.push_back(
            {.canonical = std::string(is_reference ? item.reference : item.document),
             .written = std::string(text_of(line, span)),
             .items = {index},
             .span = span});
    }
    return naming;
}

}  // namespace

std::string packed_draft(const Stratum& stratum, const Grounds& grounds, const Hearing& hearing,
                         std::size_t kept) {
    const auto weighed = std::span(hearing.weighed).first(std::min(kept, hearing.weighed.size()));
    std::size_t items = 0;
    for (const Weighed& one : weighed) {
        items += one.hypothesis.items.size();
    }
    std::string bytes;
    if (weighed.size() > explanations_max || items > items_max) {
        return bytes;
    }
    Packer packer(bytes);
    packer.value(stratum);
    for (const auto count : counts) {
        packer.number(hearing.search.funnel.*count);
    }
    packer.number(grounds.of_line);
    packer.number(grounds.vetoes);
    packer.number(weighed.size());
    for (const Weighed& one : weighed) {
        pack_explanation(packer, one);
    }
    pack_rest(packer, std::span(hearing.weighed).subspan(weighed.size()));
    pack_naming(packer, hearing);
    return bytes;
}

Draft unpacked_draft(std::string_view packed, const Line& line, const Books& books) {
    Unpacker unpacker(std::span<const char>(packed).data());
    Draft draft;
    unpacker.value(draft.stratum);
    for (const auto count : counts) {
        unpacker.number(draft.funnel.*count);
    }
    unpacker.number(draft.grounds.of_line);
    unpacker.number(draft.grounds.vetoes);
    const std::uint64_t explanations = unpacker.number();
    draft.weighed.reserve(explanations);
    for (std::uint32_t rank = 0; rank < explanations; ++rank) {
        draft.weighed.push_back(unpacked_explanation(unpacker));
        draft.weighed.back().rank = rank;
    }
    draft.rest = unpacked_rest(unpacker);
    draft.naming = unpacked_naming(unpacker, line, books, draft.weighed);
    return draft;
}

void Drafts::add(std::string_view packed) {
    places_.push_back({chunks_.add(packed), static_cast<std::uint16_t>(packed.size())});
}

std::string_view Drafts::of(std::size_t line) const {
    return {chunks_.at(places_[line].bytes), places_[line].size};
}

}  // namespace afletter::matching

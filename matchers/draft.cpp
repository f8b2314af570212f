// Small numbers in a byte, levels by feature; what competition adds is worked out anew.
#include "draft.hpp"

#include <array>
#include <span>

#include "packed/packing.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t explanations_max = 8;
constexpr std::size_t items_max = 16;  // of all explanations together

constexpr std::array<std::uint32_t SearchFunnel::*, 17> counts{&SearchFunnel::items,
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
                                                               &SearchFunnel::candidates};
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

}  // namespace

std::string packed_draft(const Stratum& stratum, const SearchFunnel& funnel,
                         const std::vector<Weighed>& weighed) {
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
        packer.number(funnel.*count);
    }
    packer.number(weighed.size());
    for (const Weighed& one : weighed) {
        pack_explanation(packer, one);
    }
    return bytes;
}

Draft unpacked_draft(std::string_view packed) {
    Unpacker unpacker(std::span<const char>(packed).data());
    Draft draft;
    unpacker.value(draft.stratum);
    for (const auto count : counts) {
        unpacker.number(draft.funnel.*count);
    }
    const std::uint64_t explanations = unpacker.number();
    draft.weighed.reserve(explanations);
    for (std::uint32_t rank = 0; rank < explanations; ++rank) {
        draft.weighed.push_back(unpacked_explanation(unpacker));
        draft.weighed.back().rank = rank;
    }
    return draft;
}

void Drafts::add(std::string_view packed) {
    places_.push_back({chunks_.add(packed), static_cast<std::uint16_t>(packed.size())});
}

std::string_view Drafts::of(std::size_t line) const {
    return {chunks_.at(places_[line].bytes), places_[line].size};
}

}  // namespace afletter::matching

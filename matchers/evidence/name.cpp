// The payer's name beside the party's; of several parties the one it speaks for best.
#include <algorithm>

#include "evidence/weighing.hpp"
#include "text/name_alignment.hpp"

namespace afletter::matching {

namespace {

// What agreeing on this much of a name is worth, in milli-nats: its words by how rare they are in
// these books, an initial by there being some seven in use of each.
std::uint32_t worth_of(const NameKey& payer, const NameKey& party) {
    constexpr std::uint32_t initial_worth = 2'000;
    const NameAlignment alignment = align_names(payer, party);
    const auto is_initial = [&](const AlignedTokens& pair) {
        return payer.tokens.tokens[pair.left].kind == TokenKind::initial ||
               party.tokens.tokens[pair.right].kind == TokenKind::initial;
    };
    return alignment.agreed_weight +
           static_cast<std::uint32_t>(std::ranges::count_if(alignment.pairs(), is_initial)) *
               initial_worth;
}

}  // namespace

Level name_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    Level best = Level::absent;
    for (const ItemIndex index : hypothesis.items) {
        const Level level = name_level(inquiry, inquiry.books.item(index).party);
        if (agreement(level) > agreement(best) || best == Level::absent) {
            best = level;
        }
        if (best == Level::equal) {
            break;
        }
    }
    return best;
}

std::optional<Level> namesakes_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    constexpr std::uint32_t unique_worth = 10'000;
    constexpr std::uint32_t rare_worth = 8'000;
    std::uint32_t worth = 0;
    for (const ItemIndex index : hypothesis.items) {
        for (const NameKey& name : inquiry.books.party_of(index).names) {
            worth = std::max(worth, worth_of(inquiry.payer.name, name));
        }
    }
    if (worth >= unique_worth) {
        return Level::unique;
    }
    return worth >= rare_worth ? Level::rare : Level::common;
}

}  // namespace afletter::matching

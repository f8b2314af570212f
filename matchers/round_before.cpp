// What a round takes over from the one before: of lines that have read nothing that has changed.
#include <algorithm>
#include <cstddef>
#include <optional>

#include "round.hpp"

namespace afletter::matching {

// Both rounds have their lines in one order.
void Round::find_kept() {
    kept_.assign(waiting_.size(), none);
    if (before_ == nullptr) {
        return;
    }
    const Round& earlier = before_->round;
    std::uint32_t at = 0;
    for (std::size_t place = 0; place < waiting_.size(); ++place, ++at) {
        while (earlier.waiting_[at] != waiting_[place]) {
            ++at;
        }
        if (earlier.reads_.has(at) && !before_->changes.has_any(earlier.reads_.of(at))) {
            kept_[place] = at;
        }
    }
}

Round::Opening Round::heard_before(std::size_t place) const {
    const Round& earlier = before_->round;
    const std::uint32_t then = kept_[place];
    Opening opening{.chosen = earlier.heard_[then], .has_reads = true};
    for (std::uint32_t o = earlier.claims_.first_option(then); o < earlier.claims_.end_option(then);
         ++o) {
        const auto uses = earlier.claims_.uses(o);
        opening.uses.insert(opening.uses.end(), uses.begin(), uses.end());
        opening.options.push_back(
            {.score = earlier.claimed_score(then, o), .uses_end = opening.uses.size()});
    }
    if (const MilliNats excess = earlier.claims_.excess(then); excess > 0) {
        opening.most = std::ranges::max(opening.options, {}, &Option::score).score - excess;
    }
    opening.standing = earlier.standings_[then];
    opening.draft = earlier.drafts_.of(then);
    const auto reads = earlier.reads_.of(then);
    opening.reads.assign(reads.begin(), reads.end());
    return opening;
}

MilliNats Round::claimed_score(std::size_t place, std::uint32_t option) const {
    const bool is_less = repeats_[place] == Repeat::later && option == claims_.first_option(place);
    return claims_.score(option) + claims_.excess(place) -
           (is_less ? scales_.weight_of(Feature::sequence, Level::later) : 0);
}

// If nothing that it rests on has changed: neither the books, nor what others say.
std::optional<Round::Verdict> Round::verdict_before(std::size_t place) const {
    if (kept_[place] == none) {
        return std::nullopt;
    }
    const Round& earlier = before_->round;
    const std::uint32_t then = kept_[place];
    const auto known = std::ranges::lower_bound(earlier.verdicts_.places, then);
    if (known == earlier.verdicts_.places.end() || *known != then ||
        repeats_[place] != earlier.repeats_[then] || together_[place] != earlier.together_[then] ||
        !std::ranges::equal(others_of(place).claims, earlier.others_of(then).claims)) {
        return std::nullopt;
    }
    const auto reads = earlier.verdicts_.reads.of(
        static_cast<std::size_t>(known - earlier.verdicts_.places.begin()));
    if (before_->changes.has_any(reads)) {
        return std::nullopt;
    }
    return Verdict{.place = static_cast<std::uint32_t>(place),
                   .chosen = none,
                   .has_reads = true,
                   .reads = {reads.begin(), reads.end()}};
}

// Of lines that claim what they claimed. Items that any other line claims or claimed have changed.
KnownWeights Round::known_weights() const {
    const Round& earlier = before_->round;
    KnownWeights known{.weights = std::vector<MilliNats>(claims_.option_count(), 0),
                       .is_changed = std::vector<bool>(open_.size(), false)};
    const auto mark = [&known](const Claims& claims, std::size_t line) {
        for (std::uint32_t o = claims.first_option(line); o < claims.end_option(line); ++o) {
            for (const Use& use : claims.uses(o)) {
                known.is_changed[use.item] = true;
            }
        }
    };
    std::vector<bool> is_same(earlier.waiting_.size(), false);
    for (std::size_t place = 0; place < waiting_.size(); ++place) {
        const std::uint32_t then = kept_[place];
        if (then == none || repeats_[place] != earlier.repeats_[then]) {
            mark(claims_, place);
            continue;
        }
        is_same[then] = true;
        const auto said = earlier.others_of(then).claims;
        std::ranges::copy(said, known.weights.begin() + claims_.first_option(place));
    }
    for (std::size_t then = 0; then < is_same.size(); ++then) {
        if (!is_same[then]) {
            mark(earlier.claims_, then);
        }
    }
    for (ItemIndex item = 0; item < open_.size(); ++item) {
        known.is_changed[item] = known.is_changed[item] || open_[item] != earlier.open_[item];
    }
    return known;
}

}  // namespace afletter::matching

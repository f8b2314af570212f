// Rules by which other programs decide, made anew from descriptions of what they do, to be judged
// beside the core on the same lines. Each says of a line which items it would settle by itself.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "bench/accuracy/judge.hpp"
#include "bench/accuracy/shelf.hpp"

namespace afletter::judging {

struct Proposal {
    Shares shares;     // empty: the line is left to a person
    double score = 1;  // of a rule that has a threshold
};
using Rule = std::function<Proposal(const View&, const Shelf&)>;

struct Rival {
    std::string_view name;
    bool has_threshold = false;
    // Some rules first learn from all the lines.
    std::function<Rule(std::span<const View>, const Shelf&)> make;
};
[[nodiscard]] const std::vector<Rival>& rivals();

// In order of booking date, each match taking what it settles off the shelf. A rule with a
// threshold gets the one at which its right matches less ten times its wrong ones are most: nobody
// who lacks the truth could choose it so well.
[[nodiscard]] std::vector<Answer> answers_of(const Rival& rival, const simulator::Books& books,
                                             std::span<const View> views, const Shelf& shelf);

// --- the rules, each in its own file ---

[[nodiscard]] Proposal word_match(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal unique_word(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal ranking_query(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal reference_alone(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal confidence_table(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal confidence_table_without_document(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal first_hit(const View& view, const Shelf& shelf);
[[nodiscard]] Proposal score_and_margin(const View& view, const Shelf& shelf);
[[nodiscard]] Rule fellegi_sunter(std::span<const View> views, const Shelf& shelf);
[[nodiscard]] Rule normalised_fellegi_sunter(std::span<const View> views, const Shelf& shelf);

// --- what they share ---

// The whole line to one item.
[[nodiscard]] Proposal whole_line(const View& view, std::uint32_t item);
// To each item in turn what is left of it, until the line is used up.
[[nodiscard]] Proposal in_turn(const View& view, const Shelf& shelf, const Places& items);
// Those that are open in the line's direction.
[[nodiscard]] Places open_ones(const View& view, const Shelf& shelf,
                               std::span<const std::uint32_t> items);
// By account if that is one party's, else by the same name if that is one party's.
[[nodiscard]] std::optional<std::uint32_t> party_of(const View& view);
[[nodiscard]] bool contains(std::span<const std::uint32_t> places, std::uint32_t place);
// The only one of them of which exactly the line is left; none when there are more.
[[nodiscard]] std::optional<std::uint32_t> only_equal(const View& view, const Shelf& shelf,
                                                      const Places& items);

}  // namespace afletter::judging

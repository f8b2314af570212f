// `explain --versus`: a line's story and one item -> that item's explanation beside the best.
#include <afletter/pipeline.hpp>

#include <algorithm>

namespace afletter {

namespace {

// Of the candidates that have the item, the one with the fewest others; null when none has it.
const Candidate* stored_candidate(const Decision& decision, const std::string& item_id) {
    const Candidate* found = nullptr;
    for (const Candidate& candidate : decision.candidates) {
        const bool holds = std::ranges::find(candidate.allocations, item_id,
                                             &Allocation::item_id) != candidate.allocations.end();
        if (holds &&
            (found == nullptr || candidate.allocations.size() < found->allocations.size())) {
            found = &candidate;
        }
    }
    return found;
}

}  // namespace

Result<Versus, Diagnostic> explain_versus(const Ledger& ledger, std::string_view line_id,
                                          const std::string& item_id, const MatchRules& rules) {
    auto story = ledger.story_of(line_id);
    if (!story) {
        return fail(story.error());
    }
    Versus versus{.story = std::move(*story), .item_id = item_id, .candidate = {}, .payments = {}};
    versus.payments = ledger.payments_of(item_id, versus.story.line.line.id);
    if (const Candidate* stored = stored_candidate(versus.story.decision, item_id)) {
        versus.candidate = *stored;
        return versus;
    }
    const auto items = ledger.items_around(item_id, versus.story.decision);
    if (!items) {
        return fail(items.error());
    }
    LateCandidate late =
        weigh_against(versus.story.line.line, *items, item_id, versus.story.decision, rules);
    versus.candidate = std::move(late.candidate);
    versus.is_weighed_now = true;
    versus.is_led_to = late.is_led_to;
    return versus;
}

}  // namespace afletter

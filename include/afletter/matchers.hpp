// values -> decisions. Pure: the same lines, items and policy give the same decisions, whatever
// their order; no clock, file, log or random source.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/known_payer.hpp>
#include <afletter/model/line.hpp>
#include <afletter/model/match_model.hpp>
#include <afletter/model/match_rules.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/own_account.hpp>
#include <afletter/model/settled_order.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

// The model that comes with the program: weights set by hand, certified on the project's own worlds
// (docs/accuracy.md).
[[nodiscard]] MatchModel shipped_model();

// What may be set. Everything that could make a match less certain is off by default.
struct MatchPolicy {
    std::size_t candidates_shown = 3;
    std::size_t candidates_weighed_max = 64;  // beyond it the line is ambiguous, never cut silently
    std::vector<OwnAccount> own_accounts;     // lines between them are transfers
    MatchModel model = shipped_model();
    MatchRules rules;
};

// Called now and then with the number of lines that were looked at in this round.
using MatchProgress = std::function<void(std::size_t lines_done)>;

// What a run does, in this order; from `hear` on once more in each round.
enum class MatchStep : std::uint8_t {
    index,      // reads the books into the indexes, and the lines between our own accounts
    hear,       // each line by itself
    together,   // all claims against each other
    contested,  // the lines that others contest, once more
    words,      // decisions put into words and handed over
    settle,     // the books as the matches leave them
};
constexpr std::size_t match_step_count = 6;
[[nodiscard]] std::string_view name_of(MatchStep step);
// Called when a step begins.
using MatchSteps = std::function<void(MatchStep step)>;

// Takes lines and items one by one, so that nobody needs to hold them all, then decides. Items are
// the open ones and the closed ones (open amount zero), which serve as evidence that something was
// paid before.
class Matcher {
  public:
    explicit Matcher(const MatchPolicy& policy = {});
    Matcher(const Matcher&) = delete;
    Matcher& operator=(const Matcher&) = delete;
    ~Matcher();

    void add_item(const OpenItem& item);
    void add_line(const Line& line);
    // The orders, by EndToEndId, that returns among the lines name; each once. What earlier lines
    // settled under them is to be added, after the items.
    [[nodiscard]] std::vector<std::string> returned_orders() const;
    void add_order(SettledOrder order);
    // A payer of a line that was matched earlier. What this run matches tells of payers as well.
    void add_payer(KnownPayer payer);

    // Given each line's place among those added, and its decision, once and for good. First the
    // matches, round by round, as each settles its items; then what is left to people. By line id
    // within each.
    using Take = std::function<void(std::size_t line, Decision decision)>;
    void run(const Take& take, const MatchProgress& progress = {}, const MatchSteps& steps = {});

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The same with all at hand: one decision for each line, in the order of `lines`.
[[nodiscard]] std::vector<Decision> match(std::span<const Line> lines,
                                          std::span<const OpenItem> items,
                                          const MatchPolicy& policy = {},
                                          const MatchProgress& progress = {},
                                          std::span<const SettledOrder> orders = {});

// One item as the explanation of a line, weighed after the line was decided.
struct LateCandidate {
    Candidate candidate;
    bool is_led_to = false;  // a number, an account or a name leads from the line to the item
};

// Weighs the item `item_id` alone, beside the candidates of the line's decision. `items` holds it
// and the items of those candidates. What only all the books can tell is as the decision found it:
// how rare the amount is, and whether the payer's account is known. What other lines claim is not
// known here.
[[nodiscard]] LateCandidate weigh_against(const Line& line, std::span<const OpenItem> items,
                                          std::string_view item_id, const Decision& decision,
                                          const MatchRules& rules = no_rules);

}  // namespace afletter

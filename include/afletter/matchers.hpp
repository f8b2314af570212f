// values -> decisions. Pure: the same lines, items and policy give the same decisions, whatever
// their order; no clock, file, log or random source.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/line.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/own_account.hpp>
#include <afletter/model/settled_order.hpp>

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace afletter {

// What may be set. Everything that could make a match less certain is off by default.
struct MatchPolicy {
    std::size_t candidates_shown = 3;
    std::size_t candidates_weighed_max = 64;  // beyond it the line is ambiguous, never cut silently
    std::vector<OwnAccount> own_accounts;     // lines between them are transfers
};

// Called now and then with the number of lines decided so far.
using MatchProgress = std::function<void(std::size_t lines_done)>;

// One decision for each line, in the order of `lines`. `items` holds the open items and the closed
// ones (open amount zero), which serve as evidence that something was paid before; `orders` what
// earlier lines settled, as far as they name an order that one of `lines` names too.
[[nodiscard]] std::vector<Decision> match(std::span<const Line> lines,
                                          std::span<const OpenItem> items,
                                          const MatchPolicy& policy = {},
                                          const MatchProgress& progress = {},
                                          std::span<const SettledOrder> orders = {});

// The orders, by EndToEndId, that returns among the lines name; each once. What was settled of them
// is what match() is to be told.
[[nodiscard]] std::vector<std::string> returned_orders(std::span<const Line> lines);

// A decision, with the amount of its line.
struct Decided {
    Money amount;
    Decision decision;
};

// Decides all lines, then those that are left with the books as they are by then, until nothing
// more is matched: what is left would be left again. Matches first, in the order in which they
// were made; within a round, and of what is left, in the order of `lines`. Lines and items are
// given up as they are used.
[[nodiscard]] std::vector<Decided> match_in_rounds(std::vector<Line> lines,
                                                   std::vector<OpenItem> items,
                                                   const MatchPolicy& policy = {},
                                                   const MatchProgress& progress = {},
                                                   std::vector<SettledOrder> orders = {});

}  // namespace afletter

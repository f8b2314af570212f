// Claims sorted by item; a group of two or more is a contest.
#include "assign/contests.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "policy/reasons.hpp"
#include "text/names.hpp"

namespace afletter::matching {

namespace {

// The same money more than once: same amount, from one account, or, where an account is missing,
// under one name.
bool is_one_payment_repeated(std::span<const Line> lines, std::span<const Claim> claimants) {
    const Line& first = lines[claimants.front().line];
    const NameKey name = name_key(first.detail.counterparty.name);
    std::optional<Iban> account;
    bool all_have_account = true;
    bool same_name = !name.is_empty();
    for (const Claim& claim : claimants) {
        const Counterparty& payer = lines[claim.line].detail.counterparty;
        if (lines[claim.line].amount != first.amount ||
            (account && payer.iban && *payer.iban != *account)) {
            return false;
        }
        account = payer.iban ? payer.iban : account;
        all_have_account = all_have_account && payer.iban;
        same_name = same_name && name_key(payer.name) == name;
    }
    return all_have_account || same_name;
}

// Contested lines, and whether all their contests are with the same payment.
using Contested = std::unordered_map<std::uint32_t, bool>;

void add_contest(std::span<const Line> lines, std::span<const Claim> claimants,
                 Contested& contested) {
    const bool same = is_one_payment_repeated(lines, claimants);
    for (const Claim& claim : claimants) {
        bool& duplicate = contested.try_emplace(claim.line, true).first->second;
        duplicate = duplicate && same;
    }
}

}  // namespace

void settle_contests(std::span<const Line> lines, std::vector<Claim> claims,
                     std::vector<Decision>& decisions) {
    std::ranges::sort(claims, {},
                      [](const Claim& claim) { return std::tuple(claim.item, claim.line); });
    Contested contested;
    for (std::size_t begin = 0; begin < claims.size();) {
        std::size_t end = begin;
        while (end < claims.size() && claims[end].item == claims[begin].item) {
            ++end;
        }
        if (end - begin > 1) {
            add_contest(lines, std::span(claims).subspan(begin, end - begin), contested);
        }
        begin = end;
    }
    for (const auto& [line, same_payment_twice] : contested) {
        Decision& decision = decisions[line];
        decision.method.reset();
        add_obstacle(decision.obstacles, Obstacle::item_claimed_twice);
        decision.reason = reason_for(decision.obstacles, decision.candidates, same_payment_twice);
    }
}

}  // namespace afletter::matching

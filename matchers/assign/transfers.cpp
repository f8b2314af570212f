// Pairing of legs: of those between the same two accounts, the same amount and direction, two that
// are each other's nearest in time and have nothing else as near.
#include "assign/transfers.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>
#include <tuple>

#include "candidates/naming.hpp"
#include "candidates/returns.hpp"
#include "evidence/weighing.hpp"
#include "policy/reasons.hpp"

namespace afletter::matching {

namespace {

// A transfer between banks waits for the next banking day; over Easter that is five days on.
constexpr int days_apart_max = 5;

// Of one amount between two accounts; beyond it nobody could tell them apart.
constexpr std::size_t legs_compared_max = 256;

constexpr const char* in_transit = "assets:in-transit";
constexpr const char* declared_prefix = "assets:own:";

bool says_more(const Line& line, const Books& books) {
    return is_return(line) || !read_numbers(line, books).numbers.empty() ||
           !books.with_end_to_end_id(line.detail.end_to_end_id).empty();
}

// A line that waits for its other leg, seen from the account it leaves.
struct Waiting {
    OwnIndex from = 0;
    OwnIndex to = 0;
    std::int64_t amount = 0;  // in minor units, without sign
    Currency currency;
    bool arrives = false;  // the leg on `to`
    std::uint32_t line = 0;
    Date booked;

    [[nodiscard]] auto transfer() const { return std::tuple(from, to, currency, amount); }
};

// Legs that could be of one transfer.
class Pairing {
  public:
    Pairing(std::span<const Waiting> waiting, std::vector<std::optional<Leg>>& legs) : legs_(legs) {
        for (const Waiting& leg : waiting) {
            (leg.arrives ? arrivals_ : departures_).push_back({leg.line, leg.booked});
        }
    }

    void run() {
        while (departures_.size() + arrivals_.size() <= legs_compared_max && pair_nearest()) {
        }
        mark_rest(departures_, arrivals_);
        mark_rest(arrivals_, departures_);
    }

  private:
    struct End {
        std::uint32_t line = 0;
        Date booked;
    };
    struct Nearest {
        std::size_t place = 0;
        int days = std::numeric_limits<int>::max();
        bool alone = false;  // nothing else is as near
    };

    [[nodiscard]] static int days_between_legs(const End& one, const End& other) {
        return std::abs(days_between(one.booked, other.booked));
    }

    [[nodiscard]] static Nearest nearest_to(const End& leg, const std::vector<End>& others) {
        Nearest nearest;
        for (std::size_t place = 0; place < others.size(); ++place) {
            const int days = days_between_legs(leg, others[place]);
            if (days > days_apart_max || days > nearest.days) {
                continue;
            }
            nearest = {.place = place, .days = days, .alone = days < nearest.days};
        }
        return nearest;
    }

    bool pair_nearest() {
        for (std::size_t place = 0; place < departures_.size(); ++place) {
            const Nearest there = nearest_to(departures_[place], arrivals_);
            if (!there.alone) {
                continue;
            }
            const Nearest back = nearest_to(arrivals_[there.place], departures_);
            if (back.alone && back.place == place) {
                pair(place, there.place);
                return true;
            }
        }
        return false;
    }

    void pair(std::size_t departure, std::size_t arrival) {
        const std::uint32_t from = departures_[departure].line;
        const std::uint32_t to = arrivals_[arrival].line;
        legs_[from] = Leg{.state = LegState::paired, .other = to};
        legs_[to] = Leg{.state = LegState::paired, .other = from};
        departures_.erase(departures_.begin() + static_cast<std::ptrdiff_t>(departure));
        arrivals_.erase(arrivals_.begin() + static_cast<std::ptrdiff_t>(arrival));
    }

    void mark_rest(const std::vector<End>& legs, const std::vector<End>& others) {
        for (const End& leg : legs) {
            const bool has_any = std::ranges::any_of(others, [&](const End& other) {
                return days_between_legs(leg, other) <= days_apart_max;
            });
            legs_[leg.line] = Leg{.state = has_any ? LegState::ambiguous : LegState::missing};
        }
    }

    std::vector<std::optional<Leg>>& legs_;
    std::vector<End> departures_;
    std::vector<End> arrivals_;
};

class LegFinder {
  public:
    LegFinder(const PackedLines& lines, const OwnAccounts& accounts, const Books& books)
        : lines_(lines), accounts_(accounts), books_(books), legs_(lines.size()) {}

    std::vector<std::optional<Leg>> run() {
        for (std::uint32_t line = 0; line < lines_.size() && !accounts_.empty(); ++line) {
            look_at(line);
        }
        std::ranges::sort(waiting_, {},
                          [](const Waiting& leg) { return std::tuple(leg.transfer(), leg.line); });
        for (std::size_t begin = 0; begin < waiting_.size();) {
            std::size_t end = begin + 1;
            while (end < waiting_.size() &&
                   waiting_[end].transfer() == waiting_[begin].transfer()) {
                ++end;
            }
            Pairing(std::span(waiting_).subspan(begin, end - begin), legs_).run();
            begin = end;
        }
        return std::move(legs_);
    }

  private:
    void look_at(std::uint32_t index) {
        const Line line = lines_.unpack(index);
        const auto other = accounts_.counterparty_of(line);
        const auto own = other ? accounts_.account_of(line) : std::nullopt;
        if (!own || *own == *other || says_more(line, books_)) {
            return;
        }
        if (!accounts_.is_imported(*other)) {
            legs_[index] = Leg{.state = LegState::declared};
            return;
        }
        const bool arrives = !line.amount.is_negative();
        waiting_.push_back({.from = arrives ? *other : *own,
                            .to = arrives ? *own : *other,
                            .amount = std::abs(line.amount.minor_units()),
                            .currency = line.amount.currency(),
                            .arrives = arrives,
                            .line = index,
                            .booked = line.booking_date});
    }

    const PackedLines& lines_;
    const OwnAccounts& accounts_;
    const Books& books_;
    std::vector<std::optional<Leg>> legs_;
    std::vector<Waiting> waiting_;
};

Evidence evidence_of(Feature feature, std::string bank_text, std::string ledger_text,
                     const Scales& scales) {
    return {.feature = feature,
            .level = Level::equal,
            .weight = scales.weight_of(feature, Level::equal),
            .bank_text = std::move(bank_text),
            .ledger_text = std::move(ledger_text)};
}

std::string counterparty_text(const Line& line) {
    const Counterparty& counterparty = line.detail.counterparty;
    return counterparty.iban ? std::string(counterparty.iban->text()) : counterparty.account;
}

Candidate booked_to(std::string gl_account, const Line& line, std::vector<Evidence> evidence,
                    const Scales& scales) {
    Candidate candidate{.allocations = {{.item_id = {},
                                         .amount = line.amount,
                                         .gl_account = std::move(gl_account)}},
                        .evidence = std::move(evidence),
                        .prior = scales.prior(),
                        .log_odds = scales.prior()};
    for (const Evidence& each : candidate.evidence) {
        candidate.log_odds += each.weight;
    }
    candidate.confidence_bp = confidence_bp_of(candidate.log_odds);
    return candidate;
}

}  // namespace

std::vector<std::optional<Leg>> find_legs(const PackedLines& lines, const OwnAccounts& accounts,
                                          const Books& books) {
    return LegFinder(lines, accounts, books).run();
}

Decision decision_of_leg(const PackedLines& lines, std::uint32_t line, const Leg& leg,
                         const OwnAccounts& accounts, const Scales& scales) {
    const Line here = lines.unpack(line);
    Decision decision;
    decision.line = here.id;
    decision.model = scales.version();
    const std::string& other_account =
        accounts.identification(accounts.counterparty_of(here).value());
    std::vector<Evidence> evidence{
        evidence_of(Feature::own_account, counterparty_text(here), other_account, scales)};
    switch (leg.state) {
        case LegState::paired: {
            const Line there = lines.unpack(leg.other);
            evidence.push_back(evidence_of(Feature::other_leg, to_iso(here.booking_date),
                                           to_text(there.id) + " " + to_iso(there.booking_date),
                                           scales));
            decision.method = Method::transfer;
            decision.certificate = Basis::identity;
            decision.stratum = "transfer/both_legs";
            decision.candidates.push_back(booked_to(in_transit, here, std::move(evidence), scales));
            return decision;
        }
        case LegState::declared:
            decision.method = Method::transfer;
            decision.certificate = Basis::identity;
            decision.stratum = "transfer/declared";
            decision.candidates.push_back(
                booked_to(declared_prefix + other_account, here, std::move(evidence), scales));
            return decision;
        case LegState::missing:
            add_obstacle(decision.obstacles, Obstacle::other_leg_missing);
            break;
        case LegState::ambiguous:
            add_obstacle(decision.obstacles, Obstacle::another_fits_as_well);
            break;
    }
    decision.reason = reason_for(decision.obstacles, decision.candidates);
    return decision;
}

}  // namespace afletter::matching

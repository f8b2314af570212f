// Transfers between our own accounts: both legs or none, and never a guess which belong together.
#include <algorithm>

#include "support/test.hpp"
#include "world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

constexpr AccountId payments{1};
constexpr AccountId savings{2};

std::string text_of(const Iban& iban) {
    return std::string(iban.text());
}

MatchPolicy policy_of(std::vector<OwnAccount> accounts) {
    MatchPolicy policy;
    policy.own_accounts = std::move(accounts);
    return policy;
}

const MatchPolicy both_imported = policy_of({{.id = payments, .identification = text_of(iban(1))},
                                             {.id = savings, .identification = text_of(iban(2))}});

// A line on the account, with the other account as its counterparty.
Line leg(int id, AccountId account, std::string_view amount, std::string_view date = "2026-02-02") {
    Line line = from(test::line(id, amount), account == payments ? 2 : 1, "Gemeente");
    line.account = account;
    line.booking_date = day(date);
    return line;
}

std::vector<Decision> decide_all(const std::vector<Line>& lines,
                                 const MatchPolicy& policy = both_imported,
                                 const std::vector<OpenItem>& items = {}) {
    return match(lines, items, policy);
}

}  // namespace

TEST_CASE("both legs of a transfer are booked to what is in transit", "[matchers][transfers]") {
    const Line out = leg(1, payments, "-500.00", "2026-02-02");
    const Line in = leg(2, savings, "500.00", "2026-02-03");
    for (const auto& lines : {std::vector{out, in}, std::vector{in, out}}) {
        std::int64_t in_transit = 0;
        for (const Decision& decision : decide_all(lines)) {
            REQUIRE(decision.method == Method::transfer);
            CHECK(decision.stratum == "transfer/both_legs");
            const Candidate& chosen = decision.candidates.front();
            REQUIRE(chosen.allocations.size() == 1);
            CHECK(chosen.allocations.front().item_id.empty());
            CHECK(chosen.allocations.front().gl_account == "assets:in-transit");
            in_transit += chosen.allocations.front().amount.minor_units();
            MilliNats sum = chosen.prior;
            for (const Evidence& evidence : chosen.evidence) {
                sum += evidence.weight;
            }
            CHECK(sum == chosen.log_odds);
        }
        CHECK(in_transit == 0);
    }
    const Decision shown = decide_all({out, in}).front();
    CHECK(shown.candidates.front().evidence.back().ledger_text ==
          to_text(LineId{2}) + " 2026-02-03");
}

TEST_CASE("a leg waits for the other one", "[matchers][transfers]") {
    const Line out = leg(1, payments, "-500.00", "2026-02-02");
    const auto waits = [&](const std::vector<Line>& lines) {
        return std::ranges::all_of(decide_all(lines), [](const Decision& decision) {
            return decision.reason == ExceptionReason::in_transit &&
                   decision.obstacles == std::vector{Obstacle::other_leg_missing};
        });
    };
    CHECK(waits({out}));
    CHECK_FALSE(waits({out, leg(2, savings, "500.00", "2026-02-07")}));  // five days
    CHECK(waits({out, leg(2, savings, "500.00", "2026-02-08")}));
    CHECK_FALSE(waits({out, leg(2, savings, "500.00", "2026-01-28")}));
    CHECK(waits({out, leg(2, savings, "500.00", "2026-01-27")}));
    CHECK(waits({out, leg(2, savings, "500.01")}));
    CHECK(waits({out, leg(2, savings, "-500.00")}));
    CHECK(waits({out, leg(2, payments, "-500.00", "2026-03-01")}));
    Line in_dollars = leg(2, savings, "500.00");
    in_dollars.amount = Money(500'00, Currency::parse("USD").value());
    CHECK(waits({out, in_dollars}));
}

TEST_CASE("equal transfers pair by the nearest day, and not at all when that is not one",
          "[matchers][transfers]") {
    const auto matched = [](const std::vector<Line>& lines) {
        std::vector<bool> all;
        for (const Decision& decision : decide_all(lines)) {
            all.push_back(decision.is_match());
        }
        return all;
    };
    const Line monday = leg(1, payments, "-500.00", "2026-02-02");
    const Line monday_in = leg(2, savings, "500.00", "2026-02-02");
    const Line thursday = leg(3, payments, "-500.00", "2026-02-05");
    const Line thursday_in = leg(4, savings, "500.00", "2026-02-05");
    CHECK(matched({monday, monday_in, thursday, thursday_in}) == std::vector(4, true));
    CHECK(matched({thursday_in, monday, thursday, monday_in}) == std::vector(4, true));
    // Monday's other leg is missing; Thursday's is not taken for it.
    CHECK(matched({monday, thursday, thursday_in}) == std::vector{false, true, true});

    Line twin = monday;
    twin.id = LineId{5};
    const auto decisions = decide_all({monday, twin, monday_in});
    for (const Decision& decision : decisions) {
        CHECK(decision.reason == ExceptionReason::ambiguous);
    }
    // As near before as after.
    CHECK(
        matched({leg(6, payments, "-500.00", "2026-02-03"), leg(7, savings, "500.00", "2026-02-02"),
                 leg(8, savings, "500.00", "2026-02-04")}) == std::vector(3, false));
}

TEST_CASE("money to an account that is ours but does not come here is booked at once",
          "[matchers][transfers]") {
    const MatchPolicy policy = policy_of({{.id = payments, .identification = text_of(iban(1))},
                                          {.id = {}, .identification = text_of(iban(2))}});
    const Decision sweep = decide_all({leg(1, payments, "-500.00")}, policy).front();
    CHECK(sweep.method == Method::transfer);
    CHECK(sweep.stratum == "transfer/declared");
    CHECK(sweep.candidates.front().allocations.front().gl_account ==
          "assets:own:" + text_of(iban(2)));
    // Its statements come after all.
    const MatchPolicy imported = policy_of({{.id = {}, .identification = text_of(iban(2))},
                                            {.id = payments, .identification = text_of(iban(1))},
                                            {.id = savings, .identification = text_of(iban(2))}});
    CHECK(decide_all({leg(1, payments, "-500.00")}, imported).front().reason ==
          ExceptionReason::in_transit);
}

TEST_CASE("an account of ours is known by its number of before IBAN too", "[matchers][transfers]") {
    // NL00 BNGH 0000000002 has too short a number; this one has ten digits.
    const Iban long_iban = make_iban("NL", "ABNA0417163900").value();
    Line out = leg(1, payments, "-500.00");
    out.detail.counterparty.iban = long_iban;
    const Line in = leg(2, savings, "500.00");
    const auto matches = [&](const std::string& identification, const Line& departure) {
        return decide_all({departure, in},
                          policy_of({{.id = payments, .identification = text_of(iban(1))},
                                     {.id = savings, .identification = identification}}))
            .front()
            .is_match();
    };
    CHECK(matches("417163900", out));
    CHECK(matches("0417.16.39.00", out));
    CHECK_FALSE(matches("417163901", out));
    CHECK_FALSE(matches("17163900", out));
    Line by_number = out;
    by_number.detail.counterparty.iban.reset();
    by_number.detail.counterparty.account = "0417163900";
    CHECK(matches(text_of(long_iban), by_number));
    CHECK(matches("417163900", by_number));
    by_number.detail.counterparty.account = "P7163900";
    CHECK_FALSE(matches(text_of(long_iban), by_number));

    SECTION("unless two banks gave it out") {
        const Decision decision =
            decide_all(
                {by_number, in},
                policy_of({{.id = payments, .identification = text_of(iban(1))},
                           {.id = savings, .identification = text_of(long_iban)},
                           {.id = AccountId{3},
                            .identification = text_of(make_iban("NL", "INGB0417163900").value())}}))
                .front();
        CHECK_FALSE(decision.is_match());
    }
}

TEST_CASE("a line between our accounts that says more than a transfer is none",
          "[matchers][transfers]") {
    const OpenItem own_tax = with_reference(receivable("A", "500.00"), payment_reference(7));
    const Line in = leg(2, savings, "500.00");
    SECTION("it names an item") {
        Line out = leg(1, payments, "-500.00");
        Line paid = in;
        paid.detail.structured_reference = payment_reference(7);
        const auto decisions = decide_all({out, paid}, both_imported, {own_tax});
        CHECK(decisions[0].reason == ExceptionReason::in_transit);
        CHECK(decisions[1].method == Method::reference);
    }
    SECTION("it came back") {
        Line back = leg(1, payments, "-500.00");
        back.detail.return_reason = "AC04";
        const auto decisions = decide_all({back, in});
        CHECK(decisions[0].reason == ExceptionReason::unknown_return);
        CHECK(decisions[1].reason == ExceptionReason::in_transit);
    }
    SECTION("its counterparty is the account itself") {
        Line self = leg(1, payments, "-500.00");
        self.detail.counterparty.iban = iban(1);
        CHECK(decide_all({self, in})[0].reason == ExceptionReason::no_candidate);
    }
    SECTION("nothing is known of own accounts") {
        CHECK(decide_all({leg(1, payments, "-500.00"), in}, {})[0].reason ==
              ExceptionReason::no_candidate);
    }
}

TEST_CASE("more equal legs than can be compared are left to people", "[matchers][transfers]") {
    const auto matched = [](int pairs) {
        std::vector<Line> lines;
        for (int i = 0; i < pairs; ++i) {
            const Date date{std::chrono::sys_days(day("2026-01-01")) + std::chrono::days(10 * i)};
            lines.push_back(leg(2 * i + 1, payments, "-500.00", to_iso(date)));
            lines.push_back(leg(2 * i + 2, savings, "500.00", to_iso(date)));
        }
        return std::ranges::count_if(decide_all(lines), &Decision::is_match);
    };
    CHECK(matched(128) == 256);
    CHECK(matched(129) == 0);
}

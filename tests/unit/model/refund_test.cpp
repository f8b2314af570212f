// Until when a collected direct debit can be taken back.
#include <afletter/model/refund.hpp>

#include "support/test.hpp"

namespace {

using namespace afletter;

Line collected(std::string_view debited, std::string_view code = "PMNT/IDDT/ESDD") {
    Line line{.value_date = parse_iso_date(debited).value(),
              .amount = Money(10000, Currency::euro())};
    line.booking_date = parse_iso_date("2020-01-01").value();  // counts for nothing
    line.transaction_code = code;
    return line;
}

}  // namespace

TEST_CASE("a collection can be taken back for eight weeks, and for 13 months when unauthorised",
          "[model][refund]") {
    struct Example {
        const char* debited;
        const char* without_reason;
        const char* unauthorised;
    };
    const Example examples[] = {
        {"2026-01-05", "2026-03-02", "2027-02-05"}, {"2026-01-28", "2026-03-25", "2027-02-28"},
        {"2026-01-29", "2026-03-26", "2027-02-28"}, {"2026-01-31", "2026-03-28", "2027-02-28"},
        {"2027-01-29", "2027-03-26", "2028-02-29"},  // a leap year
        {"2027-01-31", "2027-03-28", "2028-02-29"}, {"2026-08-31", "2026-10-26", "2027-09-30"},
        {"2026-11-30", "2027-01-25", "2027-12-30"}, {"2026-12-31", "2027-02-25", "2028-01-31"},
        {"2024-02-29", "2024-04-25", "2025-03-29"},
    };
    for (const Example& example : examples) {
        INFO(example.debited);
        const auto right = refund_right_of(collected(example.debited));
        REQUIRE(right);
        CHECK(to_iso(right->without_reason) == example.without_reason);
        CHECK(to_iso(right->unauthorised) == example.unauthorised);
    }
}

TEST_CASE("only what was collected under the core scheme can be taken back", "[model][refund]") {
    const auto has_right = [](const Line& line) { return refund_right_of(line).has_value(); };
    CHECK(has_right(collected("2026-01-05")));
    CHECK(has_right(collected("2026-01-05", "NDDT")));
    CHECK(has_right(collected("2026-01-05", "PMNT/IDDT")));
    CHECK_FALSE(has_right(collected("2026-01-05", "PMNT/IDDT/BBDD")));
    CHECK_FALSE(has_right(collected("2026-01-05", "PMNT/RCDT/ESCT")));
    CHECK_FALSE(has_right(collected("2026-01-05", "NTRF")));
    CHECK_FALSE(has_right(collected("2026-01-05", "")));

    Line by_mandate = collected("2026-01-05", "N547");
    by_mandate.detail.mandate_id = "M-1";
    CHECK(has_right(by_mandate));
    by_mandate.description = "SEPA Incasso bedrijven doorlopend";
    CHECK_FALSE(has_right(by_mandate));
    by_mandate.description = "sdd b2b";
    CHECK_FALSE(has_right(by_mandate));

    Line paid = collected("2026-01-05");
    paid.amount = Money(-10000, Currency::euro());
    CHECK_FALSE(has_right(paid));
    Line returned = collected("2026-01-05");
    returned.detail.return_reason = "AC04";
    CHECK_FALSE(has_right(returned));
    Line reversed = collected("2026-01-05");
    reversed.reversal = true;
    CHECK_FALSE(has_right(reversed));
}

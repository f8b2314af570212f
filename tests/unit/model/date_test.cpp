// Bank dates and instants.
#include <afletter/model/date.hpp>

#include <cstdlib>

#include <nlohmann/json.hpp>

#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

std::string iso(const std::optional<Date>& date) {
    return date ? to_iso(*date) : "none";
}

// The nearest of all days that have this month and day.
std::optional<Date> slow_nearest_date(std::chrono::month_day day, Date anchor) {
    std::optional<Date> nearest;
    for (const int offset : {0, -1, 1}) {
        const Date candidate{anchor.year() + std::chrono::years(offset), day.month(), day.day()};
        if (candidate.ok() && (!nearest || std::abs(days_between(anchor, candidate)) <
                                               std::abs(days_between(anchor, *nearest)))) {
            nearest = candidate;
        }
    }
    return nearest;
}

}  // namespace

TEST_CASE("an ISO date is ten characters of a day that exists", "[date]") {
    for (const char* text : {"2026-01-31", "2024-02-29", "0001-01-01", "9999-12-31"}) {
        CHECK(iso(parse_iso_date(text)) == text);
    }
    for (const char* text : {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-31", "20260131",
                             "2026/01/31", "2026-01-3x", "2026-01-31 "}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("two digits of a year name 1980 to 2079", "[date]") {
    CHECK(iso(parse_short_date("800101")) == "1980-01-01");
    CHECK(iso(parse_short_date("991231")) == "1999-12-31");
    CHECK(iso(parse_short_date("000101")) == "2000-01-01");
    CHECK(iso(parse_short_date("791231")) == "2079-12-31");
    CHECK_FALSE(parse_short_date("260230"));
    CHECK_FALSE(parse_short_date("26013"));
    CHECK_FALSE(parse_short_date("26o131"));
}

TEST_CASE("an entry date takes the year that brings it nearest to the value date", "[date]") {
    for (const auto& vector : test::standard_vectors("mt61_entry_date")) {
        const auto input = nlohmann::json::parse(vector.input);
        const auto value_date = parse_short_date(input[0].get<std::string>());
        const auto entry = parse_short_date("24" + input[1].get<std::string>());
        REQUIRE((value_date && entry));
        CHECK(iso(nearest_date({entry->month(), entry->day()}, *value_date)) == vector.expect);
    }
    using namespace std::chrono_literals;
    // 29 February lies in the one leap year around; two years from the next there is none.
    CHECK(iso(nearest_date(std::chrono::February / 29, 2025y / 1 / 5)) == "2024-02-29");
    CHECK(iso(nearest_date(std::chrono::February / 29, 2026y / 1 / 5)) == "none");
}

TEST_CASE("whatever the day, the nearest year is found as by trying all", "[date][twins]") {
    using namespace std::chrono_literals;
    int differences = 0;
    for (std::chrono::sys_days anchor = 2023y / 1 / 1; anchor < 2025y / 1 / 1;
         anchor += std::chrono::days(1)) {
        for (std::chrono::sys_days entry = 2024y / 1 / 1; entry < 2025y / 1 / 1;
             entry += std::chrono::days(1)) {
            const Date day(entry);
            const std::chrono::month_day wanted{day.month(), day.day()};
            differences +=
                nearest_date(wanted, anchor) == slow_nearest_date(wanted, anchor) ? 0 : 1;
        }
    }
    CHECK(differences == 0);
}

TEST_CASE("an instant is UTC to the second and prints back as it was read", "[date]") {
    for (const char* text : {"2026-11-21T23:59:59Z", "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z",
                             "2038-01-19T03:14:08Z"}) {
        REQUIRE(parse_instant(text));
        CHECK(to_iso(*parse_instant(text)) == text);
    }
    for (const char* text : {"2026-11-21", "2026-11-21T24:00:00Z", "2026-11-21T23:60:00Z",
                             "2026-11-21 23:59:59Z", "2026-11-21T23:59:59+"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_instant(text));
    }
    CHECK(iso(date_of(*parse_instant("2026-11-21T23:59:59Z"))) == "2026-11-21");
    CHECK(iso(date_of(*parse_instant("1969-12-31T23:59:59Z"))) == "1969-12-31");
}

TEST_CASE("days between two dates count from the earlier to the later", "[date]") {
    CHECK(days_between(*parse_iso_date("2026-02-28"), *parse_iso_date("2026-03-01")) == 1);
    CHECK(days_between(*parse_iso_date("2024-02-28"), *parse_iso_date("2024-03-01")) == 2);
    CHECK(days_between(*parse_iso_date("2026-03-01"), *parse_iso_date("2026-02-28")) == -1);
}

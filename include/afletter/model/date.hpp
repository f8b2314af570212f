// Bank dates are calendar dates without a zone; an Instant is when something was decided, in UTC,
// and is always handed in from outside.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace afletter {

using Date = std::chrono::year_month_day;
using Instant = std::chrono::sys_seconds;

// "2026-01-31" and nothing else; empty for a day that the calendar does not have.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
// Six digits, YYMMDD. Two digits name the years 1980 to 2079 (SWIFT's window).
[[nodiscard]] std::optional<Date> parse_short_date(std::string_view yymmdd);
// The date with this month and day that lies nearest to the anchor: an entry date (MMDD) has no
// year of its own, and around New Year it may lie in the one before or after the value date's.
[[nodiscard]] std::optional<Date> nearest_date(std::chrono::month_day day, Date anchor);

[[nodiscard]] std::string to_iso(Date date);        // "2026-01-31"
[[nodiscard]] std::string to_iso(Instant instant);  // "2026-01-31T23:59:59Z"
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
[[nodiscard]] Date date_of(Instant instant);
[[nodiscard]] int days_between(Date earlier, Date later);  // negative when later is earlier

}  // namespace afletter

// Calendar dates and instants: exact parsing and one way to print each.
#include <afletter/model/date.hpp>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace afletter {

namespace {

constexpr int century_window_start = 80;  // SWIFT: 80 to 99 are 1980 to 1999

// The caller knows that the text is long enough. No branch for each digit: nearly every date is
// one.
template <std::size_t digits>
std::optional<int> number_at(std::string_view text, std::size_t from) {
    unsigned value = 0;
    bool is_number = true;
    for (std::size_t i = from; i < from + digits; ++i) {
        const unsigned digit = static_cast<unsigned>(text[i]) - '0';
        is_number = is_number && digit <= 9;
        value = value * 10 + digit;
    }
    return is_number ? std::optional(static_cast<int>(value)) : std::nullopt;
}

std::optional<Date> existing(std::optional<int> year, std::optional<int> month,
                             std::optional<int> day) {
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const Date date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() ? std::optional<Date>(date) : std::nullopt;
}

// Up to four months are 153 days at most, and the same day of another year is farther away.
bool is_near(std::chrono::month month, std::chrono::month other) {
    const int distance = static_cast<int>(unsigned{month}) - static_cast<int>(unsigned{other});
    return distance >= -4 && distance <= 4;
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    return existing(number_at<4>(text, 0), number_at<2>(text, 5), number_at<2>(text, 8));
}

std::optional<Date> parse_short_date(std::string_view yymmdd) {
    if (yymmdd.size() != 6) {
        return std::nullopt;
    }
    const std::optional<int> number = number_at<6>(yymmdd, 0);
    if (!number) {
        return std::nullopt;
    }
    const int year = *number / 10'000;
    return existing(year + (year >= century_window_start ? 1900 : 2000), *number / 100 % 100,
                    *number % 100);
}

std::optional<Date> nearest_date(std::chrono::month_day day, Date anchor) {
    const Date same_year{anchor.year(), day.month(), day.day()};
    if (is_near(day.month(), anchor.month()) && same_year.ok()) {
        return same_year;
    }
    std::optional<Date> nearest;
    for (const int offset : {0, -1, 1}) {
        const Date candidate{anchor.year() + std::chrono::years(offset), day.month(), day.day()};
        if (!candidate.ok()) {
            continue;  // 29 February exists in one of the three years at most
        }
        if (!nearest ||
            std::abs(days_between(anchor, candidate)) < std::abs(days_between(anchor, *nearest))) {
            nearest = candidate;
        }
    }
    return nearest;
}

std::string to_iso(Date date) {
    // Digit by digit: a run prints millions of dates. Those read have four digits of year at most.
    unsigned value = static_cast<unsigned>(static_cast<int>(date.year())) * 10'000U +
                     static_cast<unsigned>(date.month()) * 100U + static_cast<unsigned>(date.day());
    std::string text = "0000-00-00";
    for (const std::size_t place : {9U, 8U, 6U, 5U, 3U, 2U, 1U, 0U}) {
        text[place] = static_cast<char>('0' + value % 10U);
        value /= 10U;
    }
    return text;
}

std::string to_iso(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss<std::chrono::seconds> time(instant - day);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return to_iso(Date(day)) + text.data();
}

std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != 'Z') {
        return std::nullopt;
    }
    const auto date = parse_iso_date(text.substr(0, 10));
    const auto hour = number_at<2>(text, 11);
    const auto minute = number_at<2>(text, 14);
    const auto second = number_at<2>(text, 17);
    if (!date || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return Instant(std::chrono::sys_days(*date)) + std::chrono::hours(*hour) +
           std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

Date date_of(Instant instant) {
    return Date(std::chrono::floor<std::chrono::days>(instant));
}

int days_between(Date earlier, Date later) {
    return static_cast<int>(
        (std::chrono::sys_days(later) - std::chrono::sys_days(earlier)).count());
}

}  // namespace afletter

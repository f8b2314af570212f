// The sequential test of the audit sample: its bounds against exact integers, and its error rates
// summed over every course that answers can take.
#include <afletter/audit_sample.hpp>

#include <algorithm>
#include <map>
#include <vector>

#include "support/test.hpp"

using namespace afletter;

namespace {

// A natural number of any size, in digits of 32 bits, the least first.
class Natural {
  public:
    Natural& operator*=(std::uint32_t factor) {
        std::uint64_t carry = 0;
        for (std::uint32_t& digit : digits_) {
            carry += std::uint64_t{digit} * factor;
            digit = static_cast<std::uint32_t>(carry);
            carry >>= 32U;
        }
        if (carry > 0) {
            digits_.push_back(static_cast<std::uint32_t>(carry));
        }
        return *this;
    }
    [[nodiscard]] bool is_at_least(const Natural& other) const {
        if (digits_.size() != other.digits_.size()) {
            return digits_.size() > other.digits_.size();
        }
        return !std::lexicographical_compare(digits_.rbegin(), digits_.rend(),
                                             other.digits_.rbegin(), other.digits_.rend());
    }

  private:
    std::vector<std::uint32_t> digits_{1};
};

// The probability ratio of 100 in 10,000 wrong against 3, as a fraction.
class ExactTest {
  public:
    void add(bool is_right) {
        bad_ *= is_right ? 9'900 : 100;
        good_ *= is_right ? 9'997 : 3;
    }
    [[nodiscard]] bool is_alarm() const {
        Natural bound = good_;
        bound *= 100;
        return bad_.is_at_least(bound);
    }
    [[nodiscard]] bool is_fine() const {
        Natural bound = bad_;
        bound *= 20;
        return good_.is_at_least(bound);
    }

  private:
    Natural bad_;
    Natural good_;
};

struct Ends {
    long double alarm = 0;
    long double fine = 0;
};

// The chance of each end when this share is wrong. After so many answers a course is known by how
// many of them were wrong.
Ends ends_at(long double share) {
    struct Course {
        SequentialTest test;
        long double chance = 0;
    };
    Ends ends;
    std::map<std::uint64_t, Course> courses{{0, {SequentialTest{}, 1}}};
    for (int step = 0; step < 4'000; ++step) {
        std::map<std::uint64_t, Course> next;
        for (const auto& [wrong, course] : courses) {
            for (const bool is_right : {true, false}) {
                SequentialTest test = course.test;
                test.add(is_right);
                const long double chance = course.chance * (is_right ? 1 - share : share);
                if (test.verdict() == SampleVerdict::alarm) {
                    ends.alarm += chance;
                } else if (test.verdict() == SampleVerdict::fine) {
                    ends.fine += chance;
                } else {
                    Course& there = next[wrong + (is_right ? 0 : 1)];
                    there.test = test;
                    there.chance += chance;
                }
            }
        }
        courses = std::move(next);
    }
    return ends;
}

}  // namespace

TEST_CASE("an alarm is raised exactly where the probability ratio reaches a hundred",
          "[matchers][sample]") {
    int alarms = 0;
    for (const int wrong_first : {0, 1}) {
        SequentialTest test;
        ExactTest exact;
        int late = 0;  // answers after the exact bound
        for (int i = 0; i < wrong_first; ++i) {
            test.add(false);
            exact.add(false);
        }
        while (test.verdict() == SampleVerdict::not_yet_known) {
            SequentialTest course = test;
            ExactTest exact_course = exact;
            for (int wrong = 1; wrong <= 4; ++wrong) {
                course.add(false);
                exact_course.add(false);
                CAPTURE(test.lines(), wrong);
                REQUIRE((course.verdict() == SampleVerdict::alarm) == exact_course.is_alarm());
                alarms += exact_course.is_alarm() ? 1 : 0;
            }
            late += exact.is_fine() ? 1 : 0;
            test.add(true);
            exact.add(true);
        }
        CHECK(test.verdict() == SampleVerdict::fine);
        CHECK(exact.is_fine());
        CHECK(late <= 1);
    }
    CHECK(alarms > 900);
}

TEST_CASE("the test errs as seldom as it promises, whichever course the answers take",
          "[matchers][sample]") {
    const Ends good = ends_at(sample_good_per_million / 1e6L);
    CHECK(good.alarm <= 0.01L);
    CHECK(good.alarm > 0.0005L);
    CHECK(good.alarm + good.fine > 0.999L);
    const Ends bad = ends_at(sample_bad_per_million / 1e6L);
    CHECK(bad.fine <= 0.05L);
    CHECK(bad.alarm >= 0.95L);
    // What errs far less than was promised is hardly ever stopped.
    CHECK(ends_at(0.00001L).alarm < 0.00002L);
}

TEST_CASE("a kind that was fine and becomes worse is found as soon as a new one",
          "[matchers][sample]") {
    SequentialTest test;
    CHECK(test.verdict() == SampleVerdict::not_yet_known);
    for (int i = 0; i < 400; ++i) {
        test.add(true);
    }
    CHECK(test.verdict() == SampleVerdict::fine);
    CHECK(test.lines() < 100);
    test.add(false);
    CHECK(test.verdict() == SampleVerdict::fine);
    test.add(false);
    CHECK(test.verdict() == SampleVerdict::alarm);
    CHECK(test.wrong() == 2);
    const std::uint64_t lines = test.lines();
    test.add(true);
    CHECK(test.verdict() == SampleVerdict::alarm);
    CHECK(test.lines() == lines);
}

TEST_CASE("a share of lines is drawn by id and seed", "[matchers][sample]") {
    const auto drawn = [](const AuditDraw& draw) {
        int count = 0;
        for (std::int64_t id = 1; id <= 20'000; ++id) {
            count += is_drawn({id}, draw) ? 1 : 0;
        }
        return count;
    };
    CHECK(drawn({.basis_points = 0}) == 0);
    CHECK(drawn({.basis_points = 10'000}) == 20'000);
    const int some = drawn({.basis_points = 100});
    CHECK(some > 150);
    CHECK(some < 250);
    int both = 0;
    for (std::int64_t id = 1; id <= 20'000; ++id) {
        both += is_drawn({id}, {.basis_points = 100, .seed = 0}) &&
                        is_drawn({id}, {.basis_points = 100, .seed = 1})
                    ? 1
                    : 0;
    }
    CHECK(both < 20);
}

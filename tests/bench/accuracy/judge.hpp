// What a rule said of each line, held against the truth. A match is right only when its whole set
// of items and every cent agree with what the line truly pays, or takes back; or when it is,
// without any item, a transfer between our own accounts.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "simulator/books.hpp"

namespace afletter::judging {

// Items by their place in Books::items, with cents signed as the line; in order of place.
using Shares = std::vector<simulator::TrueShare>;

// What a rule would do with a line.
struct Answer {
    Shares match;                      // settled by itself; empty: left to a person, or
    bool transfer = false;             // matched as money between our own accounts
    std::vector<Shares> suggestions;   // shown to the person, best first
    std::optional<double> confidence;  // of the match, or of the first suggestion, as it is shown
    std::optional<double> bare_confidence = {};  // by the weights alone, where that is known
    std::string stratum;                         // the kind of evidence behind a match

    [[nodiscard]] bool is_automatic() const { return transfer || !match.empty(); }
};

struct Tally {
    std::uint64_t lines = 0;
    std::uint64_t paying = 0;     // with true items, all of them in the ledger; or a transfer
    std::uint64_t automatic = 0;  // matched
    std::uint64_t right = 0;
    std::uint64_t unfounded = 0;      // matched, and nothing in the ledger is true
    std::uint64_t without_item = 0;   // lines of which nothing in the ledger is true
    std::uint64_t left = 0;           // paying, not matched
    std::uint64_t left_first = 0;     // of those: the first suggestion is the truth
    std::uint64_t left_in_three = 0;  // one of the first three is

    [[nodiscard]] std::uint64_t wrong() const { return automatic - right; }
    void add(const Tally& other);
};

// How far confidences keep their word: the squared error of each, and by tenths what was promised
// and what was kept.
struct Promises {
    struct Bin {
        std::uint64_t count = 0;
        std::uint64_t right = 0;
        double promised = 0;
    };
    std::array<Bin, 10> bins{};
    double squared_error = 0;
    std::uint64_t count = 0;

    void add(double confidence, bool is_right);
    void add(const Promises& other);
    [[nodiscard]] double brier() const;
    [[nodiscard]] double expected_error() const;  // mean distance of promise and result, by tenths
};

struct Verdict {
    Tally all;
    std::array<Tally, simulator::kind_count> kinds{};
    std::map<std::string, Tally, std::less<>> strata;  // of matches
    Promises calibration;                              // as it is shown
    Promises bare_calibration;                         // by the weights alone
    Promises suggested;                                // of both, the part of lines that were left
    Promises bare_suggested;

    void add(const Verdict& other);
};

[[nodiscard]] bool is_paying(const simulator::LineTruth& truth);
// Where the truth stands among the suggestions, from 1; a person who accepts a suggestion accepts
// its items, and the cents follow from the line.
[[nodiscard]] std::optional<std::size_t> rank_of_truth(const Answer& answer,
                                                       const simulator::LineTruth& truth);
// One answer for each line of the books.
[[nodiscard]] Verdict judge(const simulator::Books& books, const std::vector<Answer>& answers);

}  // namespace afletter::judging

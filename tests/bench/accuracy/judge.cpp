// Counts, line by line.
#include "bench/accuracy/judge.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cmath>

namespace afletter::judging {

using simulator::LineTruth;
using simulator::TrueShare;

namespace {

bool is_right(const Answer& answer, const LineTruth& truth) {
    return answer.is_automatic() && answer.transfer == truth.transfer &&
           answer.match == truth.shares;
}

Tally tally_of(const Answer& answer, const LineTruth& truth) {
    Tally tally{.lines = 1};
    const bool is_automatic = answer.is_automatic();
    const bool is_founded = truth.transfer || !truth.shares.empty();
    tally.paying = is_paying(truth) ? 1 : 0;
    tally.automatic = is_automatic ? 1 : 0;
    tally.right = is_right(answer, truth) ? 1 : 0;
    tally.without_item = is_founded ? 0 : 1;
    tally.unfounded = is_automatic && !is_founded ? 1 : 0;
    if (is_paying(truth) && !is_automatic) {
        const auto rank = rank_of_truth(answer, truth);
        tally.left = 1;
        tally.left_first = rank && *rank == 1 ? 1 : 0;
        tally.left_in_three = rank && *rank <= 3 ? 1 : 0;
    }
    return tally;
}

bool first_is_true(const Answer& answer, const LineTruth& truth) {
    return answer.is_automatic() ? is_right(answer, truth) : rank_of_truth(answer, truth) == 1;
}

void add_confidences(Verdict& verdict, const Answer& answer, bool is_true) {
    if (answer.confidence) {
        verdict.calibration.add(*answer.confidence, is_true);
    }
    if (answer.bare_confidence) {
        verdict.bare_calibration.add(*answer.bare_confidence, is_true);
    }
    if (answer.confidence && answer.bare_confidence && !answer.is_automatic()) {
        verdict.suggested.add(*answer.confidence, is_true);
        verdict.bare_suggested.add(*answer.bare_confidence, is_true);
    }
}

}  // namespace

void Tally::add(const Tally& other) {
    lines += other.lines;
    paying += other.paying;
    automatic += other.automatic;
    right += other.right;
    unfounded += other.unfounded;
    without_item += other.without_item;
    left += other.left;
    left_first += other.left_first;
    left_in_three += other.left_in_three;
}

void Promises::add(double confidence, bool is_right) {
    const auto place = static_cast<std::size_t>(confidence * static_cast<double>(bins.size()));
    Bin& bin = bins[std::min(place, bins.size() - 1)];
    const double error = confidence - (is_right ? 1 : 0);
    ++bin.count;
    bin.right += is_right ? 1 : 0;
    bin.promised += confidence;
    squared_error += error * error;
    ++count;
}

void Promises::add(const Promises& other) {
    for (std::size_t place = 0; place < bins.size(); ++place) {
        bins[place].count += other.bins[place].count;
        bins[place].right += other.bins[place].right;
        bins[place].promised += other.bins[place].promised;
    }
    squared_error += other.squared_error;
    count += other.count;
}

double Promises::brier() const {
    return count == 0 ? 0 : squared_error / static_cast<double>(count);
}

double Promises::expected_error() const {
    double distance = 0;
    for (const Bin& bin : bins) {
        distance += std::abs(bin.promised - static_cast<double>(bin.right));
    }
    return count == 0 ? 0 : distance / static_cast<double>(count);
}

void Verdict::add(const Verdict& other) {
    all.add(other.all);
    for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
        kinds[kind].add(other.kinds[kind]);
    }
    for (const auto& [stratum, tally] : other.strata) {
        strata[stratum].add(tally);
    }
    calibration.add(other.calibration);
    bare_calibration.add(other.bare_calibration);
    suggested.add(other.suggested);
    bare_suggested.add(other.bare_suggested);
}

bool is_paying(const LineTruth& truth) {
    return truth.complete && (truth.transfer || !truth.shares.empty());
}

std::optional<std::size_t> rank_of_truth(const Answer& answer, const LineTruth& truth) {
    const auto found = std::ranges::find_if(answer.suggestions, [&](const Shares& suggestion) {
        return std::ranges::equal(suggestion, truth.shares, {}, &TrueShare::item, &TrueShare::item);
    });
    if (truth.shares.empty() || found == answer.suggestions.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - answer.suggestions.begin()) + 1;
}

Verdict judge(const simulator::Books& books, const std::vector<Answer>& answers) {
    AFLETTER_ASSERT(answers.size() == books.lines.size());
    Verdict verdict;
    for (std::size_t line = 0; line < answers.size(); ++line) {
        const Answer& answer = answers[line];
        const LineTruth& truth = books.truths[line];
        const Tally tally = tally_of(answer, truth);
        verdict.all.add(tally);
        verdict.kinds[static_cast<std::size_t>(truth.kind)].add(tally);
        if (answer.is_automatic()) {
            verdict.strata[std::string(answer.stratum)].add(tally);
        }
        add_confidences(verdict, answer, first_is_true(answer, truth));
    }
    return verdict;
}

}  // namespace afletter::judging

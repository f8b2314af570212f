// Rows of counts, shares and bounds.
#include "bench/accuracy/table.hpp"

#include <afletter/learning.hpp>

#include <fmt/format.h>

namespace afletter::judging {

namespace {

double ratio(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? "-" : fmt::format("{:.1f}", 100 * ratio(part, whole));
}

std::string per_10000(std::uint64_t wrong, std::uint64_t automatic) {
    return automatic == 0 ? "-" : fmt::format("{:.1f}", 10'000 * ratio(wrong, automatic));
}

std::string bound(std::uint64_t wrong, std::uint64_t automatic) {
    return automatic == 0 ? "-" : fmt::format("{:.1f}", 10'000 * upper_bound_95(wrong, automatic));
}

// Rules that suggest nothing have no share.
std::string suggested(std::uint64_t count, const Tally& tally) {
    return tally.left_in_three == 0 ? "-" : percent(count, tally.left);
}

void print_row(std::string_view name, const Tally& tally) {
    fmt::print("{:<41}{:>8}{:>8}{:>10}{:>9}{:>7}{:>10}{:>9}{:>11}{:>7}{:>7}\n", name, tally.lines,
               tally.paying, tally.automatic, percent(tally.right, tally.paying), tally.wrong(),
               per_10000(tally.wrong(), tally.automatic), bound(tally.wrong(), tally.automatic),
               fmt::format("{}/{}", tally.unfounded, tally.without_item),
               suggested(tally.left_first, tally), suggested(tally.left_in_three, tally));
}

void print_promise(std::string_view name, const Promises& calibration) {
    fmt::print("{:<34}{:>10}{:>13.4f}{:>19.4f}\n", name, calibration.count, calibration.brier(),
               calibration.expected_error());
}

}  // namespace

void print_rule_heading(std::string_view first_column) {
    fmt::print("\n{:<41}{:>8}{:>8}{:>10}{:>9}{:>7}{:>10}{:>9}{:>11}{:>7}{:>7}\n", first_column,
               "lines", "paying", "automatic", "through%", "wrong", "per 10000", "at most",
               "unfounded", "top 1%", "top 3%");
}

void print_rule_row(std::string_view name, const Tally& tally) {
    print_row(name, tally);
}

void print_kinds(const Verdict& verdict) {
    print_rule_heading("kind of line");
    for (std::size_t kind = 0; kind < simulator::kind_count; ++kind) {
        if (verdict.kinds[kind].lines > 0) {
            print_row(name_of(static_cast<simulator::LineKind>(kind)), verdict.kinds[kind]);
        }
    }
    print_row("all", verdict.all);
}

void print_strata(const Verdict& verdict) {
    fmt::print("\n{:<34}{:>10}{:>7}{:>10}{:>9}\n", "stratum", "automatic", "wrong", "per 10000",
               "at most");
    for (const auto& [stratum, tally] : verdict.strata) {
        fmt::print("{:<34}{:>10}{:>7}{:>10}{:>9}\n", stratum, tally.automatic, tally.wrong(),
                   per_10000(tally.wrong(), tally.automatic),
                   bound(tally.wrong(), tally.automatic));
    }
}

void print_calibration(const Verdict& verdict) {
    const Promises& calibration = verdict.calibration;
    fmt::print("\n{:<14}{:>10}{:>12}{:>10}\n", "confidence", "lines", "promised %", "right %");
    for (std::size_t place = 0; place < calibration.bins.size(); ++place) {
        const Promises::Bin& bin = calibration.bins[place];
        const double promised =
            bin.count == 0 ? 0 : 100 * bin.promised / static_cast<double>(bin.count);
        fmt::print("{:<14}{:>10}{:>12.1f}{:>10}\n",
                   fmt::format("{} to {} %", 10 * place, 10 * (place + 1)), bin.count, promised,
                   percent(bin.right, bin.count));
    }
    fmt::print("\n{:<34}{:>10}{:>13}{:>19}\n", "confidences", "lines", "Brier score",
               "calibration error");
    print_promise("all, by the weights alone", verdict.bare_calibration);
    print_promise("all, as shown", verdict.calibration);
    print_promise("suggestions, by the weights alone", verdict.bare_suggested);
    print_promise("suggestions, as shown", verdict.suggested);
}

}  // namespace afletter::judging

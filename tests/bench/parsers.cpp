// afletter-bench-parsers: how fast the readers are, as ratios to others that read the same bytes in
// the same process, and how much memory a stream of any length takes.
#include <afletter/parsers.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/own_parts.hpp"
#include "bench/rivals.hpp"
#include "bench/statement_files.hpp"
#include "support/memory.hpp"
#include "support/view_source.hpp"

namespace {

using namespace afletter;
using namespace afletter::bench;

struct Options {
    std::size_t megabytes = 64;
    int repetitions = 5;
    std::uint64_t seed = 1;
    std::string only;
    bool gigabyte = false;
};

// Counts entries and keeps nothing. A finding would mean that the made-up file is wrong.
class CountingSink final : public StatementSink {
  public:
    void begin(const StatementHeader&) override {}
    void entry(const Entry&) override { ++entries_; }
    void end(const StatementClosing& closing) override {
        if (closing.balanced != true) {
            throw std::runtime_error("a made-up statement does not add up");
        }
    }
    void report(Diagnostic finding) override { throw std::runtime_error(finding.message); }
    [[nodiscard]] std::uint64_t entries() const { return entries_; }

  private:
    std::uint64_t entries_ = 0;
};

std::uint64_t read_all(ByteSource& source) {
    CountingSink sink;
    if (!read_statements("benchmark", source, sink)) {
        throw std::runtime_error("a made-up file was refused");
    }
    return sink.entries();
}

// --- who reads which file ---

Contestant own_reader(std::string_view file) {
    return {.name = "afletter, read_statements",
            .target = "",
            .prepare = [] {},
            .run =
                [file] {
                    test::ViewSource source(file);
                    read_all(source);
                }};
}

Contestant with_target(Contestant contestant, std::string target) {
    contestant.target = std::move(target);
    return contestant;
}

// Ours first: the ratios are its speed against each other's. A part of ours that is measured by
// itself (a front end, the scanner of XML) goes behind it.
std::vector<Contestant> contestants_for(const FileKind& kind, std::string_view file) {
    if (!kind.is_camt) {
        return {own_reader(file), mt940_front_end(file),
                with_target(mt940_by_hand(file), ">= 0.70"),
                with_target(mt940_split(file), ">= 500 MB/s")};
    }
    const bool is_shuffled = kind.name.ends_with("no two records alike");
    return {own_reader(file),
            camt_front_end(file),
            with_target(pugixml_warm(file), is_shuffled ? ">= 0.8" : ">= 2"),
            pugixml_cold(file),
            with_target(expat_pass(file), is_shuffled ? "" : ">= 10"),
            xml_scanner(file)};
}

// --- measuring ---

double seconds_of(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The best of all rounds; in each round everybody has a turn, so that a slow minute of the machine
// slows everybody.
std::vector<double> best_seconds(const std::vector<Contestant>& contestants, int repetitions) {
    std::vector<double> best(contestants.size(), 1e9);
    for (int round = 0; round < repetitions; ++round) {
        for (std::size_t place = 0; place < contestants.size(); ++place) {
            contestants[place].prepare();
            best[place] = std::min(best[place], seconds_of(contestants[place].run));
        }
    }
    return best;
}

// How many times faster our reader is than another, and how many times its front end.
struct Ratios {
    double ours = 0;
    double front = 0;
};

void print_row(const std::string& name, double megabytes_a_second, Ratios ratios,
               const std::string& target) {
    const auto shown = [](double ratio) { return ratio > 0 ? fmt::format("{:.2f}", ratio) : ""; };
    fmt::print("  {:<32}{:>9.1f}{:>10}{:>12}   {}\n", name, megabytes_a_second, shown(ratios.ours),
               shown(ratios.front), target);
}

// Python is slow enough for a small part of the file.
void compare_with_wolph_mt940(const FileKind& kind, double own_rate, std::uint64_t seed) {
    constexpr std::size_t small = 1'000'000;
    const std::string file = make_file(kind, small, seed);
    if (const auto seconds = seconds_of_wolph_mt940(file)) {
        const double rate = static_cast<double>(file.size()) / 1e6 / *seconds;
        print_row("wolph/mt940 (python3)", rate, {.ours = own_rate / rate}, ">= 200");
    } else {
        fmt::print("  {:<32}{:>9}{:>22}   {}\n", "wolph/mt940 (python3)", "-", "", "not installed");
    }
}

void compare(const FileKind& kind, const Options& options) {
    const std::string file = make_file(kind, options.megabytes * 1'000'000, options.seed);
    test::ViewSource source(file);
    const std::uint64_t entries = read_all(source);
    const auto size = static_cast<double>(file.size());
    fmt::print("{}: {:.1f} MB, {} entries of {:.0f} bytes\n", kind.name, size / 1e6, entries,
               size / static_cast<double>(entries));
    const std::vector<Contestant> contestants = contestants_for(kind, file);
    const std::vector<double> best = best_seconds(contestants, options.repetitions);
    for (std::size_t place = 0; place < contestants.size(); ++place) {
        const Ratios ratios{.ours = place == 0 ? 0 : best[place] / best[0],
                            .front = place <= 1 ? 0 : best[place] / best[1]};
        print_row(contestants[place].name, size / 1e6 / best[place], ratios,
                  contestants[place].target);
    }
    if (!kind.is_camt) {
        compare_with_wolph_mt940(kind, size / 1e6 / best[0], options.seed);
    }
    std::fflush(stdout);
}

void read_gigabyte(const FileKind& kind, const Options& options) {
    constexpr std::uint64_t gigabyte = 1'000'000'000;
    GrowingSource source(kind, gigabyte, options.seed);
    const bool is_own = test::reset_peak();
    const std::uint64_t entries = read_all(source);
    fmt::print("{:<32}{:>9.1f} MB{:>10} entries, peak {:.1f} MB{}   <= 16 MB\n", kind.name,
               static_cast<double>(source.given()) / 1e6, entries,
               static_cast<double>(test::peak_kib()) / 1024, is_own ? "" : " since start");
    std::fflush(stdout);
}

void run(const Options& options) {
    if (!options.gigabyte) {
        fmt::print("  {:<32}{:>9}{:>10}{:>12}   {}\n", "", "MB/s", "ours / it", "front / it",
                   "target");
    }
    for (const std::vector<FileKind>& kinds : {std::cref(mt940_kinds()), std::cref(camt_kinds())}) {
        for (const FileKind& kind : kinds) {
            if (kind.name.find(options.only) == std::string_view::npos) {
                continue;
            }
            if (options.gigabyte) {
                read_gigabyte(kind, options);
            } else {
                compare(kind, options);
            }
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures the readers of bank statements beside others.");
    Options options;
    app.add_option("--megabytes", options.megabytes, "Size of each file")
        ->check(CLI::PositiveNumber);
    app.add_option("--repetitions", options.repetitions, "Rounds, of which the best counts")
        ->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed);
    app.add_option("--only", options.only, "Files whose name contains this");
    app.add_flag("--gigabyte", options.gigabyte,
                 "Instead, read a stream of 1 GB of each kind and show the peak of memory");
    CLI11_PARSE(app, argc, argv);
    try {
        run(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}

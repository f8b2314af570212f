// afletter-bench-accuracy: judges the matching core, and rules of others beside it, on made-up
// worlds whose truth is known; docs/accuracy.md explains the tables.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "bench/accuracy/calibration_source.hpp"
#include "bench/accuracy/certificate_source.hpp"
#include "bench/accuracy/core.hpp"
#include "bench/accuracy/dump.hpp"
#include "bench/accuracy/judge.hpp"
#include "bench/accuracy/rivals.hpp"
#include "bench/accuracy/shelf.hpp"
#include "bench/accuracy/table.hpp"
#include "bench/accuracy/worlds.hpp"
#include "support/decision_digest.hpp"

namespace {

using namespace afletter;
using namespace afletter::judging;
namespace simulator = afletter::simulator;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

constexpr std::string_view core_name = "this core";

struct Options {
    WorldRequest worlds;
    std::vector<std::pair<std::string, std::string>> dumps;  // what, file
    std::uint64_t left_one_in = 50;
    bool core_only = false;
    bool certify = false;
    bool calibrate = false;
    std::string shown_rule = std::string(core_name);
};

class Clock {
  public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
    }

  private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

class Dumps {
  public:
    explicit Dumps(const Options& options) : left_one_in_(options.left_one_in) {
        for (const auto& [what, path] : options.dumps) {
            File file(std::fopen(path.c_str(), "w"), &std::fclose);
            if (!file) {
                throw std::runtime_error("cannot write " + path);
            }
            files_.insert_or_assign(what, std::move(file));
        }
    }
    void write(const CoreRun& run) const {
        if (const auto wrong = files_.find("wrong"); wrong != files_.end()) {
            write_wrong(wrong->second.get(), run);
        }
        if (const auto left = files_.find("left"); left != files_.end()) {
            write_left(left->second.get(), run, left_one_in_);
        }
    }
    // To tell where the truth stands, more candidates are asked for than a clerk is shown.
    [[nodiscard]] MatchPolicy policy() const {
        MatchPolicy policy;
        if (files_.contains("left")) {
            policy.candidates_shown = policy.candidates_weighed_max;
        }
        return policy;
    }

  private:
    std::map<std::string, File> files_;
    std::uint64_t left_one_in_;
};

// The verdicts on each rule, the core first, in the order in which they are printed.
struct Standing {
    std::string_view rule;
    judging::Verdict verdict;
};

class Session {
  public:
    explicit Session(const Options& options) : dumps_(options), options_(options) {
        standings_.push_back({.rule = core_name, .verdict = {}});
        if (!options.core_only) {
            for (const Rival& rival : rivals()) {
                standings_.push_back({.rule = rival.name, .verdict = {}});
            }
        }
    }

    void run() {
        for (const NamedWorld& named : worlds_of(options_.worlds)) {
            const simulator::Books books =
                simulator::books_of(simulator::make_world(named.options));
            print_rule_heading(named.name);
            judge_core(named.name, books);
            if (!options_.core_only) {
                judge_rivals(books);
            }
            std::fflush(stdout);
        }
        print_overall();
    }

  private:
    void judge_core(const std::string& world, const simulator::Books& books) {
        const Clock core_clock;
        CoreRun core{.world = world,
                     .books = &books,
                     .decisions = decide(books, dumps_.policy()),
                     .answers = {}};
        core_seconds_ += core_clock.seconds();
        for (std::size_t line = 0; line < core.decisions.size(); ++line) {
            digest_.add(line, core.decisions[line]);
        }
        core.answers = answers_of(books, core.decisions);
        dumps_.write(core);
        const judging::Verdict verdict = judge(books, core.answers);
        add(standings_.front(), verdict);
        core_by_world_.emplace_back(world, verdict.all);
    }

    void judge_rivals(const simulator::Books& books) {
        const Shelf shelf(books);
        const std::vector<View> views = views_of(books, shelf);
        for (std::size_t place = 0; place < rivals().size(); ++place) {
            add(standings_[place + 1],
                judge(books, answers_of(rivals()[place], books, views, shelf)));
        }
    }

    static void add(Standing& standing, const judging::Verdict& verdict) {
        print_rule_row(standing.rule, verdict.all);
        standing.verdict.add(verdict);
    }

    void print_overall() const {
        print_rule_heading("all worlds");
        for (const Standing& standing : standings_) {
            print_rule_row(standing.rule, standing.verdict.all);
        }
        print_rule_heading("this core, by world");
        for (const auto& [world, tally] : core_by_world_) {
            print_rule_row(world, tally);
        }
        for (const Standing& standing : standings_) {
            if (standing.rule == options_.shown_rule) {
                print_kinds(standing.verdict);
            }
        }
        const judging::Verdict& core = standings_.front().verdict;
        print_strata(core);
        print_calibration(core);
        fmt::print("\n{:.1f} s, of which the core {:.1f} s; decisions {}\n", clock_.seconds(),
                   core_seconds_, digest_.text());
    }

    Dumps dumps_;
    const Options& options_;
    std::vector<Standing> standings_;
    std::vector<std::pair<std::string, Tally>> core_by_world_;
    test::DecisionDigest digest_;
    Clock clock_;
    double core_seconds_ = 0;
};

void add_world_options(CLI::App& app, WorldRequest& worlds) {
    static const std::map<std::string, simulator::Numbering> numberings{
        {"dense", simulator::Numbering::dense},
        {"sparse", simulator::Numbering::sparse},
        {"bare", simulator::Numbering::bare}};
    static const std::map<std::string, simulator::Noise> noises{
        {"low", simulator::Noise::low},
        {"normal", simulator::Noise::normal},
        {"high", simulator::Noise::high}};
    static const std::map<std::string, simulator::Society> societies{
        {"simple", simulator::Society::simple}, {"lifelike", simulator::Society::lifelike}};
    app.add_option("--lines", worlds.lines, "Lines of each world")->check(CLI::PositiveNumber);
    app.add_option("--seeds", worlds.seeds, "How many seeds")->check(CLI::PositiveNumber);
    app.add_option("--first-seed", worlds.first_seed, "The first of them");
    app.add_option("--mix", worlds.mixes, "Instead of the standard worlds; several make several")
        ->check([](const std::string& name) {
            return simulator::mix_named(name) ? std::string() : name + " is no mix";
        });
    app.add_option("--missing", worlds.missing_percents, "Percent of true items missing")
        ->check(CLI::Range(0, 100));
    app.add_option("--numbering", worlds.numberings)
        ->transform(CLI::CheckedTransformer(numberings));
    app.add_option("--noise", worlds.noises)->transform(CLI::CheckedTransformer(noises));
    app.add_option("--society", worlds.societies)->transform(CLI::CheckedTransformer(societies));
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Judges the matching core on made-up worlds whose truth is known.");
    Options options;
    add_world_options(app, options.worlds);
    app.add_option("--dump", options.dumps,
                   "wrong FILE: the core's wrong matches; left FILE: paying lines that it left");
    app.add_option("--left-one-in", options.left_one_in, "How many of those left are written")
        ->check(CLI::PositiveNumber);
    app.add_option("--rule", options.shown_rule, "Whose kinds of lines are printed")
        ->check([](const std::string& name) {
            const bool is_known =
                name == core_name || std::ranges::any_of(rivals(), [&](const Rival& rival) {
                    return rival.name == name;
                });
            return is_known ? std::string() : name + " is no rule of the tables";
        });
    app.add_flag("--core-only", options.core_only, "Leaves the rules of others out");
    app.add_flag("--certify", options.certify,
                 "Prints only the shipped certificates, as source for matchers/policy");
    app.add_flag(
        "--calibrate", options.calibrate,
        "Prints only the shipped percentages of suggestions, as source for matchers/policy");
    CLI11_PARSE(app, argc, argv);
    try {
        if (options.certify) {
            print_certificates(options.worlds);
        } else if (options.calibrate) {
            print_calibration_source(options.worlds);
        } else {
            Session(options).run();
        }
    } catch (const std::exception& error) {
        std::fputs(error.what(), stderr);
        std::fputc('\n', stderr);
        return 1;
    }
    return 0;
}

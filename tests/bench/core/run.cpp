// Reads, measures, prints.
#include "bench/core/run.hpp"

#include <afletter/matchers.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "support/decision_digest.hpp"
#include "support/memory.hpp"

namespace afletter::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kib_in_mb = 1024;

void refuse_errors(const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::error) {
        throw std::runtime_error(diagnostic.place.file + ": " + diagnostic.message);
    }
}

// Wall time, and the processor time of all threads: the latter says what the former would be on a
// machine that does nothing else.
struct Seconds {
    double wall = 0;
    double processor = 0;

    [[nodiscard]] static Seconds now() {
        const auto wall = std::chrono::steady_clock::now().time_since_epoch();
        return {.wall = std::chrono::duration<double>(wall).count(),
                .processor = static_cast<double>(std::clock()) / CLOCKS_PER_SEC};
    }
    void add(const Seconds& more) {
        wall += more.wall;
        processor += more.processor;
    }
    [[nodiscard]] Seconds until(const Seconds& end) const {
        return {.wall = end.wall - wall, .processor = end.processor - processor};
    }
};

class Stopwatch {
  public:
    void begin() { begin_ = Seconds::now(); }
    void end() { total_.add(begin_.until(Seconds::now())); }
    [[nodiscard]] const Seconds& total() const { return total_; }

  private:
    Seconds begin_;
    Seconds total_;
};

// Accounts are numbered as they are met; so are lines.
class Accounts : public StatementSink {
  public:
    void begin(const StatementHeader& header) override {
        const AccountIdentification& account = header.account;
        const std::string text = account.iban ? std::string(account.iban->text()) : account.other;
        const auto next = static_cast<std::int64_t>(own_.size() + 1);
        const auto [known, is_new] = ids_.try_emplace(text, AccountId{next});
        if (is_new) {
            own_.push_back({.id = known->second, .identification = text});
        }
        current_ = known->second;
    }
    void entry(const Entry&) override {}
    void end(const StatementClosing&) override {}
    void report(Diagnostic diagnostic) override { refuse_errors(diagnostic); }

    [[nodiscard]] AccountId current() const { return current_; }
    [[nodiscard]] const std::vector<OwnAccount>& own() const { return own_; }

  private:
    std::map<std::string, AccountId> ids_;
    std::vector<OwnAccount> own_;
    AccountId current_;
};

// Adds some hundreds at a time, so that the reading between them is not measured.
template <class Value, class Add>
class Feed {
  public:
    Feed(Add add, Stopwatch& watch) : add_(std::move(add)), watch_(watch) {}

    void take(Value value) {
        waiting_.push_back(std::move(value));
        if (waiting_.size() == at_a_time) {
            flush();
        }
    }
    void flush() {
        watch_.begin();
        for (Value& value : waiting_) {
            add_(std::move(value));
        }
        watch_.end();
        count_ += waiting_.size();
        waiting_.clear();
    }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    static constexpr std::size_t at_a_time = 512;
    Add add_;
    Stopwatch& watch_;
    std::vector<Value> waiting_;
    std::size_t count_ = 0;
};

template <class Take>
class LineReader : public StatementSink {
  public:
    explicit LineReader(Take take) : take_(std::move(take)) {}

    void begin(const StatementHeader& header) override { accounts_.begin(header); }
    void entry(const Entry& entry) override {
        for (Line& line : lines_of(entry, entry.value_date.value())) {
            line.id.value = ++last_id_;
            line.account = accounts_.current();
            take_(std::move(line));
        }
    }
    void end(const StatementClosing&) override {}
    void report(Diagnostic diagnostic) override { refuse_errors(diagnostic); }

  private:
    Take take_;
    Accounts accounts_;
    std::int64_t last_id_ = 0;
};

void read_all(const fs::path& statements, StatementSink& sink) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(statements)) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        const auto bytes = open_file(file);
        read_statements(file.filename().string(), *bytes, sink);
    }
}

std::size_t add_items(const fs::path& file, Matcher& matcher, Stopwatch& watch) {
    const auto add = [&matcher](OpenItem&& item) { matcher.add_item(std::move(item)); };
    Feed<OpenItem, decltype(add)> feed(add, watch);
    const auto bytes = open_file(file);
    read_open_items(
        file.filename().string(), *bytes, [&](OpenItem item) { feed.take(std::move(item)); },
        refuse_errors);
    feed.flush();
    return feed.count();
}

std::size_t add_lines(const fs::path& statements, Matcher& matcher, Stopwatch& watch) {
    const auto add = [&matcher](const Line& line) { matcher.add_line(line); };
    Feed<Line, decltype(add)> feed(add, watch);
    LineReader reader([&feed](Line line) { feed.take(std::move(line)); });
    read_all(statements, reader);
    feed.flush();
    return feed.count();
}

// By step; what the receiver of the decisions does stands beside them.
class StepFigures {
  public:
    void begin(MatchStep step) {
        end();
        test::reset_peak();
        current_ = static_cast<std::size_t>(step);
        watch_ = {};
        watch_.begin();
        rounds_ += step == MatchStep::hear ? 1 : 0;
    }
    void end() {
        if (current_) {
            watch_.end();
            steps_[*current_].add(watch_.total());
            peaks_[*current_] = std::max(peaks_[*current_], test::peak_kib());
            current_.reset();
        }
    }
    void leave_out(const Seconds& of_the_receiver) {
        steps_[*current_].add(of_the_receiver.until({}));
    }
    [[nodiscard]] const Seconds& of(std::size_t step) const { return steps_[step]; }
    [[nodiscard]] std::uint64_t peak_of(std::size_t step) const { return peaks_[step]; }
    [[nodiscard]] int rounds() const { return rounds_; }

  private:
    std::array<Seconds, match_step_count> steps_{};
    std::array<std::uint64_t, match_step_count> peaks_{};  // KiB, in any round
    std::optional<std::size_t> current_;
    Stopwatch watch_;
    int rounds_ = 0;
};

void print_row(std::string_view step, const Seconds& seconds, std::uint64_t peak) {
    fmt::print("{:<24}{:>10.2f}{:>10.2f}{:>10}\n", step, seconds.wall, seconds.processor,
               peak / kib_in_mb);
}

struct Outcome {
    std::size_t matched = 0;
    test::DecisionDigest digest;
};

Outcome decide(Matcher& matcher, StepFigures& figures) {
    Outcome outcome;
    const auto take = [&](std::size_t line, const Decision& decision) {
        Stopwatch watch;
        watch.begin();
        outcome.matched += decision.is_match() ? 1U : 0U;
        outcome.digest.add(line, decision);
        watch.end();
        figures.leave_out(watch.total());
    };
    matcher.run(take, {}, [&](MatchStep step) { figures.begin(step); });
    figures.end();
    return outcome;
}

}  // namespace

void run_core(const fs::path& folder) {
    Accounts accounts;
    read_all(folder / "statements", accounts);
    test::reset_peak();
    Stopwatch adding;
    Matcher matcher({.own_accounts = accounts.own()});
    const std::size_t items = add_items(folder / "items.csv", matcher, adding);
    const std::size_t lines = add_lines(folder / "statements", matcher, adding);
    const std::uint64_t filled = test::peak_kib();
    StepFigures figures;
    const Outcome outcome = decide(matcher, figures);

    fmt::print("\n{} lines, {} items\n\n{:<24}{:>10}{:>10}{:>10}\n", lines, items, "step", "wall s",
               "CPU s", "peak MB");
    Seconds total = adding.total();
    std::uint64_t peak = filled;
    print_row("add lines and items", total, peak);
    for (std::size_t step = 0; step < match_step_count; ++step) {
        print_row(name_of(static_cast<MatchStep>(step)), figures.of(step), figures.peak_of(step));
        total.add(figures.of(step));
        peak = std::max(peak, figures.peak_of(step));
    }
    print_row("core", total, peak);
    fmt::print("\n{} rounds, {} lines matched, decisions {}\n", figures.rounds(), outcome.matched,
               outcome.digest.text());
}

}  // namespace afletter::bench

// afletter-bench: how long each stage of the main job takes on a made-up municipality, and how much
// memory it needs at most. The ledger is a real file, as durable as everybody's.
#include <afletter/pipeline.hpp>
#include <afletter/reports.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/core/run.hpp"
#include "simulator/files.hpp"
#include "support/memory.hpp"
#include "support/silent_progress.hpp"

namespace {

namespace fs = std::filesystem;
using namespace afletter;
namespace simulator = afletter::simulator;

struct Options {
    simulator::WorldOptions world{.seed = 1, .lines = 100'000, .mix = {}};
    std::string mix = "ordinary";
    fs::path parent = fs::temp_directory_path();
    fs::path made_before;  // a folder that --keep has left
    bool keep = false;
    bool core_only = false;
};

// --- stages ---

struct Measured {
    std::string stage;
    double seconds = 0;
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;  // of input; 0 when it reads none
    std::uint64_t peak = 0;
    bool peak_is_own = true;
};

Measured measure(std::string stage, const std::function<std::uint64_t()>& work,
                 std::uint64_t bytes = 0) {
    Measured measured{.stage = std::move(stage), .bytes = bytes, .peak_is_own = test::reset_peak()};
    const auto begin = std::chrono::steady_clock::now();
    measured.rows = work();
    measured.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    measured.peak = test::peak_kib();
    return measured;
}

void print(const Measured& measured) {
    const double rate = static_cast<double>(measured.rows) / measured.seconds;
    const double megabytes = static_cast<double>(measured.bytes) / 1e6 / measured.seconds;
    fmt::print("{:<20}{:>10.3f}{:>12}{:>12.0f}{:>10}{:>9}{}\n", measured.stage, measured.seconds,
               measured.rows, rate, measured.bytes == 0 ? "-" : fmt::format("{:.1f}", megabytes),
               measured.peak / 1024, measured.peak_is_own ? "" : " since start");
    std::fflush(stdout);
}

void refuse_errors(const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::error) {
        throw std::runtime_error(diagnostic.place.file + ": " + diagnostic.message);
    }
}

// Counts the lines to reconcile and keeps nothing.
class CountingSink : public StatementSink {
  public:
    void begin(const StatementHeader&) override {}
    void entry(const Entry& entry) override {
        lines_ += std::max<std::size_t>(1, entry.details.size());
    }
    void end(const StatementClosing&) override {}
    void report(Diagnostic diagnostic) override { refuse_errors(diagnostic); }
    [[nodiscard]] std::uint64_t lines() const { return lines_; }

  private:
    std::uint64_t lines_ = 0;
};

std::uint64_t parse_all(const fs::path& statements) {
    CountingSink sink;
    for (const auto& entry : fs::directory_iterator(statements)) {
        const auto bytes = open_file(entry.path());
        read_statements(entry.path().filename().string(), *bytes, sink);
    }
    return sink.lines();
}

std::uint64_t write_exceptions(const Ledger& ledger, const fs::path& path, Date today) {
    std::ofstream file;
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.open(path, std::ios::binary);
    const auto writer = make_exception_writer(file, {.format = Format::csv, .today = today});
    std::uint64_t rows = 0;
    ledger.for_each_exception([&](const ExceptionRecord& exception) {
        writer->add(exception);
        ++rows;
    });
    writer->finish();
    return rows;
}

std::uint64_t verify(const Ledger& ledger) {
    const VerifyReport report = ledger.verify();
    if (!report.failures.empty()) {
        throw std::runtime_error("verify: " + report.failures.front().message);
    }
    return report.lines;
}

std::uint64_t bytes_below(const fs::path& path) {
    if (!fs::is_directory(path)) {
        return fs::file_size(path);
    }
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(path)) {
        bytes += fs::file_size(entry.path());
    }
    return bytes;
}

// --- the run ---

// In a process of its own, so that its memory is not counted.
void make_files(const simulator::WorldOptions& options, const fs::path& folder) {
    const pid_t child = fork();
    if (child == 0) {
        try {
            simulator::write_files(simulator::make_world(options), simulator::FilePeriod::day,
                                   folder);
            _exit(0);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            _exit(1);
        }
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
        throw std::runtime_error("the simulator failed");
    }
}

void run(const fs::path& folder) {
    const std::vector<std::string> items{(folder / "items.csv").string()};
    const std::vector<std::string> statements{(folder / "statements").string()};
    const std::uint64_t items_bytes = bytes_below(items.front());
    const std::uint64_t statements_bytes = bytes_below(statements.front());
    const Stamp stamp{.by = "benchmark", .at = parse_instant("2026-12-31T12:00:00Z").value()};
    test::SilentProgress progress;
    auto created = Ledger::create(folder / "ledger.db", stamp);
    if (!created) {
        throw std::runtime_error(created.error().message);
    }
    Ledger& ledger = *created;

    fmt::print("\n{:<20}{:>10}{:>12}{:>12}{:>10}{:>9}\n", "stage", "seconds", "rows", "rows/s",
               "MB/s", "peak MB");
    const auto shown = [](Measured measured) {
        print(measured);
        return measured;
    };
    shown(measure(
        "parse statements", [&] { return parse_all(statements.front()); }, statements_bytes));
    const Measured main_job[] = {
        shown(measure(
            "import items",
            [&] { return import_items(ledger, items, stamp, refuse_errors, progress).items_added; },
            items_bytes)),
        shown(measure(
            "import statements",
            [&] {
                return import_statements(ledger, statements, stamp, refuse_errors, progress).lines;
            },
            statements_bytes)),
        shown(measure("match", [&] { return match_lines(ledger, {}, stamp, progress).lines; })),
        shown(measure("exceptions csv",
                      [&] {
                          return write_exceptions(ledger, folder / "exceptions.csv",
                                                  date_of(stamp.at));
                      })),
    };
    Measured total{.stage = "import to csv",
                   .rows = main_job[1].rows,
                   .bytes = items_bytes + statements_bytes};
    for (const Measured& stage : main_job) {
        total.seconds += stage.seconds;
        total.peak = std::max(total.peak, stage.peak);
    }
    print(total);
    shown(measure("verify", [&] { return verify(ledger); }));
    fmt::print("\ninput {:.1f} MB, ledger {:.1f} MB\n",
               static_cast<double>(items_bytes + statements_bytes) / 1e6,
               static_cast<double>(bytes_below(folder / "ledger.db")) / 1e6);
}

// Removed at the end, unless it is to be kept.
class WorkFolder {
  public:
    WorkFolder(const fs::path& parent, bool keep) : keep_(keep) {
        std::string pattern = (parent / "afletter-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("cannot make a folder in " + parent.string());
        }
        path_ = pattern;
    }
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        if (!keep_) {
            std::error_code ignored;  // what stays behind changes no measurement
            fs::remove_all(path_, ignored);
        }
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
    bool keep_;
};

void benchmark(const Options& options) {
    if (!options.made_before.empty()) {
        return bench::run_core(options.made_before);
    }
    const WorkFolder folder(options.parent, options.keep);
    fmt::print("{} lines, {} mix, seed {}, in {}\n", options.world.lines, options.mix,
               options.world.seed, folder.path().string());
    std::fflush(stdout);
    make_files(options.world, folder.path());
    if (options.core_only) {
        bench::run_core(folder.path());
    } else {
        run(folder.path());
    }
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Measures each stage of the main job on a made-up municipality.");
    Options options;
    std::uint32_t items = 0;
    const std::map<std::string, simulator::FormatChoice> formats{
        {"mt940", simulator::FormatChoice::mt940},
        {"camt", simulator::FormatChoice::camt},
        {"mixed", simulator::FormatChoice::mixed}};
    app.add_option("--lines", options.world.lines, "Bank lines")->check(CLI::PositiveNumber);
    // The lines of the mix pay about 1.1 items each, so this makes about 1.2 items a line.
    CLI::Option* given =
        app.add_option("--items", items, "Items nobody pays; else a tenth of the lines");
    app.add_option("--seed", options.world.seed);
    app.add_option("--mix", options.mix)->check(CLI::IsMember({"ordinary", "nasty"}));
    app.add_option("--format", options.world.format)->transform(CLI::CheckedTransformer(formats));
    app.add_option("--folder", options.parent, "Where to work; on the disk that is measured");
    app.add_flag("--keep", options.keep, "Leave the files and the ledger there");
    CLI::Option* core =
        app.add_flag("--core-only", options.core_only, "Only the matching core, without a ledger");
    app.add_option("--files", options.made_before, "Of a run with --keep, instead of new ones")
        ->check(CLI::ExistingDirectory)
        ->needs(core);
    CLI11_PARSE(app, argc, argv);
    options.world.items = given->count() > 0 ? items : options.world.lines / 10;
    try {
        options.world.mix = simulator::mix_named(options.mix).value();
        benchmark(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}

// Drives the pipeline as the command line does.
#include "accuracy/reconciliation.hpp"

#include <afletter/assert.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "simulator/files.hpp"
#include "support/silent_progress.hpp"

namespace afletter::accuracy {

namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (fs::temp_directory_path() / "afletter-XXXXXX").string();
        AFLETTER_ASSERT(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;  // what stays behind in /tmp harms no test
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

Allocations by_item(const std::vector<Allocation>& allocations) {
    Allocations sums;
    for (const Allocation& allocation : allocations) {
        sums[allocation.item_id] += allocation.amount.minor_units();
    }
    return sums;
}

LineOutcome& outcome_of(Reconciliation& result, const LineRecord& record) {
    const std::string key = line_key(record.account, record.line.detail.bank_reference);
    LineOutcome& outcome = result.lines[key];
    outcome.line_id = to_text(record.line.id);
    outcome.cents = record.line.amount.minor_units();
    return outcome;
}

void read_answers(const Ledger& ledger, Reconciliation& result) {
    ledger.for_each_match({}, [&](const MatchRecord& match) {
        LineOutcome& outcome = outcome_of(result, match.line);
        outcome.matched = true;
        outcome.allocations = by_item(match.allocations);
        for (const auto& [item, cents] : outcome.allocations) {
            outcome.settled_cents += cents;
        }
        outcome.method_or_reason = name_of(match.decision.method.value());
    });
    ledger.for_each_exception([&](const ExceptionRecord& exception) {
        LineOutcome& outcome = outcome_of(result, exception.line);
        outcome.method_or_reason = name_of(exception.decision.reason.value());
        outcome.waiting_cents += exception.open_amount.minor_units();
        for (const Candidate& candidate : exception.decision.candidates) {
            outcome.candidates.push_back(by_item(candidate.allocations));
        }
    });
}

}  // namespace

std::string line_key(const std::string& account, const std::string& bank_reference) {
    return account + " " + bank_reference;
}

Reconciliation reconcile(const simulator::World& world) {
    const TemporaryFolder folder;
    simulator::write_files(world, simulator::FilePeriod::day, folder.path());
    const Stamp stamp{.by = "accuracy test", .at = parse_instant("2026-12-31T12:00:00Z").value()};
    Reconciliation result;
    const DiagnosticHandler report = [&](const Diagnostic& diagnostic) {
        if (diagnostic.severity == Severity::error) {
            result.errors.push_back(diagnostic);
        }
    };
    test::SilentProgress progress;
    auto ledger = Ledger::create(folder.path() / "ledger.db", stamp);
    AFLETTER_ASSERT(ledger.has_value());
    const std::array items{(folder.path() / "items.csv").string()};
    const std::array statements{(folder.path() / "statements").string()};
    static_cast<void>(import_items(*ledger, items, stamp, report, progress));
    static_cast<void>(import_statements(*ledger, statements, stamp, report, progress));
    static_cast<void>(match_lines(*ledger, {}, stamp, progress));
    read_answers(*ledger, result);
    result.verified = ledger->verify();
    return result;
}

}  // namespace afletter::accuracy

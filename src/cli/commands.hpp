// One function for each command; main() chooses among them.
#pragma once

#include <afletter/pipeline.hpp>

#include "arguments.hpp"
#include "exit_code.hpp"
#include "settings.hpp"

namespace afletter::cli {

[[nodiscard]] ExitCode run(const InitOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const ParseOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const ImportStatementsOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const ImportItemsOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const MatchOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const MatchesOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const ExceptionsOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const ExplainOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const VerifyOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const SummaryOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const LearnFitOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const LearnStatusOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const LearnActivateOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const SampleListOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const SampleAnswerOptions& options, const Settings& settings);
[[nodiscard]] ExitCode run(const SampleClearOptions& options, const Settings& settings);

// Who runs the program, and now: recorded with every change.
[[nodiscard]] Stamp stamp_now();
// Opens the ledger of the settings, or says why not.
[[nodiscard]] std::optional<Ledger> open_ledger(const Settings& settings);
// How a report looks here: colour and width of the terminal when it goes to one.
[[nodiscard]] ReportOptions report_options(const Settings& settings, Format format,
                                           CsvDialect dialect, const std::string& output);

}  // namespace afletter::cli

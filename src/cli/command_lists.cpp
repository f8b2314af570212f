// `matches`, `exceptions`, `report summary`: rows of the ledger through a renderer.
#include "commands.hpp"
#include "output.hpp"

namespace afletter::cli {

ExitCode run(const MatchesOptions& options, const Settings& settings) {
    const auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    Output output(options.output);
    const auto writer = make_match_writer(
        output.stream(), report_options(settings, options.format, options.dialect, options.output));
    ledger->for_each_match(options.filter,
                           [&writer](const MatchRecord& match) { writer->add(match); });
    writer->finish();
    output.finish();
    return ExitCode::done;
}

ExitCode run(const ExceptionsOptions& options, const Settings& settings) {
    const auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    ReportOptions look = report_options(settings, options.format, options.dialect, options.output);
    look.today = options.as_of.value_or(look.today);
    Output output(options.output);
    const auto writer = make_exception_writer(output.stream(), look);
    bool any = false;
    ledger->for_each_exception([&](const ExceptionRecord& exception) {
        any = true;
        writer->add(exception);
    });
    writer->finish();
    output.finish();
    return any && options.exit_code ? ExitCode::exceptions_wait : ExitCode::done;
}

ExitCode run(const SummaryOptions& options, const Settings& settings) {
    const auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    Output output(options.output);
    write_summary(output.stream(), ledger->summary(),
                  report_options(settings, options.format, options.dialect, options.output));
    output.finish();
    return ExitCode::done;
}

}  // namespace afletter::cli

// `sample list`, `sample answer`, `sample clear`: the blind audit sample.
#include <iostream>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"
#include "texts.hpp"

namespace afletter::cli {

ExitCode run(const SampleListOptions& options, const Settings& settings) {
    const auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    Output output("-");
    write_sample(output.stream(), sample_status(*ledger), ledger->sampled_lines(),
                 report_options(settings, options.format, CsvDialect::rfc4180, "-"));
    output.finish();
    return ExitCode::done;
}

ExitCode run(const SampleAnswerOptions& options, const Settings& settings) {
    auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    const auto answered = answer_sample(*ledger, options.line, options.items, stamp_now());
    if (!answered) {
        log_diagnostic(answered.error());
        return ExitCode::failed;
    }
    if (!settings.quiet) {
        std::cout
            << (answered->agrees ? text::sample_agrees : text::sample_differs).in(settings.language)
            << '\n';
    }
    for (const Suspension& alarm : answered->alarmed) {
        std::cout << suspension_sentence(alarm, settings.language) << '\n';
    }
    Output("-").finish();
    return ExitCode::done;
}

ExitCode run(const SampleClearOptions& options, const Settings& settings) {
    auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    const bool all = options.stratum == "all";
    const auto cleared =
        clear_alarm(*ledger, all ? "" : options.stratum, options.reason, stamp_now());
    if (!cleared) {
        log_diagnostic(cleared.error());
        return ExitCode::failed;
    }
    if (!settings.quiet) {
        std::cout << (all ? text::everything.in(settings.language) : options.stratum) << ' '
                  << text::sample_cleared.in(settings.language) << '\n';
    }
    Output("-").finish();
    return ExitCode::done;
}

}  // namespace afletter::cli

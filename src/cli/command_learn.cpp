// `learn fit`, `learn status`, `learn activate`: off until the configuration switches it on.
#include <iostream>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "texts.hpp"

namespace afletter::cli {

namespace {

Diagnostic is_off() {
    return {.severity = Severity::error,
            .code = "learn.off",
            .message = "expected learning to be switched on, found that it is off",
            .hint =
                "Set enabled = true under [learning] in the configuration. Until then the "
                "shipped weights decide."};
}

// The ledger, when there is one and learning is on; else it was said why not.
std::optional<Ledger> ledger_to_learn_from(const Settings& settings) {
    if (!settings.matching.learning) {
        log_diagnostic(is_off());
        return std::nullopt;
    }
    return open_ledger(settings);
}

void write(const LearningStatus& status, Format format, const Settings& settings) {
    Output output("-");
    write_learning(output.stream(), status,
                   report_options(settings, format, CsvDialect::rfc4180, "-"));
    output.finish();
}

}  // namespace

ExitCode run(const LearnFitOptions& options, const Settings& settings) {
    auto ledger = ledger_to_learn_from(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    TerminalProgress progress(settings.progress);
    auto learnt = learn(*ledger, settings.matching, stamp_now(), progress);
    if (!learnt) {
        log_diagnostic(learnt.error());
        return ExitCode::failed;
    }
    LearningStatus status = learning_status(*ledger, settings.matching);
    std::erase_if(status.models, [&learnt](const StoredModel& stored) {
        return stored.model.version != learnt->model.version;
    });
    write(status, options.format, settings);
    return ExitCode::done;
}

ExitCode run(const LearnStatusOptions& options, const Settings& settings) {
    const auto ledger = ledger_to_learn_from(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    write(learning_status(*ledger, settings.matching), options.format, settings);
    return ExitCode::done;
}

ExitCode run(const LearnActivateOptions& options, const Settings& settings) {
    auto ledger = ledger_to_learn_from(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    TerminalProgress progress(settings.progress);
    const auto judged =
        activate(*ledger, options.version, settings.matching, stamp_now(), progress);
    if (!judged) {
        log_diagnostic(judged.error());
        return ExitCode::failed;
    }
    if (!settings.quiet) {
        std::cout << options.version << ' ' << text::is_live.in(settings.language) << '\n';
    }
    Output("-").finish();
    return ExitCode::done;
}

}  // namespace afletter::cli

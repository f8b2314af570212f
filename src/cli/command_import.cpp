// `import statements` and `import items`: what came in, in a few lines.
#include <iostream>

#include <fmt/format.h>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "texts.hpp"

namespace afletter::cli {

namespace {

void say_files(const ImportReport& report, Language language) {
    std::cout << fmt::format("{:>9} {}", report.files, text::files.in(language));
    if (report.files_known > 0) {
        std::cout << fmt::format(", {} {}", report.files_known, text::files_known.in(language));
    }
    if (report.files_refused > 0) {
        std::cout << fmt::format(", {} {}", report.files_refused, text::files_refused.in(language));
    }
    std::cout << '\n';
}

void say_details(const ImportReport& report, Language language) {
    const auto say = [language](std::uint64_t count, const Text& text) {
        if (count > 0) {
            std::cout << fmt::format("{:>9} {}\n", count, text.in(language));
        }
    };
    say(report.entries_itemised, text::entries_itemised);
    say(report.details_known, text::details_known);
    say(report.details_waiting, text::details_waiting);
}

void say_statements(const ImportReport& report, Language language) {
    say_files(report, language);
    std::cout << fmt::format("{:>9} {}", report.statements, text::statements.in(language));
    if (report.statements_known > 0) {
        std::cout << fmt::format(", {} {}", report.statements_known,
                                 text::statements_known.in(language));
    }
    std::cout << fmt::format("\n{:>9} {}\n", report.lines, text::lines.in(language));
    say_details(report, language);
    if (report.messages_not_booked > 0) {
        std::cout << fmt::format("{:>9} {}\n", report.messages_not_booked,
                                 text::messages_not_booked.in(language));
    }
    if (report.entries_not_booked > 0) {
        std::cout << fmt::format("{:>9} {}\n", report.entries_not_booked,
                                 text::not_booked.in(language));
    }
}

void say_items(const ImportReport& report, Language language) {
    say_files(report, language);
    std::cout << fmt::format("{:>9} {} {}\n{:>9} {} {}\n{:>9} {} {}\n", report.items_added,
                             text::items.in(language), text::added.in(language),
                             report.items_changed, text::items.in(language),
                             text::changed.in(language), report.items_unchanged,
                             text::items.in(language), text::unchanged.in(language));
}

// A run that refused all its input changed nothing: that is a failure, not a part done.
ExitCode exit_code_of(const ImportReport& report) {
    if (report.files_refused == 0) {
        return ExitCode::done;
    }
    return report.files_refused == report.files ? ExitCode::failed : ExitCode::some_refused;
}

template <class Import, class Say>
ExitCode import_with(const Settings& settings, Import import, Say say, std::string_view next) {
    auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    ImportReport report;
    {
        TerminalProgress progress(settings.progress);
        report = import(*ledger, progress);
    }
    log_info(fmt::format("import: {} files, {} known, {} refused, {} lines, {} items added",
                         report.files, report.files_known, report.files_refused, report.lines,
                         report.items_added));
    const ExitCode exit_code = exit_code_of(report);
    if (!settings.quiet) {
        say(report, settings.language);
    }
    if (!settings.quiet && exit_code != ExitCode::failed) {
        std::cerr << text::next.in(settings.language) << ' ' << next << '\n';
    }
    Output("-").finish();
    return exit_code;
}

}  // namespace

ExitCode run(const ImportStatementsOptions& options, const Settings& settings) {
    return import_with(
        settings,
        [&options](Ledger& ledger, Progress& progress) {
            return import_statements(ledger, options.paths, stamp_now(), log_diagnostic, progress);
        },
        say_statements, "afletter match");
}

ExitCode run(const ImportItemsOptions& options, const Settings& settings) {
    return import_with(
        settings,
        [&options](Ledger& ledger, Progress& progress) {
            return import_items(ledger, options.files, stamp_now(), log_diagnostic, progress);
        },
        say_items, "afletter import statements PATH");
}

}  // namespace afletter::cli

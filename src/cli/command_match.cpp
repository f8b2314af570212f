// `match`: reconcile, and say what became of the lines.
#include <iostream>

#include <fmt/format.h>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "texts.hpp"

namespace afletter::cli {

namespace {

void say_tallies(const std::vector<Tally>& tallies) {
    for (const Tally& tally : tallies) {
        std::cout << fmt::format("{:>9}   {:<18}", tally.count, tally.key);
        for (const Money& sum : tally.sums) {
            std::cout << fmt::format("{:>18} {}", to_decimal(sum), sum.currency().code());
        }
        std::cout << '\n';
    }
}

void say(const MatchRunReport& report, const MatchOptions& options, Language language) {
    std::cout << fmt::format("{:>9} {}\n{:>9} {}\n", report.lines,
                             text::lines_examined.in(language), report.matched,
                             text::matched.in(language));
    say_tallies(report.matched_by_method);
    std::cout << fmt::format("{:>9} {}", report.exceptions, text::exceptions.in(language));
    if (report.unchanged > 0) {
        std::cout << fmt::format(", {} {}", report.unchanged, text::as_before.in(language));
    }
    std::cout << '\n';
    say_tallies(report.exceptions_by_reason);
    if (report.drawn > 0) {
        std::cout << fmt::format("{:>9} {}\n", report.drawn, text::drawn.in(language));
    }
    for (const Suspension& suspension : report.suspended) {
        std::cout << suspension_sentence(suspension, language) << '\n';
    }
    if (options.dry_run) {
        std::cout << text::dry_run.in(language) << '\n';
    }
}

ExitCode fail_with(const Diagnostic& diagnostic, ExitCode exit_code) {
    log_diagnostic(diagnostic);
    return exit_code;
}

ExitCode say_what_if(const Ledger& ledger, const MatchOptions& options, const Settings& settings,
                     const MatchModel& now) {
    const auto other = matching_of(options.what_if);
    if (!other) {
        return fail_with(other.error(), ExitCode::usage);
    }
    const auto then = model_in_force(ledger, *other);
    if (!then) {
        return fail_with(then.error(), ExitCode::usage);
    }
    WhatIfReport report;
    {
        TerminalProgress progress(settings.progress);
        std::vector<OwnAccount> own_accounts = ledger.own_accounts();
        std::ranges::copy(settings.own_accounts, std::back_inserter(own_accounts));
        report = what_if(
            ledger.past(),
            {.own_accounts = own_accounts, .model = now, .rules = settings.matching.rules},
            {.own_accounts = own_accounts, .model = *then, .rules = other->rules}, progress);
    }
    Output output("-");
    write_what_if(output.stream(), report,
                  report_options(settings, options.format, options.dialect, "-"));
    output.finish();
    return ExitCode::done;
}

}  // namespace

ExitCode run(const MatchOptions& options, const Settings& settings) {
    auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    const auto model = model_in_force(*ledger, settings.matching);
    if (!model) {
        return fail_with(model.error(), ExitCode::usage);
    }
    if (!options.what_if.empty()) {
        return say_what_if(*ledger, options, settings, *model);
    }
    MatchRunReport report;
    {
        TerminalProgress progress(settings.progress);
        report = match_lines(*ledger,
                             {.dry_run = options.dry_run,
                              .as_of = options.as_of,
                              .policy = {.own_accounts = settings.own_accounts,
                                         .model = *model,
                                         .rules = settings.matching.rules},
                              .draw = settings.draw},
                             stamp_now(), progress);
    }
    log_info(fmt::format("match: {} lines, {} matched, {} exceptions", report.lines, report.matched,
                         report.exceptions));
    if (!settings.quiet) {
        say(report, options, settings.language);
        std::cerr << text::next.in(settings.language)
                  << (options.dry_run ? " afletter match\n" : " afletter exceptions\n");
    }
    Output("-").finish();
    return options.exit_code && report.exceptions > 0 ? ExitCode::exceptions_wait : ExitCode::done;
}

}  // namespace afletter::cli

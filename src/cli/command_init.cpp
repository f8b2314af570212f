// `init`: a new ledger.
#include <iostream>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"
#include "texts.hpp"

namespace afletter::cli {

ExitCode run(const InitOptions&, const Settings& settings) {
    const auto ledger = Ledger::create(settings.ledger, stamp_now());
    if (!ledger) {
        log_diagnostic(ledger.error());
        return ExitCode::failed;
    }
    if (!settings.quiet) {
        std::cout << settings.ledger << ": " << text::ledger_made.in(settings.language) << '\n';
        std::cerr << text::next.in(settings.language) << " afletter import items FILE.csv\n";
    }
    Output("-").finish();
    return ExitCode::done;
}

}  // namespace afletter::cli

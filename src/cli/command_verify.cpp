// `verify`: the ledger proved anew.
#include "commands.hpp"
#include "output.hpp"

namespace afletter::cli {

ExitCode run(const VerifyOptions& options, const Settings& settings) {
    const auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    const VerifyReport report = ledger->verify();
    Output output("-");
    write_verify(output.stream(), report,
                 report_options(settings, options.format, CsvDialect::rfc4180, "-"));
    output.finish();
    return report.failures.empty() ? ExitCode::done : ExitCode::control_failed;
}

}  // namespace afletter::cli

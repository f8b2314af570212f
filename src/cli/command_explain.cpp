// `explain`: one line's story, or why not this item, through a renderer.
#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"

namespace afletter::cli {

namespace {

// What there is to tell, or the diagnostic of a line or an item that does not exist.
template <class Told, class Write>
ExitCode tell(const Result<Told, Diagnostic>& told, const Write& write) {
    if (!told) {
        log_diagnostic(told.error());
        return ExitCode::failed;
    }
    Output output("-");
    write(output.stream(), *told);
    output.finish();
    return ExitCode::done;
}

}  // namespace

ExitCode run(const ExplainOptions& options, const Settings& settings) {
    const auto ledger = open_ledger(settings);
    if (!ledger) {
        return ExitCode::failed;
    }
    const ReportOptions look = report_options(settings, options.format, CsvDialect::rfc4180, "-");
    if (!options.versus.empty()) {
        return tell(
            explain_versus(*ledger, options.line, options.versus, settings.matching.rules),
            [&look](std::ostream& out, const Versus& versus) { write_versus(out, versus, look); });
    }
    return tell(ledger->story_of(options.line), [&look](std::ostream& out, const LineStory& story) {
        write_story(out, story, look);
    });
}

}  // namespace afletter::cli

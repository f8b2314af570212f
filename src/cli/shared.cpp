// What several commands need before they begin.
#include <chrono>
#include <cstdlib>

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "commands.hpp"
#include "log.hpp"

namespace afletter::cli {

namespace {

constexpr std::size_t usual_width = 100;

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    return usual_width;
}

}  // namespace

Stamp stamp_now() {
    const passwd* user = getpwuid(geteuid());
    const std::string name = user != nullptr ? user->pw_name : "uid " + std::to_string(geteuid());
    return {name, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

std::optional<Ledger> open_ledger(const Settings& settings) {
    auto ledger = Ledger::open(settings.ledger);
    if (!ledger) {
        log_diagnostic(ledger.error());
        return std::nullopt;
    }
    return std::move(*ledger);
}

ReportOptions report_options(const Settings& settings, Format format, CsvDialect dialect,
                             const std::string& output) {
    const bool terminal = output == "-" && isatty(STDOUT_FILENO) == 1;
    return {.format = format,
            .dialect = dialect,
            .language = settings.language,
            .today = date_of(stamp_now().at),
            .color = terminal && std::getenv("NO_COLOR") == nullptr,
            .width = terminal ? terminal_width() : usual_width};
}

}  // namespace afletter::cli

// Chooses the command and is the last to catch: here an exception becomes an exit status.
#include <afletter/ledger_store.hpp>

#include <exception>
#include <iostream>
#include <new>
#include <variant>

#include "commands.hpp"
#include "log.hpp"

namespace afletter::cli {

namespace {

ExitCode run_command(const Invocation& invocation) {
    const auto settings = settle(invocation.global);
    if (!settings) {
        log_diagnostic(settings.error());
        return ExitCode::usage;
    }
    start_log(*settings);
    return std::visit([&settings](const auto& options) { return run(options, *settings); },
                      invocation.command);
}

ExitCode run_program(int argc, const char* const* argv) {
    const auto invocation = parse_arguments(argc, argv);
    if (!invocation) {
        const NoCommand& answer = invocation.error();
        (answer.exit_code == ExitCode::done ? std::cout : std::cerr) << answer.text;
        return answer.exit_code;
    }
    try {
        return run_command(*invocation);
    } catch (const LedgerBusy& busy) {
        log_error(busy.what());
        return ExitCode::busy;
    } catch (const std::bad_alloc&) {
        log_error("out of memory; nothing was changed");
        return ExitCode::failed;
    } catch (const std::exception& error) {
        log_error(error.what());
        return ExitCode::failed;
    }
}

}  // namespace

}  // namespace afletter::cli

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    return static_cast<int>(afletter::cli::run_program(argc, argv));
}

// The exit statuses that docs/interfaces promise.
#pragma once

namespace afletter::cli {

enum class ExitCode : int {
    done = 0,             // also when exceptions remain: they are normal
    failed = 1,           // and nothing was changed
    usage = 2,            // wrong usage or configuration
    some_refused = 3,     // done, but some input was refused and set aside
    control_failed = 4,   // verify found damage, or a balance does not follow
    exceptions_wait = 5,  // only with --exit-code
    busy = 75,            // another run holds the ledger (EX_TEMPFAIL)
};

}  // namespace afletter::cli

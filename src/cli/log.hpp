// Talk for the operator, on standard error: text on a terminal, or JSON lines. The only user of
// spdlog is behind this header. Logs carry ids and counts, never names or remittance text.
#pragma once

#include <afletter/diagnostic.hpp>

#include <string_view>

#include "settings.hpp"

namespace afletter::cli {

void start_log(const Settings& settings);
void log_info(std::string_view message);
void log_error(std::string_view message);
// A finding of a reader or the store: in full for people; without its excerpt as JSON.
void log_diagnostic(const Diagnostic& diagnostic);

}  // namespace afletter::cli

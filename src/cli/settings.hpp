// What holds for this call after options, environment, configuration file and defaults were
// weighed, in that order.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/model/own_account.hpp>
#include <afletter/pipeline.hpp>
#include <afletter/reports.hpp>
#include <afletter/result.hpp>

#include <string>
#include <vector>

#include "arguments.hpp"

namespace afletter::cli {

enum class LogLevel : std::uint8_t { debug, info, warning, error };
enum class LogFormat : std::uint8_t { text, json };

struct Settings {
    std::string ledger = "afletter.db";
    Language language = Language::english;
    LogLevel log_level = LogLevel::warning;
    LogFormat log_format = LogFormat::text;
    std::vector<OwnAccount> own_accounts;  // declared: their statements do not come here
    bool quiet = false;
    bool progress = true;
    ModelChoice matching;
    AuditDraw draw;
};

// Reads the configuration (TOML) that options or environment name, else ./afletter.toml, else
// $XDG_CONFIG_HOME/afletter/config.toml, where there is one. Keys: ledger.path, log.level,
// log.format, lang, accounts.own, and those of matching_keys. An unknown key is an error with its
// place and a suggestion.
[[nodiscard]] Result<Settings, Diagnostic> settle(const GlobalOptions& options);
// What another configuration says about matching.
[[nodiscard]] Result<ModelChoice, Diagnostic> matching_of(const std::string& file);

}  // namespace afletter::cli

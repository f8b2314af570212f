// The command line as values: which command, with which options. The only user of CLI11 is behind
// parse_arguments().
#pragma once

#include <afletter/ledger_store.hpp>
#include <afletter/reports.hpp>
#include <afletter/result.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "exit_code.hpp"

namespace afletter::cli {

// As given; what is left out is taken from the environment, the configuration or a default.
struct GlobalOptions {
    std::string ledger;
    std::string config;
    std::string language;
    std::string log_level;
    std::string log_format;
    bool quiet = false;
    bool no_progress = false;
};

struct InitOptions {};

enum class ParseFormat : std::uint8_t { jsonl, csv };
struct ParseOptions {
    std::vector<std::string> files;
    ParseFormat format = ParseFormat::jsonl;
};

struct ImportStatementsOptions {
    std::vector<std::string> paths;
};
struct ImportItemsOptions {
    std::vector<std::string> files;
};

struct MatchOptions {
    bool dry_run = false;
    std::optional<Date> as_of;
    bool exit_code = false;
    std::string what_if;  // another configuration; empty: match
    Format format = Format::table;
    CsvDialect dialect = CsvDialect::rfc4180;
};

struct MatchesOptions {
    Format format = Format::table;
    CsvDialect dialect = CsvDialect::rfc4180;
    std::string output = "-";
    MatchFilter filter;
};

struct ExceptionsOptions {
    Format format = Format::table;
    CsvDialect dialect = CsvDialect::rfc4180;
    std::string output = "-";
    std::optional<Date> as_of;  // the day that ages are counted to
    bool exit_code = false;
};

struct ExplainOptions {
    std::string line;
    std::string versus;  // an item id; empty for none
    Format format = Format::table;
};

struct VerifyOptions {
    Format format = Format::table;
};

struct SummaryOptions {
    Format format = Format::table;
    CsvDialect dialect = CsvDialect::rfc4180;
    std::string output = "-";
};

struct LearnFitOptions {
    Format format = Format::table;
};
struct LearnStatusOptions {
    Format format = Format::table;
};
struct LearnActivateOptions {
    std::string version;
};

struct SampleListOptions {
    Format format = Format::table;
};
struct SampleAnswerOptions {
    std::string line;
    std::vector<std::string> items;
    bool none = false;  // of the books
};
struct SampleClearOptions {
    std::string stratum;  // "all" for the alarm of all kinds together
    std::string reason;
};

using Command =
    std::variant<InitOptions, ParseOptions, ImportStatementsOptions, ImportItemsOptions,
                 MatchOptions, MatchesOptions, ExceptionsOptions, ExplainOptions, VerifyOptions,
                 SummaryOptions, LearnFitOptions, LearnStatusOptions, LearnActivateOptions,
                 SampleListOptions, SampleAnswerOptions, SampleClearOptions>;

struct Invocation {
    GlobalOptions global;
    Command command;
};

// Instead of a command: help or version for standard output, or what is wrong with the usage.
struct NoCommand {
    ExitCode exit_code = ExitCode::done;
    std::string text;
};

[[nodiscard]] Result<Invocation, NoCommand> parse_arguments(int argc, const char* const* argv);

}  // namespace afletter::cli

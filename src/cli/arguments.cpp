// The command tree: names, options, help and examples.
#include "arguments.hpp"

#include <afletter/suggestion.hpp>

#include <map>
#include <utility>

#include <CLI/CLI.hpp>

namespace afletter::cli {

namespace {

const std::map<std::string, Format> list_formats{
    {"table", Format::table}, {"csv", Format::csv}, {"json", Format::json}};
const std::map<std::string, Format> report_formats{{"table", Format::table},
                                                   {"csv", Format::csv},
                                                   {"json", Format::json},
                                                   {"xlsx", Format::xlsx},
                                                   {"html", Format::html}};
const std::map<std::string, Format> text_formats{{"table", Format::table}, {"json", Format::json}};
const std::map<std::string, ParseFormat> parse_formats{{"jsonl", ParseFormat::jsonl},
                                                       {"csv", ParseFormat::csv}};
const std::map<std::string, CsvDialect> dialects{{"rfc4180", CsvDialect::rfc4180},
                                                 {"excel-nl", CsvDialect::excel_nl}};
const std::map<std::string, std::optional<MatchStatus>> statuses{
    {"auto", MatchStatus::automatic}, {"manual", MatchStatus::manual}, {"all", std::nullopt}};

// An option that takes one of a few words.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& help) {
    std::string words;
    for (const auto& [word, meaning] : choices) {
        words += (words.empty() ? "" : "|") + word;
    }
    const auto take = [&value, &choices, words](const std::string& word) {
        const auto found = choices.find(word);
        if (found == choices.end()) {
            throw CLI::ValidationError("'" + word + "' is not one of " + words);
        }
        value = found->second;
    };
    return app.add_option_function<std::string>(name, take, help)->type_name(words);
}

CLI::Option* add_date(CLI::App& app, const std::string& name, std::optional<Date>& value,
                      const std::string& help) {
    const auto take = [&value, name](const std::string& text) {
        value = parse_iso_date(text);
        if (!value) {
            throw CLI::ValidationError(name + ": '" + text +
                                       "' is not a day; write it as 2026-01-31");
        }
    };
    return app.add_option_function<std::string>(name, take, help)->type_name("DATE");
}

void add_output(CLI::App& app, std::string& output) {
    app.add_option("--output", output, "Write to this file, replaced whole or not at all")
        ->type_name("FILE");
}

// A command with an example, which its own help shows first.
CLI::App* add_command(CLI::App& parent, const std::string& name, const std::string& example,
                      const std::string& does) {
    CLI::App* command = parent.add_subcommand(name, does);
    command->footer(example);
    return command;
}

// Everything that the command line sets, in one place for the callbacks to write to.
struct Collected {
    GlobalOptions global;
    std::optional<Command> command;
    ParseOptions parse;
    ImportStatementsOptions import_statements;
    ImportItemsOptions import_items;
    MatchOptions match;
    MatchesOptions matches;
    ExceptionsOptions exceptions;
    ExplainOptions explain;
    VerifyOptions verify;
    SummaryOptions summary;
    LearnFitOptions learn_fit;
    LearnStatusOptions learn_status;
    LearnActivateOptions learn_activate;
    SampleListOptions sample_list;
    SampleAnswerOptions sample_answer;
    SampleClearOptions sample_clear;
};

void add_global_options(CLI::App& app, GlobalOptions& global) {
    app.add_option("--ledger", global.ledger,
                   "The ledger (else AFLETTER_LEDGER, the configuration, afletter.db)")
        ->type_name("FILE");
    app.add_option("--config", global.config,
                   "The configuration (else AFLETTER_CONFIG, afletter.toml)")
        ->type_name("FILE");
    app.add_option("--lang", global.language, "Language of what people read")
        ->type_name("en|nl")
        ->check(CLI::IsMember({"en", "nl"}));
    app.add_option("--log-level", global.log_level, "How much to log to standard error")
        ->type_name("LEVEL")
        ->check(CLI::IsMember({"debug", "info", "warning", "error"}));
    app.add_option("--log-format", global.log_format, "How to log")
        ->type_name("text|json")
        ->check(CLI::IsMember({"text", "json"}));
    app.add_flag("--quiet", global.quiet, "No summary, no hints: results and errors only");
    app.add_flag("--no-progress", global.no_progress, "No progress on a terminal");
}

template <class Options>
void when_chosen(CLI::App& command, Collected& collected, const Options& options) {
    command.callback([&collected, &options] { collected.command = options; });
}

void add_import_commands(CLI::App& app, Collected& collected) {
    CLI::App& import =
        *app.add_subcommand("import", "Read statements or open items into the ledger");
    import.require_subcommand(1);
    CLI::App& statements = *add_command(
        import, "statements", "afletter import statements inbox/",
        "Read MT940 and CAMT.053 files, or folders of them, into the ledger. The format is found\n"
        "by content. A file comes in whole or not at all; importing it again adds nothing.");
    statements
        .add_option("PATH", collected.import_statements.paths,
                    "Files or folders; - is standard input")
        ->required();
    when_chosen(statements, collected, collected.import_statements);

    CLI::App& items = *add_command(
        import, "items", "afletter import items open-items.csv",
        "Read open items from CSV into the ledger. An item that is there already is updated\n"
        "from the source; what was allocated to it stays.");
    items.add_option("FILE", collected.import_items.files, "CSV files; - is standard input")
        ->required();
    when_chosen(items, collected, collected.import_items);
}

void add_input_commands(CLI::App& app, Collected& collected) {
    CLI::App& init = *add_command(app, "init", "afletter --ledger town.db init",
                                  "Make a new ledger; one that exists is left alone.");
    init.callback([&collected] { collected.command = InitOptions{}; });

    CLI::App& parse =
        *add_command(app, "parse", "afletter parse statement.sta",
                     "Read statements and print them, one JSON object a line; needs no ledger.");
    parse.add_option("FILE", collected.parse.files, "Statement files; - is standard input")
        ->required();
    add_choice(parse, "--format", collected.parse.format, parse_formats, "Form of the output");
    when_chosen(parse, collected, collected.parse);

    add_import_commands(app, collected);
}

// Options of `match` that change nothing and compare.
void add_what_if(CLI::App& match, MatchOptions& options) {
    CLI::Option* what_if =
        match
            .add_option("--what-if", options.what_if,
                        "Decide the past again with this configuration, say what would differ, "
                        "change nothing")
            ->type_name("CONFIG");
    add_choice(match, "--format", options.format, list_formats, "Form of what would differ")
        ->needs(what_if);
    add_choice(match, "--dialect", options.dialect, dialects, "Dialect of CSV")->needs(what_if);
    for (const char* other : {"--dry-run", "--as-of", "--exit-code"}) {
        what_if->excludes(match.get_option(other));
    }
}

void add_matching_commands(CLI::App& app, Collected& collected) {
    CLI::App& match = *add_command(
        app, "match", "afletter match --dry-run",
        "Reconcile every unmatched line with the open items. What is not certain is left for a\n"
        "person, with its reason.");
    match.add_flag("--dry-run", collected.match.dry_run, "Say what would happen, change nothing");
    add_date(match, "--as-of", collected.match.as_of, "Only lines booked on or before this day");
    match.add_flag("--exit-code", collected.match.exit_code, "Exit with 5 when exceptions remain");
    add_what_if(match, collected.match);
    when_chosen(match, collected, collected.match);

    CLI::App& explain = *add_command(
        app, "explain", "afletter explain 7k2m9x",
        "Say why a line was matched, or why not: every candidate with its evidence and weights.");
    explain.add_option("LINE", collected.explain.line, "A line id, or the beginning of one")
        ->required();
    explain.add_option("--versus", collected.explain.versus, "Say why not this item")
        ->type_name("ITEM");
    add_choice(explain, "--format", collected.explain.format, text_formats, "Form of the output");
    explain.alias("waarom");
    when_chosen(explain, collected, collected.explain);
}

void add_listing_commands(CLI::App& app, Collected& collected) {
    MatchesOptions& m = collected.matches;
    CLI::App& matches =
        *add_command(app, "matches", "afletter matches --format csv --from 2026-01-01",
                     "List matches, a row for each allocation of a line to an item.");
    add_choice(matches, "--format", m.format, list_formats, "Form of the output");
    add_choice(matches, "--dialect", m.dialect, dialects, "Dialect of CSV");
    add_choice(matches, "--status", m.filter.status, statuses, "Only matches of this status");
    add_date(matches, "--from", m.filter.from, "Only lines booked on or after this day");
    add_date(matches, "--to", m.filter.to, "Only lines booked on or before this day");
    matches.add_option("--account", m.filter.account, "Only lines of this bank account");
    add_output(matches, m.output);
    when_chosen(matches, collected, m);

    ExceptionsOptions& e = collected.exceptions;
    CLI::App& exceptions = *add_command(
        app, "exceptions", "afletter exceptions --format csv --dialect excel-nl --output work.csv",
        "List the lines that need a person, each with its reason and best candidates.");
    add_choice(exceptions, "--format", e.format, report_formats, "Form of the output");
    add_choice(exceptions, "--dialect", e.dialect, dialects, "Dialect of CSV");
    add_date(exceptions, "--as-of", e.as_of, "Count ages to this day, not to today");
    add_output(exceptions, e.output);
    exceptions.add_flag("--exit-code", e.exit_code, "Exit with 5 when there are any");
    when_chosen(exceptions, collected, e);
}

void add_learn_commands(CLI::App& app, Collected& collected) {
    CLI::App& learn =
        *app.add_subcommand("learn", "Weights from the decisions that people confirmed");
    learn.require_subcommand(1);
    CLI::App& fit = *add_command(
        learn, "fit", "afletter learn fit",
        "Fit weights on earlier decisions and judge them on later ones. They decide nothing until\n"
        "they are activated.");
    add_choice(fit, "--format", collected.learn_fit.format, text_formats, "Form of the output");
    when_chosen(fit, collected, collected.learn_fit);

    CLI::App& status = *add_command(learn, "status", "afletter learn status",
                                    "Say which weights decide, and which were learnt.");
    add_choice(status, "--format", collected.learn_status.format, text_formats,
               "Form of the output");
    when_chosen(status, collected, collected.learn_status);

    CLI::App& activate = *add_command(
        learn, "activate", "afletter learn activate own-3",
        "Let these weights decide, if they are at least as good as those that do; shipped goes\n"
        "back to those that came with the program.");
    activate.add_option("VERSION", collected.learn_activate.version, "Of learn status, or shipped")
        ->required();
    when_chosen(activate, collected, collected.learn_activate);
}

void add_sample_commands(CLI::App& app, Collected& collected) {
    CLI::App& sample =
        *app.add_subcommand("sample", "Matches to check by hand, without being shown the match");
    sample.require_subcommand(1);
    CLI::App& list = *add_command(
        sample, "list", "afletter sample list",
        "List the drawn lines that wait for an answer, and what the answers say so far.");
    add_choice(list, "--format", collected.sample_list.format, text_formats, "Form of the output");
    when_chosen(list, collected, collected.sample_list);

    SampleAnswerOptions& a = collected.sample_answer;
    CLI::App& answer = *add_command(sample, "answer", "afletter sample answer 7k2m9x A1 A2",
                                    "Say which items a drawn line pays. Its match stays booked.");
    answer.add_option("LINE", a.line, "A line id, or the beginning of one")->required();
    CLI::Option_group& either = *answer.add_option_group("answer", "The items, or --none");
    either.add_option("ITEM", a.items, "Ids of the items that it pays");
    either.add_flag("--none", a.none, "It pays no item of the books");
    either.require_option(1);
    when_chosen(answer, collected, a);

    SampleClearOptions& c = collected.sample_clear;
    CLI::App& clear = *add_command(
        sample, "clear", "afletter sample clear document/open/name --reason \"wrong import\"",
        "Let a kind of evidence that was stopped decide again; all for the alarm of all kinds.");
    clear.add_option("KIND", c.stratum, "As sample list has it, or all")->required();
    clear.add_option("--reason", c.reason, "Why; kept in the audit trail")->required();
    when_chosen(clear, collected, c);
}

void add_control_commands(CLI::App& app, Collected& collected) {
    CLI::App& report = *app.add_subcommand("report", "Reports for the controller");
    report.require_subcommand(1);
    SummaryOptions& s = collected.summary;
    CLI::App& summary = *add_command(
        report, "summary", "afletter report summary",
        "One page: accounts against the ledger, what matched and how, what waits and why.");
    add_choice(summary, "--format", s.format, list_formats, "Form of the output");
    add_choice(summary, "--dialect", s.dialect, dialects, "Dialect of CSV");
    add_output(summary, s.output);
    when_chosen(summary, collected, s);

    CLI::App& verify = *add_command(
        app, "verify", "afletter verify",
        "Prove the ledger anew: bank against books, match sums, audit chain, database.");
    add_choice(verify, "--format", collected.verify.format, text_formats, "Form of the output");
    when_chosen(verify, collected, collected.verify);
}

// Help of the command that was chosen, its example first.
std::string help_of(CLI::App& app) {
    CLI::App* command = &app;
    while (!command->get_subcommands().empty()) {
        command = command->get_subcommands().front();
    }
    const std::string example = command->get_footer();
    if (example.empty()) {
        return app.help();
    }
    command->footer("");
    return "Example: " + example + "\n\n" + app.help();
}

// The first word that is no command where one is expected, but nearly is one.
struct Mistyped {
    std::string word;
    std::string meant;
};
std::optional<Mistyped> mistyped_command(const CLI::App& app, int argc, const char* const* argv) {
    const CLI::App* level = &app;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word.starts_with('-')) {
            continue;
        }
        std::vector<std::string> names;
        const CLI::App* chosen = nullptr;
        for (const CLI::App* command : level->get_subcommands(nullptr)) {
            names.push_back(command->get_name());
            chosen = command->check_name(word) ? command : chosen;
        }
        if (chosen != nullptr) {
            level = chosen;
            continue;
        }
        if (const std::string meant = closest(word, names); !meant.empty()) {
            return Mistyped{word, meant};
        }
    }
    return std::nullopt;
}

NoCommand wrong_usage(const CLI::App& app, const CLI::ParseError& error, int argc,
                      const char* const* argv) {
    const auto mistyped = mistyped_command(app, argc, argv);
    const std::string what = mistyped ? "there is no command '" + mistyped->word +
                                            "'. Did you mean '" + mistyped->meant + "'?"
                                      : error.what();
    return {ExitCode::usage,
            "afletter: " + what + "\nRun 'afletter --help', or '--help' after a command.\n"};
}

}  // namespace

Result<Invocation, NoCommand> parse_arguments(int argc, const char* const* argv) {
    Collected collected;
    CLI::App app(
        "Examples:\n"
        "  afletter init\n"
        "  afletter import items open-items.csv\n"
        "  afletter import statements inbox/\n"
        "  afletter match\n"
        "  afletter exceptions --format csv --output exceptions.csv\n\n"
        "Reconciles a municipality's bank statements with its books.",
        "afletter");
    app.set_version_flag("--version", "afletter " AFLETTER_VERSION);
    app.set_help_all_flag("--help-all", "Help of every command");
    app.require_subcommand(1);
    app.fallthrough();
    add_global_options(app, collected.global);
    add_input_commands(app, collected);
    add_matching_commands(app, collected);
    add_listing_commands(app, collected);
    add_learn_commands(app, collected);
    add_sample_commands(app, collected);
    add_control_commands(app, collected);
    for (CLI::App* command : app.get_subcommands(nullptr)) {
        command->fallthrough();
        for (CLI::App* below : command->get_subcommands(nullptr)) {
            below->fallthrough();
        }
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return fail(NoCommand{ExitCode::done, help_of(app)});
    } catch (const CLI::CallForAllHelp&) {
        return fail(NoCommand{ExitCode::done, app.help("", CLI::AppFormatMode::All)});
    } catch (const CLI::CallForVersion&) {
        return fail(NoCommand{ExitCode::done, "afletter " AFLETTER_VERSION "\n"});
    } catch (const CLI::ParseError& error) {
        return fail(wrong_usage(app, error, argc, argv));
    }
    return Invocation{std::move(collected.global), std::move(*collected.command)};
}

}  // namespace afletter::cli

// Options, environment, configuration file, defaults: the first that speaks wins.
#include "settings.hpp"

#include <afletter/ascii.hpp>
#include <afletter/suggestion.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

namespace afletter::cli {

namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? "" : value;
}

Diagnostic configuration_error(const std::string& file, const toml::source_position& at,
                               std::string message, std::string hint) {
    return {.severity = Severity::error,
            .code = "config.invalid",
            .place = {.file = file, .line = at.line, .column = at.column},
            .message = std::move(message),
            .hint = std::move(hint)};
}

// One key that the configuration may hold, and how its text becomes a setting.
struct Key {
    std::string name;
    std::string choices;  // for people
    std::function<bool(Settings&, const std::string&)> take;
    bool is_list = false;
};

template <class Value>
using Choices = std::vector<std::pair<std::string_view, Value>>;

template <class Value>
bool choose(Value& setting, const std::string& word, const Choices<Value>& choices) {
    for (const auto& [name, value] : choices) {
        if (name == word) {
            setting = value;
            return true;
        }
    }
    return false;
}

bool take_language(Settings& settings, const std::string& word) {
    return choose(settings.language, word, {{"en", Language::english}, {"nl", Language::dutch}});
}

bool take_log_level(Settings& settings, const std::string& word) {
    return choose(settings.log_level, word,
                  {{"debug", LogLevel::debug},
                   {"info", LogLevel::info},
                   {"warning", LogLevel::warning},
                   {"error", LogLevel::error}});
}

bool take_log_format(Settings& settings, const std::string& word) {
    return choose(settings.log_format, word,
                  {{"text", LogFormat::text}, {"json", LogFormat::json}});
}

bool take_ledger(Settings& settings, const std::string& path) {
    settings.ledger = path;
    return !path.empty();
}

// An IBAN, with or without blanks, or the number that a bank gives an account.
bool take_own_account(Settings& settings, const std::string& text) {
    const auto iban = Iban::parse(text);
    const bool is_number = text.size() > 3 && std::ranges::all_of(text, is_digit);
    if (iban || is_number) {
        settings.own_accounts.push_back(
            {.id = {}, .identification = iban ? std::string(iban->text()) : text});
    }
    return iban || is_number;
}

const std::vector<Key>& keys() {
    static const std::vector<Key> all{
        {"ledger.path", "a file name", take_ledger},
        {"lang", "en or nl", take_language},
        {"log.level", "debug, info, warning or error", take_log_level},
        {"log.format", "text or json", take_log_format},
        {.name = "accounts.own",
         .choices = "a list of IBANs or account numbers",
         .take = take_own_account,
         .is_list = true}};
    return all;
}

// One text, or each text of a list.
bool take_texts(Settings& settings, const Key& key, const toml::node& node) {
    if (!key.is_list) {
        const auto text = node.value<std::string>();
        return text && key.take(settings, *text);
    }
    const toml::array* list = node.as_array();
    return list != nullptr && std::ranges::all_of(*list, [&](const toml::node& element) {
               const auto text = element.value<std::string>();
               return text && key.take(settings, *text);
           });
}

Result<Settings, Diagnostic> take_value(Settings settings, const std::string& file,
                                        const std::string& name, const toml::node& node) {
    std::vector<std::string> names;
    for (const Key& key : keys()) {
        names.push_back(key.name);
        if (key.name != name) {
            continue;
        }
        if (!take_texts(settings, key, node)) {
            return fail(configuration_error(file, node.source().begin,
                                            "expected " + key.choices + " for " + name,
                                            "Write it as text, in quotes."));
        }
        return settings;
    }
    const std::string near = closest(name, names);
    return fail(configuration_error(
        file, node.source().begin, "unknown key " + name,
        near.empty() ? "Take it out; nothing reads it." : "Did you mean " + near + "?"));
}

// Tables are walked down to their values; their names join with a point.
Result<Settings, Diagnostic> take_table(Settings settings, const std::string& file,
                                        const std::string& prefix, const toml::table& table) {
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        auto taken = node.is_table() ? take_table(settings, file, name + ".", *node.as_table())
                                     : take_value(settings, file, name, node);
        if (!taken) {
            return taken;
        }
        settings = std::move(*taken);
    }
    return settings;
}

Result<Settings, Diagnostic> with_file(Settings settings, const std::string& file) {
    try {
        return take_table(std::move(settings), file, "", toml::parse_file(file));
    } catch (const toml::parse_error& error) {
        return fail(configuration_error(file, error.source().begin,
                                        std::string(error.description()),
                                        "The configuration is TOML (toml.io)."));
    }
}

// Empty when there is none. One that was named must be there: reading it says so.
std::string configuration_file(const GlobalOptions& options) {
    if (!options.config.empty()) {
        return options.config;
    }
    if (const std::string named = environment("AFLETTER_CONFIG"); !named.empty()) {
        return named;
    }
    const std::string home = environment("XDG_CONFIG_HOME");
    for (const std::string& file :
         {std::string("afletter.toml"), home.empty() ? "" : home + "/afletter/config.toml"}) {
        if (!file.empty() && std::filesystem::exists(file)) {
            return file;
        }
    }
    return "";
}

Language language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const std::string locale = environment(name); !locale.empty()) {
            return locale.starts_with("nl") ? Language::dutch : Language::english;
        }
    }
    return Language::english;
}

}  // namespace

Result<Settings, Diagnostic> settle(const GlobalOptions& options) {
    Settings settings{.language = language_of_locale()};
    if (const std::string file = configuration_file(options); !file.empty()) {
        auto read = with_file(settings, file);
        if (!read) {
            return read;
        }
        settings = std::move(*read);
    }
    if (const std::string ledger = environment("AFLETTER_LEDGER"); !ledger.empty()) {
        settings.ledger = ledger;
    }
    if (!options.ledger.empty()) {
        settings.ledger = options.ledger;
    }
    // The command line has checked its words already; what it leaves out is empty and taken by
    // none.
    take_language(settings, options.language);
    take_log_level(settings, options.log_level);
    take_log_format(settings, options.log_format);
    settings.quiet = options.quiet;
    settings.progress = !options.no_progress && !options.quiet;
    return settings;
}

}  // namespace afletter::cli

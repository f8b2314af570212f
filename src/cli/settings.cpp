// Options, environment, configuration file, defaults: the first that speaks wins.
#include "settings.hpp"

#include <afletter/ascii.hpp>
#include <afletter/suggestion.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "configuration_key.hpp"

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

Key text_key(std::string name, std::string choices, bool (*take)(Settings&, const std::string&)) {
    return {.name = std::move(name),
            .choices = std::move(choices),
            .how = "Write it as text, in quotes.",
            .take = [take](Settings& settings, const Value& value) {
                return value.text && take(settings, *value.text);
            }};
}

Key own_accounts_key() {
    return {.name = "accounts.own",
            .choices = "a list of IBANs or account numbers",
            .how = "Write each as text, in quotes.",
            .take = [](Settings& settings, const Value& value) {
                return value.texts && std::ranges::all_of(*value.texts, [&](const auto& text) {
                           return take_own_account(settings, text);
                       });
            }};
}

const std::vector<Key>& keys() {
    static const std::vector<Key> all = [] {
        std::vector<Key> known{
            text_key("ledger.path", "a file name", take_ledger),
            text_key("lang", "en or nl", take_language),
            text_key("log.level", "debug, info, warning or error", take_log_level),
            text_key("log.format", "text or json", take_log_format), own_accounts_key()};
        std::ranges::copy(matching_keys(), std::back_inserter(known));
        return known;
    }();
    return all;
}

// Empty unless every element is text.
std::optional<std::vector<std::string>> texts_of(const toml::array& list) {
    std::vector<std::string> texts;
    for (const toml::node& element : list) {
        const auto text = element.value<std::string>();
        if (!element.is_string() || !text) {
            return std::nullopt;
        }
        texts.push_back(*text);
    }
    return texts;
}

Value value_of(const toml::node& node) {
    Value value;
    if (node.is_string()) {
        value.text = node.value<std::string>();
    } else if (node.is_integer()) {
        value.number = node.value<std::int64_t>();
    } else if (node.is_boolean()) {
        value.truth = node.value<bool>();
    } else if (node.is_array()) {
        value.texts = texts_of(*node.as_array());
    }
    return value;
}

Result<Settings, Diagnostic> take_value(Settings settings, const std::string& file,
                                        const std::string& name, const toml::node& node) {
    std::vector<std::string> names;
    for (const Key& key : keys()) {
        names.push_back(key.name);
        if (key.name != name) {
            continue;
        }
        if (!key.take(settings, value_of(node))) {
            return fail(configuration_error(file, node.source().begin,
                                            "expected " + key.choices + " for " + name, key.how));
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

Result<ModelChoice, Diagnostic> matching_of(const std::string& file) {
    return with_file({}, file).map([](Settings&& settings) { return settings.matching; });
}

}  // namespace afletter::cli

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

// The same of whole numbers.
std::optional<std::vector<std::int64_t>> numbers_of(const toml::array& list) {
    std::vector<std::int64_t> numbers;
    for (const toml::node& element : list) {
        const auto number = element.value<std::int64_t>();
        if (!element.is_integer() || !number) {
            return std::nullopt;
        }
        numbers.push_back(*number);
    }
    return numbers;
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
        value.numbers = numbers_of(*node.as_array());
    }
    return value;
}

// What stands in the file under a name.
struct Entry {
    const std::string& file;
    std::string name;
    const toml::node& node;
};

template <class Target>
Result<Target, Diagnostic> take_value(Target target, const std::vector<KeyOf<Target>>& known,
                                      const Entry& entry) {
    const auto& [file, name, node] = entry;
    std::vector<std::string> names;
    for (const KeyOf<Target>& key : known) {
        names.push_back(key.name);
        if (key.name != name) {
            continue;
        }
        if (!key.take(target, value_of(node))) {
            return fail(configuration_error(file, node.source().begin,
                                            "expected " + key.choices + " for " + name, key.how));
        }
        return target;
    }
    const std::string near = closest(name, names);
    return fail(configuration_error(
        file, node.source().begin, "unknown key " + name,
        near.empty() ? "Take it out; nothing reads it." : "Did you mean " + near + "?"));
}

// What is wrong with a type whose values are each right, where it stands.
Diagnostic type_error(const std::string& file, const toml::table& table,
                      const ReferenceTypeError& error) {
    const std::string key = reference_key_of(error.member);
    const toml::node* const node = table.get(key.substr(key.find('.') + 1));
    const std::string column = error.column == 0 ? "" : ", place " + std::to_string(error.column);
    return configuration_error(
        file, node == nullptr ? table.source().begin : node->source().begin,
        "expected " + error.expected + " for " + key + column + ", found " + error.found,
        error.help);
}

// What a type must be besides right: known by a name of its own, and of a length that texts have.
std::optional<ReferenceTypeError> misfit(const ReferenceFormat& format,
                                         const std::vector<ReferenceFormat>& others) {
    constexpr std::size_t size_min = 4;
    constexpr std::size_t size_max = 35;
    const std::size_t size = format.places().size();
    if (size < size_min || size > size_max) {
        return ReferenceTypeError{.member = "mask",
                                  .column = 0,
                                  .expected = "4 to 35 letters and digits",
                                  .found = std::to_string(size),
                                  .help = "Shorter numbers name nothing; longer ones no bank has."};
    }
    if (std::ranges::any_of(others, [&format](const ReferenceFormat& other) {
            return other.type().name == format.type().name;
        })) {
        return ReferenceTypeError{.member = "name",
                                  .column = 0,
                                  .expected = "a name of its own",
                                  .found = format.type().name + " twice",
                                  .help = "Explanations tell the types apart by it."};
    }
    return std::nullopt;
}

Result<ReferenceFormat, Diagnostic> read_type(const std::string& file, const toml::table& table,
                                              const std::vector<ReferenceFormat>& others) {
    ReferenceType type;
    for (const auto& [key, node] : table) {
        auto taken = take_value(std::move(type), reference_keys(),
                                {file, "references." + std::string(key.str()), node});
        if (!taken) {
            return fail(taken.error());
        }
        type = std::move(*taken);
    }
    auto format = ReferenceFormat::parse(std::move(type));
    if (!format) {
        return fail(type_error(file, table, format.error()));
    }
    if (const auto error = misfit(*format, others)) {
        return fail(type_error(file, table, *error));
    }
    return std::move(*format);
}

Result<Settings, Diagnostic> take_types(Settings settings, const std::string& file,
                                        const toml::node& node) {
    const toml::array* const list = node.as_array();
    if (list == nullptr ||
        !std::ranges::all_of(*list, [](const toml::node& element) { return element.is_table(); })) {
        return fail(configuration_error(file, node.source().begin, "expected tables for references",
                                        "Write [[references]] above the keys of each."));
    }
    std::vector<ReferenceFormat>& formats = settings.matching.rules.references;
    for (const toml::node& element : *list) {
        auto format = read_type(file, *element.as_table(), formats);
        if (!format) {
            return fail(format.error());
        }
        formats.push_back(std::move(*format));
    }
    return settings;
}

// A tolerance needs both its amount and its account.
std::optional<Diagnostic> fault_of_tolerance(const std::string& file, const Settings& settings,
                                             const toml::table& table) {
    const auto& tolerance = settings.matching.rules.tolerance;
    if (!tolerance || (!tolerance->most.is_zero() && !tolerance->gl_account.empty())) {
        return std::nullopt;
    }
    const char* const missing = tolerance->gl_account.empty() ? "gl_account" : "amount";
    return configuration_error(
        file, table.source().begin,
        std::string("expected matching.tolerance.") + missing + " beside what stands there",
        "A tolerance is an amount, and the account that differences are "
        "booked to.");
}

// Tables are walked down to their values; their names join with a point.
Result<Settings, Diagnostic> take_table(Settings settings, const std::string& file,
                                        const std::string& prefix, const toml::table& table) {
    for (const auto& [key, node] : table) {
        const std::string name = prefix + std::string(key.str());
        auto taken = node.is_table() ? take_table(settings, file, name + ".", *node.as_table())
                     : name == "references" ? take_types(settings, file, node)
                                            : take_value(settings, keys(), {file, name, node});
        if (!taken) {
            return taken;
        }
        settings = std::move(*taken);
        if (const auto fault = name == "matching.tolerance" && node.is_table()
                                   ? fault_of_tolerance(file, settings, *node.as_table())
                                   : std::nullopt) {
            return fail(*fault);
        }
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

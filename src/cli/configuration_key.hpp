// One key that the configuration may hold, and how its value becomes a setting.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "settings.hpp"

namespace afletter::cli {

// A value as it stands there; what it is not is empty.
struct Value {
    std::optional<std::string> text;
    std::optional<std::int64_t> number;
    std::optional<bool> truth;
    std::optional<std::vector<std::string>> texts;
};

struct Key {
    std::string name;
    std::string choices;  // for people
    std::string how;      // it is written
    std::function<bool(Settings&, const Value&)> take;
};

// What is above nothing, in euro unless a currency stands behind it: "1.00", "1.00 USD".
[[nodiscard]] std::optional<Money> parse_amount(const std::string& text);

// Those of [matching] and [learning], with a key for each weight and each threshold of the model.
[[nodiscard]] const std::vector<Key>& matching_keys();

}  // namespace afletter::cli

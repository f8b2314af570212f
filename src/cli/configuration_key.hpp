// One key that the configuration may hold, and how its value becomes a setting.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "settings.hpp"

namespace afletter::cli {

// A value as it stands there; what it is not is empty.
struct Value {
    std::optional<std::string> text;
    std::optional<std::int64_t> number;
    std::optional<bool> truth;
    std::optional<std::vector<std::string>> texts;
    std::optional<std::vector<std::int64_t>> numbers;
};

// A key whose value becomes a part of Target.
template <class Target>
struct KeyOf {
    std::string name;
    std::string choices;  // for people
    std::string how;      // it is written
    std::function<bool(Target&, const Value&)> take;
};
using Key = KeyOf<Settings>;

[[nodiscard]] std::optional<std::int64_t> whole_number(const Value& value, std::int64_t least,
                                                       std::int64_t most);

// What is above nothing, in euro unless a currency stands behind it: "1.00", "1.00 USD".
[[nodiscard]] std::optional<Money> parse_amount(const std::string& text);

// Those of [matching] and [learning], with a key for each weight and each threshold of the model.
[[nodiscard]] const std::vector<Key>& matching_keys();

// Those of a table [[references]].
[[nodiscard]] const std::vector<KeyOf<ReferenceType>>& reference_keys();
// The key that a member of ReferenceTypeError stands for.
[[nodiscard]] std::string reference_key_of(std::string_view member);

}  // namespace afletter::cli

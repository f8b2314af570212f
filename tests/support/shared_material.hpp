// The standards' test vectors and the corpus of real statements lie beside the checkout, in
// ../shared, and are never part of it. A test that uses them skips, and says so, without them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace afletter::test {

// ../shared/<relative>, if it is there; otherwise prints that the test skips.
[[nodiscard]] std::optional<std::filesystem::path> shared_material(const std::string& relative);

// <relative> within the checkout itself.
[[nodiscard]] std::filesystem::path project_file(const std::string& relative);

// One example of vectors.json: its input and what is expected of it, both as JSON text.
struct Vector {
    std::string input;
    std::string expect;
};
// The examples under `key`; empty (and said so) where the file is not there. Strings come without
// their quotes, anything else as compact JSON.
[[nodiscard]] std::vector<Vector> standard_vectors(const std::string& key);

}  // namespace afletter::test

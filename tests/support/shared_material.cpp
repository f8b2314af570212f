// Finds the material beside the checkout and reads the standards' test vectors.
#include "support/shared_material.hpp"

#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

namespace afletter::test {

namespace {

const std::filesystem::path shared_folder =
    std::filesystem::path(AFLETTER_SOURCE_DIR).parent_path() / "shared";

std::string plain(const nlohmann::json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

std::optional<std::filesystem::path> shared_material(const std::string& relative) {
    const std::filesystem::path path = shared_folder / relative;
    if (std::filesystem::exists(path)) {
        return path;
    }
    std::printf("skipped: %s is not there\n", path.c_str());
    return std::nullopt;
}

std::filesystem::path project_file(const std::string& relative) {
    return std::filesystem::path(AFLETTER_SOURCE_DIR) / relative;
}

std::vector<Vector> standard_vectors(const std::string& key) {
    std::vector<Vector> vectors;
    if (const auto path = shared_material("standards/vectors.json")) {
        std::ifstream file(*path);
        const auto all = nlohmann::json::parse(file);
        for (const auto& example : all.at(key)) {
            vectors.push_back({plain(example.at("input")), plain(example.at("expect"))});
        }
    }
    return vectors;
}

}  // namespace afletter::test

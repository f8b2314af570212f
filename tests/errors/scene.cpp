// Plays a scene.
#include "scene.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/process.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

std::string outcome_of(const Scene& scene) {
    const TemporaryFolder folder;
    for (const auto& [name, bytes] : scene.files) {
        folder.write(name, bytes);
    }
    Outcome outcome;
    for (const std::vector<std::string>& command : scene.commands) {
        Call call{.arguments = {AFLETTER_PROGRAM, "--quiet"}, .folder = folder.path()};
        call.arguments.insert(call.arguments.end(), command.begin(), command.end());
        outcome = run(call);
    }
    return "exit " + std::to_string(outcome.exit_status) + "\n" + outcome.err;
}

}  // namespace

void check(const Scene& scene) {
    const fs::path expected_path =
        fs::path(AFLETTER_SOURCE_DIR) / "tests" / "errors" / (scene.name + ".expected");
    const std::string outcome = outcome_of(scene);
    if (std::getenv("AFLETTER_ACCEPT") != nullptr) {
        std::ofstream(expected_path, std::ios::binary) << outcome;
    }
    CHECK(outcome == read_file(expected_path));
}

}  // namespace afletter::test

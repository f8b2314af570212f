// The committed sample municipality is what the simulator makes, to the byte.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "accuracy/world_files.hpp"
#include "support/test.hpp"

namespace {

namespace fs = std::filesystem;
using namespace afletter::simulator;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

std::map<std::string, std::string> committed_files() {
    const fs::path samples = fs::path(AFLETTER_SOURCE_DIR) / "samples";
    std::map<std::string, std::string> files;
    files["items.csv"] = bytes_of(samples / "items.csv");
    files["truth.csv"] = bytes_of(samples / "truth.csv");
    for (const auto& entry : fs::directory_iterator(samples / "statements")) {
        files["statements/" + entry.path().filename().string()] = bytes_of(entry.path());
    }
    return files;
}

// afletter-simulator --seed 2026 --lines 350 --files month --out samples
std::map<std::string, std::string> made_files() {
    const World world =
        make_world({.seed = 2026, .lines = 350, .mix = mix_named("ordinary").value()});
    return afletter::accuracy::files_of(world, FilePeriod::month);
}

}  // namespace

TEST_CASE("the samples are what the simulator makes with seed 2026", "[samples]") {
    const auto committed = committed_files();
    const auto made = made_files();
    CHECK(committed.size() == made.size());
    for (const auto& [name, bytes] : made) {
        INFO(name);
        const auto found = committed.find(name);
        REQUIRE(found != committed.end());
        CHECK((found->second == bytes));
    }
}

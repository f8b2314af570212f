// Runs a target over kept inputs without libFuzzer, so that every build of the tests checks them:
// the arguments are files and folders.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/libfuzzer.hpp"

namespace {

namespace fs = std::filesystem;

void run(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    std::fprintf(stderr, "%s\n", path.c_str());  // the last line names what stopped the run
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

// The mutators are linked with their target, and never run here.
std::size_t LLVMFuzzerMutate(std::uint8_t*, std::size_t size, std::size_t) {
    return size;
}

int main(int argc, char** argv) {
    try {
        for (int place = 1; place < argc; ++place) {
            const fs::path path = argv[place];
            if (!fs::is_directory(path)) {
                run(path);
                continue;
            }
            for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
                if (entry.is_regular_file()) {
                    run(entry.path());
                }
            }
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}

// Runs the program as a user would: arguments in, exit status and both outputs out.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace afletter::test {

struct Outcome {
    int exit_status = 0;  // 128 + signal when it was killed
    std::string out;
    std::string err;
};

struct Call {
    std::vector<std::string> arguments;  // the program first
    std::filesystem::path folder = {};   // where it runs; here when empty
    std::string input = {};              // its standard input
    std::vector<std::string> environment = {"LC_ALL=C.UTF-8", "NO_COLOR=1", "PATH=/usr/bin:/bin"};
};

[[nodiscard]] Outcome run(const Call& call);

// A folder of its own, gone with the test.
class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Writes a file in it and returns its full name.
    std::string write(const std::string& name, const std::string& bytes) const;

  private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

}  // namespace afletter::test

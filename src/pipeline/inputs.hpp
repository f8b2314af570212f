// From the paths of a command to the inputs it reads, one after the other.
#pragma once

#include <afletter/ledger_store.hpp>
#include <afletter/parsers.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace afletter {

// Files as given, and the regular files of folders in order of name (hidden ones and folders
// within left out). A path that is neither is reported, and counted in `refused`.
struct InputList {
    std::vector<std::string> files;  // "-" is standard input
    std::uint64_t refused = 0;
};
[[nodiscard]] InputList list_inputs(std::span<const std::string> paths,
                                    const DiagnosticHandler& report);

// An input whose bytes can be read again, and their digest.
class Input {
  public:
    // Throws std::system_error when it cannot be read.
    explicit Input(const std::string& path);

    [[nodiscard]] const Sha256& digest() const { return digest_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::unique_ptr<ByteSource> open() const;

  private:
    std::string path_;
    std::string standard_input_;  // kept, for it cannot be read twice
    Sha256 digest_{};
    std::uint64_t size_ = 0;
};

[[nodiscard]] Diagnostic unreadable(const std::string& path, const std::string& why);

}  // namespace afletter

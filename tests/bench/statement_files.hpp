// Made-up statement files of any size for the benchmark of the readers: the dialects of MT940, and
// CAMT as banks write it or with no two records alike. The same seed gives the same bytes.
#pragma once

#include <afletter/parsers.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::bench {

// Writes one statement after another; each is a piece of some thousand entries.
class FileMaker {
  public:
    virtual ~FileMaker() = default;
    [[nodiscard]] virtual std::string beginning() { return {}; }
    [[nodiscard]] virtual std::string next_statement() = 0;
    [[nodiscard]] virtual std::string ending() { return {}; }
};

struct FileKind {
    std::string_view name;
    bool is_camt = false;
    std::unique_ptr<FileMaker> (*make)(std::uint64_t seed) = nullptr;
};
[[nodiscard]] const std::vector<FileKind>& mt940_kinds();
[[nodiscard]] const std::vector<FileKind>& camt_kinds();

// The file in one piece, of at least so many bytes.
[[nodiscard]] std::string make_file(const FileKind& kind, std::size_t size, std::uint64_t seed);

// The same file made while it is read, so that it never lies in memory.
class GrowingSource final : public ByteSource {
  public:
    GrowingSource(const FileKind& kind, std::uint64_t size, std::uint64_t seed);
    std::size_t read(char* buffer, std::size_t size) override;
    [[nodiscard]] std::uint64_t given() const { return given_; }

  private:
    bool refill();

    std::unique_ptr<FileMaker> maker_;
    std::uint64_t size_;
    std::uint64_t given_ = 0;
    std::string piece_;
    std::size_t position_ = 0;
    bool is_ended_ = false;
};

}  // namespace afletter::bench

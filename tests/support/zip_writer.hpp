// Makes small zip and gzip files for tests, right ones and wrong ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace afletter::test {

enum class Packing : std::uint8_t {
    stored,
    deflated,
    deflated_and_described,  // sizes and checksum behind the data, as a stream is packed
    encrypted,               // says so; the data are not
};

struct PackedFile {
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint32_t checksum = 0;
    std::uint32_t size = 0;
    std::string bytes;
};
[[nodiscard]] PackedFile pack(std::string_view content, Packing packing);

class ZipWriter {
  public:
    void add(std::string_view name, const PackedFile& file);
    [[nodiscard]] std::string finish() const;

  private:
    std::string bytes_;
    std::string list_;
    std::uint16_t count_ = 0;
};

[[nodiscard]] std::string gzip_of(std::string_view content);

}  // namespace afletter::test

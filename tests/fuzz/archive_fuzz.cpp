// Archives: what does not begin as one is put into a zip file of one stored entry, so that its
// content is reached and not only its checksum.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/libfuzzer.hpp"
#include "fuzz/properties.hpp"

namespace {

// APPNOTE.TXT 4.4: numbers are little-endian.
std::string number(std::uint64_t value, std::size_t size) {
    std::string bytes;
    for (std::size_t place = 0; place < size; ++place) {
        bytes += static_cast<char>(value >> (8 * place) & 0xffU);
    }
    return bytes;
}

// CRC-32 as in APPNOTE.TXT 4.4.7, bit by bit: the inputs are small.
std::uint32_t checksum_of(std::string_view content) {
    std::uint32_t remainder = 0xffff'ffffU;
    for (const char character : content) {
        remainder ^= static_cast<unsigned char>(character);
        for (int bit = 0; bit < 8; ++bit) {
            remainder = (remainder >> 1U) ^ ((remainder & 1U) != 0 ? 0xedb8'8320U : 0U);
        }
    }
    return ~remainder;
}

std::string zip_of(std::string_view content) {
    constexpr std::string_view name = "statement.sta";
    // Version, flags, method (stored), time, date (1 January 2026); then checksum and both sizes;
    // then the lengths of the name and of the extra field.
    const std::string common = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) +
                               number(0x5c21, 2) + number(checksum_of(content), 4) +
                               number(content.size(), 4) + number(content.size(), 4) +
                               number(name.size(), 2) + number(0, 2);
    std::string zip = "PK\x03\x04" + common + std::string(name) + std::string(content);
    const std::size_t directory = zip.size();
    zip += "PK\x01\x02" + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
           number(0, 4) + number(0, 4) + std::string(name);
    const std::size_t directory_size = zip.size() - directory;
    return zip + "PK\x05\x06" + number(0, 4) + number(1, 2) + number(1, 2) +
           number(directory_size, 4) + number(directory, 4) + number(0, 2);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = afletter::fuzz::text_of(data, size);
    const bool is_archive = bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x1f\x8b");
    afletter::fuzz::check_statements(is_archive ? std::string(bytes) : zip_of(bytes));
    return 0;
}

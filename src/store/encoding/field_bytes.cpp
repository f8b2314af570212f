// Length-prefixed fields.
#include "encoding/field_bytes.hpp"

#include <afletter/assert.hpp>

#include <limits>

namespace afletter {

namespace {

void append_big_endian(std::string& bytes, std::uint64_t value, unsigned size) {
    for (unsigned shift = 8 * size; shift > 0;) {
        shift -= 8;
        bytes += static_cast<char>((value >> shift) & 0xffU);
    }
}

}  // namespace

void FieldBytes::add(std::string_view text) {
    AFLETTER_ASSERT(text.size() <= std::numeric_limits<std::uint32_t>::max());
    append_big_endian(bytes_, text.size(), 4);
    bytes_ += text;
}

void FieldBytes::add_integer(std::int64_t value) {
    append_big_endian(bytes_, 8, 4);
    append_big_endian(bytes_, static_cast<std::uint64_t>(value), 8);
}

std::string big_endian(std::uint64_t value) {
    std::string bytes;
    append_big_endian(bytes, value, 8);
    return bytes;
}

}  // namespace afletter

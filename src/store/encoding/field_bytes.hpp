// The one way values become bytes for a digest: each with its length before it, so that no two
// lists of values give the same bytes. Audit rows, line ids and row digests are made of this.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afletter {

class FieldBytes {
  public:
    // Length as 4 bytes, then the text; all numbers big-endian.
    void add(std::string_view text);
    // A whole number is a field of 8 bytes, two's complement.
    template <std::integral Integer>
    void add(Integer value) {
        add_integer(static_cast<std::int64_t>(value));
    }
    // A number that is not known is an empty text.
    template <std::integral Integer>
    void add(const std::optional<Integer>& value) {
        value ? add_integer(static_cast<std::int64_t>(*value)) : add(std::string_view());
    }
    template <class... Values>
    void add_all(const Values&... values) {
        (add(values), ...);
    }

    [[nodiscard]] std::string_view bytes() const { return bytes_; }
    void clear() { bytes_.clear(); }

  private:
    void add_integer(std::int64_t value);
    std::string bytes_;
};

// Eight bytes, most significant first.
[[nodiscard]] std::string big_endian(std::uint64_t value);

}  // namespace afletter

// A reference without what people put between its characters, in a buffer of its own: the text
// that each family's check begins with.
#pragma once

#include <afletter/ascii.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace afletter {

// Text that is longer than any reference keeps one character too many, so that no shape fits it.
class PlainText {
  public:
    PlainText(std::string_view text, std::string_view separators) {
        for (const char c : text) {
            if (separators.find(c) != std::string_view::npos) {
                continue;
            }
            if (size_ == characters_.size()) {
                break;
            }
            characters_[size_++] = to_upper(c);
        }
    }
    [[nodiscard]] std::string_view view() const { return {characters_.data(), size_}; }

  private:
    static constexpr std::size_t longest = 35;  // Max35Text of ISO 20022
    std::array<char, longest + 1> characters_{};
    std::size_t size_ = 0;
};

inline constexpr std::string_view blanks = " \t\r\n";
inline constexpr std::string_view usual_separators = " \t\r\n.-/";

}  // namespace afletter

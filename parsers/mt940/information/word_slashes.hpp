// Finds the slashes of a text that may open a keyword of field 86, 64 characters at a time: nothing
// is asked of the others.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "mt940/information/marks.hpp"

namespace afletter::mt940 {

inline constexpr std::size_t word_size_min = 2;
inline constexpr std::size_t word_size_max = 4;

// The slashes before a word of two to four characters that another slash ends.
class WordSlashes {
  public:
    explicit WordSlashes(std::string_view text) : text_(text) { look(); }

    // Where the next one stands; the size of the text when there is none.
    [[nodiscard]] std::size_t next() {
        while (found_ == 0) {
            if (text_.size() - start_ <= step) {
                return text_.size();
            }
            start_ += step;
            look();
        }
        const auto place = static_cast<std::size_t>(std::countr_zero(found_));
        found_ &= found_ - 1;
        return start_ + place;
    }

  private:
    // So many of 64 characters have the places behind them among these.
    static constexpr std::size_t step = marks_step - word_size_max - 1;

    void look() {
        const std::uint64_t slashes = marks_from(text_, start_, OneCharacter{block_of('/')});
        const std::uint64_t ends = slashes >> 3U | slashes >> 4U | slashes >> 5U;
        const std::uint64_t known = (std::uint64_t{1} << step) - 1;
        found_ = slashes & ~(slashes >> 1U) & ~(slashes >> 2U) & ends & known;
    }

    std::string_view text_;
    std::size_t start_ = 0;    // of the 64 characters that were looked at last
    std::uint64_t found_ = 0;  // a bit for each among them that was not given yet
};

// Of the word that is opened by such a slash.
[[nodiscard]] inline std::size_t size_of_word(std::string_view text, std::size_t slash) {
    return text[slash + 3] == '/' ? 2 : text[slash + 4] == '/' ? 3 : 4;
}

}  // namespace afletter::mt940

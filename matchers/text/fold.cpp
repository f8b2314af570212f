// Folding by utf8proc, with a short way for plain ASCII, which most bank text is.
#include "text/fold.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include <utf8proc.h>

namespace afletter::matching {

namespace {

struct Spelling {
    std::string_view letter;  // as it stands after NFKD and case folding
    std::string_view typed;
};
constexpr std::array<Spelling, 8> spellings{{{"ø", "o"},
                                             {"ł", "l"},
                                             {"æ", "ae"},
                                             {"œ", "oe"},
                                             {"đ", "d"},
                                             {"ð", "d"},
                                             {"þ", "th"},
                                             {"ı", "i"}}};

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        c = to_lower(c);
    }
    return lower;
}

void spell_out(std::string& text) {
    for (const auto& [letter, typed] : spellings) {
        for (auto at = text.find(letter); at != text.npos; at = text.find(letter, at)) {
            text.replace(at, letter.size(), typed);
        }
    }
}

}  // namespace

std::string folded(std::string_view text) {
    if (is_ascii(text)) {
        return ascii_lower(text);
    }
    constexpr auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const std::string bytes(text);
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                     static_cast<utf8proc_ssize_t>(bytes.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0) {
        return ascii_lower(text);  // not UTF-8: the letters that can be read still fold
    }
    std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
    spell_out(result);
    return result;
}

}  // namespace afletter::matching

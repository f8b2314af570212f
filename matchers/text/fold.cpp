// Folding by utf8proc, with a short way for plain ASCII, which most bank text is.
#include "text/fold.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>
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

// As a bank or a ledger may hold them: in one, or a letter with its mark behind it.
constexpr std::array<Spelling, 21> other_spellings{
    {{"ä", "ae"},       {"Ä", "ae"},       {"a\u0308", "ae"}, {"A\u0308", "ae"}, {"ö", "oe"},
     {"Ö", "oe"},       {"o\u0308", "oe"}, {"O\u0308", "oe"}, {"ü", "ue"},       {"Ü", "ue"},
     {"u\u0308", "ue"}, {"U\u0308", "ue"}, {"å", "aa"},       {"Å", "aa"},       {"a\u030A", "aa"},
     {"A\u030A", "aa"}, {"ø", "oe"},       {"Ø", "oe"},       {"ß", "s"},        {"ẞ", "s"},
     {"ĳ", "ij"}}};

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

void spell_out(std::string& text, std::span<const Spelling> all_spellings) {
    for (const auto& [letter, typed] : all_spellings) {
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
    spell_out(result, spellings);
    return result;
}

std::optional<std::string> folded_otherwise(std::string_view text) {
    constexpr std::array<Spelling, 1> long_y{{{"ij", "y"}}};
    std::string spelled(text);
    const bool ascii = is_ascii(text);
    if (!ascii) {
        spell_out(spelled, other_spellings);
    }
    std::string result = folded(spelled);
    const bool has_long_y = result.find(long_y.front().letter) != result.npos;
    if (!has_long_y && (ascii || spelled == text)) {
        return std::nullopt;
    }
    spell_out(result, long_y);
    return result;
}

}  // namespace afletter::matching

// What single words of names are known for: titles, prefixes, legal forms, trades, first names.
// The word lists of text/names and text/name_tokens; Dutch first, then Belgian, German, English.
#pragma once

#include <cstdint>
#include <string_view>

namespace afletter::matching {

enum class WordKind : std::uint8_t {
    other,       // surnames, brands, places: what a name is known by
    prefix,      // "van", "de": of a surname, in one writing of a name and not in the next
    small,       // "dr", "en", "familie": titles, joining words and what stands around a name
    of_man,      // "dhr", "heer"
    of_woman,    // "mw", "mevrouw"
    legal_form,  // "bv", "stichting"
    generic,     // "bakkerij", "beheer": what many names share
    given_name   // "jan", "fatima"
};

// Of a folded word.
[[nodiscard]] WordKind kind_of_word(std::string_view word);

// Whether people baptised `official` are often called `called`: Johannes and Hans.
[[nodiscard]] bool is_called(std::string_view official, std::string_view called);
// The first letter of a name that people called so are baptised with, when it is another one:
// Kees is a Cornelis; 0 if there is none.
[[nodiscard]] char official_initial(std::string_view called);

// Whether these letters, written in one with a surname, are its prefixes: "vanden" of "vandenberg".
[[nodiscard]] bool are_prefixes(std::string_view letters);

}  // namespace afletter::matching

// How banks write field 86: one function for each dialect. Each returns false, and has placed
// nothing, when the text is of another.
#pragma once

#include <string_view>

namespace afletter::mt940 {

class Placer;
class TextBuffer;

// Keywords between slashes: ING, ABN AMRO, Rabobank, Knab, Triodos, ...
[[nodiscard]] bool read_keyed(std::string_view text, Placer& placer);

// Numbered subfields of the Deutsche Kreditwirtschaft: 166?00..?20EREF+..?21SVWZ+..?31iban?32name.
// The mark before each number ('?' in Germany, '~', '^' and '<' in Poland, '>' at Triodos, '+' in
// Bulgaria) shows in the field as it is; 0 when there are no subfields.
[[nodiscard]] char subfield_mark(std::string_view field);
// `memory` is for texts that come in pieces.
void read_german(std::string_view text, char mark, Placer& placer, TextBuffer& memory);

// :NS: of Swiss, Austrian and Hungarian files: a line for each of 01 to 34, its number first.
[[nodiscard]] bool is_sub_structured(std::string_view field);
void read_sub_structured(std::string_view field, Placer& placer, TextBuffer& memory);

// mBank: "944 PRZELEW; NA RACH.: ..; DLA: ..; TYT.: ..; TNR: .."
[[nodiscard]] bool read_polish(std::string_view text, Placer& placer);

// Dutch forms without keywords, which need the lines as they are.
// SNS, ASN and RegioBank: IBAN and name in the first line, the text below.
[[nodiscard]] bool read_sns(std::string_view field, Placer& placer, TextBuffer& memory);
// ABN AMRO: labels in columns of 32, "SEPA OVERBOEKING      IBAN: ..  NAAM: .."; Knab's as well.
[[nodiscard]] bool read_labels(std::string_view field, Placer& placer, TextBuffer& memory);
// An account number or IBAN in front of the text: ING and ABN AMRO before SEPA.
[[nodiscard]] bool read_leading_account(std::string_view text, Placer& placer);

}  // namespace afletter::mt940

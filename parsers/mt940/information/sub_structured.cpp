// :NS:, in use in Switzerland, Austria and Hungary: each line begins with the number of its
// content. 01 to 14 are the purpose, 15 and 16 the name, 17 the booking text.
#include <array>

#include "mt940/information/dialects.hpp"
#include "mt940/information/lines.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/information/references.hpp"
#include "mt940/information/text_buffer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::size_t number_size = 2;

bool is_numbered(std::string_view line) {
    return line.size() >= number_size && is_digit(line[0]) && is_digit(line[1]);
}

unsigned number_of(std::string_view line) {
    return static_cast<unsigned>((line[0] - '0') * 10 + line[1] - '0');
}

// Switzerland's reference of 27 digits (QRR, formerly ESR), alone in its line.
bool is_swiss_reference(std::string_view text) {
    constexpr std::array<unsigned, 10> table = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};
    constexpr std::size_t digits = 27;
    std::size_t count = 0;
    unsigned carry = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            // The last digit is the check digit: (10 - carry) % 10.
            if (++count == digits) {
                return (10 - carry) % 10 == static_cast<unsigned>(c - '0') && text.back() == c;
            }
            carry = table[(carry + static_cast<unsigned>(c - '0')) % 10];
        } else if (c != ' ') {
            return false;
        }
    }
    return false;
}

void append(TextBuffer& joined, std::string_view text) {
    joined += joined.empty() || text.empty() ? "" : " ";
    joined += text;
}

void place_single(unsigned number, std::string_view digits, std::string_view text, Placer& placer) {
    switch (number) {
        case 17:
            return placer.describe(text);
        case 18:
            return placer.other("PRIMANOTA", text);
        case 33:
            return placer.other("BANK", text);
        case 34:
            return placer.account("ACCOUNT", text);
        default:
            return placer.other(digits, text);
    }
}

}  // namespace

// Every line must have its number, and two are proof only when the first is 01 and a text: that of
// a :86: could begin with two digits as well.
bool is_sub_structured(std::string_view field) {
    constexpr std::size_t proof = 3;
    constexpr unsigned header_first = 22;
    std::size_t count = 0;
    unsigned first = 0;
    unsigned last = 0;
    if (!is_numbered(field)) {
        return false;
    }
    for (Lines lines(field); !lines.is_at_end(); ++count) {
        const std::string_view line = lines.next();
        const unsigned number = is_numbered(line) ? number_of(line) : 0;
        if (number <= last) {
            return false;
        }
        first = count == 0 ? number : first;
        last = number;
    }
    const bool is_text = field.size() > number_size && !is_digit(field[number_size]);
    return first == 1 ? count >= proof || (count == proof - 1 && is_text)
                      : first == header_first && count >= proof;
}

void read_sub_structured(std::string_view field, Placer& placer, TextBuffer& memory) {
    constexpr unsigned purpose_last = 14;
    constexpr unsigned name_last = 16;
    memory.clear();
    unsigned last = 0;
    for (Lines lines(field); !lines.is_at_end();) {
        const std::string_view line = lines.next();
        const std::string_view text = trimmed(line.substr(number_size));
        const unsigned number = number_of(line);
        if (last <= purpose_last && number > purpose_last) {
            placer.remittance(memory.text());
            memory.clear();
        }
        if (last <= name_last && number > name_last) {
            placer.name("NAME", memory.text());
            memory.clear();
        }
        last = number;
        if (number > name_last) {
            place_single(number, line.substr(0, number_size), text, placer);
        } else if (number <= purpose_last && is_swiss_reference(text)) {
            placer.structured_reference("ESR", text);
        } else {
            append(memory, text);
        }
    }
    if (last <= purpose_last) {
        placer.remittance(memory.text());
    } else if (last <= name_last) {
        placer.name("NAME", memory.text());
    }
}

}  // namespace afletter::mt940

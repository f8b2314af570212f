// Each disturbance by itself, and how often it comes.
#include "simulator/noise.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "simulator/names.hpp"

namespace afletter::simulator {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool is_ascii_letter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

// UTF-8: a byte that continues a letter.
bool is_inside_letter(char letter) {
    return (static_cast<unsigned char>(letter) & 0xC0U) == 0x80U;
}

// One letter lost, doubled, or changed for its neighbour.
void mistype_letter(std::string& text, Random& random) {
    const std::size_t at = text.empty() ? 0 : random.below(text.size());
    if (text.size() < 4 || !is_ascii_letter(text[at])) {
        return;
    }
    switch (random.below(3)) {
        case 0:
            text.erase(at, 1);
            break;
        case 1:
            text.insert(at, 1, text[at]);
            break;
        default:
            if (at + 1 < text.size() && is_ascii_letter(text[at + 1])) {
                std::swap(text[at], text[at + 1]);
            }
            break;
    }
}

// A digit becomes another, or the letter that looks like it.
void mistype_digit(std::string& text, Random& random) {
    const std::size_t at = text.empty() ? 0 : random.below(text.size());
    if (text.empty() || !is_digit(text[at])) {
        return;
    }
    const bool by_letter = (text[at] == '0' || text[at] == '1') && random.percent(50);
    if (by_letter) {
        text[at] = text[at] == '0' ? 'O' : 'l';
    } else {
        text[at] = static_cast<char>('0' + random.below(10));
    }
}

// A bank that gives a text in lines of fixed width, and whoever joins them with blanks.
void break_lines(std::string& text, std::size_t width) {
    for (std::size_t at = width; at < text.size(); at += width + 1) {
        while (is_inside_letter(text[at])) {
            --at;
        }
        text.insert(at, 1, ' ');
    }
}

void break_within_number(std::string& text, Random& random) {
    const std::size_t at = text.size() < 2 ? 0 : 1 + random.below(text.size() - 1);
    if (at > 0 && is_digit(text[at - 1]) && is_digit(text[at])) {
        text.insert(at, 1, ' ');
    }
}

void lose_separators(std::string& text, Random& random) {
    const bool blanks_too = random.percent(50);
    std::erase_if(text, [&](char letter) {
        return letter == '-' || letter == '.' || letter == ',' || (blanks_too && letter == ' ');
    });
}

void transcribe_marks(std::string& text) {
    constexpr auto transcriptions = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"Ö", "Oe"}, {"ö", "oe"}, {"ü", "ue"}, {"ë", "e"}, {"é", "e"}, {"ç", "c"}});
    for (const auto& [marked, letters] : transcriptions) {
        for (std::size_t at = text.find(marked); at != std::string::npos; at = text.find(marked)) {
            text.replace(at, marked.size(), letters);
        }
    }
}

// Into the text, or into the field for the payer's own reference.
void move_reference(Wording& words, Random& random) {
    if (words.structured_reference.empty()) {
        return;
    }
    const bool into_text = random.percent(60);
    (into_text ? words.remittance : words.end_to_end_id) = words.structured_reference;
    words.structured_reference.clear();
    words.reference_type = ReferenceType::none;
}

void disturb_text(std::string& text, Random& random) {
    if (random.percent(15)) {
        mistype_letter(text, random);
    }
    if (random.percent(4)) {
        mistype_digit(text, random);
    }
    if (random.percent(12)) {
        lose_separators(text, random);
    }
    if (random.percent(20)) {
        break_lines(text, random.percent(50) ? 35 : 27);
    }
    if (random.percent(10)) {
        break_within_number(text, random);
    }
    if (random.percent(25)) {
        text = upper(text);
    }
}

void disturb_name(std::string& name, Random& random) {
    if (random.percent(50)) {
        transcribe_marks(name);
    }
    if (random.percent(12)) {
        mistype_letter(name, random);
    }
    if (random.percent(20)) {
        name = upper(name);
    }
    if (name.size() > 12 && random.percent(15)) {
        name = without_diacritics(name);  // a letter of two bytes is not cut in half
        name.resize(std::min(name.size(), static_cast<std::size_t>(random.between(10, 24))));
    }
}

}  // namespace

void disturb(Wording& words, Random& random) {
    if (random.percent(12)) {
        move_reference(words, random);
    }
    disturb_text(words.remittance, random);
    disturb_name(words.name, random);
}

}  // namespace afletter::simulator

// References that stand out beyond doubt: behind their name, and with the right check digits.
#include "mt940/information/references.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "mt940/information/marks.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Sixteen digits in groups, with a blank or two between them.
constexpr std::size_t written_size_max = 24;

constexpr CharacterSet alphanumeric_characters("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
// An object, so that the loops of <algorithm> do not call it by its address.
constexpr auto is_alphanumeric = [](char c) { return alphanumeric_characters.has(c); };

// The digits that follow: "0000 0000 3007 6145", "6202.6000.1234.5671".
std::string_view number_at(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" :"), text.size()));
    std::size_t size = 0;
    while (size < text.size() && (is_digit(text[size]) || text[size] == ' ' || text[size] == '.')) {
        ++size;
    }
    return trimmed(text.substr(0, size));
}

// The first sixteen digits, where a column or a line ended within them.
std::string_view first_digits(std::string_view number) {
    constexpr std::size_t full_size = 16;
    std::size_t count = 0;
    std::size_t size = 0;
    while (size < number.size() && count < full_size) {
        count += is_digit(number[size]) ? 1U : 0U;
        ++size;
    }
    return count == full_size ? number.substr(0, size) : std::string_view();
}

// A betalingskenmerk of 9 to 16 digits with the right check digit. Seven digits have no check
// digit and could be any number.
std::string_view checked_number(std::string_view number) {
    constexpr std::size_t checked_size_min = 9;
    for (const std::string_view candidate :
         {number.substr(0, written_size_max + 1), first_word(number), first_digits(number)}) {
        const auto digits = std::count_if(candidate.begin(), candidate.end(), is_digit);
        if (static_cast<std::size_t>(digits) >= checked_size_min &&
            candidate.size() <= written_size_max && PaymentReference::parse(candidate)) {
            return candidate;
        }
    }
    return {};
}

// Behind "KENM", which is in all the names: BETALINGSKENMERK, BETALINGSKENM., BET.KENM.
std::string_view named_number(std::string_view rest) {
    constexpr std::string_view end_of_name = "ERK";
    if (begins_alike(rest, end_of_name)) {
        rest.remove_prefix(end_of_name.size());
    } else if (rest.starts_with('.')) {
        rest.remove_prefix(1);
    }
    return checked_number(number_at(rest));
}

// Belgium, "gestructureerde mededeling": 10 digits and their remainder by 97 (97 for 0).
bool proves_itself(std::string_view digits_and_slashes) {
    std::uint64_t digits = 0;
    for (const char c : digits_and_slashes) {
        digits = is_digit(c) ? digits * 10 + static_cast<std::uint64_t>(c - '0') : digits;
    }
    constexpr std::uint64_t modulus = 97;
    const std::uint64_t remainder = digits / 100 % modulus;
    return digits % 100 == (remainder == 0 ? modulus : remainder);
}

// "+++090/9337/55493+++", with * for + on paper.
std::string_view belgian_reference(std::string_view text) {
    constexpr std::string_view form = "+++ddd/dddd/ddddd+++";
    const char mark = text.front();
    if (text.size() < form.size()) {
        return {};
    }
    const std::string_view candidate = text.substr(0, form.size());
    const bool has_form = std::equal(
        form.begin(), form.end(), candidate.begin(),
        [mark](char f, char c) { return f == 'd' ? is_digit(c) : c == (f == '+' ? mark : f); });
    return has_form && proves_itself(candidate) ? candidate : std::string_view();
}

// Characters at which something may begin that is looked for: KENM in capitals or not, SCOR, +++
// and
// ***.
struct PlusOrStar {
    static BlockMask in(Block block) { return (block & 0xFE) == '*'; }
};
struct BeginningOfName {
    static BlockMask in(Block block) {
        return PlusOrStar::in(block) | ((block | 0x20) == 'k') | (block == 'S');
    }
};
static_assert(('+' & 0xFE) == '*');

// Tells nearly all of these characters from the others by the second.
bool may_begin(std::string_view text) {
    if (text.size() < 2) {
        return false;
    }
    switch (text[0]) {
        case 'S':
            return text[1] == 'C';
        case '+':
        case '*':
            return text[1] == text[0];
        default:
            return to_upper(text[1]) == 'E';
    }
}

// Without the blanks and dots that make it easy to read on paper.
void place_digits(std::string_view number, Placer& placer) {
    std::array<char, written_size_max> digits{};
    auto* const end = std::copy_if(number.begin(), number.end(), digits.begin(), is_digit);
    placer.structured_reference("REF",
                                {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

}  // namespace

bool begins_like_iban(std::string_view text) {
    constexpr std::size_t head_size = 4;
    return text.size() > head_size && is_upper(text[0]) && is_upper(text[1]) && is_digit(text[2]) &&
           is_digit(text[3]);
}

bool has_form_of_iban(std::string_view text) {
    constexpr std::size_t size_min = 15;
    constexpr std::size_t size_max = 34;
    return begins_like_iban(text) && text.size() >= size_min && text.size() <= size_max &&
           std::all_of(text.begin(), text.end(), is_alphanumeric);
}

bool looks_like_bic(std::string_view text) {
    constexpr std::size_t short_size = 8;
    constexpr std::size_t long_size = 11;
    constexpr std::size_t country = 4;  // after the four characters of the bank
    return (text.size() == short_size || text.size() == long_size) &&
           std::all_of(text.begin(), text.end(), is_alphanumeric) && is_upper(text[country]) &&
           is_upper(text[country + 1]);
}

bool is_reason_code(std::string_view text) {
    constexpr std::size_t size = 4;
    return text.size() == size && is_upper(text[0]) && is_upper(text[1]) &&
           is_alphanumeric(text[2]) && is_alphanumeric(text[3]);
}

bool is_old_account(std::string_view text) {
    constexpr std::size_t size_min = 9;
    constexpr std::size_t size_max = 10;
    const bool is_giro = text.starts_with('P');
    return text.size() >= size_min && text.size() <= size_max &&
           all_digits(text.substr(is_giro ? 1 : 0));
}

bool begins_alike(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() &&
           std::equal(beginning.begin(), beginning.end(), text.begin(),
                      [](char l, char r) { return to_lower(l) == to_lower(r); });
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

void place_belgian_reference(std::string_view text, Placer& placer) {
    MarksOf<PlusOrStar> marks(text, {});
    for (std::size_t i = marks.next(); i < text.size(); i = marks.next()) {
        const std::string_view found = belgian_reference(text.substr(i));
        if (!found.empty()) {
            placer.structured_reference("REF", found);
            return;
        }
    }
}

void place_named_reference(std::string_view text, Placer& placer) {
    constexpr std::string_view name = "KENM";
    constexpr std::string_view issuer = "SCOR/CUR/";
    constexpr std::size_t size_min = 4;
    if (!placer.detail().structured_reference.empty() || text.size() < size_min) {
        return;
    }
    MarksOf<BeginningOfName> marks(text, {});
    for (std::size_t i = marks.next(); i < text.size(); i = marks.next()) {
        const std::string_view rest = text.substr(i);
        std::string_view number;
        if (!may_begin(rest)) {
            continue;
        }
        if (begins_alike(rest, name)) {
            number = named_number(rest.substr(name.size()));
        } else if (rest.starts_with(issuer)) {
            number = checked_number(number_at(rest.substr(issuer.size())));
        } else if (const std::string_view belgian = belgian_reference(rest); !belgian.empty()) {
            placer.structured_reference("REF", belgian);
            return;
        }
        if (!number.empty()) {
            place_digits(number, placer);
            return;
        }
    }
}

}  // namespace afletter::mt940

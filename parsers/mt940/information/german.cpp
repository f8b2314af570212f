// The Deutsche Kreditwirtschaft's subfields: a transaction code (GVC) of three characters, then
// ?NN and a text each. Polish, Bulgarian and Dutch banks use the same with another mark.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "mt940/information/dialects.hpp"
#include "mt940/information/german_purpose.hpp"
#include "mt940/information/keywords.hpp"
#include "mt940/information/marks.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/information/references.hpp"
#include "mt940/information/text_buffer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::size_t code_size = 3;

// What the text of a subfield is, or is a part of.
enum class Role : std::uint8_t { none, single, purpose, name, account };

// 00, 10 and those from 20 on that some bank uses; other digits behind a mark are text.
constexpr auto roles = [] {
    std::array<Role, 100> by_number{};
    const auto fill = [&by_number](std::size_t first, std::size_t last, Role role) {
        for (std::size_t number = first; number <= last; ++number) {
            by_number[number] = role;
        }
    };
    fill(0, 0, Role::single);
    fill(10, 10, Role::single);
    fill(20, 29, Role::purpose);
    fill(30, 30, Role::single);
    fill(31, 31, Role::account);
    fill(32, 33, Role::name);
    fill(34, 39, Role::single);
    fill(60, 63, Role::purpose);
    fill(70, 79, Role::single);
    return by_number;
}();

struct Subfield {
    unsigned number;
    Role role;
    const char* start;
    std::size_t size;

    [[nodiscard]] std::string_view text() const { return {start, size}; }
};

constexpr unsigned number_of(char tens, char units) {
    return static_cast<unsigned>(tens - '0') * 10U + static_cast<unsigned>(units - '0');
}

inline bool is_number_at(std::string_view text, std::size_t mark) {
    return mark + 2 < text.size() && is_digit(text[mark + 1]) && is_digit(text[mark + 2]) &&
           roles[number_of(text[mark + 1], text[mark + 2])] != Role::none;
}

// The subfields of a text in its order. A number that has come already is a payer's text.
class Subfields {
  public:
    Subfields(std::string_view text, char mark) {
        Marks marks(text, mark);
        for (std::size_t start = marks.next(); start < text.size(); start = marks.next()) {
            if (!is_number_at(text, start)) {
                continue;
            }
            const unsigned number = number_of(text[start + 1], text[start + 2]);
            const std::uint64_t bit = std::uint64_t{1} << number % bits;
            if ((taken_[number / bits] & bit) == 0) {
                taken_[number / bits] |= bit;
                close(text.data() + start);
                all_[size_] = {number, roles[number], text.data() + start + 3, 0};
                ++size_;
            }
        }
        close(text.data() + text.size());
    }

    [[nodiscard]] std::span<const Subfield> all() const { return {all_.data(), size_}; }

  private:
    static constexpr unsigned bits = 64;
    void close(const char* end) {
        if (size_ > 0) {
            Subfield& last = all_[size_ - 1];
            last.size = static_cast<std::size_t>(end - last.start);
        }
    }

    std::array<std::uint64_t, 2> taken_{};
    std::array<Subfield, 42> all_;  // as many as are used; the first size_ of them
    std::size_t size_ = 0;
};

// What stands before the first subfield, apart from the code: the booking text of some banks.
struct Head {
    std::string_view code;
    std::string_view text;
};

Head head_of(std::string_view before) {
    before = trimmed(before);
    return before.size() == code_size ? Head{before, {}} : Head{{}, before};
}

// The reasons of ?34 on returns whose meaning is documented; all others are kept as they are.
std::string_view reason_of(std::string_view extension) {
    static constexpr std::array<std::array<std::string_view, 2>, 5> reasons = {
        {{"901", "AC01"}, {"902", "AC04"}, {"903", "AC06"}, {"912", "MD06"}, {"914", "MS03"}}};
    for (const auto& [number, reason] : reasons) {
        if (number == extension) {
            return reason;
        }
    }
    return {};
}

bool is_return(std::string_view code) {
    switch (packed(code)) {
        case packed("009"):
        case packed("059"):
        case packed("108"):
        case packed("109"):
        case packed("159"):
        case packed("181"):
        case packed("182"):
        case packed("184"):
            return true;
        default:
            return false;
    }
}

void place_extension(std::string_view extension, std::string_view code, Placer& placer) {
    extension = trimmed(extension);
    placer.other("TEXTKEY", extension);
    if (!is_return(code)) {
        return;
    }
    if (const std::string_view reason = reason_of(extension); !reason.empty()) {
        placer.return_reason("TEXTKEY", reason);
    } else if (extension.starts_with('9')) {
        placer.unlisted_return_reason(extension);
    }
}

// ?30 is a BIC, or a number of the bank in its country.
void place_bank(std::string_view text, Placer& placer) {
    text = trimmed(text);
    if (looks_like_bic(text) && !all_digits(text)) {
        placer.bic("BIC", text);
    } else {
        placer.other("BANK", text);
    }
}

// ?70 and others that no list names.
void place_unlisted(const Subfield& subfield, Placer& placer) {
    const std::array<char, 2> digits = {static_cast<char>('0' + subfield.number / 10),
                                        static_cast<char>('0' + subfield.number % 10)};
    placer.other({digits.data(), digits.size()}, subfield.text());
}

void place_single(const Subfield& subfield, std::string_view code, Placer& placer) {
    switch (subfield.number) {
        case 0:
            return placer.describe(subfield.text());
        case 10:
            return placer.other("PRIMANOTA", subfield.text());
        case 30:
            return place_bank(subfield.text(), placer);
        case 34:
            return place_extension(subfield.text(), code, placer);
        case 38:
            return placer.account("IBAN", subfield.text());
        default:
            return place_unlisted(subfield, placer);
    }
}

// Triodos begins the purpose with the other side's BIC and account.
bool place_party_in_purpose(std::span<const Subfield> subfields, Placer& placer) {
    const auto find = [subfields](unsigned number) {
        const auto found =
            std::find_if(subfields.begin(), subfields.end(),
                         [number](const Subfield& subfield) { return subfield.number == number; });
        return found == subfields.end() ? std::string_view() : trimmed(found->text());
    };
    if (!looks_like_bic(find(20)) || !has_form_of_iban(find(21))) {
        return false;
    }
    placer.bic("BIC", find(20));
    placer.account("ACCOUNT", find(21));
    return true;
}

// The text of all subfields with this role, from the number `first` on.
PieceText join(std::span<const Subfield> subfields, Role role, TextBuffer& memory,
               unsigned first = 0) {
    PieceText joined(memory);
    for (const Subfield& subfield : subfields) {
        if (subfield.role == role && subfield.number >= first) {
            joined.add(subfield.text());
        }
    }
    return joined;
}

// Places what is complete in itself. Returns the account, of which there is one at most.
std::string_view place_singles(std::span<const Subfield> subfields, std::string_view code,
                               Placer& placer) {
    std::string_view account;
    for (const Subfield& subfield : subfields) {
        if (subfield.role == Role::single) {
            place_single(subfield, code, placer);
        } else if (subfield.role == Role::account) {
            account = subfield.text();
        }
    }
    return account;
}

// Triodos writes the owner's account into >31.
void place_account(std::string_view account, std::string_view code, char mark, Placer& placer) {
    if (mark == '>' && code == "000") {
        placer.other("ACCOUNT", account);
    } else {
        placer.account("ACCOUNT", account);
    }
}

bool is_code(std::string_view text) {
    return text.size() == code_size &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_upper(c); });
}

// Whether the number at `first` is a subfield's and no part of a text: a word follows it, or
// another subfield.
bool is_certain(std::string_view text, std::size_t first) {
    const std::size_t value = first + 3;
    if (value < text.size() && !is_digit(text[value]) && !is_space(text[value])) {
        return true;
    }
    std::size_t next = first;
    do {
        next = text.find(text[first], next + 1);
    } while (next != std::string_view::npos && !is_number_at(text, next));
    return next != std::string_view::npos;
}

// 166?00, 020~00, and XXX?00 of those who hide their codes.
bool begins_with_code(std::string_view text) {
    static constexpr CharacterSet marks("?~<>^+|*=#$&@!");
    if (text.size() <= code_size || !is_code(text.substr(0, code_size)) ||
        !marks.has(text[code_size]) || !is_number_at(text, code_size)) {
        return false;
    }
    if (text.substr(code_size + 1, 2) == "00") {
        return all_digits(text.substr(0, code_size)) || text[code_size] == '?';
    }
    return all_digits(text.substr(0, code_size)) &&
           (text[code_size] == '?' || is_certain(text, code_size));
}

}  // namespace

char subfield_mark(std::string_view text) {
    static constexpr CharacterSet marks_without_code("?~<>^");
    constexpr std::size_t head_size_max = 40;
    text = trimmed(text);
    if (text.empty() || text.front() == '/') {
        return '\0';
    }
    if (begins_with_code(text)) {
        return text[code_size];
    }
    if (marks_without_code.has(text[0])) {
        return text.substr(1, 2) == "20" && is_certain(text, 0) ? text[0] : '\0';
    }
    // A booking text may stand in the line before.
    const std::size_t first = text.substr(0, head_size_max).find('?');
    if (first == std::string_view::npos || !is_space(text[first - 1])) {
        return '\0';
    }
    const std::string_view number = text.substr(first + 1, 2);
    return (number == "20" || number == "00") && is_certain(text, first) ? '?' : '\0';
}

void read_german(std::string_view text, char mark, Placer& placer, TextBuffer& memory) {
    const Head head = head_of(text.substr(0, text.find(mark)));
    const Subfields subfields(text, mark);
    placer.expect_parts_of(text);
    placer.describe(head.text);
    placer.other("GVC", head.code);
    const std::string_view account = place_singles(subfields.all(), head.code, placer);
    place_account(account, head.code, mark, placer);
    const bool is_single_spaced = placer.expects_single_spaced();
    const PieceText name = join(subfields.all(), Role::name, memory);
    placer.expect_single_spaced(is_single_spaced && !name.doubles_blanks());
    placer.name("NAME", name.text());
    constexpr unsigned behind_party = 22;
    const bool has_party = mark == '>' && place_party_in_purpose(subfields.all(), placer);
    const PieceText purpose =
        join(subfields.all(), Role::purpose, memory, has_party ? behind_party : 0);
    placer.expect_single_spaced(is_single_spaced && !purpose.doubles_blanks());
    place_purpose(purpose, head.code, placer);
    placer.expect_single_spaced(false);
    if (is_return(head.code)) {
        place_reason_in_text(placer);
    }
}

}  // namespace afletter::mt940

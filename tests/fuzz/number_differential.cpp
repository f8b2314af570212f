// Two borders, every pair of them, and the rules of text/number_text said once more in their
// plainest form.
#include "fuzz/number_differential.hpp"

#include <afletter/ascii.hpp>
#include <afletter/model/open_item.hpp>

#include <algorithm>
#include <array>

#include "candidates/books.hpp"
#include "candidates/number_finder.hpp"
#include "text/number_text.hpp"
#include "text/numbers.hpp"

namespace afletter::test {

namespace {

using matching::NumberText;

constexpr std::string_view euro = "\xE2\x82\xAC";
constexpr std::string_view between_parts = "-._/ \n\r\t";

bool is_word_byte(char c) {
    return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

class Twin {
  public:
    explicit Twin(std::string_view text) : text_(text) {
        for (auto at = text_.find(euro); at != text_.npos; at = text_.find(euro)) {
            text_.replace(at, euro.size(), ";;;");  // a sign like any other
        }
    }

    [[nodiscard]] bool may_be_number(std::size_t begin, std::size_t end) const {
        return begins_well(begin) && ends_well(end) && is_joined(begin, end);
    }

  private:
    [[nodiscard]] bool is_word_at(std::size_t at) const {
        return at < text_.size() && is_word_byte(text_[at]);
    }
    [[nodiscard]] std::size_t word_begin(std::size_t at) const {
        while (at > 0 && is_word_at(at - 1)) {
            --at;
        }
        return at;
    }
    [[nodiscard]] std::size_t word_end(std::size_t at) const {
        while (is_word_at(at)) {
            ++at;
        }
        return at;
    }
    [[nodiscard]] std::string_view piece(std::size_t begin, std::size_t end) const {
        return std::string_view(text_).substr(begin, end - begin);
    }

    // A single dash, dot or underscore, and digits in the word on its other side.
    [[nodiscard]] bool is_tied_before(std::size_t begin) const {
        return begin >= 2 && std::string_view("-._").find(text_[begin - 1]) != text_.npos &&
               is_word_at(begin - 2) &&
               matching::has_digit(piece(word_begin(begin - 2), begin - 1));
    }
    [[nodiscard]] bool is_tied_behind(std::size_t end) const {
        return is_word_at(end + 1) && std::string_view("-._").find(text_[end]) != text_.npos &&
               matching::has_digit(piece(end + 1, word_end(end + 1)));
    }

    [[nodiscard]] bool begins_well(std::size_t begin) const {
        const std::size_t word = word_begin(begin);
        if (word == begin) {
            return !is_tied_before(begin);
        }
        const std::string_view before = piece(word, begin);
        std::size_t digit = begin;
        while (is_word_at(digit) && is_letter(text_[digit])) {
            ++digit;
        }
        return std::ranges::all_of(before, is_letter) && digit < text_.size() &&
               is_digit(text_[digit]) && digit - begin <= NumberText::prefix_letters_max &&
               matching::is_glued_before(matching::canonical_number(before));
    }

    [[nodiscard]] bool ends_well(std::size_t end) const {
        const std::size_t word = word_end(end);
        if (word == end) {
            return !is_tied_behind(end);
        }
        const std::string_view behind = piece(end, word);
        return is_digit(text_[end - 1]) && std::ranges::all_of(behind, is_letter) &&
               matching::is_glued_behind(matching::canonical_number(behind));
    }

    // Words, at most so many, with short gaps of the right signs between them.
    [[nodiscard]] bool is_joined(std::size_t begin, std::size_t end) const {
        constexpr std::size_t gap_max = 4;
        std::size_t words = 1;
        for (std::size_t at = begin; at < end;) {
            if (is_word_at(at)) {
                ++at;
                continue;
            }
            std::size_t gap = 0;
            for (; at < end && !is_word_at(at); ++at, ++gap) {
                if (between_parts.find(text_[at]) == std::string_view::npos) {
                    return false;
                }
            }
            ++words;
            if (gap > gap_max) {
                return false;
            }
        }
        return words <= NumberText::words_max;
    }

    std::string text_;
};

std::set<FoundPiece> found_fast(std::string_view text, const matching::Books& books) {
    const NumberText parts(text);
    std::set<FoundPiece> found;
    for (const matching::KnownNumber& number : matching::find_whole_numbers(
             parts, books, [](std::string_view, std::vector<matching::ItemIndex>&) {})) {
        const std::size_t begin = parts.begin_of(number.span);
        found.insert({begin, begin + parts.written(number.span).size(),
                      std::string(parts.canonical(number.span))});
    }
    return found;
}

std::vector<OpenItem> items_of(const std::vector<std::string>& numbers) {
    std::vector<OpenItem> items;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Money amount(1, Currency::euro());
        items.push_back({.item_id = std::to_string(i),
                         .document_number = numbers[i],
                         .amount = amount,
                         .open_amount = amount});
    }
    return items;
}

std::string told(const std::set<FoundPiece>& pieces) {
    std::string text;
    for (const FoundPiece& piece : pieces) {
        text += " " + std::to_string(piece.begin) + "-" + std::to_string(piece.end) + " " +
                piece.canonical;
    }
    return text + "\n";
}

}  // namespace

std::set<FoundPiece> every_number(std::string_view text, const std::set<std::string>& numbers) {
    const Twin twin(text);
    std::set<FoundPiece> found;
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
        std::string canonical;
        for (std::size_t end = begin + 1;
             end <= text.size() && canonical.size() <= NumberText::number_max; ++end) {
            canonical += matching::canonical_number(text.substr(end - 1, 1));
            if (numbers.contains(canonical) && is_word_byte(text[begin]) &&
                is_word_byte(text[end - 1]) && twin.may_be_number(begin, end)) {
                found.insert({begin, end, canonical});
            }
        }
    }
    return found;
}

const std::vector<std::string>& ledger_numbers() {
    static const std::vector<std::string> numbers{
        "F2026-001234", "F2026-001235",     "2026001234",       "2026-0012",
        "1234",         "5000056789012345", "RF18539007547034", "A7F3K9Q2",
        "010806817183", "20260117",         "0612345678",       "210000000003139471430009017"};
    return numbers;
}

std::optional<std::string> compare_finders(std::string_view text) {
    static const std::vector<OpenItem> items = items_of(ledger_numbers());
    static const matching::Books books(items);
    static const std::set<std::string> canonical = [] {
        std::set<std::string> numbers;
        for (const std::string& number : ledger_numbers()) {
            numbers.insert(matching::canonical_number(number));
        }
        return numbers;
    }();
    const std::set<FoundPiece> slow = every_number(text, canonical);
    const std::set<FoundPiece> fast = found_fast(text, books);
    if (slow == fast) {
        return std::nullopt;
    }
    return "in \"" + std::string(text) + "\"\nslow:" + told(slow) + "fast:" + told(fast);
}

std::string text_from_bytes(std::string_view bytes) {
    constexpr auto pieces = std::to_array<std::string_view>({"F2026-001234",
                                                             "F2026",
                                                             "001234",
                                                             "1235",
                                                             "2026",
                                                             "0012",
                                                             "5000.0567.8901.2345",
                                                             "5000",
                                                             "0567 8901",
                                                             "RF18",
                                                             "5390 0754 7034",
                                                             "+++010/8068/17183+++",
                                                             "factuur",
                                                             "nr",
                                                             "F",
                                                             "en",
                                                             "jansen",
                                                             " ",
                                                             "-",
                                                             "/",
                                                             ".",
                                                             "\n",
                                                             "EUR ",
                                                             "A7F3",
                                                             "K9Q2",
                                                             "06-",
                                                             "12345678",
                                                             "01",
                                                             "17",
                                                             "NL91",
                                                             "ABNA0417164300",
                                                             "\xC3\xA9",
                                                             "21 00000 00003 13947 14300 09017",
                                                             "ref",
                                                             ", "});
    constexpr unsigned char first_piece = 0xC8;  // above it a byte stands for a piece
    std::string text;
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (value >= first_piece) {
            text += pieces[(value - first_piece) % pieces.size()];
        } else {
            text += byte;
        }
    }
    return text;
}

}  // namespace afletter::test

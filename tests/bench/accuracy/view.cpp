// Looks up what a line says.
#include <algorithm>
#include <array>
#include <iterator>

#include "bench/accuracy/shelf.hpp"

namespace afletter::judging {

namespace {

void append(Places& places, std::span<const std::uint32_t> found) {
    places.insert(places.end(), found.begin(), found.end());
}

// Each once; the first of equal ones keeps its place.
void drop_repeats(Places& places) {
    Places once;
    for (const std::uint32_t place : places) {
        if (std::ranges::find(once, place) == once.end()) {
            once.push_back(place);
        }
    }
    places = std::move(once);
}

constexpr std::size_t number_size_max = 34;
constexpr std::size_t groups_max = 8;

// A number may stand in groups: words are tried alone and joined with those that follow.
void look_up_joined_words(View& view, const Shelf& shelf) {
    for (std::size_t first = 0; first < view.words.size(); ++first) {
        std::string number;
        for (std::size_t last = first; last < view.words.size() && last < first + groups_max;
             ++last) {
            number += letters_and_digits_of(view.words[last]);
            if (number.size() > number_size_max) {
                break;
            }
            append(view.named_by_reference, shelf.by_reference.find(number));
            append(view.named_by_document, shelf.by_document.find(number));
        }
    }
    drop_repeats(view.named_by_reference);
    drop_repeats(view.named_by_document);
}

void look_up_words(View& view, const Shelf& shelf) {
    for (const std::string& word : view.words) {
        const std::string digits = digits_of(word);
        if (digits.size() >= 4) {
            view.digits.push_back(digits);
        }
        append(view.named_as_printed,
               shelf.by_printed_number.find(without_punctuation_around(word)));
    }
    drop_repeats(view.named_as_printed);
    look_up_joined_words(view, shelf);
}

// More parties than this share a word that tells nothing.
constexpr std::size_t parties_max = 400;

// As sets of words: whether one of the names lacks nothing of the other's but a word or a letter.
bool are_similar(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    const auto in_right = [&](const std::string& word) {
        return std::ranges::find(right, word) != right.end();
    };
    const auto shared = static_cast<std::size_t>(std::ranges::count_if(left, in_right));
    return shared * 5 >= std::min(left.size(), right.size()) * 4;
}

void look_up_party(View& view, const Shelf& shelf) {
    const Counterparty& other = view.line->detail.counterparty;
    append(view.parties_by_account, shelf.parties_by_account.find(text_if_known(other.iban)));
    const std::vector<std::string> words = name_words_of(other.name);
    std::string whole;
    for (const std::string& word : words) {
        whole += word + " ";
        const auto parties = shelf.parties_by_name_word.find(word);
        if (word.size() < 3 || parties.size() > parties_max) {
            continue;
        }
        std::ranges::copy_if(
            parties, std::back_inserter(view.parties_by_similar_name),
            [&](std::uint32_t party) { return are_similar(words, shelf.name_words(party)); });
    }
    append(view.parties_by_name, shelf.parties_by_name.find(whole));
    append(view.parties_by_similar_name, view.parties_by_name);
    std::ranges::sort(view.parties_by_similar_name);
    const auto rest = std::ranges::unique(view.parties_by_similar_name);
    view.parties_by_similar_name.erase(rest.begin(), rest.end());
}

View view_of(const Line& line, const Shelf& shelf) {
    const TransactionDetail& detail = line.detail;
    View view{.line = &line,
              .cents = line.amount.minor_units(),
              .day = std::chrono::sys_days(line.booking_date),
              .words = words_of(detail.remittance + " " + detail.structured_reference)};
    const std::string in_field = letters_and_digits_of(detail.structured_reference);
    append(view.named_in_field, shelf.by_reference.find(in_field));
    append(view.named_in_field, shelf.by_document.find(in_field));
    append(view.ordered_by_us, shelf.by_end_to_end.find(detail.end_to_end_id));
    look_up_words(view, shelf);
    look_up_party(view, shelf);
    return view;
}

}  // namespace

std::vector<View> views_of(const simulator::Books& books, const Shelf& shelf) {
    std::vector<View> views;
    views.reserve(books.lines.size());
    for (const Line& line : books.lines) {
        views.push_back(view_of(line, shelf));
    }
    return views;
}

}  // namespace afletter::judging

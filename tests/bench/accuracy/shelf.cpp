// Fills the indexes, and keeps what is left of each item.
#include "bench/accuracy/shelf.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <set>

#include "simulator/names.hpp"

namespace afletter::judging {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}
bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}
char capital_of(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += word;
        text += ' ';
    }
    return text;
}

}  // namespace

void TextIndex::add(std::string_view key, std::uint32_t place) {
    if (key.empty()) {
        return;
    }
    Places& places = places_.try_emplace(std::string(key)).first->second;
    if (places.empty() || places.back() != place) {
        places.push_back(place);
    }
}

std::span<const std::uint32_t> TextIndex::find(std::string_view key) const {
    const auto found = places_.find(key);
    return found == places_.end() ? std::span<const std::uint32_t>() : found->second;
}

Shelf::Shelf(const simulator::Books& books) {
    std::unordered_map<std::string_view, std::uint32_t> parties;
    for (std::uint32_t place = 0; place < books.items.size(); ++place) {
        const OpenItem& item = books.items[place];
        const auto next = static_cast<std::uint32_t>(parties.size());
        const auto [party, is_new] = parties.try_emplace(item.party_id, next);
        if (is_new) {
            add_party(next, item);
        }
        items_.push_back({.party = party->second,
                          .left = settling_amount(item).minor_units(),
                          .issued = std::chrono::sys_days(item.issue_date)});
        items_of_parties_[party->second].push_back(place);
        add_item(place, item);
    }
}

void Shelf::add_party(std::uint32_t party, const OpenItem& item) {
    items_of_parties_.emplace_back();
    has_account_.push_back(!item.party_ibans.empty());
    name_words_.push_back(name_words_of(item.party_name));
    for (const Iban& iban : item.party_ibans) {
        parties_by_account.add(iban.text(), party);
    }
    parties_by_name.add(joined(name_words_.back()), party);
    for (const std::string& word : name_words_.back()) {
        parties_by_name_word.add(word, party);
    }
}

void Shelf::add_item(std::uint32_t place, const OpenItem& item) {
    for (const std::string& number : {item.document_number, item.reference}) {
        std::string printed;
        for (const std::string& word : words_of(number)) {
            printed += word;
            const std::string digits = digits_of(word);
            if (digits.size() >= 4) {
                by_digits.add(digits, place);
            }
        }
        by_printed_number.add(printed, place);
    }
    by_document.add(letters_and_digits_of(item.document_number), place);
    by_reference.add(letters_and_digits_of(item.reference), place);
    by_end_to_end.add(item.end_to_end_id, place);
    if (items_[place].left != 0) {
        by_amount_[items_[place].left].push_back(place);
    }
}

std::span<const std::uint32_t> Shelf::items_left_with(std::int64_t cents) const {
    const auto found = by_amount_.find(cents);
    return found == by_amount_.end() ? std::span<const std::uint32_t>() : found->second;
}

void Shelf::settle(const Shares& shares) {
    for (const simulator::TrueShare& share : shares) {
        const auto place = static_cast<std::uint32_t>(share.item);
        ShelfItem& settled = items_[place];
        Places& before = by_amount_[settled.left];
        const auto at = std::ranges::lower_bound(before, place);
        AFLETTER_ASSERT(at != before.end() && *at == place);
        before.erase(at);
        settled.left -= share.cents;
        if (settled.left != 0) {
            Places& now = by_amount_[settled.left];
            now.insert(std::ranges::lower_bound(now, place), place);
        }
    }
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char letter : text) {
        if (letter != ' ') {
            words.back() += capital_of(letter);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

std::string_view without_punctuation_around(std::string_view word) {
    constexpr std::string_view punctuation = ".,:;/()'\"+-?";
    const std::size_t first = word.find_first_not_of(punctuation);
    return first == std::string_view::npos
               ? std::string_view()
               : word.substr(first, word.find_last_not_of(punctuation) + 1 - first);
}

std::string letters_and_digits_of(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        const char capital = capital_of(letter);
        if (is_digit(capital) || is_capital(capital)) {
            kept += capital;
        }
    }
    return kept;
}

std::string digits_of(std::string_view text) {
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), is_digit);
    return kept;
}

std::vector<std::string> name_words_of(std::string_view name) {
    std::string plain = simulator::upper(name);
    std::ranges::replace_if(
        plain, [](char letter) { return !is_capital(letter) && !is_digit(letter); }, ' ');
    return words_of(plain);
}

}  // namespace afletter::judging

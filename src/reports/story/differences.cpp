// Optimal string alignment with a way back, over the letters that count.
#include "story/differences.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace afletter::rendering {

namespace {

constexpr std::size_t letters_max = 64;  // of one text; more is no number and no name

// Of texts that the matcher took for different: beyond it they are no near miss.
constexpr std::size_t near_miss_max = 3;

// A word, or a whole number: places in a text, without what stands between.
using Places = std::vector<std::size_t>;

bool is_separator(const Letter& letter) {
    constexpr std::string_view separators = " .,-/:'\"()";
    return letter.text.size() == 1 && separators.find(letter.text[0]) != std::string_view::npos;
}

std::string folded(const Letter& letter) {
    std::string text = letter.text;
    std::ranges::transform(text, text.begin(), to_lower);
    return text;
}

Places places_of(const MarkedText& text) {
    Places places;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_separator(text[i])) {
            places.push_back(i);
        }
    }
    return places;
}

std::vector<Places> words_of(const MarkedText& text) {
    std::vector<Places> words(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_separator(text[i])) {
            words.back().push_back(i);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

// The edits that turn one sequence of letters into another: change, loss, gain, swap.
class LetterAlignment {
  public:
    LetterAlignment(MarkedText& left, const Places& left_places, MarkedText& right,
                    const Places& right_places)
        : left_(left),
          right_(right),
          left_places_(left_places),
          right_places_(right_places),
          costs_((left_places.size() + 1) * (right_places.size() + 1)) {
        for (std::size_t i = 0; i <= left_places_.size(); ++i) {
            for (std::size_t j = 0; j <= right_places_.size(); ++j) {
                cost(i, j) = cheapest(i, j);
            }
        }
    }

    [[nodiscard]] std::size_t edits() { return cost(left_places_.size(), right_places_.size()); }

    // Marks what was changed, lost, gained or swapped, from the end backwards.
    void mark() {
        std::size_t i = left_places_.size();
        std::size_t j = right_places_.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && cost(i, j) == cost(i - 1, j - 1) + (same(i, j) ? 0 : 1)) {
                mark_left(i, !same(i, j));
                mark_right(j, !same(i, j));
                --i, --j;
            } else if (is_swap(i, j) && cost(i, j) == cost(i - 2, j - 2) + 1) {
                mark_left(i, true), mark_left(i - 1, true);
                mark_right(j, true), mark_right(j - 1, true);
                i -= 2, j -= 2;
            } else if (i > 0 && cost(i, j) == cost(i - 1, j) + 1) {
                mark_left(i--, true);
            } else {
                mark_right(j--, true);
            }
        }
    }

  private:
    std::size_t& cost(std::size_t i, std::size_t j) {
        return costs_[(i * (right_places_.size() + 1)) + j];
    }
    [[nodiscard]] bool same(std::size_t i, std::size_t j) const {
        return folded(left_[left_places_[i - 1]]) == folded(right_[right_places_[j - 1]]);
    }
    [[nodiscard]] bool is_swap(std::size_t i, std::size_t j) const {
        return i > 1 && j > 1 && !same(i, j) && same(i, j - 1) && same(i - 1, j);
    }
    void mark_left(std::size_t i, bool marked) { left_[left_places_[i - 1]].marked |= marked; }
    void mark_right(std::size_t j, bool marked) { right_[right_places_[j - 1]].marked |= marked; }

    std::size_t cheapest(std::size_t i, std::size_t j) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        std::size_t best = std::min(
            {cost(i - 1, j - 1) + (same(i, j) ? 0 : 1), cost(i - 1, j) + 1, cost(i, j - 1) + 1});
        return is_swap(i, j) ? std::min(best, cost(i - 2, j - 2) + 1) : best;
    }

    MarkedText& left_;
    MarkedText& right_;
    const Places& left_places_;
    const Places& right_places_;
    std::vector<std::size_t> costs_;
};

bool is_near(std::size_t edits, const Places& left, const Places& right) {
    return edits <= std::max<std::size_t>(1, std::max(left.size(), right.size()) / 3);
}

// Letter by letter, when no more than `edits_max` of them differ, and most are the same.
void mark_whole(MarkedPair& pair, std::size_t edits_max) {
    const Places bank = places_of(pair.bank);
    const Places ledger = places_of(pair.ledger);
    LetterAlignment alignment(pair.bank, bank, pair.ledger, ledger);
    if (alignment.edits() <= edits_max && is_near(alignment.edits(), bank, ledger)) {
        alignment.mark();
    }
}

void mark_all(MarkedText& text, const Places& places) {
    for (const std::size_t place : places) {
        text[place].marked = true;
    }
}

// Compares each word of a name with the word of the other that is nearest, whatever their order.
class NameComparison {
  public:
    explicit NameComparison(MarkedPair& pair)
        : pair_(pair),
          bank_(words_of(pair.bank)),
          ledger_(words_of(pair.ledger)),
          taken_(ledger_.size()) {}

    void mark() {
        std::vector<std::optional<std::size_t>> partners(bank_.size());
        for (const bool nearly : {false, true}) {  // equal words first
            for (std::size_t i = 0; i < bank_.size(); ++i) {
                if (!partners[i]) {
                    partners[i] = partner_of(bank_[i], nearly);
                }
            }
        }
        if (std::ranges::none_of(taken_, [](bool taken) { return taken; })) {
            return;  // two names with nothing in common
        }
        for (std::size_t i = 0; i < bank_.size(); ++i) {
            if (partners[i]) {
                LetterAlignment(pair_.bank, bank_[i], pair_.ledger, ledger_[*partners[i]]).mark();
            } else {
                mark_all(pair_.bank, bank_[i]);
            }
        }
        for (std::size_t j = 0; j < ledger_.size(); ++j) {
            if (!taken_[j]) {
                mark_all(pair_.ledger, ledger_[j]);
            }
        }
    }

  private:
    std::optional<std::size_t> partner_of(const Places& word, bool nearly) {
        for (std::size_t j = 0; j < ledger_.size(); ++j) {
            const std::size_t edits =
                LetterAlignment(pair_.bank, word, pair_.ledger, ledger_[j]).edits();
            const bool fits =
                nearly ? word.size() > 2 && is_near(edits, word, ledger_[j]) : edits == 0;
            if (!taken_[j] && fits) {
                taken_[j] = true;
                return j;
            }
        }
        return std::nullopt;
    }

    MarkedPair& pair_;
    std::vector<Places> bank_;
    std::vector<Places> ledger_;
    std::vector<bool> taken_;
};

bool is_number(Feature feature) {
    constexpr std::array numbers{Feature::reference, Feature::end_to_end,  Feature::batch,
                                 Feature::document,  Feature::number_part, Feature::account};
    return std::ranges::find(numbers, feature) != numbers.end();
}

}  // namespace

MarkedPair marked_pair(const Evidence& evidence) {
    MarkedPair pair{letters_of(evidence.bank_text), letters_of(evidence.ledger_text)};
    const bool is_list = evidence.ledger_text.find(", ") != std::string::npos;
    if (evidence.level == Level::equal || is_list || pair.bank.empty() || pair.ledger.empty() ||
        std::max(pair.bank.size(), pair.ledger.size()) > letters_max) {
        return pair;
    }
    const bool is_name = evidence.feature == Feature::name;
    if (is_name && evidence.level == Level::similar) {
        NameComparison(pair).mark();
    } else if (is_name || is_number(evidence.feature)) {
        mark_whole(pair, evidence.level == Level::similar ? letters_max : near_miss_max);
    }
    return pair;
}

}  // namespace afletter::rendering

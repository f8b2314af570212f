// Makes each neighbour in one buffer and probes it; nothing is kept of those the books do not hold.
#include "candidates/repair.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <utility>

namespace afletter::matching {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

class Prober {
  public:
    Prober(std::string_view typed, const Books& books)
        : typed_(typed), books_(books), masks_(books.numbers().masks()) {}

    std::vector<Neighbour> probe_all() {
        substitute();
        swap();
        take_away();
        insert();
        std::ranges::stable_sort(found_, {}, &Neighbour::canonical);
        const auto repeated = std::ranges::unique(found_, {}, &Neighbour::canonical);
        found_.erase(repeated.begin(), repeated.end());
        return std::move(found_);
    }

  private:
    void substitute() {
        std::string other(typed_);
        for (std::size_t i = 0; i < other.size(); ++i) {
            try_each(other, i, TypingError::substitution);
            other[i] = typed_[i];
        }
    }

    void swap() {
        std::string other(typed_);
        for (std::size_t i = 0; i + 1 < other.size(); ++i) {
            std::swap(other[i], other[i + 1]);
            if (other[i] != other[i + 1] && masks_.has_number(shape_key(other))) {
                probe(other, TypingError::swap);
            }
            std::swap(other[i], other[i + 1]);
        }
    }

    void take_away() {
        for (std::size_t i = 0; i < typed_.size(); ++i) {
            const std::string other = std::string(typed_).erase(i, 1);
            if (masks_.has_number(shape_key(other))) {
                probe(other, TypingError::gain);
            }
        }
    }

    void insert() {
        for (std::size_t i = 0; i <= typed_.size(); ++i) {
            std::string other = std::string(typed_).insert(i, 1, digits.front());
            try_each(other, i, TypingError::loss);
        }
    }

    // Every digit, and every letter, that leaves a shape of the books.
    void try_each(std::string& other, std::size_t at, TypingError error) {
        for (const std::string_view characters : {digits, letters}) {
            other[at] = characters.front();
            if (!masks_.has_number(shape_key(other))) {
                continue;
            }
            for (const char c : characters) {
                other[at] = c;
                probe(other, error);
            }
        }
    }

    void probe(const std::string& other, TypingError error) {
        if (other == typed_) {
            return;
        }
        std::vector<ItemIndex> items = books_.with_number(other);
        if (!items.empty()) {
            found_.push_back({other, error, std::move(items)});
        }
    }

    std::string_view typed_;
    const Books& books_;
    const NumberMasks& masks_;
    std::vector<Neighbour> found_;
};

}  // namespace

std::vector<Neighbour> neighbours_of(std::string_view canonical, const Books& books) {
    if (canonical.size() >= shape_size_max) {
        return {};
    }
    return Prober(canonical, books).probe_all();
}

}  // namespace afletter::matching

// Some 350 look-ups for a reference of 16 digits; cheaper than any search over the items.
#include "candidates/repair.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace afletter::matching {

namespace {

constexpr std::size_t longest_reference = 25;  // ISO 11649
constexpr std::string_view digits = "0123456789";

class Neighbours {
  public:
    explicit Neighbours(const Books& books) : books_(books) {}

    // Digits are replaced by digits alone: keys next to each other, or a misread figure.
    void probe_around(const std::string& reference) {
        for (std::size_t i = 0; i < reference.size(); ++i) {
            probe(std::string(reference).erase(i, 1));
            std::string other = reference;
            for (const char digit : digits) {
                other[i] = digit;
                probe(other);
            }
            if (i + 1 < reference.size()) {
                other = reference;
                std::swap(other[i], other[i + 1]);
                probe(other);
            }
        }
        for (std::size_t i = 0; i <= reference.size(); ++i) {
            for (const char digit : digits) {
                probe(std::string(reference).insert(i, 1, digit));
            }
        }
    }

    std::vector<ItemIndex> found() && {
        std::ranges::sort(found_);
        const auto repeated = std::ranges::unique(found_);
        found_.erase(repeated.begin(), repeated.end());
        return std::move(found_);
    }

  private:
    void probe(const std::string& reference) {
        for (const ItemIndex index : books_.with_number(reference)) {
            const BookItem& item = books_.item(index);
            if (item.reference_checked && item.reference == reference) {
                found_.push_back(index);
            }
        }
    }

    const Books& books_;
    std::vector<ItemIndex> found_;
};

}  // namespace

std::vector<ItemIndex> items_one_error_away(std::string_view canonical, const Books& books) {
    if (canonical.size() > longest_reference) {
        return {};
    }
    Neighbours neighbours(books);
    neighbours.probe_around(std::string(canonical));
    return std::move(neighbours).found();
}

}  // namespace afletter::matching

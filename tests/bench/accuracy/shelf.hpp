// The books as the rules of others look at them: what is still open, and the indexes by which they
// find it. Made once for a world and shared by all of them.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bench/accuracy/judge.hpp"
#include "simulator/books.hpp"

namespace afletter::judging {

using Places = std::vector<std::uint32_t>;  // of items, or of parties; in order

// Texts that lead to items or parties.
class TextIndex {
  public:
    void add(std::string_view key, std::uint32_t place);
    [[nodiscard]] std::span<const std::uint32_t> find(std::string_view key) const;

  private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Places, Hash, std::equal_to<>> places_;
};

struct ShelfItem {
    std::uint32_t party = 0;
    std::int64_t left =
        0;  // what a line would have to bring to settle the rest; signed as the line
    std::chrono::sys_days issued;
};

class Shelf {
  public:
    explicit Shelf(const simulator::Books& books);

    [[nodiscard]] const ShelfItem& item(std::uint32_t place) const { return items_[place]; }
    // Still open, for money in this direction.
    [[nodiscard]] bool is_open_for(std::uint32_t place, std::int64_t cents) const {
        return items_[place].left != 0 && (items_[place].left < 0) == (cents < 0);
    }
    [[nodiscard]] std::span<const std::uint32_t> items_of(std::uint32_t party) const {
        return items_of_parties_[party];
    }
    [[nodiscard]] std::span<const std::uint32_t> items_left_with(std::int64_t cents) const;
    // Whether the ledger has an account of this party.
    [[nodiscard]] bool has_account(std::uint32_t party) const { return has_account_[party]; }
    [[nodiscard]] const std::vector<std::string>& name_words(std::uint32_t party) const {
        return name_words_[party];
    }

    TextIndex by_printed_number;  // document or reference, capitals, without blanks
    TextIndex by_reference;       // letters and digits alone
    TextIndex by_document;        // letters and digits alone
    TextIndex by_digits;          // each word of a document or reference, its digits, four or more
    TextIndex by_end_to_end;
    TextIndex parties_by_account;
    TextIndex parties_by_name;  // the words of the name in order
    TextIndex parties_by_name_word;

    // Takes what a match brings off what is open.
    void settle(const Shares& shares);

  private:
    void add_party(std::uint32_t party, const OpenItem& item);
    void add_item(std::uint32_t place, const OpenItem& item);

    std::vector<ShelfItem> items_;
    std::vector<Places> items_of_parties_;
    std::vector<std::vector<std::string>> name_words_;
    std::vector<bool> has_account_;
    std::unordered_map<std::int64_t, Places> by_amount_;
};

// --- texts as the indexes have them ---

[[nodiscard]] std::vector<std::string> words_of(std::string_view text);  // at blanks, capitals
[[nodiscard]] std::string_view without_punctuation_around(std::string_view word);
[[nodiscard]] std::string letters_and_digits_of(std::string_view text);  // capitals
[[nodiscard]] std::string digits_of(std::string_view text);
// Words of a name: capitals without marks or punctuation.
[[nodiscard]] std::vector<std::string> name_words_of(std::string_view name);

// What a line says, looked up once for all rules.
struct View {
    const Line* line = nullptr;
    std::int64_t cents = 0;
    std::chrono::sys_days day;
    std::vector<std::string> words;   // of the text and the reference's field
    std::vector<std::string> digits;  // of those words, four or more
    Places named_in_field;            // items by the reference's field
    Places named_by_reference;        // items whose reference stands anywhere, however written
    Places named_by_document;         // the same for document numbers, in order of the text
    Places named_as_printed;          // items of which a number stands there as printed
    Places ordered_by_us;             // items with the line's EndToEndId
    Places parties_by_account;
    Places parties_by_name;          // with the same name
    Places parties_by_similar_name;  // those, and others with its rarer words
};
[[nodiscard]] std::vector<View> views_of(const simulator::Books& books, const Shelf& shelf);

}  // namespace afletter::judging

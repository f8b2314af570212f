// Finds the keywords in one pass: only at a slash, and there by the word that the next slash ends.
#include "mt940/information/keywords.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "mt940/information/references.hpp"
#include "mt940/information/word_slashes.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

constexpr std::array<std::string_view, 46> names = {
    "ACCW", "ACNO", "ADDR", "BAI",  "BBAN", "BENM", "BIC",  "CACT", "CATP", "CBIC", "CHGS", "CNTP",
    "CREF", "CRNM", "CSID", "DACT", "DBIC", "DBNM", "DCID", "EREF", "EXCH", "IBAN", "ID",   "INDB",
    "ISDT", "MARF", "NAME", "NRTX", "OAMT", "OCMT", "OPRP", "ORDP", "PIND", "PREF", "PURP", "REMI",
    "RREF", "RTRN", "RTYP", "SUM",  "TRCD", "TRTP", "UETR", "ULTB", "ULTC", "ULTD"};

// Open addressing over the packed names, in a table ten times their number.
constexpr std::size_t slot_bits = 9;
constexpr std::size_t slot_of(std::uint32_t word) {
    constexpr std::uint32_t multiplier = 0x9E3779B1;
    return static_cast<std::uint32_t>(word * multiplier) >> (32U - slot_bits);
}
struct Slot {
    std::uint32_t word = 0;
    Key key = Key::unknown;
};
constexpr auto slots = [] {
    std::array<Slot, std::size_t{1} << slot_bits> table{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::size_t slot = slot_of(packed(names[i]));
        while (table[slot].word != 0) {
            slot = (slot + 1) % table.size();
        }
        table[slot] = {packed(names[i]), static_cast<Key>(i)};
    }
    return table;
}();

Key key_of_packed(std::uint32_t word) {
    std::size_t slot = slot_of(word);
    while (slots[slot].word != word && slots[slot].word != 0) {
        slot = (slot + 1) % slots.size();
    }
    return slots[slot].word == word ? slots[slot].key : Key::unknown;
}

// Of the word behind the slash at `slash`; Key::unknown when it is none.
Key key_behind(std::string_view text, std::size_t slash, std::size_t size) {
    const std::size_t start = slash + 1;
    if (text.size() - start < word_size_max) {
        return key_of_packed(packed(text.substr(start, size)));
    }
    // Four characters at once, of which those behind the word are taken away.
    const std::size_t bits_behind = 8 * (word_size_max - size);
    return key_of_packed(packed({text.data() + start, word_size_max}) >> bits_behind
                                                                             << bits_behind);
}

// A bit for each key.
constexpr std::uint64_t bit_of(Key key) {
    return std::uint64_t{1} << static_cast<unsigned>(key);
}
template <class... Keys>
constexpr std::uint64_t set_of(Keys... keys) {
    return (bit_of(keys) | ...);
}
constexpr bool is_in(std::uint64_t set, Key key) {
    return (set & bit_of(key)) != 0;
}

bool is_side(Key key) {
    return is_in(set_of(Key::ordp, Key::benm, Key::ultb, Key::ultc, Key::ultd), key);
}

bool is_of_a_side(Key key) {
    return is_in(set_of(Key::name, Key::id, Key::addr), key);
}

// The counterparty itself has no mark of its own, or /ORDP/ or /BENM/.
Key ultimate(Key side) {
    return side == Key::ordp || side == Key::benm ? Key::unknown : side;
}

bool is_id(Key key) {
    return is_in(set_of(Key::eref, Key::marf, Key::csid, Key::pref), key);
}

}  // namespace

std::string_view name_of(Key key) {
    return key == Key::unknown ? std::string_view() : names[static_cast<std::size_t>(key)];
}

std::optional<Key> key_of(std::string_view text) {
    const bool has_size = text.size() >= word_size_min && text.size() <= word_size_max;
    const Key key = has_size ? key_of_packed(packed(text)) : Key::unknown;
    return key == Key::unknown ? std::nullopt : std::optional(key);
}

struct Parts::Candidate {
    Key key = Key::unknown;
    std::size_t word = 0;   // where it begins
    std::size_t value = 0;  // where its value begins

    [[nodiscard]] std::size_t slash() const { return word - 1; }
};

Parts::Parts(std::string_view text) : text_(text) {
    if (text.size() > std::numeric_limits<std::uint32_t>::max() || text.empty()) {
        return;
    }
    const bool has_slash = text.front() == '/';
    if (!has_slash && text.front() != 'E' && text.front() != 'P') {
        return;
    }
    WordSlashes slashes(text);
    Candidate candidate = has_slash ? first_behind_slash(slashes.next()) : first_without_slash();
    if (candidate.value == 0) {
        return;
    }
    for (;;) {
        add(candidate);
        if (!find_next(slashes, candidate)) {
            break;
        }
        cut_back(candidate.key);
        close(candidate.slash());
    }
    close(text.size());
    finish();
}

// The keyword that a text begins with; its value is at 0 when there is none. Behind a slash any
// word in capitals may be the first.
inline Parts::Candidate Parts::first_behind_slash(std::size_t slash) const {
    if (slash != 0) {
        return {};
    }
    const std::string_view word(text_.data() + 1, size_of_word(text_, 0));
    return std::all_of(word.begin(), word.end(), is_upper)
               ? Candidate{key_behind(text_, 0, word.size()), 1, word.size() + 2}
               : Candidate{};
}

// Without its slash only those are taken that no payer's text begins with.
inline Parts::Candidate Parts::first_without_slash() const {
    constexpr std::string_view eref = "EREF/";
    if (text_.starts_with(eref)) {
        return {Key::eref, 0, eref.size()};
    }
    return text_.starts_with("PREF/") ? Candidate{Key::pref, 0, eref.size()} : Candidate{};
}

// The next keyword that is accepted; false when there is none.
inline bool Parts::find_next(WordSlashes& slashes, Candidate& candidate) const {
    for (std::size_t slash = slashes.next(); slash < text_.size(); slash = slashes.next()) {
        const std::size_t size = size_of_word(text_, slash);
        candidate = {key_behind(text_, slash, size), slash + 1, slash + size + 2};
        // The slash that ends one keyword begins no other.
        if (candidate.key != Key::unknown && slash >= parts_[size_ - 1].value &&
            accepts(candidate)) {
            return true;
        }
    }
    return false;
}

inline bool Parts::is_taken(Key key) const {
    return is_in(taken_, key);
}

inline std::size_t Parts::find(Key key, std::size_t begin) const {
    const Key side = is_of_a_side(key) ? ultimate(side_) : Key::unknown;
    while (begin < size_ && (parts_[begin].key != key || ultimate(parts_[begin].side) != side)) {
        ++begin;
    }
    return begin;
}

inline bool Parts::accepts(const Candidate& candidate) const {
    const Place& last = parts_[size_ - 1];
    const bool follows_slash = text_[candidate.slash() - 1] == '/';
    if (is_side(last.key) && last.value == candidate.slash()) {
        return is_of_a_side(candidate.key);  // /ORDP//NAME/
    }
    if (size_ == size_max || (is_double_ && !follows_slash)) {
        return false;
    }
    const std::size_t seen = is_taken(candidate.key) ? find(candidate.key, 0) : size_;
    const bool is_in_remittance = remittance_ < size_;
    if (!is_in_remittance || is_double_) {
        return seen == size_;
    }
    return seen > remittance_ && may_follow_remittance(candidate);
}

bool Parts::may_follow_remittance(const Candidate& candidate) const {
    constexpr std::size_t looked_at_size = 8;
    const std::string_view value = trimmed(text_.substr(candidate.value, looked_at_size));
    switch (candidate.key) {
        case Key::isdt:
        case Key::nrtx:
        case Key::oprp:
        case Key::pind:
        case Key::purp:
        case Key::trcd:
        case Key::uetr:
        case Key::ultb:
        case Key::ultc:
        case Key::ultd:
            return true;
        case Key::ordp:
        case Key::benm:
            return value.starts_with('/');
        case Key::id:
        case Key::addr:
            return side_ != Key::unknown;
        case Key::rtrn:
            return is_reason_code(value.substr(0, 4));
        case Key::iban:
            return is_abn_ || begins_like_iban(value);
        case Key::bban:
        case Key::bic:
        case Key::eref:
        case Key::marf:
        case Key::csid:
        case Key::pref:
            return is_abn_;
        default:
            return false;
    }
}

inline void Parts::add(const Candidate& candidate) {
    const Key key = candidate.key;
    if (size_ == 0) {
        is_abn_ = key == Key::trtp || key == Key::rtyp;
    } else if (text_[candidate.slash() - 1] == '/' && !is_side(parts_[size_ - 1].key)) {
        is_double_ = !is_abn_;
    }
    if (key == Key::remi) {
        const std::string_view value = text_.substr(candidate.value);
        is_double_ =
            value.starts_with("USTD/") || value.starts_with("STRD/") ? !is_abn_ : is_double_;
        remittance_ = size_;
    } else if (key == Key::cntp) {
        is_double_ = !is_abn_;
    }
    if (!is_of_a_side(key)) {
        side_ = is_side(key) ? key : Key::unknown;
    }
    taken_ |= bit_of(key);
    parts_[size_] = {key, is_of_a_side(key) ? side_ : Key::unknown,
                     static_cast<std::uint32_t>(candidate.word),
                     static_cast<std::uint32_t>(candidate.value), 0};
    ++size_;
}

// The same key behind the remittance once more: what stood there before is the payer's.
inline void Parts::cut_back(Key key) {
    if (!is_taken(key)) {
        return;
    }
    if (const std::size_t earlier = find(key, remittance_); earlier < size_) {
        size_ = earlier;
        side_ = Key::unknown;
    }
}

inline void Parts::close(std::size_t end) {
    parts_[size_ - 1].end = static_cast<std::uint32_t>(end);
}

inline void Parts::finish() {
    // An unknown word alone is no keyword: it is one where known ones follow.
    if (size_ == 1 && parts_[0].key == Key::unknown) {
        size_ = 0;
    }
}

Part Parts::operator[](std::size_t i) const {
    const Place& place = parts_[i];
    const char* const text = text_.data();
    const std::string_view keyword(text + place.keyword, place.value - place.keyword - 1);
    std::string_view value = trimmed({text + place.value, place.end - place.value});
    if (value.ends_with('/')) {
        const bool is_last = i + 1 == size_;
        const bool may_end_in_slash = is_abn_ || place.key == Key::remi;
        if (is_double_ || is_id(place.key) || (is_last && !may_end_in_slash)) {
            value = trimmed(value.substr(0, value.size() - 1));
        }
    }
    return {place.key, place.side, keyword, value};
}

}  // namespace afletter::mt940

// The keywords that Dutch banks, and those that follow SWIFT's advice, write between slashes in
// field 86: /EREF/.., /CNTP/.., /TRTP/..
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afletter::mt940 {

// Four characters at most; shorter ones are filled up with zeros.
constexpr std::uint32_t packed(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? std::uint32_t{static_cast<unsigned char>(text[i])} : 0U;
    };
    return byte(0) << 24U | byte(1) << 16U | byte(2) << 8U | byte(3);
}

// What each says is told where it is placed: keyed.cpp.
enum class Key : std::uint8_t {
    accw,
    acno,
    addr,
    bai,
    bban,
    benm,
    bic,
    cact,
    catp,
    cbic,
    chgs,
    cntp,
    cref,
    crnm,
    csid,
    dact,
    dbic,
    dbnm,
    dcid,
    eref,
    exch,
    iban,
    id,
    indb,
    isdt,
    marf,
    name,
    nrtx,
    oamt,
    ocmt,
    oprp,
    ordp,
    pind,
    pref,
    purp,
    remi,
    rref,
    rtrn,
    rtyp,
    sum,
    trcd,
    trtp,
    uetr,
    ultb,
    ultc,
    ultd,
    unknown,
};
[[nodiscard]] std::string_view name_of(Key key);
// The known key that `text` is; nothing for any other word.
[[nodiscard]] std::optional<Key> key_of(std::string_view text);

class WordSlashes;

struct Part {
    Key key;
    // Whose name, number or address it is: behind /ORDP/ and /BENM/ the counterparty's, behind
    // /ULTD/, /ULTC/ and /ULTB/ that of the one it acts for; Key::unknown says nothing.
    Key side;
    std::string_view keyword;  // as written
    std::string_view value;
};

// The parts of one text, in its order. Each key is taken once, so their number is bounded.
class Parts {
  public:
    // Cuts "/KEY/value/KEY/value" before each key. Empty when the text does not begin with one.
    // After the remittance only those are keys that the bank adds behind it; of several the last,
    // for a payer may write what looks like one. Slashes within a value are kept.
    explicit Parts(std::string_view text);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Part operator[](std::size_t i) const;

  private:
    // By positions in the text: the array costs nothing until it is filled.
    struct Place {
        Key key;
        Key side;
        std::uint32_t keyword;
        std::uint32_t value;
        std::uint32_t end;
    };
    struct Candidate;
    [[nodiscard]] Candidate first_behind_slash(std::size_t slash) const;
    [[nodiscard]] Candidate first_without_slash() const;
    [[nodiscard]] bool find_next(WordSlashes& slashes, Candidate& candidate) const;
    [[nodiscard]] bool accepts(const Candidate& candidate) const;
    [[nodiscard]] bool may_follow_remittance(const Candidate& candidate) const;
    [[nodiscard]] bool is_taken(Key key) const;
    // Where the key stands in parts_ from `begin` on; size_ when it does not.
    [[nodiscard]] std::size_t find(Key key, std::size_t begin) const;
    void add(const Candidate& candidate);
    void cut_back(Key key);
    void close(std::size_t end);
    void finish();

    static constexpr std::size_t size_max = 64;
    std::string_view text_;
    std::array<Place, size_max> parts_;  // the first size_ of them
    std::size_t size_ = 0;
    std::uint64_t taken_ = 0;            // a bit for each key, whosever side it is of
    std::size_t remittance_ = size_max;  // where it stands in parts_
    Key side_ = Key::unknown;            // of the names and numbers that follow
    bool is_double_ = false;             // a value ends with a slash of its own: //KEY/
    bool is_abn_ = false;                // /TRTP/ came first
};

}  // namespace afletter::mt940

// References of a ledger's own: Kassenzeichen, assessment numbers, debtor numbers. A ReferenceType
// is what the configuration says; a ReferenceFormat is one that was checked, ready to use.
#pragma once

#include <afletter/model/references.hpp>
#include <afletter/result.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afletter {

enum class CheckMethod : std::uint8_t {
    none,
    mod_10,  // Luhn, unless weights are listed: then 10 - sum mod 10
    mod_11,  // 11 - sum mod 11; 11 is written 0, and 10 is never issued
    mod_97,  // ISO 7064: the last two digits make the whole 1 mod 97; letters count
    house,   // weights, modulus, and the character written for each remainder
};

// What is done to text before it is held against the mask.
struct Normaliser {
    std::string strip_prefix;         // taken away where the text begins with it; any case
    bool drop_leading_zeros = false;  // they mean nothing; the mask is then of digits only
    bool upper_case = true;
    friend bool operator==(const Normaliser&, const Normaliser&) = default;
};

// What a number of the type names: an item that is paid, or the party that owes it.
enum class Names : std::uint8_t { item, party };

struct ReferenceType {
    std::string name;
    // 9 a digit, A a letter, X either; a blank parts two groups; a backslash makes the next
    // character stand for itself, as every other character does: "01 9999999999 01 999".
    std::string mask;
    // The groups that the check is over, from 1, in their order; empty: all. The check digit is
    // the last character of the last of them.
    std::vector<std::uint8_t> groups;
    std::vector<std::uint8_t> weights;  // from the right, without the check digit; they repeat
    CheckMethod method = CheckMethod::none;
    std::uint8_t modulus = 0;     // house only
    std::string remainder_table;  // house only: one character a remainder; '!' is never issued
    Normaliser normaliser;
    Names names = Names::item;
    friend bool operator==(const ReferenceType&, const ReferenceType&) = default;
};

// Why a type cannot be used. `member` and `column` (from 1; 0: the whole) say where.
struct ReferenceTypeError {
    std::string_view member;
    std::size_t column = 0;
    std::string expected;
    std::string found;
    std::string help;
};
// "mask, column 4: expected a character after the backslash, found the end. Write ..."
[[nodiscard]] std::string to_text(const ReferenceTypeError& error);

// One letter or digit that a mask asks for.
struct MaskPlace {
    enum class Expects : std::uint8_t { digit, letter, either, literal };
    Expects expects = Expects::literal;
    char literal = 0;
    std::uint8_t group = 0;  // from 1
    friend bool operator==(const MaskPlace&, const MaskPlace&) = default;
};

class ReferenceFormat {
  public:
    [[nodiscard]] static Result<ReferenceFormat, ReferenceTypeError> parse(ReferenceType type);

    [[nodiscard]] const ReferenceType& type() const { return type_; }
    // The letters and digits that the mask asks for, in their order.
    [[nodiscard]] std::span<const MaskPlace> places() const { return places_; }
    // Signs between letters and digits count neither in the text nor in the mask.
    [[nodiscard]] Verdict check(std::string_view text) const;
    // The letters and digits alone, as the normaliser leaves them.
    [[nodiscard]] std::string canonical(std::string_view text) const;

    friend bool operator==(const ReferenceFormat&, const ReferenceFormat&) = default;

  private:
    ReferenceFormat(ReferenceType type, std::vector<MaskPlace> places)
        : type_(std::move(type)), places_(std::move(places)) {}
    [[nodiscard]] bool fits(std::string_view plain) const;
    [[nodiscard]] std::string checked_part(std::string_view plain) const;

    ReferenceType type_;
    std::vector<MaskPlace> places_;
};

}  // namespace afletter

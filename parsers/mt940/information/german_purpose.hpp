// The purpose of German subfields (?20 to ?29, ?60 to ?63): pieces of 27 characters, in which SEPA
// keywords say what is what: EREF+..MREF+..SVWZ+..
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "mt940/information/text_buffer.hpp"

namespace afletter::mt940 {

class Placer;

// A text in pieces of at most 27 characters: a full one was cut anywhere and goes on in the next, a
// shorter one ended there, and a blank stands for its end.
class PieceText {
  public:
    // `memory` holds the text as long as this is used.
    explicit PieceText(TextBuffer& memory) : text_(memory) { text_.clear(); }

    void add(std::string_view piece);

    [[nodiscard]] std::string_view text() const { return text_.text(); }
    // Whether two blanks may have come together where pieces meet.
    [[nodiscard]] bool doubles_blanks() const { return doubles_blanks_; }
    struct Piece {
        std::size_t start;
        bool goes_on;  // the piece before it was full
    };
    [[nodiscard]] std::span<const Piece> pieces() const { return {pieces_.data(), size_}; }

  private:
    TextBuffer& text_;
    std::array<Piece, 14> pieces_;  // ?20 to ?29, ?60 to ?63; the first size_ of them
    std::size_t size_ = 0;
    bool was_full_ = false;
    bool doubles_blanks_ = false;
};

// EREF, SVWZ and the others of four letters, without their plus.
[[nodiscard]] bool is_purpose_keyword(std::string_view word);

// `code` is the transaction code (GVC), which says who gave the order.
void place_purpose(const PieceText& purpose, std::string_view code, Placer& placer);

// Cooperative banks repeat what has members already behind the payer's words, "EREF: .. MREF: ..
// CRED: .. IBAN: .. BIC: ..", cut off where the purpose ends: it is taken away.
void drop_repeated_references(Placer& placer);

// "RUECKGABEGRUND: AC04 ..": how some banks say why a payment came back.
void place_reason_in_text(Placer& placer);

}  // namespace afletter::mt940

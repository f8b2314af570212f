// SEPA keywords in the purpose. The rules of the Deutsche Kreditwirtschaft begin a piece with each;
// banks that do not are read as well, but a payer's own words make no keywords.
#include "mt940/information/german_purpose.hpp"

#include <algorithm>
#include <optional>

#include "mt940/information/keywords.hpp"
#include "mt940/information/marks.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/information/references.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

enum class Word : std::uint8_t {
    text,  // no keyword: a payer's words, or the bank's
    abwa,
    abwe,
    bic,
    coam,
    cred,
    ddat,
    debt,
    eref,
    iban,
    kref,
    mref,
    oamt,
    purp,
    rref,
    svwz,
    reference,  // "Ref. " of comdirect
};

struct Keyword {
    Word word = Word::text;
    std::size_t start = 0;
    std::size_t value = 0;
};

std::optional<Word> word_of(std::uint32_t name) {
    switch (name) {
        case packed("ABWA"):
            return Word::abwa;
        case packed("ABWE"):
            return Word::abwe;
        case packed("COAM"):
            return Word::coam;
        case packed("CRED"):
            return Word::cred;
        case packed("DDAT"):
            return Word::ddat;
        case packed("DEBT"):
            return Word::debt;
        case packed("EREF"):
            return Word::eref;
        case packed("IBAN"):
            return Word::iban;
        case packed("KREF"):
            return Word::kref;
        case packed("MREF"):
            return Word::mref;
        case packed("OAMT"):
            return Word::oamt;
        case packed("PURP"):
            return Word::purp;
        case packed("RREF"):
            return Word::rref;
        case packed("SVWZ"):
            return Word::svwz;
        default:
            return std::nullopt;
    }
}

// The keyword whose plus stands at `plus`.
std::optional<Keyword> keyword_before(std::string_view text, std::size_t plus) {
    constexpr std::size_t size = 4;
    if (plus >= size) {
        if (const auto word = word_of(packed(text.substr(plus - size, size)))) {
            return Keyword{*word, plus - size, plus + 1};
        }
    }
    constexpr std::string_view bic = "BIC";
    if (plus >= bic.size() && text.substr(plus - bic.size(), bic.size()) == bic) {
        return Keyword{Word::bic, plus - bic.size(), plus + 1};
    }
    return std::nullopt;
}

// "Ref. 7T2C0YTD0BZL4V9S/1", the bank's own; a payer's is of any other form.
bool is_bank_reference(std::string_view text) {
    constexpr std::size_t size_min = 12;
    const std::string_view word = first_word(text);
    const std::size_t slash = std::min(word.find('/'), word.size());
    return slash >= size_min && all_digits(word.substr(std::min(slash + 1, word.size()))) &&
           std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(slash),
                       [](char c) { return is_digit(c) || is_upper(c); });
}

// comdirect writes words of its own at the start of a piece.
std::optional<Keyword> label_at(std::string_view text, std::size_t start) {
    struct Label {
        std::string_view text;
        Word word;
    };
    static constexpr std::array<Label, 5> labels = {{{"END-TO-END-REF.:", Word::eref},
                                                     {"CORE / MANDATSREF.:", Word::mref},
                                                     {"GLÄUBIGER-ID:", Word::cred},
                                                     {"GLAEUBIGER-ID:", Word::cred},
                                                     {"Ref. ", Word::reference}}};
    const std::string_view piece = text.substr(start);
    for (const Label& label : labels) {
        // Two characters tell them from nearly all other words.
        if (piece.size() > 1 && piece[0] == label.text[0] && piece[1] == label.text[1] &&
            piece.starts_with(label.text) &&
            (label.word != Word::reference || is_bank_reference(piece.substr(label.text.size())))) {
            return Keyword{label.word, start, start + label.text.size()};
        }
    }
    return std::nullopt;
}

// Payments that the account's owner ordered, of the DK's list of transaction codes: transfers
// (116 to 119, 177, 191, 201) that went out, and collections (171, 174, 192 to 198) that came in.
bool is_own_order(std::string_view code, bool came_in) {
    static constexpr std::array<std::string_view, 8> transfers = {"116", "117", "118", "119",
                                                                  "177", "191", "201", "020"};
    static constexpr std::array<std::string_view, 8> collections = {"171", "174", "192", "193",
                                                                    "194", "195", "196", "198"};
    const auto& orders = came_in ? collections : transfers;
    return std::find(orders.begin(), orders.end(), code) != orders.end();
}

class PurposeReader {
  public:
    PurposeReader(const PieceText& purpose, std::string_view code, Placer& placer)
        : text_(purpose.text()),
          code_(code),
          placer_(placer),
          pluses_(purpose.text(), '+'),
          plus_(pluses_.next()) {}

    // Pieces in their order; the text from `start` to `end` is one.
    void read(std::size_t start, std::size_t end, bool goes_on) {
        if (const auto label = goes_on ? std::nullopt : label_at(text_, start)) {
            open(*label);
        } else if (!goes_on && is_id(open_.word) && start > open_.value + blank_size) {
            open({Word::text, start, start});
        }
        for (; plus_ < end; plus_ = pluses_.next()) {
            const std::optional<Keyword> keyword = keyword_before(text_, plus_);
            if (keyword && accepts(*keyword, start)) {
                open(*keyword);
            }
        }
    }
    void finish() { open({Word::text, text_.size(), text_.size()}); }

  private:
    // A value of these ends with its piece when that is not full; what follows is text.
    static bool is_id(Word word) { return word != Word::text && word != Word::svwz; }

    bool accepts(const Keyword& keyword, std::size_t piece_start) const {
        const bool is_taken = (taken_ >> static_cast<unsigned>(keyword.word) & 1U) != 0;
        if (is_taken || keyword.start < open_.value) {
            return false;
        }
        if (keyword.start == piece_start || is_id(open_.word)) {
            return true;
        }
        const bool is_party = keyword.word == Word::abwa || keyword.word == Word::abwe;
        return is_party && text_[keyword.start - 1] == ' ';
    }

    void open(const Keyword& keyword) {
        place(open_.word, trimmed(text_.substr(open_.value, keyword.start - open_.value)));
        taken_ |= keyword.word == Word::text ? 0U : 1U << static_cast<unsigned>(keyword.word);
        open_ = keyword;
    }

    void place(Word word, std::string_view value) const;
    void place_party(std::string_view key, std::string_view value, bool is_receiver) const;

    static constexpr std::size_t blank_size = 1;  // between a piece and the next
    std::string_view text_;
    std::string_view code_;
    Placer& placer_;
    Marks pluses_;
    std::size_t plus_;  // the next one
    Keyword open_;
    unsigned taken_ = 0;
};

// ABWA is behind who gave the order, ABWE behind who receives it.
void PurposeReader::place_party(std::string_view key, std::string_view value,
                                bool is_receiver) const {
    if (is_own_order(code_, placer_.came_in()) == is_receiver) {
        placer_.ultimate_name(key, value);
    } else {
        placer_.other(key, value);
    }
}

void PurposeReader::place(Word word, std::string_view value) const {
    switch (word) {
        case Word::text:
        case Word::svwz:
            return placer_.remittance(value);
        case Word::eref:
            return placer_.end_to_end_id("EREF", value);
        case Word::kref:
            return placer_.batch_id("KREF", value);
        case Word::mref:
            return placer_.mandate_id("MREF", value);
        case Word::cred:
            return placer_.creditor_id("CRED", value);
        case Word::reference:
            return placer_.bank_reference("REF", value);
        case Word::abwa:
            return place_party("ABWA", value, false);
        case Word::abwe:
            return place_party("ABWE", value, true);
        case Word::iban:
            return placer_.account("IBAN", value);
        case Word::bic:
            return placer_.bic("BIC", value);
        case Word::purp:
            return placer_.purpose("PURP", value);
        case Word::oamt:
            return placer_.original_amount("OAMT", value);
        case Word::coam:
            return placer_.charges("COAM", value);
        case Word::debt:
            return placer_.other("DEBT", value);
        case Word::ddat:
            return placer_.other("DDAT", value);
        case Word::rref:
            return placer_.other("RREF", value);
    }
}

}  // namespace

bool is_purpose_keyword(std::string_view word) {
    return word_of(packed(word)).has_value();
}

void PieceText::add(std::string_view piece) {
    constexpr std::size_t piece_width = 27;
    if (size_ == pieces_.size()) {
        was_full_ = true;  // never: each number is taken once
    }
    if (!text_.empty()) {
        if (!was_full_) {
            doubles_blanks_ = doubles_blanks_ || text_.back() == ' ';
            text_ += ' ';
        }
        doubles_blanks_ = doubles_blanks_ || (text_.back() == ' ' && piece.starts_with(' '));
    }
    if (size_ < pieces_.size()) {
        pieces_[size_] = {text_.size(), was_full_};
        ++size_;
    }
    text_ += piece;
    was_full_ = piece.size() >= piece_width && character_count(piece) >= piece_width;
}

void place_purpose(const PieceText& purpose, std::string_view code, Placer& placer) {
    const auto pieces = purpose.pieces();
    PurposeReader reader(purpose, code, placer);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const bool is_last = i + 1 == pieces.size();
        reader.read(pieces[i].start, is_last ? purpose.text().size() : pieces[i + 1].start,
                    pieces[i].goes_on);
    }
    reader.finish();
    drop_repeated_references(placer);
    place_named_reference(placer.detail().remittance, placer);
}

void place_reason_in_text(Placer& placer) {
    constexpr std::string_view mark = "GRUND";
    const std::string_view text = placer.detail().remittance;
    const std::size_t found = text.find(mark);
    if (found == std::string_view::npos || !placer.detail().return_reason.empty()) {
        return;
    }
    std::string_view rest = text.substr(found + mark.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
    if (const std::string_view code = first_word(rest); is_reason_code(code)) {
        placer.return_reason("TEXT", code);
    }
}

}  // namespace afletter::mt940

// Joins what a payer wrote, in pieces, into one text.
#include "camt/remittance.hpp"

#include "camt/values.hpp"

namespace afletter::camt {

namespace {

// Ustrd is Max140Text. A piece that fills it was cut there, in the middle of a word or not; any
// other ended by itself.
constexpr std::size_t piece_width = 140;

bool is_full(std::string_view text) {
    if (text.size() < piece_width) {
        return false;
    }
    std::size_t count = 0;
    for (const char character : text) {
        count += (static_cast<unsigned char>(character) & 0xc0U) != 0x80U ? 1 : 0;
    }
    return count == piece_width;
}

class PieceJoiner {
  public:
    explicit PieceJoiner(std::string& text) : text_(text) {}

    void add(const Fact& fact) {
        const std::string_view raw = fact.raw_text();
        const bool fills = is_full(raw);
        const std::string_view piece = fills ? raw : fact.text();
        const bool continues_word = was_cut_ && !raw.starts_with(' ');
        const bool has_blank = text_.ends_with(' ') || piece.starts_with(' ');
        if (!text_.empty() && !piece.empty() && !continues_word && !has_blank) {
            text_ += ' ';
        }
        text_ += piece;
        was_cut_ = fills;
    }

  private:
    std::string& text_;
    bool was_cut_ = false;
};

void add_structured(const Fact& fact, TransactionDetail& detail) {
    if (fact.field == Field::structured_reference) {
        const std::string_view reference = reference_text(fact.text());
        if (detail.structured_reference.empty()) {
            detail.structured_reference = reference;
        } else if (reference != detail.structured_reference) {
            append_text(detail.remittance, reference);
        }
    } else if (fact.field == Field::document_number ||
               fact.field == Field::structured_information) {
        append_text(detail.remittance, fact.text());
    }
}

}  // namespace

void read_remittance(const Record& record, TransactionDetail& detail) {
    if (record.has(Field::unstructured)) {
        PieceJoiner joiner(detail.remittance);
        for (const Fact& fact : record.facts()) {
            if (fact.field == Field::unstructured) {
                joiner.add(fact);
            }
        }
    }
    if (record.has(Field::structured_reference) || record.has(Field::document_number) ||
        record.has(Field::structured_information)) {
        for (const Fact& fact : record.facts()) {
            add_structured(fact, detail);
        }
    }
}

}  // namespace afletter::camt

// Joins what a payer wrote, in pieces, into one text.
#include "camt/remittance.hpp"

#include "camt/transaction.hpp"
#include "camt/values.hpp"

namespace afletter::camt {

namespace {

// Ustrd is Max140Text. A piece that fills it was cut there, in the middle of a word or not; any
// other ended by itself.
constexpr std::size_t piece_width = 140;

std::size_t character_count(std::string_view text) {
    std::size_t count = 0;
    for (const char character : text) {
        count += (static_cast<unsigned char>(character) & 0xc0) != 0x80 ? 1 : 0;
    }
    return count;
}

std::string join_unstructured(const xml::Element& information) {
    std::string text;
    bool was_cut = false;
    for (auto piece = information.child("Ustrd"); piece; piece = piece.next_alike()) {
        const bool is_full = character_count(piece.raw_text()) == piece_width;
        const std::string_view piece_text = is_full ? piece.raw_text() : piece.text();
        const bool continues_word = was_cut && !piece.raw_text().starts_with(' ');
        const bool has_blank = text.ends_with(' ') || piece_text.starts_with(' ');
        if (!text.empty() && !piece_text.empty() && !continues_word && !has_blank) {
            text += ' ';
        }
        text += piece_text;
        was_cut = is_full;
    }
    return text;
}

}  // namespace

Remittance read_remittance(const xml::Element& information) {
    Remittance remittance{"", join_unstructured(information)};
    for (auto part = information.child("Strd"); part; part = part.next_alike()) {
        const std::string reference = reference_text(part.find("CdtrRefInf/Ref"));
        if (remittance.structured_reference.empty()) {
            remittance.structured_reference = reference;
        } else if (reference != remittance.structured_reference) {
            append_text(remittance.text, reference);
        }
        for (auto document = part.child("RfrdDocInf"); document; document = document.next_alike()) {
            append_text(remittance.text, document.child("Nb").text());
        }
        for (auto more = part.child("AddtlRmtInf"); more; more = more.next_alike()) {
            append_text(remittance.text, more.text());
        }
    }
    return remittance;
}

}  // namespace afletter::camt

// mBank: the booking text, then labels between semicolons.
#include <array>
#include <cstdint>

#include "mt940/information/dialects.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

struct Label {
    std::string_view text;
    void (Placer::*place)(std::string_view, std::string_view);
};

// Account to or from, name of payee or payer, title, and the bank's number of the transaction.
constexpr std::array<Label, 6> labels = {{{"NA RACH.", &Placer::account},
                                          {"Z RACH.", &Placer::account},
                                          {"DLA", &Placer::name},
                                          {"OD", &Placer::name},
                                          {"TNR", &Placer::bank_reference},
                                          {"KURS", &Placer::exchange_rate}}};
constexpr std::string_view title = "TYT.";
constexpr std::string_view last_label = "TNR: ";

// "NA RACH.: 83101010230000261395100000"; without a label it belongs to the title before it.
void place(std::string_view piece, Placer& placer) {
    piece = trimmed(piece);
    const std::size_t colon = piece.find(": ");
    const std::string_view key = piece.substr(0, colon);
    if (colon == std::string_view::npos) {
        placer.remittance(piece);
        return;
    }
    const std::string_view value = piece.substr(colon + 2);
    if (key == title) {
        placer.remittance(value);
        return;
    }
    for (const Label& label : labels) {
        if (label.text == key) {
            (placer.*label.place)(key, value);
            return;
        }
    }
    placer.other(key, value);
}

}  // namespace

bool read_polish(std::string_view text, Placer& placer) {
    constexpr std::size_t code_size = 3;
    if (!all_digits(text.substr(0, code_size))) {
        return false;
    }
    const std::size_t first = text.find("; ");
    if (first == std::string_view::npos || text.find(last_label, first) == std::string_view::npos) {
        return false;
    }
    placer.describe(text.substr(0, first));
    text.remove_prefix(first + 1);
    while (!text.empty()) {
        const std::size_t size = std::min(text.find(';'), text.size());
        place(text.substr(0, size), placer);
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return true;
}

}  // namespace afletter::mt940

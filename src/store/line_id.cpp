// Line ids: made from digests, read from what people type.
#include "line_id.hpp"

#include <afletter/ascii.hpp>

#include "columns.hpp"
#include "encoding/field_bytes.hpp"
#include "encoding/sha256.hpp"

namespace afletter {

namespace {

constexpr std::size_t text_length = 12;
constexpr unsigned bits_per_character = 5;
constexpr unsigned id_bits = 60;

std::optional<std::uint64_t> crockford_value(char character) {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    char letter = to_lower(character);
    if (letter == 'o') {
        letter = '0';
    }
    if (letter == 'i' || letter == 'l') {
        letter = '1';
    }
    const std::size_t value = alphabet.find(letter);
    return value == std::string_view::npos ? std::nullopt : std::optional<std::uint64_t>(value);
}

}  // namespace

Sha256 identity_of(const Line& line, std::string_view account) {
    const TransactionDetail& detail = line.detail;
    const Counterparty& party = detail.counterparty;
    FieldBytes fields;
    fields.add_all(account, to_iso(line.booking_date), to_iso(line.value_date),
                   line.amount.minor_units(), line.amount.currency().code(), detail.bank_reference,
                   detail.end_to_end_id, party.name, text_or_empty(party.iban), party.account,
                   party.bic, detail.structured_reference, detail.remittance, line.description,
                   line.customer_reference);
    return sha256(fields.bytes());
}

LineId line_id_of(const Sha256& identity, std::int64_t occurrence) {
    FieldBytes fields;
    fields.add_all(bytes_of(identity), occurrence);
    const Sha256 digest = sha256(fields.bytes());
    std::uint64_t first_bits = 0;
    for (std::size_t i = 0; i < sizeof first_bits; ++i) {
        first_bits = first_bits << 8U | digest[i];
    }
    return {static_cast<std::int64_t>(first_bits >> (64 - id_bits))};
}

std::optional<LineIdRange> parse_line_id_beginning(std::string_view text) {
    if (text.starts_with("E-") || text.starts_with("e-")) {
        text.remove_prefix(2);
    }
    if (text.empty() || text.size() > text_length) {
        return std::nullopt;
    }
    std::uint64_t beginning = 0;
    for (const char character : text) {
        const auto value = crockford_value(character);
        if (!value) {
            return std::nullopt;
        }
        beginning = beginning << bits_per_character | *value;
    }
    const auto missing_bits = static_cast<unsigned>(text_length - text.size()) * bits_per_character;
    const std::uint64_t first = beginning << missing_bits;
    const std::uint64_t last = first | ((std::uint64_t{1} << missing_bits) - 1);
    return LineIdRange{{static_cast<std::int64_t>(first)}, {static_cast<std::int64_t>(last)}};
}

}  // namespace afletter

// How banks write field 86: one function for each dialect. All take the joined lines of a booking
// and fill what they can place.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstdint>
#include <string_view>

namespace afletter::mt940 {

enum class Reading : std::uint8_t {
    other_dialect,  // not of this dialect; nothing was filled
    partly,         // some of the text has no place of its own
    wholly,         // every part has one
};

// ING MT940S: /EREF/../CNTP/iban/bic/name/city//REMI/USTD//../
[[nodiscard]] Reading read_ing(std::string_view text, TransactionDetail& detail);
// ABN AMRO, Knab and others: /TRTP/../IBAN/../BIC/../NAME/../REMI/../EREF/..
[[nodiscard]] Reading read_abn_amro(std::string_view text, TransactionDetail& detail);
// Rabobank MT940S: /EREF/../BENM//NAME/../REMI/../ISDT/..
[[nodiscard]] Reading read_rabobank(std::string_view text, TransactionDetail& detail);
// German banks (DK): 166?00..?20EREF+..?21SVWZ+..?31iban?32name
[[nodiscard]] Reading read_german(std::string_view text, TransactionDetail& detail);
// Any other: columns and labels of the years before SEPA, or just text.
[[nodiscard]] Reading read_free_text(std::string_view text, TransactionDetail& detail);

}  // namespace afletter::mt940

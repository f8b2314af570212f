// ISO 4217 alphabetic codes, by their number of minor digits.
#include "currencies.hpp"

#include <afletter/model/money.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace afletter {

namespace {

// Each code takes four characters, with the blank behind it.
constexpr std::string_view no_digits =
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF "
    "XPF ";
constexpr std::string_view two_digits =
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV "
    "BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP "
    "CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
    "GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD "
    "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
    "MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR "
    "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP "
    "STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU "
    "UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ";
constexpr std::string_view three_digits = "BHD IQD JOD KWD LYD OMR TND ";
constexpr std::string_view four_digits = "CLF UYW ";
// Withdrawn, yet found in statements kept for seven years and in old samples.
constexpr std::string_view withdrawn_two_digits =
    "ANG ATS BEF BGN CUC CYP DEM EEK FIM FRF GRD HRK IEP LTL LVL MRO "
    "MTL NLG PTE SIT SKK SLL STD VEF ZWL ";
constexpr std::string_view withdrawn_no_digits = "BYR ITL ESP ";

// One place for each code of three capitals: a reader asks for every amount, and the MT940 reader
// at every place of a field where a code may stand.
constexpr std::size_t letter_count = 26;
constexpr std::int8_t no_currency = -1;
using DigitsByCode = std::array<std::int8_t, letter_count * letter_count * letter_count>;

constexpr bool is_code(std::string_view code) {
    return code.size() == 3 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' &&
           code[1] <= 'Z' && code[2] >= 'A' && code[2] <= 'Z';
}

constexpr std::size_t place_of(std::string_view code) {
    std::size_t place = 0;
    for (const char letter : code) {
        place = place * letter_count + static_cast<std::size_t>(letter - 'A');
    }
    return place;
}

constexpr void add(DigitsByCode& table, std::string_view codes, std::int8_t digits) {
    for (std::size_t at = 0; at < codes.size(); at += 4) {
        table[place_of(codes.substr(at, 3))] = digits;
    }
}

constexpr DigitsByCode make_table() {
    DigitsByCode table{};
    table.fill(no_currency);
    add(table, no_digits, 0);
    add(table, withdrawn_no_digits, 0);
    add(table, two_digits, 2);
    add(table, withdrawn_two_digits, 2);
    add(table, three_digits, 3);
    add(table, four_digits, 4);
    return table;
}
constexpr DigitsByCode digits_by_code = make_table();

}  // namespace

std::optional<int> minor_digits_of(std::string_view code) {
    if (!is_code(code)) {
        return std::nullopt;
    }
    const std::int8_t digits = digits_by_code[place_of(code)];
    return digits == no_currency ? std::nullopt : std::optional<int>(digits);
}

}  // namespace afletter

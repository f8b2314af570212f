// ISO 4217 alphabetic codes, by their number of minor digits.
#include "currencies.hpp"

#include <afletter/model/money.hpp>

#include <string_view>

namespace afletter {

namespace {

// Every code stands with a blank behind it, so that a code cannot be found across two others.
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

bool lists(std::string_view codes, std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); at += 4) {
        if (codes.substr(at, 3) == code) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<int> minor_digits_of(std::string_view code) {
    if (code.size() != 3) {
        return std::nullopt;
    }
    if (lists(two_digits, code) || lists(withdrawn_two_digits, code)) {
        return 2;
    }
    if (lists(no_digits, code) || lists(withdrawn_no_digits, code)) {
        return 0;
    }
    if (lists(three_digits, code)) {
        return 3;
    }
    return lists(four_digits, code) ? std::optional<int>(4) : std::nullopt;
}

}  // namespace afletter

// Parts of our readers that the benchmark measures by themselves.
#pragma once

#include <string_view>

#include "bench/rivals.hpp"

namespace afletter::bench {

// The XML scanner with every element wanted, and no reader behind it.
[[nodiscard]] Contestant xml_scanner(std::string_view file);
// The front end of the CAMT reader: every field found, and the amounts that prove the balances.
[[nodiscard]] Contestant camt_front_end(std::string_view file);
// The front end of the MT940 reader: framing and grammars, each field handed over and dropped.
[[nodiscard]] Contestant mt940_front_end(std::string_view file);
// The same with each :86: split and its parts placed.
[[nodiscard]] Contestant mt940_split(std::string_view file);
// The scanner written by hand that yields the same fields.
[[nodiscard]] Contestant mt940_by_hand(std::string_view file);

}  // namespace afletter::bench

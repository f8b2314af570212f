// Which lines give back what was booked before. A return must reopen what it returns, so it is
// never matched as if it were a payment.
#pragma once

#include <afletter/model/line.hpp>

namespace afletter::matching {

[[nodiscard]] bool is_return(const Line& line);

}  // namespace afletter::matching

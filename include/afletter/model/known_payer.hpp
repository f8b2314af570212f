// A payer as a line shows him that settled an item: so an account that the books do not hold
// becomes known of a party.
#pragma once

#include <afletter/model/decision.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace afletter {

struct KnownPayer {
    std::string iban;
    std::string name;     // as the bank wrote it
    std::string item_id;  // one that the line settled; all it settled is of one party
};

// The methods by which a line tells whose its payer's account is: something names what was paid.
inline constexpr std::array methods_that_tell_of_payers{Method::reference, Method::end_to_end,
                                                        Method::document, Method::combination,
                                                        Method::iban_amount};
[[nodiscard]] constexpr bool tells_of_payer(Method method) {
    return std::ranges::find(methods_that_tell_of_payers, method) !=
           methods_that_tell_of_payers.end();
}

}  // namespace afletter

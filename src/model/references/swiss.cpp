// The reference of a Swiss QR bill, which the orange slip (ESR) had before it.
#include "references/check_digits.hpp"
#include "references/families.hpp"

namespace afletter {

Verdict check_qr_reference(std::string_view plain) {
    constexpr std::size_t digits = 27;
    if (plain.size() != digits || !all_digits(plain)) {
        return Verdict::wrong_shape;
    }
    return verdict_if(!all_zeros(plain) &&
                      plain.back() == recursive_check_digit(plain.substr(0, digits - 1)));
}

}  // namespace afletter

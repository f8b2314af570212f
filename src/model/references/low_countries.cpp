// Dutch account numbers and citizen service numbers, and the Belgian structured communication.
#include <array>

#include "mod_97.hpp"
#include "references/check_digits.hpp"
#include "references/families.hpp"

namespace afletter {

Verdict check_account_number(std::string_view plain) {
    if ((plain.size() != 9 && plain.size() != 10) || !all_digits(plain)) {
        return Verdict::wrong_shape;
    }
    return verdict_if(passes_elfproef(plain));
}

// The elfproef with the last digit subtracted: weights 9 to 2, and -1, which is 10 in mod 11.
Verdict check_bsn(std::string_view plain) {
    constexpr std::array<std::uint8_t, 9> weights{10, 2, 3, 4, 5, 6, 7, 8, 9};
    if (plain.size() != weights.size() || !all_digits(plain)) {
        return Verdict::wrong_shape;
    }
    return verdict_if(!all_zeros(plain) && weighted_sum(plain, weights) % 11 == 0);
}

// The last two of 12 digits are the first ten mod 97; 97 stands for 0.
Verdict check_ogm(std::string_view plain) {
    constexpr std::size_t digits = 12;
    constexpr std::size_t checked = 10;
    if (plain.size() != digits || !all_digits(plain)) {
        return Verdict::wrong_shape;
    }
    const std::uint64_t remainder = mod_97(plain.substr(0, checked));
    const std::uint64_t check = digit_value(plain[checked]) * 10 + digit_value(plain[checked + 1]);
    return verdict_if(check == (remainder == 0 ? 97 : remainder));
}

}  // namespace afletter

// What tests of hostile input share: texts of one token, and the time that reading one may take.
#pragma once

#include <chrono>
#include <cstddef>
#include <ctime>
#include <string>

#include "support/sanitizers.hpp"

namespace afletter::test {

inline constexpr std::size_t hostile_size = std::size_t{1024} * 1024 / sanitizer_divisor;

// A step that takes time by the square of this size would take minutes.
inline constexpr auto hostile_time_max = std::chrono::milliseconds(1'000);

inline std::string filled_with(std::string head, const std::string& token) {
    head.reserve(hostile_size + token.size());
    while (head.size() < hostile_size) {
        head += token;
    }
    return head;
}

// Of the processor, which other programs do not lengthen.
template <class Work>
std::chrono::milliseconds time_of(const Work& work) {
    const std::clock_t start = std::clock();
    work();
    return std::chrono::milliseconds((std::clock() - start) * 1'000 / CLOCKS_PER_SEC);
}

}  // namespace afletter::test

// What tests of hostile input share: texts of one token, and the time that reading one may take.
#pragma once

#include <chrono>
#include <cstddef>
#include <ctime>
#include <string>

#include "support/sanitizers.hpp"

namespace afletter::test {

inline constexpr std::size_t hostile_size = std::size_t{1024} * 1024 / sanitizer_divisor;

inline std::string filled_with(std::string head, const std::string& token,
                               std::size_t size = hostile_size) {
    head.reserve(size + token.size());
    while (head.size() < size) {
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

// Whether reading the head filled with tokens takes time in proportion to its size. What is over
// at once is; what is not is held against an eighth of it, which takes a sixty-fourth of the time
// where a step goes by the square. A busy machine may spoil one measurement, hardly five.
template <class Read>
bool is_read_in_proportion(const std::string& head, const std::string& token, const Read& read) {
    constexpr auto at_once = std::chrono::milliseconds(1'000);
    constexpr std::size_t part = 8;
    const auto time = [&](std::size_t size) {
        const std::string bytes = filled_with(head, token, size);
        return time_of([&] { read(bytes); });
    };
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto whole = time(hostile_size);
        if (whole < at_once || whole < 2 * part * time(hostile_size / part)) {
            return true;
        }
    }
    return false;
}

}  // namespace afletter::test

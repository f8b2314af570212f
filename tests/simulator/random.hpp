// The simulator's only source of chance: a small generator that gives the same numbers on every
// machine. Everything random in the made-up world is drawn from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace afletter::simulator {

// SplitMix64 (Steele, Lea, Flood 2014). The distributions of the standard library differ from one
// library to the next, so there are none here; the bias of a modulo does not matter to a test.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    // A stream of its own for each purpose and number, so that one can be drawn again without
    // drawing what came before it.
    Random(std::uint64_t seed, std::uint64_t purpose, std::uint64_t number)
        : state_(mixed(mixed(mixed(seed) + purpose) + number)) {}

    std::uint64_t next() {
        state_ += golden;
        return mixed(state_);
    }
    // 0 to bound - 1.
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(next() % bound); }
    std::int64_t between(std::int64_t first, std::int64_t last) {
        return first +
               static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(last - first + 1));
    }
    bool percent(std::uint32_t share) { return below(100) < share; }

    template <class Container>
    const auto& pick(const Container& choices) {
        return choices[below(choices.size())];
    }
    // The place of one weight, each as likely as it is heavy.
    std::size_t weighted(std::span<const std::uint32_t> weights) {
        std::uint64_t total = 0;
        for (const std::uint32_t weight : weights) {
            total += weight;
        }
        std::uint64_t left = next() % total;
        std::size_t place = 0;
        while (left >= weights[place]) {
            left -= weights[place++];
        }
        return place;
    }

  private:
    static constexpr std::uint64_t golden = 0x9E37'79B9'7F4A'7C15;
    static constexpr std::uint64_t mixed(std::uint64_t value) {
        value = (value ^ (value >> 30)) * 0xBF58'476D'1CE4'E5B9;
        value = (value ^ (value >> 27)) * 0x94D0'49BB'1331'11EB;
        return value ^ (value >> 31);
    }
    std::uint64_t state_;
};

}  // namespace afletter::simulator

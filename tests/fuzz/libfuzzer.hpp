// The functions by which libFuzzer and a target know each other (llvm.org/docs/LibFuzzer.html), and
// what all mutators share. A mutator changes one input a little; chance comes from its seed alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>

// The names are libFuzzer's. NOLINTBEGIN(readability-identifier-naming)
extern "C" {
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t size_max);
std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t size_max,
                                    unsigned int seed);
}
// NOLINTEND(readability-identifier-naming)

namespace afletter::fuzz {

[[nodiscard]] std::string_view text_of(const std::uint8_t* data, std::size_t size);
// Puts the text where libFuzzer wants it, cut to what fits there; its size.
std::size_t put(std::string_view text, std::uint8_t* data, std::size_t size_max);
// libFuzzer's own mutation of bytes.
[[nodiscard]] std::string mutated_bytes(std::string text);

class Chance {
  public:
    explicit Chance(unsigned int seed) : engine_(seed) {}

    // 0 to below `count`; `count` is not 0.
    [[nodiscard]] std::size_t below(std::size_t count) { return engine_() % count; }
    [[nodiscard]] std::string_view one_of(std::span<const std::string_view> choices) {
        return choices[below(choices.size())];
    }

  private:
    std::mt19937 engine_;
};

}  // namespace afletter::fuzz

// One number for many decisions: two programs that give the same one have decided the same, word
// for word. For changes that must change nothing.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace afletter::test {

class DecisionDigest {
  public:
    // In the order in which they are handed over, which counts as well.
    void add(std::size_t line, const Decision& decision);
    [[nodiscard]] std::uint64_t value() const { return value_; }
    [[nodiscard]] std::string text() const;  // 16 hexadecimal digits

  private:
    void put(std::string_view text);
    void put_number(std::int64_t number);
    void put_candidate(const Candidate& candidate);

    std::string bytes_;  // of one decision
    std::uint64_t value_ = 0;
};

}  // namespace afletter::test

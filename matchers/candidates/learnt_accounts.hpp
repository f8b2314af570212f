// Accounts that have paid for parties whose account the books do not hold, or hold another of. Part
// of Books.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "candidates/parties.hpp"

namespace afletter::matching {

// Accounts go by a hash: of a million, two are one in some 40 million books.
class LearntAccounts {
  public:
    // False when that was known.
    bool add(std::uint64_t account, PartyIndex party);
    // Ascending; none when there are more than a household has.
    [[nodiscard]] std::span<const PartyIndex> of(std::uint64_t account) const;

  private:
    static constexpr std::size_t parties_max = 3;
    struct Payees {
        std::array<PartyIndex, parties_max> parties{};
        std::uint32_t count = 0;  // parties_max + 1: more
    };
    std::unordered_map<std::uint64_t, Payees> payees_;
};

}  // namespace afletter::matching

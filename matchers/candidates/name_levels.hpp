// How the payer's name compares with the names of parties, remembered: one line asks of the same
// party in the search, in weighing and in every rule of the policy.
#pragma once

#include <afletter/model/decision.hpp>

#include <array>
#include <cstdint>
#include <optional>

#include "candidates/parties.hpp"

namespace afletter::matching {

class NameLevels {
  public:
    [[nodiscard]] std::optional<Level> of(PartyIndex party) const {
        for (std::uint32_t at = slot_of(party); slots_[at].key != 0; at = (at + 1) % slots) {
            if (slots_[at].key == party + 1) {
                return slots_[at].level;
            }
        }
        return std::nullopt;
    }
    // Of a party that is not there; when many are, it is not remembered.
    void add(PartyIndex party, Level level) {
        if (count_ == slots / 2) {
            return;
        }
        std::uint32_t at = slot_of(party);
        while (slots_[at].key != 0) {
            at = (at + 1) % slots;
        }
        slots_[at] = {.key = party + 1, .level = level};
        ++count_;
    }

  private:
    static constexpr std::uint32_t slots = 128;
    struct Slot {
        std::uint32_t key = 0;  // the party's index and 1; 0: nobody
        Level level = Level::absent;
    };
    static std::uint32_t slot_of(PartyIndex party) { return (party * 0x9e3779b9U) >> 25U; }

    std::array<Slot, slots> slots_{};
    std::uint32_t count_ = 0;
};

}  // namespace afletter::matching

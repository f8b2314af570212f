// One stream of chance for each purpose, so that what a line looks like does not depend on how
// many lines were looked at before it.
#pragma once

#include <cstdint>

#include "simulator/random.hpp"
#include "simulator/world.hpp"

namespace afletter::simulator {

enum class Stream : std::uint8_t {
    parties,
    items,
    plan,
    person,
    account,
    known_accounts,
    reference,
    document,
    wording,
    dialect,
    missing,
    gaps,
    noise,
    society,
};

[[nodiscard]] inline Random stream(const World& world, Stream purpose, std::uint64_t number = 0) {
    return Random(world.options.seed, static_cast<std::uint64_t>(purpose), number);
}

}  // namespace afletter::simulator

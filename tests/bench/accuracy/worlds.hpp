// Which made-up worlds a run judges, and what each is called in the tables.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulator/world.hpp"

namespace afletter::judging {

struct NamedWorld {
    std::string name;  // "nasty, 5 % missing, sparse, seed 3"
    simulator::WorldOptions options;
};

// What the command line asks for. An empty list is left open.
struct WorldRequest {
    std::uint32_t lines = 20'000;  // of each world
    std::uint32_t seeds = 1;
    std::uint64_t first_seed = 1;
    std::vector<std::string> mixes;
    std::vector<std::uint32_t> missing_percents;
    std::vector<simulator::Numbering> numberings;
    std::vector<simulator::Noise> noises;
    std::vector<simulator::Society> societies;
};

// With nothing asked for, the worlds of docs/accuracy.md; else every combination of what is, an
// open list counting as its ordinary value.
[[nodiscard]] std::vector<NamedWorld> worlds_of(const WorldRequest& request);

}  // namespace afletter::judging

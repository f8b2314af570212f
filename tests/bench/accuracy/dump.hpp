// Lines to look at, as readable text: what the bank says, what is true, and what the core chose.
#pragma once

#include <afletter/model/decision.hpp>

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/accuracy/judge.hpp"
#include "simulator/books.hpp"

namespace afletter::judging {

// Decisions of the core on one world, with the answers made of them.
struct CoreRun {
    std::string world;
    const simulator::Books* books = nullptr;
    std::vector<Decision> decisions;
    std::vector<Answer> answers;
};

// Every match that is wrong.
void write_wrong(std::FILE* out, const CoreRun& run);
// One in so many of the lines that pay an item and were left, with the rank of the truth.
void write_left(std::FILE* out, const CoreRun& run, std::uint64_t one_in);

}  // namespace afletter::judging

// The world as the program holds it, without files in between: the lines that a reader would make
// of its statements, the open items, and the truth beside each line. For judging many lines fast.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/own_account.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "simulator/world.hpp"

namespace afletter::simulator {

// One item as its administration exports it.
[[nodiscard]] OpenItem open_item_of(const World& world, std::uint32_t item);

// Part of a line, and the item that it truly settles; signed as the line.
struct TrueShare {
    std::size_t item = 0;  // its place in Books::items
    std::int64_t cents = 0;
    friend bool operator==(const TrueShare&, const TrueShare&) = default;
};

struct LineTruth {
    LineKind kind = LineKind::unknown_receipt;
    bool complete = true;           // every item that the line pays is in the ledger
    bool transfer = false;          // between our own accounts: it is booked without an item
    std::vector<TrueShare> shares;  // those that are, by place; of a return the other way
};

struct Books {
    std::vector<Line> lines;        // numbered from 1
    std::vector<OpenItem> items;    // by item_id
    std::vector<LineTruth> truths;  // one for each line
    std::vector<OwnAccount> accounts;
};

// The lines are those of the statements as CAMT.053, whatever format the world's accounts have.
[[nodiscard]] Books books_of(const World& world);

}  // namespace afletter::simulator

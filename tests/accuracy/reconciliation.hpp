// A made-up world taken through the public pipeline on a real ledger file, and what became of each
// line, told by bank reference as the truth is.
#pragma once

#include <afletter/pipeline.hpp>

#include <map>
#include <string>
#include <vector>

#include "simulator/world.hpp"

namespace afletter::accuracy {

// What is to be paid, or is said to be paid, by item id; cents signed as the line.
using Allocations = std::map<std::string, std::int64_t>;

struct LineOutcome {
    bool matched = false;
    Allocations allocations;              // of the match
    std::vector<Allocations> candidates;  // of the exception, best first
    std::string method_or_reason;
    std::string line_id;
    std::int64_t cents = 0;
    std::int64_t settled_cents = 0;  // by a match
    std::int64_t waiting_cents = 0;  // as an exception: the line, or the rest that a match leaves
};

struct Reconciliation {
    std::map<std::string, LineOutcome> lines;  // by account and bank reference
    std::vector<Diagnostic> errors;
    VerifyReport verified;
};
[[nodiscard]] std::string line_key(const std::string& account, const std::string& bank_reference);

// Writes the files, imports them, matches, and reads the answers; in a folder that is removed.
[[nodiscard]] Reconciliation reconcile(const simulator::World& world);

}  // namespace afletter::accuracy

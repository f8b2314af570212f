// The last guard: no item is settled for more than is open of it, whatever the weights say.
#pragma once

#include <afletter/model/decision.hpp>

#include <vector>

#include "candidates/books.hpp"

namespace afletter::matching {

// Takes back every match of an item whose matches together exceed it.
void take_back_excess(std::vector<Decision>& decisions, const Books& books);

}  // namespace afletter::matching

// The items of an explanation by name, in a sentence: a batch may have thousands.
#pragma once

#include <afletter/model/decision.hpp>

#include <string>

namespace afletter::rendering {

// "I-1+I-2"; of many the first, and how many there are: "I-1+I-2+I-3+I-4+I-5+... (812)".
// Where there is none, the accounts that it is booked to.
[[nodiscard]] std::string few_items_of(const Candidate& candidate);

}  // namespace afletter::rendering

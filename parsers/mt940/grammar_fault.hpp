// How a field's grammar says no: the name of what it expected, as a clerk reads it, and where.
#pragma once

#include <string>

namespace afletter::mt940 {

struct GrammarFault {
    std::string expected;
    const char* at = nullptr;
};

}  // namespace afletter::mt940

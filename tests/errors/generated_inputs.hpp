// Inputs of the error tests that are too large to keep as files, or better read as what they hold.
#pragma once

#include <string>
#include <vector>

namespace afletter::test {

struct GeneratedInput {
    std::string name;
    std::string content;
};
[[nodiscard]] std::vector<GeneratedInput> generated_inputs();

}  // namespace afletter::test

// A few files, a few commands, and what the last one answers, kept in a file beside the tests.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace afletter::test {

// Files are written and commands run in a folder of their own; the last command is the one that
// answers.
struct Scene {
    std::string name;
    std::map<std::string, std::string> files;
    std::vector<std::vector<std::string>> commands;
};

// Compares with NAME.expected; AFLETTER_ACCEPT=1 writes that file anew.
void check(const Scene& scene);

}  // namespace afletter::test

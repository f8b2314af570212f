// The matching core by itself: lines and items from a folder of files into a Matcher, no ledger.
#pragma once

#include <filesystem>

namespace afletter::bench {

// Reads folder/items.csv and folder/statements, decides, and prints how long each step took, how
// many rounds there were, the most memory, and a digest of all decisions. Reading the files and
// making the digest do not count. Throws std::runtime_error when a file cannot be read.
void run_core(const std::filesystem::path& folder);

}  // namespace afletter::bench

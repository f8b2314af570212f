// Why not this item? The item's explanation beside the best, feature by feature.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/text.hpp>

#include <string>
#include <vector>

namespace afletter::rendering {

// Null when the line has no candidate, or the item is in the best one itself.
[[nodiscard]] const Candidate* best_beside(const Versus& versus);
// The difference in one sentence.
[[nodiscard]] std::string sentence_of(const Versus& versus, Language language);
// What the reader must know of how it was weighed, and of what has become of the item.
[[nodiscard]] std::vector<std::string> notes_of(const Versus& versus, Language language);

}  // namespace afletter::rendering

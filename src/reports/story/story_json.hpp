// `explain` for programs: everything that the text says, under keys that stay.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/text.hpp>

#include <ostream>

namespace afletter::rendering {

void write_story_json(std::ostream& out, const LineStory& story, Language language);
void write_versus_json(std::ostream& out, const Versus& versus, Language language);

}  // namespace afletter::rendering

// What the audit sample says so far, for `sample list` and `learn status`.
#pragma once

#include <afletter/model/audit_sample.hpp>
#include <afletter/text.hpp>

#include <ostream>

#include "json_writer.hpp"

namespace afletter::rendering {

// Nothing where nothing was drawn.
void write_sample_status(std::ostream& out, const SampleStatus& status, Language language);
// As "audit_sample", with "tests", "alarms" and "waiting".
void write_sample_status(JsonWriter& json, const SampleStatus& status);

}  // namespace afletter::rendering

// What follows from a line itself, as JSON: how long it can be taken back, and why it came back.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/text.hpp>

#include "json_writer.hpp"

namespace afletter::rendering {

// "revocable_until" and "revocable_if_unauthorised_until"; nothing for a line that is final.
void write_refund_right(JsonWriter& json, const Line& line);

// "return_reason" and "return_reason_text"; nothing for a line that is no return.
void write_return_reason(JsonWriter& json, const Line& line, Language language);

}  // namespace afletter::rendering

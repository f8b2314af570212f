// The fields that stand once in a message, around its entries; and the order they must keep.
#pragma once

#include "mt940/field_findings.hpp"

namespace afletter::mt940 {

// Null where the message has no such field.
struct Frame {
    const Field* reference = nullptr;    // :20:
    const Field* account = nullptr;      // :25:
    const Field* sequence = nullptr;     // :28C:
    const Field* created = nullptr;      // :13D:
    const Field* floor_limit = nullptr;  // :34F:, only in MT942
    const Field* opening = nullptr;      // :60a:
    const Field* first_line = nullptr;   // :61:
    const Field* closing = nullptr;      // :62a:
};
[[nodiscard]] Frame frame_of(const Message& message, FieldFindings& findings);

// Whether there is more than the :20: that a cut-off file ends with.
[[nodiscard]] bool holds_statement(const Frame& frame);

}  // namespace afletter::mt940

// Assembles the fields of one message into a statement: header, entries, closing.
#pragma once

#include <afletter/parsers.hpp>

#include "mt940/field_findings.hpp"

namespace afletter::mt940 {

// False when the message holds no statement: nothing was sent to the sink.
bool read_statement(const Message& message, FieldFindings& findings, StatementSink& sink);

}  // namespace afletter::mt940

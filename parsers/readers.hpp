// One function for each statement format; detect.cpp chooses among them by content.
#pragma once

#include <afletter/parsers.hpp>

#include "source_text.hpp"

namespace afletter {

// parsers/mt940: the whole file as text.
bool read_mt940(const SourceText& source, StatementSink& sink);
// parsers/camt: a stream of bytes; statements leave as they are read.
bool read_camt(const std::string& source_name, ByteSource& bytes, StatementSink& sink);

}  // namespace afletter

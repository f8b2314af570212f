// One function for each statement format; detect.cpp chooses among them by content.
#pragma once

#include <afletter/parsers.hpp>

namespace afletter {

// Each reads a stream of UTF-8 without a byte order mark, whatever the file was in, and hands its
// statements on as they are read. False when an error was reported.
bool read_mt940(const std::string& source_name, ByteSource& utf8, StatementSink& sink);
bool read_camt(const std::string& source_name, ByteSource& utf8, StatementSink& sink);

}  // namespace afletter

// Stmt, Rpt, Ntfctn -> header, entries, closing, handed on as they are read.
#pragma once

#include <string>

#include "camt/values.hpp"
#include "xml/reader.hpp"

namespace afletter::camt {

// What a statement takes over from the message around it.
struct Message {
    std::string format;   // "camt.053.001.08"
    std::string created;  // GrpHdr/CreDtTm
    std::string page;     // GrpHdr/MsgPgntn (.02): "2", or empty when there is only one
};

// The page number of a ...Pgntn element; empty when the page is the only one.
[[nodiscard]] std::string read_page(const xml::Element& pagination);

// Reads the statement whose start was just read, up to its end or the XML's fault.
void read_statement(Reading& reading, const Message& message, const xml::Event& start);

}  // namespace afletter::camt

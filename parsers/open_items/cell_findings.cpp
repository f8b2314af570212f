// Gives a finding the place and the line of its cell.
#include "open_items/cell_findings.hpp"

#include <utility>

namespace afletter::open_items {

void CellFindings::add(Severity severity, std::string code, const Cell& cell, std::string message,
                       std::string hint) {
    findings_.add({severity, std::move(code),
                   Place{source_.name, cell.line, cell.column, cell.offset + 1}, std::move(message),
                   excerpt_at(source_, cell.offset), std::move(hint)});
}

}  // namespace afletter::open_items

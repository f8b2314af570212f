// Findings about single cells of a CSV file.
#pragma once

#include <string>

#include "findings.hpp"
#include "open_items/csv.hpp"
#include "source_text.hpp"

namespace afletter::open_items {

class CellFindings {
  public:
    // Keeps references to both.
    CellFindings(const SourceText& source, Findings& findings)
        : source_(source), findings_(findings) {}

    void add(Severity severity, std::string code, const Cell& cell, std::string message,
             std::string hint);

  private:
    const SourceText& source_;
    Findings& findings_;
};

}  // namespace afletter::open_items

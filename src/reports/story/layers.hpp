// The parts of an explanation as text, one function for each; `explain` writes them one below the
// other.
#pragma once

#include <afletter/model/records.hpp>
#include <afletter/reports.hpp>

#include <ostream>
#include <string_view>

namespace afletter::rendering {

// The line as the bank has it; where the numbers of the best candidate stand in it is marked.
void write_line_head(std::ostream& out, const LineStory& story, const ReportOptions& options);
// The best candidate in full, the runners-up by what differs.
void write_candidate_layer(std::ostream& out, const LineStory& story, const ReportOptions& options);
void write_search_layer(std::ostream& out, const LineStory& story, const ReportOptions& options);
// What would have made it automatic, or would have stopped it.
void write_remedy_layer(std::ostream& out, const LineStory& story, const ReportOptions& options);

// A heading, bold where there is colour.
void write_heading(std::ostream& out, std::string_view heading, const ReportOptions& options);
// A paragraph with this indent, broken at blanks; its first line begins with `mark`.
void write_paragraph(std::ostream& out, std::string_view mark, std::string_view text,
                     const ReportOptions& options);
// One candidate in full: its evidence, and how that adds up to its confidence.
void write_evidence(std::ostream& out, const Candidate& candidate, const ReportOptions& options);

}  // namespace afletter::rendering

// Records -> what people and programs read: tables, CSV, JSON, XLSX, HTML. Renderers know no
// ledger; they are handed rows one by one and write as they go.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/model/audit_sample.hpp>
#include <afletter/model/records.hpp>
#include <afletter/model/statement.hpp>
#include <afletter/model/stored_model.hpp>
#include <afletter/model/what_if.hpp>
#include <afletter/text.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

enum class Format : std::uint8_t { table, csv, json, xlsx, html };
enum class CsvDialect : std::uint8_t { rfc4180, excel_nl };

struct ReportOptions {
    Format format = Format::table;
    CsvDialect dialect = CsvDialect::rfc4180;
    Language language = Language::english;
    Date today;               // for ages in days
    bool color = false;       // only for a terminal
    std::size_t width = 100;  // columns of the terminal, for tables
};

// Writes rows as they come; finish() writes what closes the document.
class MatchWriter {
  public:
    virtual ~MatchWriter() = default;
    virtual void add(const MatchRecord& match) = 0;
    virtual void finish() = 0;
};
class ExceptionWriter {
  public:
    virtual ~ExceptionWriter() = default;
    virtual void add(const ExceptionRecord& exception) = 0;
    virtual void finish() = 0;
};
// table, csv or json.
[[nodiscard]] std::unique_ptr<MatchWriter> make_match_writer(std::ostream& out,
                                                             const ReportOptions& options);
// All formats. Throws std::ios_base::failure or std::runtime_error when the output cannot be
// written.
[[nodiscard]] std::unique_ptr<ExceptionWriter> make_exception_writer(std::ostream& out,
                                                                     const ReportOptions& options);

// `parse`: one JSON object a line for each statement, or one CSV row for each detail, written while
// the statement is read.
class StatementWriter {
  public:
    virtual ~StatementWriter() = default;
    virtual void begin(const StatementHeader& header) = 0;
    virtual void entry(const Entry& entry) = 0;
    virtual void end(const StatementClosing& closing) = 0;
    // The input broke off: JSON says so ("incomplete": true), so that every line stays JSON.
    virtual void abandon() = 0;
};
// json or csv.
[[nodiscard]] std::unique_ptr<StatementWriter> make_statement_writer(std::ostream& out,
                                                                     Format format);

// `explain`: table (text) or json.
void write_story(std::ostream& out, const LineStory& story, const ReportOptions& options);
// `explain --versus`: table (text) or json.
void write_versus(std::ostream& out, const Versus& versus, const ReportOptions& options);
// `report summary`: table, csv or json.
void write_summary(std::ostream& out, const LedgerSummary& summary, const ReportOptions& options);
// `match --what-if`: table, csv or json.
void write_what_if(std::ostream& out, const WhatIfReport& report, const ReportOptions& options);
// `learn`: table (text) or json.
void write_learning(std::ostream& out, const LearningStatus& status, const ReportOptions& options);
// `sample list`: table (text) or json.
void write_sample(std::ostream& out, const SampleStatus& status,
                  const std::vector<SampledLine>& lines, const ReportOptions& options);
// "audit sample: 2 of 11 wrong by document/open/name, suggesting until cleared".
[[nodiscard]] std::string suspension_sentence(const Suspension& suspension, Language language);
// `verify`: table or json.
void write_verify(std::ostream& out, const VerifyReport& report, const ReportOptions& options);

// file:line:column: severity[code]: message, the excerpt with a caret, and the hint.
void write_diagnostic(std::ostream& out, const Diagnostic& diagnostic, bool color);

// The text with everything that a terminal would act on (C0, C1, DEL, bidi controls, U+2028/9)
// shown as \xNN or \uNNNN; CWE-150.
[[nodiscard]] std::string printable(std::string_view text);
// The text as a JSON string, with its quotes (RFC 8259).
[[nodiscard]] std::string json_text(std::string_view text);

}  // namespace afletter

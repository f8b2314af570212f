// The MT940 reader: file -> fields -> statements. Reads MT941, MT942 and MT950 likewise, whose
// fields are the same.
#include <utility>

#include <fmt/format.h>

#include "mt940/envelope.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/statement.hpp"
#include "readers.hpp"

namespace afletter {

namespace {

// All messages, one after the other.
void read_messages(mt940::FieldReader& fields, mt940::StatementReader& statements) {
    mt940::Field field;
    for (;;) {
        switch (fields.next(field)) {
            case mt940::Framing::field:
                statements.add(field);
                break;
            case mt940::Framing::end_of_message:
                statements.finish();
                break;
            case mt940::Framing::end_of_text:
                return;
        }
    }
}

// What is too large to be kept cannot be read on: a field without an end is no statement.
Diagnostic too_large(const std::string& source_name, const mt940::FieldReader& fields) {
    return {
        Severity::error,
        "mt940.size",
        Place{source_name, fields.line_number(), 1, fields.position() + 1},
        fmt::format("expected entries of at most {} bytes, found more", mt940::Window::size_max),
        "",
        "The file is damaged here. Download it again from the bank."};
}

Diagnostic empty(const std::string& source_name) {
    return {Severity::error,
            "mt940.empty",
            Place{source_name, 1, 1, 1},
            "expected an MT940 statement, found none",
            "",
            "Download the file again from the bank, as MT940."};
}

}  // namespace

bool read_mt940(const std::string& source_name, ByteSource& utf8, StatementSink& sink) {
    Findings findings(source_name,
                      [&sink](Diagnostic finding) { sink.report(std::move(finding)); });
    mt940::Window window(utf8);
    mt940::FieldReader fields(window);
    mt940::FieldFindings field_findings(window, findings);
    mt940::StatementReader statements(fields, field_findings, sink);
    read_messages(fields, statements);
    if (fields.is_overfull()) {
        findings.add(too_large(source_name, fields));
        statements.abandon();
    } else if (!statements.has_statement()) {
        findings.add(empty(source_name));
    }
    findings.close();
    return !findings.has_errors();
}

}  // namespace afletter

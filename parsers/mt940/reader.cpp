// The MT940 reader: file -> messages -> statements. Reads MT941, MT942 and MT950 likewise, whose
// fields are the same.
#include "mt940/envelope.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/statement.hpp"
#include "readers.hpp"
#include "source_text.hpp"

namespace afletter {

bool read_mt940(const std::string& source_name, ByteSource& utf8, StatementSink& sink) {
    const SourceText source =
        read_source_text(source_name, utf8, [&](Diagnostic finding) { sink.report(finding); });
    Findings findings(source.name,
                      [&sink](Diagnostic finding) { sink.report(std::move(finding)); });
    mt940::FieldFindings field_findings(source, findings);
    mt940::MessageReader messages(source.text);
    mt940::Message message;
    bool has_statement = false;
    while (messages.next(message)) {
        const bool is_statement = mt940::read_statement(message, field_findings, sink);
        has_statement = has_statement || is_statement;
    }
    if (!has_statement) {
        field_findings.error_of_file({"empty", "expected an MT940 statement, found none",
                                      "Download the file again from the bank, as MT940."});
    }
    findings.close();
    return !findings.has_errors();
}

}  // namespace afletter

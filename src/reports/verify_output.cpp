// `verify`: what was proved, or which control failed where.
#include <afletter/reports.hpp>

#include <fmt/format.h>

#include "json_writer.hpp"

namespace afletter {

namespace {

using namespace rendering;

constexpr Text verified{"verified: the ledger holds together",
                        "gecontroleerd: het grootboek klopt"};
constexpr Text failed{"controls failed; keep this ledger as it is and restore the last good copy",
                      "controles mislukt; laat dit grootboek zoals het is en zet de laatste goede "
                      "kopie terug"};

void write_table(std::ostream& out, const VerifyReport& report, Language language) {
    for (const ControlFailure& failure : report.failures) {
        out << fmt::format("{}: {}: {}\n", failure.control, printable(failure.row),
                           printable(failure.message));
    }
    if (report.failures.empty()) {
        out << verified.in(language) << '\n';
    } else {
        out << fmt::format("{} {}\n", report.failures.size(), failed.in(language));
    }
    out << fmt::format(
        "statements {}, lines {}, matches {}, postings {}, audit rows {}\naudit head {}\n",
        report.statements, report.lines, report.matches, report.postings, report.audit_rows,
        to_hex(report.audit_head));
}

void write_json(std::ostream& out, const VerifyReport& report) {
    JsonWriter json(out);
    json.begin_object();
    json.truth("verified", report.failures.empty());
    json.begin_array("failures");
    for (const ControlFailure& failure : report.failures) {
        json.begin_object();
        json.text("control", failure.control);
        json.text("row", failure.row);
        json.text("message", failure.message);
        json.end_object();
    }
    json.end_array();
    json.number("statements", static_cast<std::int64_t>(report.statements));
    json.number("lines", static_cast<std::int64_t>(report.lines));
    json.number("matches", static_cast<std::int64_t>(report.matches));
    json.number("postings", static_cast<std::int64_t>(report.postings));
    json.number("audit_rows", static_cast<std::int64_t>(report.audit_rows));
    json.text("audit_head", to_hex(report.audit_head));
    json.end_object();
    json.line_end();
}

}  // namespace

void write_verify(std::ostream& out, const VerifyReport& report, const ReportOptions& options) {
    if (options.format == Format::json) {
        write_json(out, report);
    } else {
        write_table(out, report, options.language);
    }
}

}  // namespace afletter

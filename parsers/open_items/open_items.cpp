// read_open_items: a CSV file of open items, row by row.
#include <afletter/parsers.hpp>

#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "findings.hpp"
#include "open_items/columns.hpp"
#include "open_items/csv.hpp"
#include "open_items/item.hpp"
#include "source_text.hpp"

namespace afletter {

namespace open_items {

namespace {

bool is_text(const SourceText& source, Findings& findings) {
    // A spreadsheet's own file is a zip archive.
    if (source.text.starts_with("PK\x03\x04") || source.text.find('\0') != std::string::npos) {
        findings.add({Severity::error, "items.not_text", Place{source.name, 1, 1, 1},
                      "expected open items as CSV text, found binary data", "",
                      "Save the sheet as CSV (UTF-8)."});
        return false;
    }
    return true;
}

void report_quote(RowStatus status, const Row& row, CellFindings& findings) {
    const bool is_open = status == RowStatus::open_quote;
    findings.add(Severity::error, "items.quote", row.back(),
                 is_open ? "expected a closing quote, found the end of the file"
                         : "expected a separator behind the closing quote, found more text",
                 "A quote within a cell is written twice (RFC 4180).");
}

class RowReader {
  public:
    RowReader(const Columns& columns, Dialect dialect, CellFindings& findings,
              const std::function<void(OpenItem)>& on_item)
        : columns_(columns),
          items_(columns, dialect, findings),
          findings_(findings),
          on_item_(on_item) {}

    void read(const Row& row) {
        if (row.size() != columns_.count()) {
            findings_.add(Severity::error, "items.row", row.front(),
                          fmt::format("expected {} cells, as in the header, found {}",
                                      columns_.count(), row.size()),
                          "A cell that contains the separator needs quotes around it.");
            return;
        }
        std::optional<OpenItem> item = items_.read(row);
        if (item && is_first(row)) {
            on_item_(std::move(*item));
        }
    }

  private:
    bool is_first(const Row& row) {
        const Cell& cell = *columns_.find(row, Column::item_id);
        const auto [earlier, is_new] = line_of_item_.try_emplace(cell.text, cell.line);
        if (!is_new) {
            findings_.add(Severity::error, "items.duplicate", cell,
                          fmt::format("expected every item once, found {} again; it is in line {} "
                                      "already",
                                      in_quotes(cell.text), earlier->second),
                          "Remove one of the two, or give it a number of its own.");
        }
        return is_new;
    }

    const Columns& columns_;
    ItemReader items_;
    CellFindings& findings_;
    const std::function<void(OpenItem)>& on_item_;
    std::unordered_map<std::string, std::uint64_t> line_of_item_;
};

void read_rows(const SourceText& source, Findings& findings,
               const std::function<void(OpenItem)>& on_item) {
    const char separator = detect_separator(source.text);
    CellFindings cell_findings(source, findings);
    CsvReader csv(source, separator);
    Row row;
    RowStatus status = csv.next(row);
    if (status == RowStatus::end) {
        findings.add({Severity::error, "items.header", Place{source.name, 1, 1, 1},
                      "expected a header line with item_id, kind and so on, found an empty file",
                      "", "Export the open items again."});
        return;
    }
    if (status != RowStatus::row) {
        report_quote(status, row, cell_findings);
        return;
    }
    const std::optional<Columns> columns = Columns::read(row, cell_findings);
    if (!columns) {
        return;
    }
    const Dialect dialect = separator == ';' ? Dialect::dutch : Dialect::machine;
    RowReader rows(*columns, dialect, cell_findings, on_item);
    while ((status = csv.next(row)) != RowStatus::end) {
        if (status == RowStatus::row) {
            rows.read(row);
        } else {
            report_quote(status, row, cell_findings);
        }
    }
}

}  // namespace

}  // namespace open_items

bool read_open_items(const std::string& source_name, ByteSource& bytes,
                     const std::function<void(OpenItem)>& on_item,
                     const DiagnosticHandler& report) {
    Findings findings(source_name, report);
    const SourceText source = read_source_text(
        source_name, bytes, [&findings](Diagnostic finding) { findings.add(std::move(finding)); });
    if (!findings.has_errors() && open_items::is_text(source, findings)) {
        open_items::read_rows(source, findings, on_item);
    }
    findings.close();
    return !findings.has_errors();
}

}  // namespace afletter

// `exceptions` as CSV, JSON and table; XLSX and HTML have files of their own.
#include "exception_writers.hpp"

#include "csv_writer.hpp"
#include "evidence_json.hpp"
#include "rows.hpp"
#include "text_table.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

class CsvExceptions : public ExceptionWriter {
  public:
    CsvExceptions(std::ostream& out, const ReportOptions& options)
        : csv_(out, options.dialect, exception_columns()), options_(options) {
        csv_.heading();
    }
    void add(const ExceptionRecord& exception) override { csv_.row(row_of(exception, options_)); }
    void finish() override {}

  private:
    CsvWriter csv_;
    ReportOptions options_;
};

class JsonExceptions : public ExceptionWriter {
  public:
    JsonExceptions(std::ostream& out, const ReportOptions& options)
        : json_(out), options_(options) {
        json_.begin_array();
    }

    void add(const ExceptionRecord& exception) override {
        const auto columns = exception_columns();
        const Row row = row_of(exception, options_);
        json_.begin_object();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].key == "candidates") {
                write_candidates(json_, exception.decision.candidates);
            } else if (columns[i].kind == CellKind::count) {
                json_.number(columns[i].key, std::stoll(row[i]));
            } else if (!is_of_a_candidate(columns[i].key)) {
                json_.text(columns[i].key, row[i]);
            }
        }
        json_.end_object();
    }

    void finish() override {
        json_.end_array();
        json_.line_end();
    }

  private:
    // candidate_1, confidence_1, why_1, ...: told in full by the array of candidates.
    static bool is_of_a_candidate(std::string_view key) {
        return key.ends_with("_1") || key.ends_with("_2") || key.ends_with("_3");
    }

    JsonWriter json_;
    ReportOptions options_;
};

std::vector<TextTable::Heading> table_headings(Language language) {
    using enum Alignment;
    if (language == Language::dutch) {
        return {{"regel"}, {"datum"},        {"bedrag", right},  {"tegenpartij", left, 24},
                {"reden"}, {"zeker", right}, {"beste kandidaat"}};
    }
    return {{"line"},   {"date"},        {"amount", right}, {"counterparty", left, 24},
            {"reason"}, {"sure", right}, {"best candidate"}};
}

class TableExceptions : public ExceptionWriter {
  public:
    TableExceptions(std::ostream& out, const ReportOptions& options)
        : out_(out), width_(options.width), table_(table_headings(options.language)) {}

    void add(const ExceptionRecord& exception) override {
        const Line& line = exception.line.line;
        const auto& candidates = exception.decision.candidates;
        table_.add(
            {to_text(line.id), to_iso(line.booking_date),
             to_decimal(exception.open_amount) + " " + std::string(line.amount.currency().code()),
             line.detail.counterparty.name, std::string(name_of(*exception.decision.reason)),
             candidates.empty() ? "" : decimal_of_probability(shown_bp(candidates[0])),
             candidates.empty() ? "" : items_of(candidates[0])});
    }
    void finish() override { table_.write(out_, width_); }

  private:
    std::ostream& out_;
    std::size_t width_;
    TextTable table_;
};

}  // namespace

std::unique_ptr<ExceptionWriter> make_exception_csv(std::ostream& out,
                                                    const ReportOptions& options) {
    return std::make_unique<CsvExceptions>(out, options);
}

std::unique_ptr<ExceptionWriter> make_exception_json(std::ostream& out,
                                                     const ReportOptions& options) {
    return std::make_unique<JsonExceptions>(out, options);
}

std::unique_ptr<ExceptionWriter> make_exception_table(std::ostream& out,
                                                      const ReportOptions& options) {
    return std::make_unique<TableExceptions>(out, options);
}

}  // namespace afletter::rendering

namespace afletter {

std::unique_ptr<ExceptionWriter> make_exception_writer(std::ostream& out,
                                                       const ReportOptions& options) {
    using namespace rendering;
    switch (options.format) {
        case Format::csv:
            return make_exception_csv(out, options);
        case Format::json:
            return make_exception_json(out, options);
        case Format::xlsx:
            return make_exception_xlsx(out, options);
        case Format::html:
            return make_exception_html(out, options);
        case Format::table:
            break;
    }
    return make_exception_table(out, options);
}

}  // namespace afletter

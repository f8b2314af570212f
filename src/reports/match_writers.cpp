// `matches` as table, CSV and JSON.
#include <afletter/reports.hpp>

#include <stdexcept>

#include "csv_writer.hpp"
#include "json_writer.hpp"
#include "line_json.hpp"
#include "rows.hpp"
#include "text_table.hpp"

namespace afletter {

namespace {

using namespace rendering;

class CsvMatches : public MatchWriter {
  public:
    CsvMatches(std::ostream& out, CsvDialect dialect) : csv_(out, dialect, match_columns()) {
        csv_.heading();
    }
    void add(const MatchRecord& match) override {
        for (const Row& row : rows_of(match)) {
            csv_.row(row);
        }
    }
    void finish() override {}

  private:
    CsvWriter csv_;
};

class JsonMatches : public MatchWriter {
  public:
    explicit JsonMatches(std::ostream& out) : json_(out) { json_.begin_array(); }
    void add(const MatchRecord& match) override {
        const auto columns = match_columns();
        const std::vector<Row> rows = rows_of(match);
        for (std::size_t place = 0; place < rows.size(); ++place) {
            json_.begin_object();
            for (std::size_t i = 0; i < columns.size(); ++i) {
                json_.text(columns[i].key, rows[place][i]);
            }
            json_.text("gl_account", match.allocations[place].gl_account);
            write_refund_right(json_, match.line.line);
            json_.end_object();
        }
    }
    void finish() override {
        json_.end_array();
        json_.line_end();
    }

  private:
    JsonWriter json_;
};

class TableMatches : public MatchWriter {
  public:
    TableMatches(std::ostream& out, const ReportOptions& options)
        : out_(out), width_(options.width), dutch_(options.language == Language::dutch) {}
    void add(const MatchRecord& match) override {
        const std::vector<Row> rows = rows_of(match);
        for (std::size_t place = 0; place < rows.size(); ++place) {
            const Row& row = rows[place];
            const std::string& to = row[8].empty() ? match.allocations[place].gl_account : row[8];
            table_.add({row[0], row[3], row[1], row[4] + " " + row[5], to, row[9], row[10], row[11],
                        row[7]});
        }
    }
    void finish() override { table_.write(out_, width_); }

  private:
    std::ostream& out_;
    std::size_t width_;
    bool dutch_;
    TextTable table_{dutch_ ? std::vector<TextTable::Heading>{{"regel"},
                                                              {"datum"},
                                                              {"rekening"},
                                                              {"bedrag", Alignment::right},
                                                              {"post"},
                                                              {"toegewezen", Alignment::right},
                                                              {"zeker", Alignment::right},
                                                              {"methode"},
                                                              {"status"}}
                            : std::vector<TextTable::Heading>{{"line"},
                                                              {"date"},
                                                              {"account"},
                                                              {"amount", Alignment::right},
                                                              {"item"},
                                                              {"allocated", Alignment::right},
                                                              {"sure", Alignment::right},
                                                              {"method"},
                                                              {"status"}}};
};

}  // namespace

std::unique_ptr<MatchWriter> make_match_writer(std::ostream& out, const ReportOptions& options) {
    switch (options.format) {
        case Format::csv:
            return std::make_unique<CsvMatches>(out, options.dialect);
        case Format::json:
            return std::make_unique<JsonMatches>(out);
        case Format::table:
            return std::make_unique<TableMatches>(out, options);
        case Format::xlsx:
        case Format::html:
            break;
    }
    throw std::runtime_error("matches are listed as table, csv or json");
}

}  // namespace afletter

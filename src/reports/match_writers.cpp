// `matches` as table, CSV and JSON.
#include <afletter/reports.hpp>

#include <stdexcept>

#include "csv_writer.hpp"
#include "json_writer.hpp"
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
        for (const Row& row : rows_of(match)) {
            json_.begin_object();
            for (std::size_t i = 0; i < columns.size(); ++i) {
                json_.text(columns[i].key, row[i]);
            }
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
        for (const Row& row : rows_of(match)) {
            table_.add({row[0], row[3], row[1], row[4] + " " + row[5], row[8], row[9], row[10],
                        row[11], row[7]});
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

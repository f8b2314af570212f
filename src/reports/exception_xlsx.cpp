// `exceptions` as a workbook: typed dates and amounts, references as text, a sheet of totals.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include <unistd.h>
#include <xlsxwriter.h>

#include "exception_writers.hpp"
#include "reason_tallies.hpp"
#include "rows.hpp"
#include "utf8.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

constexpr double column_width = 18;
constexpr std::uint16_t cell_text_max = 32'767;  // of the format itself

// The library writes files only; this one is read back into the stream and gone.
class TemporaryFile {
  public:
    TemporaryFile() : name_((std::filesystem::temp_directory_path() / "afletter-XXXXXX").string()) {
        const int descriptor = mkstemp(name_.data());
        if (descriptor < 0) {
            throw std::runtime_error("cannot make a temporary file beside " + name_ +
                                     "; is there room in the temporary folder?");
        }
        close(descriptor);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::remove(name_.c_str()); }

    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    std::string name_;
};

lxw_datetime datetime_of(const std::string& iso) {
    return {.year = std::stoi(iso.substr(0, 4)),
            .month = std::stoi(iso.substr(5, 2)),
            .day = std::stoi(iso.substr(8, 2)),
            .hour = 0,
            .min = 0,
            .sec = 0};
}

class XlsxExceptions : public ExceptionWriter {
  public:
    XlsxExceptions(std::ostream& out, const ReportOptions& options) : out_(out), options_(options) {
        lxw_workbook_options settings{};
        settings.constant_memory = LXW_TRUE;  // rows leave memory as they are written
        book_ = workbook_new_opt(file_.name().c_str(), &settings);
        if (book_ == nullptr) {
            throw std::runtime_error("cannot begin the workbook " + file_.name());
        }
        make_formats();
        sheet_ = workbook_add_worksheet(book_, dutch() ? "Uitzonderingen" : "Exceptions");
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_set_column(sheet_, 0, last_column(), column_width, nullptr);
        for (lxw_col_t column = 0; column <= last_column(); ++column) {
            const Column& heading = exception_columns()[column];
            put_text(0, column, std::string(dutch() ? heading.dutch : heading.key),
                     heading_format_);
        }
    }

    ~XlsxExceptions() override {
        if (book_ != nullptr) {
            workbook_close(book_);
        }
    }

    void add(const ExceptionRecord& exception) override {
        tallies_.add(exception);
        const Row row = row_of(exception, options_);
        ++rows_;
        for (lxw_col_t column = 0; column <= last_column(); ++column) {
            put(column, row[column], exception_columns()[column].kind);
        }
    }

    void finish() override {
        worksheet_autofilter(sheet_, 0, 0, rows_, last_column());
        write_summary_sheet();
        const lxw_error error = workbook_close(book_);
        book_ = nullptr;
        if (error != LXW_NO_ERROR) {
            throw std::runtime_error(std::string("cannot write the workbook: ") +
                                     lxw_strerror(error));
        }
        out_ << std::ifstream(file_.name(), std::ios::binary).rdbuf();
    }

  private:
    [[nodiscard]] bool dutch() const { return options_.language == Language::dutch; }
    [[nodiscard]] static lxw_col_t last_column() {
        return static_cast<lxw_col_t>(exception_columns().size() - 1);
    }

    void make_formats() {
        heading_format_ = workbook_add_format(book_);
        format_set_bold(heading_format_);
        date_format_ = workbook_add_format(book_);
        format_set_num_format(date_format_, dutch() ? "dd-mm-yyyy" : "yyyy-mm-dd");
        amount_format_ = workbook_add_format(book_);
        format_set_num_format(amount_format_, "#,##0.00");
    }

    void put_text(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
        const std::string kept = shortened(valid_utf8(text), cell_text_max);
        worksheet_write_string(sheet_, row, column, kept.c_str(), format);
    }

    void put(lxw_col_t column, const std::string& value, CellKind kind) {
        if (value.empty()) {
            return;
        }
        switch (kind) {
            case CellKind::date: {
                lxw_datetime date = datetime_of(value);
                worksheet_write_datetime(sheet_, rows_, column, &date, date_format_);
                break;
            }
            case CellKind::amount:
                // The format of the sheet is binary floating point: shown, never computed with.
                worksheet_write_number(sheet_, rows_, column, std::strtod(value.c_str(), nullptr),
                                       amount_format_);
                break;
            case CellKind::count:
            case CellKind::probability:
                worksheet_write_number(sheet_, rows_, column, std::strtod(value.c_str(), nullptr),
                                       nullptr);
                break;
            case CellKind::text:
            case CellKind::reference:
                put_text(rows_, column, value, nullptr);
                break;
        }
    }

    void write_summary_sheet() {
        sheet_ = workbook_add_worksheet(book_, dutch() ? "Samenvatting" : "Summary");
        worksheet_set_column(sheet_, 0, 0, 50, nullptr);
        worksheet_set_column(sheet_, 1, 3, column_width, nullptr);
        put_text(0, 0, dutch() ? "reden" : "reason", heading_format_);
        put_text(0, 1, dutch() ? "aantal" : "count", heading_format_);
        put_text(0, 2, dutch() ? "bedrag" : "amount", heading_format_);
        put_text(0, 3, dutch() ? "valuta" : "currency", heading_format_);
        rows_ = 0;
        for (const Tally& tally : tallies_.list()) {
            for (const Money& sum : tally.sums) {
                ++rows_;
                const Text words = wording(*parse_exception_reason(tally.key));
                put(0, std::string(words.in(options_.language)), CellKind::text);
                put(1, std::to_string(tally.count), CellKind::count);
                put(2, to_decimal(sum), CellKind::amount);
                put(3, std::string(sum.currency().code()), CellKind::text);
            }
        }
    }

    std::ostream& out_;
    ReportOptions options_;
    TemporaryFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* heading_format_ = nullptr;
    lxw_format* date_format_ = nullptr;
    lxw_format* amount_format_ = nullptr;
    lxw_row_t rows_ = 0;
    ReasonTallies tallies_;
};

}  // namespace

std::unique_ptr<ExceptionWriter> make_exception_xlsx(std::ostream& out,
                                                     const ReportOptions& options) {
    return std::make_unique<XlsxExceptions>(out, options);
}

}  // namespace afletter::rendering

// `parse`: statements as they are read, without a ledger.
#include <system_error>
#include <utility>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"

namespace afletter::cli {

namespace {

// Prints each statement when it is whole.
class Printer : public StatementSink {
  public:
    Printer(std::ostream& out, ParseFormat format) : out_(out), format_(format) {
        if (format_ == ParseFormat::csv) {
            write_statement_csv_header(out_);
        }
    }

    void begin(const StatementHeader& header) override { statement_ = {.header = header}; }
    void entry(const Entry& entry) override { statement_.entries.push_back(entry); }
    void end(const StatementClosing& closing) override {
        statement_.closing = closing;
        if (format_ == ParseFormat::csv) {
            write_statement_csv(out_, statement_);
        } else {
            write_statement_json(out_, statement_);
        }
    }
    void report(Diagnostic diagnostic) override { log_diagnostic(diagnostic); }

  private:
    std::ostream& out_;
    ParseFormat format_;
    Statement statement_;
};

bool print_file(const std::string& path, Printer& printer) {
    try {
        const auto bytes = path == "-" ? open_standard_input() : open_file(path);
        return read_statements(path, *bytes, printer);
    } catch (const std::system_error& error) {
        printer.report({.code = "source.unreadable",
                        .place = {.file = path},
                        .message = "cannot read this input: " + error.code().message(),
                        .hint = "Check the name and the rights."});
        return false;
    }
}

}  // namespace

ExitCode run(const ParseOptions& options, const Settings&) {
    Output output("-");
    Printer printer(output.stream(), options.format);
    std::size_t refused = 0;
    for (const std::string& path : options.files) {
        if (!print_file(path, printer)) {
            ++refused;
        }
    }
    output.finish();
    if (refused == 0) {
        return ExitCode::done;
    }
    return refused == options.files.size() ? ExitCode::failed : ExitCode::some_refused;
}

}  // namespace afletter::cli

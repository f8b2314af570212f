// `parse`: statements as they are read, without a ledger.
#include <memory>
#include <system_error>
#include <utility>

#include "commands.hpp"
#include "log.hpp"
#include "output.hpp"

namespace afletter::cli {

namespace {

// Prints each statement while it is read.
class Printer : public StatementSink {
  public:
    explicit Printer(std::unique_ptr<StatementWriter> writer) : writer_(std::move(writer)) {}

    void begin(const StatementHeader& header) override {
        writer_->begin(header);
        is_open_ = true;
    }
    void entry(const Entry& entry) override { writer_->entry(entry); }
    void end(const StatementClosing& closing) override {
        writer_->end(closing);
        is_open_ = false;
    }
    void report(Diagnostic diagnostic) override { log_diagnostic(diagnostic); }

    // After each input: one that broke off has left its statement open.
    void close() {
        if (std::exchange(is_open_, false)) {
            writer_->abandon();
        }
    }

  private:
    std::unique_ptr<StatementWriter> writer_;
    bool is_open_ = false;
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
    Printer printer(make_statement_writer(
        output.stream(), options.format == ParseFormat::csv ? Format::csv : Format::json));
    std::size_t refused = 0;
    for (const std::string& path : options.files) {
        if (!print_file(path, printer)) {
            ++refused;
        }
        printer.close();
    }
    output.finish();
    if (refused == 0) {
        return ExitCode::done;
    }
    return refused == options.files.size() ? ExitCode::failed : ExitCode::some_refused;
}

}  // namespace afletter::cli

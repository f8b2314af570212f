// bytes -> values. Readers for bank statements and open items; they know no ledger and no clock.
// A reader reports every fault of an input through the diagnostic handler. Severity::error means
// that nothing of the input may be used: the caller rolls back what it took so far.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/statement.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace afletter {

// Bytes in order, read once. Throws std::system_error when the medium fails.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    // Fills up to `size` bytes; 0 is the end.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;
};
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path);
[[nodiscard]] std::unique_ptr<ByteSource> open_standard_input();
[[nodiscard]] std::unique_ptr<ByteSource> open_memory(std::string bytes);

// Receives statements in the file's order: header, entries, closing, and again. What it is handed
// is the reader's own and is used again for the next one: copy what is kept.
class StatementSink {
  public:
    virtual ~StatementSink() = default;
    virtual void begin(const StatementHeader& header) = 0;
    virtual void entry(const Entry& entry) = 0;
    virtual void end(const StatementClosing& closing) = 0;
    virtual void report(Diagnostic diagnostic) = 0;
};

// Reads MT940 or CAMT, whichever the content shows. `source_name` is what diagnostics and
// StatementHeader::source say. False when an error was reported: use nothing of it.
bool read_statements(const std::string& source_name, ByteSource& bytes, StatementSink& sink);

// Reads the open-items CSV of docs/interfaces.md: comma or semicolon (detected), RFC 4180 quoting,
// header required, columns in any order. False when an error was reported: use nothing of it.
bool read_open_items(const std::string& source_name, ByteSource& bytes,
                     const std::function<void(OpenItem)>& on_item, const DiagnosticHandler& report);

}  // namespace afletter

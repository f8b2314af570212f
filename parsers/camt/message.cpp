// read_camt: has the records of a message read as statements, and says what is wrong with the
// message as a whole.
#include <string>
#include <utility>

#include <fmt/format.h>

#include "camt/record_reader.hpp"
#include "camt/statement.hpp"
#include "camt/values.hpp"
#include "camt/vocabulary.hpp"
#include "readers.hpp"
#include "xml/scanner.hpp"

namespace afletter {

namespace camt {

namespace {

class MessageReader final : public RecordHandler {
  public:
    explicit MessageReader(Reading& reading) : reading_(reading), statement_(reading) {}

    void begin_message(const xml::Event& start) override {
        message_.format = reading_.names.format_of(start.element);
        check_version(start);
    }

    void begin_statement(const Record& message) override {
        message_.created = message.text(Field::message_created);
        message_.page = read_page(message, Field::message_page, Field::message_last_page);
        FieldSet unsaid;
        if (!message_.page.empty()) {
            unsaid.add(Field::message_last_page);
        }
        message_.other.clear();
        read_other(reading_, message, unsaid, message_.other);
        statement_.begin(message_);
    }

    void balance(const Record& statement, const Record& balance) override {
        statement_.add_balance(statement, balance);
    }

    void begin_entry(const Record& statement) override {
        entry_reader_ = &statement_.begin_entry(statement);
    }
    void batch(const Record& batch) override { entry_reader_->add_batch(batch); }
    void transaction(const Record& entry, const Record& transaction) override {
        entry_reader_->add_transaction(entry, transaction);
    }
    void end_entry(const Record& entry) override { statement_.end_entry(entry); }

    void end_statement(const Record& statement) override { statement_.finish(statement); }

  private:
    void check_version(const xml::Event& start) {
        constexpr std::string_view known_version = "14";
        constexpr std::size_t version_at = std::string_view("camt.053.001.").size();
        const std::string_view format = message_.format;
        if (format.size() > version_at && format.substr(version_at) > known_version) {
            reading_.report(Severity::warning, "camt.version", reading_.xml.position(start),
                            fmt::format("expected CAMT of version .01 to .{}, found {}",
                                        known_version, in_quotes(format)),
                            "It is newer than what is known, and read by the same names. Compare "
                            "the amounts and names with the bank's copy.");
        }
    }

    Reading& reading_;
    Message message_;
    StatementReader statement_;
    EntryReader* entry_reader_ = nullptr;  // of the entry that is open
};

void report_no_statement(Reading& reading, const xml::Position& root) {
    reading.report(Severity::error, "camt.not_a_statement", root,
                   fmt::format("expected a CAMT message with a statement (Stmt, Rpt or Ntfctn), "
                               "found none in {}",
                               in_quotes(reading.names.outer_names())),
                   "Ask the bank for CAMT.052, CAMT.053 or CAMT.054.");
}

void read_messages(Reading& reading) {
    MessageReader messages(reading);
    RecordReader records(reading, messages);
    records.read_all();
    if (reading.xml.fault()) {
        reading.findings.add(*reading.xml.fault());
    } else if (!records.found_statement()) {
        report_no_statement(reading, records.root());
    }
}

}  // namespace

}  // namespace camt

bool read_camt(const std::string& source_name, ByteSource& utf8, StatementSink& sink) {
    camt::ElementNames names;
    xml::Scanner xml(source_name, utf8, names);
    Findings findings(source_name,
                      [&sink](Diagnostic finding) { sink.report(std::move(finding)); });
    camt::Reading reading{xml, names, sink, findings, {}};
    camt::read_messages(reading);
    findings.close();
    return !findings.has_errors();
}

}  // namespace afletter

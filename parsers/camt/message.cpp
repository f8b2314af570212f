// read_camt: sorts the scanner's events into the records of messages, statements, entries and
// transactions, and has each read when its element ends.
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "camt/statement.hpp"
#include "camt/values.hpp"
#include "camt/vocabulary.hpp"
#include "readers.hpp"
#include "xml/scanner.hpp"

namespace afletter {

namespace camt {

namespace {

class MessageReader {
  public:
    explicit MessageReader(Reading& reading) : reading_(reading), statement_(reading) {}

    void take(const xml::Event& event) {
        const Meaning& meaning = reading_.names.meaning_of(event.element);
        switch (event.kind) {
            case xml::EventKind::text:
                add(meaning, event, std::exchange(attribute_, std::nullopt));
                return;
            case xml::EventKind::attribute:
                settle_attribute();
                attribute_ = event;
                return;
            case xml::EventKind::start:
                settle_attribute();
                open(meaning, event);
                return;
            case xml::EventKind::end:
                settle_attribute();
                close(meaning.opens);
                return;
        }
    }

    // Before the scanner goes on: what it lent must be copied.
    void keep() {
        if (attribute_) {
            kept_attribute_ = attribute_->text();
            attribute_->data = kept_attribute_.data();
        }
        for (Record* const record :
             {&message_record_, &statement_record_, &balance_, &entry_, &batch_, &transaction_}) {
            record->keep(reading_.xml);
        }
    }

    [[nodiscard]] bool found_statement() const { return found_statement_; }
    [[nodiscard]] const xml::Position& root() const { return root_; }

  private:
    void add(const Meaning& meaning, const xml::Event& text,
             const std::optional<xml::Event>& attribute) {
        if (current_ == nullptr) {
            return;
        }
        // The attribute is of the same element, or else of an empty one before it.
        const bool is_its_own = attribute && attribute->element == text.element;
        if (attribute && !is_its_own) {
            add_empty(*attribute);
        }
        current_->add(meaning.field, meaning.rank, text,
                      is_its_own ? attribute->text() : std::string_view());
    }

    // An element that has its attribute and no text: an empty amount is not the same as none.
    void add_empty(const xml::Event& attribute) {
        const Meaning& meaning = reading_.names.meaning_of(attribute.element);
        if (current_ != nullptr && meaning.field != Field::other) {
            xml::Event nothing = attribute;
            nothing.size = 0;
            current_->add(meaning.field, meaning.rank, nothing, attribute.text());
        }
    }

    void settle_attribute() {
        if (attribute_) {
            add_empty(*std::exchange(attribute_, std::nullopt));
        }
    }

    void open(const Meaning& meaning, const xml::Event& start) {
        if (root_.byte == 0) {
            root_ = reading_.xml.position(start);
        }
        switch (meaning.opens) {
            case Group::message:
                message_record_.begin(start);
                message_.format = reading_.names.format_of(start.element);
                check_version(start);
                current_ = &message_record_;
                break;
            case Group::statement:
                found_statement_ = true;
                message_.created = message_record_.text(Field::message_created);
                message_.page =
                    read_page(message_record_, Field::message_page, Field::message_last_page);
                read_message_rest();
                statement_record_.begin(start);
                statement_.begin(message_);
                current_ = &statement_record_;
                break;
            case Group::balance:
                begin(balance_, start);
                break;
            case Group::entry:
                begin(entry_, start);
                entry_reader_ = &statement_.begin_entry(statement_record_);
                break;
            case Group::batch:
                begin(batch_, start);
                break;
            case Group::transaction:
                begin(transaction_, start);
                break;
            case Group::returned:
                current_->add(Field::return_given, 0, start, {});
                break;
            case Group::envelope:
                break;
        }
    }

    void read_message_rest() {
        FieldSet unsaid;
        if (!message_.page.empty()) {
            unsaid.add(Field::message_last_page);
        }
        message_.other.clear();
        read_other(reading_, message_record_, unsaid, message_.other);
    }

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

    void begin(Record& record, const xml::Event& start) {
        record.begin(start);
        current_ = &record;
    }

    void close(Group group) {
        switch (group) {
            case Group::message:
                end(message_record_, nullptr);
                break;
            case Group::statement:
                end(statement_record_, &message_record_);
                statement_.finish(statement_record_);
                break;
            case Group::balance:
                end(balance_, &statement_record_);
                statement_.add_balance(statement_record_, balance_);
                break;
            case Group::entry:
                end(entry_, &statement_record_);
                statement_.end_entry(entry_);
                break;
            case Group::batch:
                end(batch_, &entry_);
                entry_reader_->add_batch(batch_);
                break;
            case Group::transaction:
                end(transaction_, &entry_);
                entry_reader_->add_transaction(entry_, transaction_);
                break;
            case Group::returned:
            case Group::envelope:
                break;
        }
    }

    void end(Record& record, Record* outer) {
        record.end();
        current_ = outer;
        if (record.is_full()) {
            reading_.report(
                Severity::error, "xml.element_size", reading_.start_of(record),
                fmt::format("expected an element of at most {} MiB and {} values, found "
                            "more",
                            Record::size_max / 1024 / 1024, Record::facts_max),
                "No bank statement is like this. Ask who made this file.");
        }
    }

    Reading& reading_;
    xml::Position root_;
    Message message_;
    StatementReader statement_;
    EntryReader* entry_reader_ = nullptr;  // of the entry that is open
    bool found_statement_ = false;

    Record message_record_;
    Record statement_record_;
    Record balance_;
    Record entry_;
    Record batch_;
    Record transaction_;
    Record* current_ = nullptr;            // null outside a message
    std::optional<xml::Event> attribute_;  // waits for the text of its element
    std::string kept_attribute_;           // its value, when the text is in the next piece
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
    xml::Scanner& xml = reading.xml;
    for (auto events = xml.next(); !events.empty(); events = xml.next()) {
        for (const xml::Event& event : events) {
            messages.take(event);
        }
        messages.keep();
    }
    if (xml.fault()) {
        reading.findings.add(*xml.fault());
    } else if (!messages.found_statement()) {
        report_no_statement(reading, messages.root());
    }
}

}  // namespace

}  // namespace camt

bool read_camt(const std::string& source_name, ByteSource& utf8, StatementSink& sink) {
    camt::ElementNames names;
    xml::Scanner xml(source_name, utf8, names);
    Findings findings(source_name,
                      [&sink](Diagnostic finding) { sink.report(std::move(finding)); });
    camt::Reading reading{xml, names, sink, findings};
    camt::read_messages(reading);
    findings.close();
    return !findings.has_errors();
}

}  // namespace afletter

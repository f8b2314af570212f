// The scanner's events -> records: the fields of messages, statements, balances, entries, batches
// and transactions, each handed on when its element ends. Below it is XML, above it are values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "camt/record.hpp"
#include "camt/values.hpp"
#include "camt/vocabulary.hpp"
#include "xml/scanner.hpp"

namespace afletter::camt {

// What a message is made of, in the order in which its elements begin or end. A record holds until
// the next call.
class RecordHandler {
  public:
    virtual ~RecordHandler() = default;
    virtual void begin_message(const xml::Event& start) = 0;
    // `message` is what was read of it so far; so is `statement`, and the `entry` below.
    virtual void begin_statement(const Record& message) = 0;
    virtual void balance(const Record& statement, const Record& balance) = 0;
    virtual void begin_entry(const Record& statement) = 0;
    virtual void batch(const Record& batch) = 0;
    virtual void transaction(const Record& entry, const Record& transaction) = 0;
    virtual void end_entry(const Record& entry) = 0;
    virtual void end_statement(const Record& statement) = 0;
};

class RecordReader {
  public:
    RecordReader(Reading& reading, RecordHandler& handler) : reading_(reading), handler_(handler) {}

    // To the end of the input or its first fault, which the scanner then has. Reports
    // xml.element_size of a record that is larger than any bank's.
    void read_all();

    [[nodiscard]] bool found_statement() const { return found_statement_; }
    // Where the first element begins.
    [[nodiscard]] const xml::Position& root() const { return root_; }

  private:
    void take(const xml::Event& event);
    void add(const Meaning& meaning, const xml::Event& text);
    void settle_attribute();
    void open(const Meaning& meaning, const xml::Event& start);
    void open_entry(const xml::Event& start);
    void open_statement(const xml::Event& start);
    void begin(Record& record, const xml::Event& start);
    void close(Group group);
    void end(Record& record, Record* outer);
    void keep();

    Reading& reading_;
    RecordHandler& handler_;
    xml::Position root_;
    bool found_statement_ = false;

    Record message_;
    Record statement_;
    Record balance_;
    Record entry_;
    Record batch_;
    Record transaction_;
    Record* current_ = nullptr;            // null outside a message
    std::optional<xml::Event> attribute_;  // waits for the text of its element
    std::string kept_attribute_;           // its value, when the text is in the next piece
};

}  // namespace afletter::camt

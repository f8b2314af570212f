// Sorts events into records.
#include "camt/record_reader.hpp"

#include <utility>

#include <fmt/format.h>

namespace afletter::camt {

void RecordReader::read_all() {
    xml::Scanner& xml = reading_.xml;
    xml.before_taking_back([this] { keep(); });
    for (auto events = xml.next(); !events.empty(); events = xml.next()) {
        for (const xml::Event& event : events) {
            take(event);
        }
    }
    xml.before_taking_back([] {});
}

inline void RecordReader::take(const xml::Event& event) {
    const Meaning& meaning = reading_.names.meaning_of(event.element);
    switch (event.kind) {
        case xml::EventKind::text:
            add(meaning, event);
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

inline void RecordReader::add(const Meaning& meaning, const xml::Event& text) {
    if (current_ == nullptr) {
        return;
    }
    // The attribute is of the same element, or else of an empty one before it.
    if (attribute_ && attribute_->element != text.element) {
        settle_attribute();
    }
    if (!attribute_) {
        current_->add(meaning.field, meaning.rank, text, {});
        return;
    }
    current_->add(meaning.field, meaning.rank, text, attribute_->text());
    attribute_.reset();
}

// An element that has its attribute and no text: an empty amount is not the same as none.
void RecordReader::settle_attribute() {
    if (!attribute_) {
        return;
    }
    const xml::Event attribute = *std::exchange(attribute_, std::nullopt);
    const Meaning& meaning = reading_.names.meaning_of(attribute.element);
    if (current_ != nullptr && meaning.field != Field::other) {
        xml::Event nothing = attribute;
        nothing.size = 0;
        current_->add(meaning.field, meaning.rank, nothing, attribute.text());
    }
}

void RecordReader::open(const Meaning& meaning, const xml::Event& start) {
    if (root_.byte == 0) {
        root_ = reading_.xml.position(start);
    }
    switch (meaning.opens) {
        case Group::message:
            begin(message_, start);
            handler_.begin_message(start);
            break;
        case Group::statement:
            open_statement(start);
            break;
        case Group::balance:
            begin(balance_, start);
            break;
        case Group::entry:
            open_entry(start);
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

// The scanner tells places cheaply only in their order: what is outside is kept before what is
// inside begins.
void RecordReader::open_statement(const xml::Event& start) {
    found_statement_ = true;
    message_.keep(reading_.xml);
    handler_.begin_statement(message_);
    begin(statement_, start);
}

void RecordReader::open_entry(const xml::Event& start) {
    statement_.keep(reading_.xml);
    handler_.begin_entry(statement_);
    begin(entry_, start);
}

void RecordReader::begin(Record& record, const xml::Event& start) {
    record.begin(start);
    current_ = &record;
}

void RecordReader::close(Group group) {
    switch (group) {
        case Group::message:
            end(message_, nullptr);
            break;
        case Group::statement:
            end(statement_, &message_);
            handler_.end_statement(statement_);
            break;
        case Group::balance:
            end(balance_, &statement_);
            handler_.balance(statement_, balance_);
            break;
        case Group::entry:
            end(entry_, &statement_);
            handler_.end_entry(entry_);
            break;
        case Group::batch:
            end(batch_, &entry_);
            handler_.batch(batch_);
            break;
        case Group::transaction:
            end(transaction_, &entry_);
            handler_.transaction(entry_, transaction_);
            break;
        case Group::returned:
        case Group::envelope:
            break;
    }
}

void RecordReader::end(Record& record, Record* outer) {
    record.end();
    current_ = outer;
    if (record.is_full()) {
        reading_.report(Severity::error, "xml.element_size", reading_.start_of(record),
                        fmt::format("expected an element of at most {} MiB and {} values, found "
                                    "more",
                                    Record::size_max / 1024 / 1024, Record::facts_max),
                        "No bank statement is like this. Ask who made this file.");
    }
}

// Before the scanner goes on: what it lent must be copied.
void RecordReader::keep() {
    if (attribute_) {
        kept_attribute_ = attribute_->text();
        attribute_->data = kept_attribute_.data();
    }
    for (Record* const record :
         {&message_, &statement_, &balance_, &entry_, &batch_, &transaction_}) {
        record->keep(reading_.xml);
    }
}

}  // namespace afletter::camt

// Finds the fields of a message that stand once in it.
#include "mt940/frame.hpp"

#include <fmt/format.h>

namespace afletter::mt940 {

namespace {

// A second account or opening balance, or one behind the first entry, means that two statements
// ran into each other: whose the entries are cannot be told.
void refuse_if_late(const Field& field, const Field* earlier, const Frame& frame,
                    FieldFindings& findings) {
    if (earlier == nullptr && frame.first_line == nullptr) {
        return;
    }
    findings.error(field,
                   {"order",
                    fmt::format("expected one :{}: and that before the entries, found another",
                                name_of(field.tag)),
                    "The beginning of a statement is missing here. Download the file again from "
                    "the bank."});
}

void note_closing(const Field& field, Frame& frame, FieldFindings& findings) {
    if (frame.closing != nullptr) {
        findings.warn(field, {"repeated", "expected one closing balance, found another",
                              "The last one is used."});
    }
    frame.closing = &field;
}

void note(const Field& field, Frame& frame, FieldFindings& findings) {
    const auto keep_first = [&field](const Field*& place) {
        place = place == nullptr ? &field : place;
    };
    switch (field.tag) {
        case Tag::reference:
            return keep_first(frame.reference);
        case Tag::sequence:
            return keep_first(frame.sequence);
        case Tag::created:
            return keep_first(frame.created);
        case Tag::floor_limit:
            return keep_first(frame.floor_limit);
        case Tag::statement_line:
            return keep_first(frame.first_line);
        case Tag::account:
            refuse_if_late(field, frame.account, frame, findings);
            return keep_first(frame.account);
        case Tag::opening_balance:
            refuse_if_late(field, frame.opening, frame, findings);
            return keep_first(frame.opening);
        case Tag::closing_balance:
            return note_closing(field, frame, findings);
        default:
            return;
    }
}

}  // namespace

Frame frame_of(const Message& message, FieldFindings& findings) {
    Frame frame;
    for (const Field& field : message.fields) {
        note(field, frame, findings);
    }
    return frame;
}

bool holds_statement(const Frame& frame) {
    return frame.account != nullptr || frame.opening != nullptr || frame.closing != nullptr ||
           frame.first_line != nullptr;
}

}  // namespace afletter::mt940

// Framing: cuts a file into messages, and a message into fields, whatever the bank put around
// them. The first step of the MT940 reader; nothing is interpreted here, every field is a view.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "mt940/tags.hpp"

namespace afletter::mt940 {

// One field as the file has it: what follows ":NN:" up to the next field, line ends included.
struct Field {
    Tag tag = Tag::reference;
    char option = '\0';  // the letter of :60F:
    std::uint64_t line = 0;
    std::string_view value;
};

struct Message {
    std::string_view type;  // "940", "942", ... where the envelope says it; else empty
    std::vector<Field> fields;
};

// Reads messages one after the other. Knows SWIFT blocks ({1:..}{2:..}{4: to -}), bare tags, bank
// headers before each message, prose between messages, and SOH, ETX and SUB around them.
class MessageReader {
  public:
    explicit MessageReader(std::string_view text);

    // Replaces `message` by the next one; false at the end of the text.
    [[nodiscard]] bool next(Message& message);

  private:
    struct Line {
        std::string_view text;  // without its line end
        std::uint64_t number = 0;
    };

    [[nodiscard]] bool read_line(Line& line);
    void put_back(const Line& line);
    [[nodiscard]] std::optional<Field> field_in(const Line& line, bool is_outside) const;
    [[nodiscard]] bool begins_next(const Field& field, const Message& message) const;
    void open(const Field& field, const Line& line, Message& message);
    [[nodiscard]] bool add_text(const Line& line, Message& message);
    void note_type(std::string_view line);

    std::string_view text_;
    std::size_t position_ = 0;
    std::size_t newline_ = 0;  // the first '\n' at or after position_, once looked for
    std::uint64_t line_number_ = 0;
    std::string_view type_;
    bool is_indented_ = false;  // the message's first tag stood behind blanks
    bool is_closed_ = false;    // the message has its closing balance
    // Size of the last field's value before a line "-" that may be text or the end.
    std::optional<std::size_t> size_before_dash_;
};

}  // namespace afletter::mt940

// JSON (RFC 8259): only the quotation mark, the backslash and control characters are escaped.
#include "encoding/json.hpp"

#include <charconv>

namespace afletter {

namespace {

constexpr std::string_view hex = "0123456789abcdef";

bool is_control(char character) {
    return static_cast<unsigned char>(character) < 0x20;
}

bool must_be_escaped(char character) {
    return character == '"' || character == '\\' || is_control(character);
}

}  // namespace

void JsonWriter::separate() {
    if (!first_) {
        json_ += ',';
    }
    first_ = false;
}

void JsonWriter::open(char bracket) {
    separate();
    json_ += bracket;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    json_ += bracket;
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    append_string(name);
    json_ += ':';
    first_ = true;
}

void JsonWriter::value(std::string_view text) {
    separate();
    append_string(text);
}

void JsonWriter::value(std::int64_t number) {
    separate();
    json_ += std::to_string(number);
}

void JsonWriter::append_string(std::string_view text) {
    json_ += '"';
    std::size_t written = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (must_be_escaped(text[i])) {
            json_ += text.substr(written, i - written);
            append_escaped(text[i]);
            written = i + 1;
        }
    }
    json_ += text.substr(written);
    json_ += '"';
}

void JsonWriter::append_escaped(char character) {
    json_ += '\\';
    if (!is_control(character)) {
        json_ += character;
        return;
    }
    const auto code = static_cast<unsigned char>(character);
    json_ += "u00";
    json_ += hex[code >> 4U];
    json_ += hex[code & 15U];
}

void JsonReader::damaged(std::string_view expected) const {
    throw JsonDamaged("expected " + std::string(expected) + " at byte " +
                      std::to_string(position_ + 1));
}

char JsonReader::next() {
    if (position_ == json_.size()) {
        damaged("more");
    }
    return json_[position_++];
}

void JsonReader::expect(char character) {
    if (position_ == json_.size() || json_[position_] != character) {
        damaged(std::string_view(&character, 1));
    }
    ++position_;
}

void JsonReader::separate() {
    if (!first_) {
        expect(',');
    }
    first_ = false;
}

void JsonReader::open(char bracket) {
    separate();
    expect(bracket);
    first_ = true;
}

bool JsonReader::try_close(char bracket) {
    if (position_ == json_.size() || json_[position_] != bracket) {
        return false;
    }
    ++position_;
    first_ = false;
    return true;
}

void JsonReader::close(char bracket) {
    expect(bracket);
    first_ = false;
}

void JsonReader::key(std::string_view name) {
    if (text() != name) {
        damaged(name);
    }
    expect(':');
    first_ = true;
}

bool JsonReader::try_key(std::string_view name) {
    const std::string expected = (first_ ? "\"" : ",\"") + std::string(name) + "\":";
    if (!json_.substr(position_).starts_with(expected)) {
        return false;
    }
    position_ += expected.size();
    first_ = true;
    return true;
}

std::string JsonReader::text() {
    separate();
    expect('"');
    std::string text;
    for (;;) {
        const std::size_t plain = json_.find_first_of("\"\\", position_);
        if (plain == std::string_view::npos) {
            damaged("the end of a string");
        }
        text += json_.substr(position_, plain - position_);
        position_ = plain + 1;
        if (json_[plain] == '"') {
            return text;
        }
        append_escape(text);
    }
}

void JsonReader::append_escape(std::string& text) {
    const char character = next();
    if (character == '"' || character == '\\') {
        text += character;
        return;
    }
    const std::string_view digits = json_.substr(position_, 4);
    unsigned code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (character != 'u' || digits.size() != 4 || error != std::errc() ||
        end != digits.data() + digits.size() || code >= 0x20) {
        damaged("an escaped character");
    }
    position_ += 4;
    text += static_cast<char>(code);
}

std::int64_t JsonReader::number() {
    separate();
    std::int64_t number = 0;
    const auto [end, error] =
        std::from_chars(json_.data() + position_, json_.data() + json_.size(), number);
    if (error != std::errc()) {
        damaged("a whole number");
    }
    position_ = static_cast<std::size_t>(end - json_.data());
    return number;
}

void JsonReader::end() const {
    if (position_ != json_.size()) {
        damaged("the end");
    }
}

}  // namespace afletter

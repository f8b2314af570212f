// JSON, written as it goes.
#include "json_writer.hpp"

#include <afletter/reports.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "utf8.hpp"

namespace afletter::rendering {

std::string decimal_of_thousandths(std::int64_t value) {
    const std::uint64_t magnitude =
        value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
    std::string text = fmt::format("{}.{:03}", magnitude / 1000, magnitude % 1000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return value < 0 ? "-" + text : text;
}

std::string decimal_of_probability(int ten_thousandths) {
    return fmt::format("{}.{:04}", ten_thousandths / 10'000, ten_thousandths % 10'000);
}

void JsonWriter::name(std::string_view key) {
    if (!has_members_.empty()) {
        if (has_members_.back()) {
            buffer_ += ',';
        }
        has_members_.back() = true;
    }
    if (!key.empty()) {
        append_json_text(buffer_, key);
        buffer_ += ':';
    }
}

void JsonWriter::open(std::string_view key, char bracket) {
    name(key);
    buffer_ += bracket;
    has_members_.push_back(false);
}

void JsonWriter::close(char bracket) {
    constexpr std::size_t buffer_size_max = std::size_t{64} * 1024;
    has_members_.pop_back();
    buffer_ += bracket;
    if (has_members_.empty() || buffer_.size() > buffer_size_max) {
        flush();
    }
}

void JsonWriter::flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
}

void JsonWriter::text(std::string_view key, std::string_view value) {
    if (!value.empty()) {
        name(key);
        append_json_text(buffer_, value);
    }
}

void JsonWriter::element(std::string_view value) {
    name({});
    append_json_text(buffer_, value);
}

void JsonWriter::number(std::string_view key, std::int64_t value) {
    name(key);
    buffer_ += std::to_string(value);
}

void JsonWriter::truth(std::string_view key, bool value) {
    name(key);
    buffer_ += value ? "true" : "false";
}

void JsonWriter::amount(std::string_view key, const Money& amount) {
    text(key, to_decimal(amount));
}

void JsonWriter::thousandths(std::string_view key, MilliNats value) {
    name(key);
    buffer_ += decimal_of_thousandths(value);
}

void JsonWriter::probability(std::string_view key, int ten_thousandths) {
    name(key);
    buffer_ += decimal_of_probability(ten_thousandths);
}

void JsonWriter::line_end() {
    buffer_ += '\n';
    flush();
}

namespace {

bool is_plain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

void append_escaped(std::string& json, char c) {
    switch (c) {
        case '"':
            json += "\\\"";
            return;
        case '\\':
            json += "\\\\";
            return;
        case '\n':
            json += "\\n";
            return;
        case '\r':
            json += "\\r";
            return;
        case '\t':
            json += "\\t";
            return;
        default:
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
}

}  // namespace

void append_json_text(std::string& json, std::string_view text) {
    json += '"';
    while (!text.empty()) {
        const auto plain = static_cast<std::size_t>(
            std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
        json.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) {
            break;
        }
        const CodePoint point = first_code_point(text);
        if (static_cast<unsigned char>(text.front()) < 0x80) {
            append_escaped(json, text.front());
        } else {
            json += point.valid ? text.substr(0, point.length) : std::string_view("\xEF\xBF\xBD");
        }
        text.remove_prefix(point.length);
    }
    json += '"';
}

}  // namespace afletter::rendering

namespace afletter {

std::string json_text(std::string_view text) {
    std::string json;
    rendering::append_json_text(json, text);
    return json;
}

}  // namespace afletter

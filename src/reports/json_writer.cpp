// JSON, written as it goes.
#include "json_writer.hpp"

#include <afletter/reports.hpp>

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
            out_ << ',';
        }
        has_members_.back() = true;
    }
    if (!key.empty()) {
        out_ << json_text(key) << ':';
    }
}

void JsonWriter::open(std::string_view key, char bracket) {
    name(key);
    out_ << bracket;
    has_members_.push_back(false);
}

void JsonWriter::close(char bracket) {
    has_members_.pop_back();
    out_ << bracket;
}

void JsonWriter::text(std::string_view key, std::string_view value) {
    if (!value.empty()) {
        name(key);
        out_ << json_text(value);
    }
}

void JsonWriter::element(std::string_view value) {
    name({});
    out_ << json_text(value);
}

void JsonWriter::number(std::string_view key, std::int64_t value) {
    name(key);
    out_ << value;
}

void JsonWriter::truth(std::string_view key, bool value) {
    name(key);
    out_ << (value ? "true" : "false");
}

void JsonWriter::amount(std::string_view key, const Money& amount) {
    text(key, to_decimal(amount));
}

void JsonWriter::thousandths(std::string_view key, MilliNats value) {
    name(key);
    out_ << decimal_of_thousandths(value);
}

void JsonWriter::probability(std::string_view key, int ten_thousandths) {
    name(key);
    out_ << decimal_of_probability(ten_thousandths);
}

}  // namespace afletter::rendering

namespace afletter {

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (const char c : rendering::valid_utf8(text)) {
        switch (c) {
            case '"':
                json += "\\\"";
                break;
            case '\\':
                json += "\\\\";
                break;
            case '\n':
                json += "\\n";
                break;
            case '\r':
                json += "\\r";
                break;
            case '\t':
                json += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    json += c;
                }
        }
    }
    return json + "\"";
}

}  // namespace afletter

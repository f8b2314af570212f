// Just enough JSON to keep a decision as text and read it back exactly: strings, whole numbers,
// arrays and objects, written compactly and read strictly in the order they were written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace afletter {

class JsonWriter {
  public:
    void open(char bracket);   // '{' or '['
    void close(char bracket);  // '}' or ']'
    void key(std::string_view name);
    void value(std::string_view text);
    void value(std::int64_t number);

    [[nodiscard]] std::string take() { return std::move(json_); }

  private:
    void separate();
    void append_string(std::string_view text);
    void append_escaped(char character);

    std::string json_;
    bool first_ = true;  // nothing stands yet in the innermost brackets
};

// The text is not what JsonWriter writes.
class JsonDamaged : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class JsonReader {
  public:
    explicit JsonReader(std::string_view json) : json_(json) {}

    void open(char bracket);
    [[nodiscard]] bool try_close(char bracket);  // false: another value follows
    void close(char bracket);
    void key(std::string_view name);
    [[nodiscard]] bool try_key(std::string_view name);  // false: another key follows, or none
    std::string text();
    std::int64_t number();
    void end() const;

  private:
    void separate();
    void expect(char character);
    char next();
    void append_escape(std::string& text);
    [[noreturn]] void damaged(std::string_view expected) const;

    std::string_view json_;
    std::size_t position_ = 0;
    bool first_ = true;
};

}  // namespace afletter

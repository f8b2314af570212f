// JSON (RFC 8259), written as it goes: into a buffer, which goes out when it is full and whenever
// the outermost value ends. What is not known is left out: empty text writes no key.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/model/money.hpp>

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::rendering {

class JsonWriter {
  public:
    explicit JsonWriter(std::ostream& out) : out_(out) {}

    void begin_object(std::string_view key = {}) { open(key, '{'); }
    void end_object() { close('}'); }
    void begin_array(std::string_view key = {}) { open(key, '['); }
    void end_array() { close(']'); }

    void text(std::string_view key, std::string_view value);  // nothing when empty
    void number(std::string_view key, std::int64_t value);
    void truth(std::string_view key, bool value);
    void amount(std::string_view key, const Money& amount);       // "-12.34"
    void thousandths(std::string_view key, MilliNats value);      // 4.1
    void probability(std::string_view key, int ten_thousandths);  // 0.9712
    void element(std::string_view value);                         // text in an array
    void line_end();

  private:
    void open(std::string_view key, char bracket);
    void close(char bracket);
    void name(std::string_view key);
    void flush();

    std::ostream& out_;
    std::string buffer_;
    std::vector<bool> has_members_;  // of each object or array that is open
};

// Adds the text as a JSON string, with its quotes.
void append_json_text(std::string& json, std::string_view text);

// A number of thousandths as a decimal without trailing zeros: 4100 is "4.1".
[[nodiscard]] std::string decimal_of_thousandths(std::int64_t value);
// Ten-thousandths with four decimals: 9712 is "0.9712".
[[nodiscard]] std::string decimal_of_probability(int ten_thousandths);

}  // namespace afletter::rendering

// The text of an input as UTF-8 without a byte order mark, whatever the bytes are in, in constant
// memory. It stands between the bytes and every reader, so that none of them knows encodings.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/parsers.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "encoding.hpp"
#include "line_counter.hpp"

namespace afletter {

// A NUL is no character of MT940; a blank in its place keeps columns. Other formats refuse it.
enum class NulBytes : std::uint8_t { kept, blanked };

// Takes UTF-8 and UTF-16 with and without a mark, and what an XML declaration names. Anything
// else is UTF-8 as long as it is well formed, and then the most likely encoding, with a warning:
// the choice is made where the first letter outside ASCII stands, on the 64 KiB that follow it, and
// once more at the first fault beyond them. ASCII and UTF-8 pass through without a copy.
class Utf8Source final : public ByteSource {
  public:
    Utf8Source(std::string source_name, ByteSource& bytes, DiagnosticHandler report,
               NulBytes nul_bytes = NulBytes::kept);

    // False, with an error reported, when the encoding that is declared is none that is read.
    [[nodiscard]] bool can_read();
    std::size_t read(char* buffer, std::size_t size) override;
    // Damage does not stop the text; whoever reads it to the end refuses the input then.
    [[nodiscard]] bool has_errors() const { return has_errors_; }

  private:
    void begin();

    std::size_t decode(char* out, std::size_t size);
    std::size_t pass_through(char* out, std::size_t size);
    std::size_t convert(char* out, std::size_t size);
    std::size_t convert_page(std::string_view bytes, std::size_t size_max, std::string& text) const;
    std::size_t convert_utf16(std::string_view bytes, std::string& text);
    std::size_t hand_out(char* text, std::size_t size);
    void decide();

    // The bytes at hand; at least `size` of them unless the input ends before.
    std::string_view look_ahead(std::size_t size);
    std::size_t take(char* out, std::size_t size);
    void put_back(std::string_view bytes);

    void report_guess(std::string_view bytes);
    void report_damage(std::string_view text);
    void report_nul(std::string_view text, std::size_t offset);
    [[nodiscard]] std::uint64_t byte() const;
    [[nodiscard]] ShownLine lines_behind(std::string_view text) const;

    std::string source_name_;
    ByteSource& bytes_;
    DiagnosticHandler report_;
    NulBytes nul_bytes_;

    Encoding encoding_ = Encoding::utf8;
    bool has_begun_ = false;
    bool can_read_ = true;
    bool is_proved_utf8_ = false;  // it had a well-formed character outside ASCII
    bool has_errors_ = false;
    bool has_nul_ = false;

    std::string ahead_;         // read, and not yet converted
    std::size_t consumed_ = 0;  // of `ahead_`
    std::uint64_t taken_ = 0;   // bytes that came from bytes_
    bool is_at_end_ = false;    // of bytes_
    ShownLine lines_;           // of the text handed out
    std::string converted_;     // text for a caller with a small buffer
    std::size_t given_ = 0;     // of `converted_`
};

}  // namespace afletter

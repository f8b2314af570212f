// What a reader delivered, reduced to numbers that two readings of the same bytes must share. On
// the way every text is checked to be UTF-8 and every date to be in the calendar.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/statement.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::fuzz {

// Stops the run when a promise of the readers is broken; libFuzzer then keeps the input.
void require(bool holds, std::string_view promise);

// FNV-1a over everything that is added; lengths go in too, so that fields cannot run together.
class Digest {
  public:
    Digest& add(std::uint64_t value);
    Digest& add(std::string_view text);
    Digest& add(const Money& amount);
    Digest& add(Date date);
    [[nodiscard]] std::uint64_t value() const { return value_; }

    template <class T>
    Digest& add(const std::optional<T>& value) {
        add(std::uint64_t{value.has_value()});
        return value ? add(*value) : *this;
    }
    template <class Tag>
    Digest& add(const Checked<Tag>& value) {
        return add(std::string_view(value.text()));
    }
    Digest& add(const Balance& balance);
    Digest& add(const AmountDetails& details);
    Digest& add(const std::vector<std::string>& texts);

  private:
    std::uint64_t value_ = 0xcbf2'9ce4'8422'2325;
};

[[nodiscard]] std::uint64_t digest_of(const StatementHeader& header);
[[nodiscard]] std::uint64_t digest_of(const Entry& entry);
[[nodiscard]] std::uint64_t digest_of(const StatementClosing& closing);
[[nodiscard]] std::uint64_t digest_of(const Diagnostic& finding);
[[nodiscard]] std::uint64_t digest_of(const OpenItem& item);

// One call of the sink: which, and what it was given.
struct Event {
    enum class Kind : std::uint8_t { begin, entry, end, finding, item };
    Kind kind = Kind::begin;
    std::uint64_t digest = 0;
    friend bool operator==(const Event&, const Event&) = default;
};
using Transcript = std::vector<Event>;

// Stops the run at the first event in which two readings differ.
void require_same(const Transcript& whole, const Transcript& pieces, std::size_t piece_size);

}  // namespace afletter::fuzz

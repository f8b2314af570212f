// The finder of numbers beside its slow, obvious twin, which tries every piece of the text. Used by
// the fuzz target and by the unit tests.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace afletter::test {

// A piece of a text that is a number of the books.
struct FoundPiece {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string canonical;
    friend auto operator<=>(const FoundPiece&, const FoundPiece&) = default;
};

// Every piece of the text that is one of these canonical numbers and stands as numbers may stand.
[[nodiscard]] std::set<FoundPiece> every_number(std::string_view text,
                                                const std::set<std::string>& numbers);

// Numbers of a small ledger, as printed.
[[nodiscard]] const std::vector<std::string>& ledger_numbers();

// What the finder and its twin tell differently of this text and that ledger; nothing when they
// agree.
[[nodiscard]] std::optional<std::string> compare_finders(std::string_view text);

// Bytes as a text in which numbers of the ledger, whole and in parts, are not rare.
[[nodiscard]] std::string text_from_bytes(std::string_view bytes);

}  // namespace afletter::test

// Makes new XML from known documents: whole pieces of markup moved about, and the sequences that
// readers of XML get wrong put where they hurt. The same state always makes the same document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace afletter::test {

class XmlMutation {
  public:
    // The documents must outlive it, and be at least one.
    XmlMutation(std::span<const std::string> documents, std::uint64_t seed)
        : documents_(documents), state_(seed) {}

    // One of the documents, changed in one to four places.
    [[nodiscard]] std::string next();
    // That document, changed likewise.
    [[nodiscard]] std::string changed(std::string document);

  private:
    [[nodiscard]] std::size_t below(std::size_t end);
    void change(std::string& document);
    void move_markup(std::string& document);
    // From one '<' to a later one.
    struct Span {
        std::size_t begin;
        std::size_t size;
    };
    [[nodiscard]] Span some_markup(std::string_view document);

    std::span<const std::string> documents_;
    std::uint64_t state_;
};

// Short documents with everything that the scanner treats specially.
[[nodiscard]] std::span<const std::string> xml_seeds();

}  // namespace afletter::test

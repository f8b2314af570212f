// One small part of a document (a balance, a transaction) held whole, so that its values can be
// asked for by path in any order. The stream stays a stream: a tree is reused for the next part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xml/reader.hpp"

namespace afletter::xml {

class ElementTree;

// A handle. An element that is not there is false, and everything asked of it is empty.
class Element {
  public:
    Element() = default;

    explicit operator bool() const { return tree_ != nullptr; }
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view text() const;      // without blanks around it
    [[nodiscard]] std::string_view raw_text() const;  // as the file has it
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
    [[nodiscard]] Position position() const;

    // The first child of that name; the next sibling of this one's name.
    [[nodiscard]] Element child(std::string_view name) const;
    [[nodiscard]] Element next_alike() const;
    // child(), for every step of "A/B/C".
    [[nodiscard]] Element find(std::string_view path) const;

  private:
    friend class ElementTree;
    Element(const ElementTree* tree, std::size_t index) : tree_(tree), index_(index) {}
    [[nodiscard]] Element first_named(std::size_t index, std::string_view name) const;

    const ElementTree* tree_ = nullptr;
    std::size_t index_ = 0;
};

class ElementTree {
  public:
    static constexpr std::size_t size_max =
        std::size_t{8} * 1024 * 1024;  // bytes of names and text

    // Forgets everything and starts with the element of a start event.
    void begin(const Event& start);
    // Reads the rest of a child of the root: its start event was the last of the reader. False
    // when the reader meets a fault, or the tree would grow beyond size_max (then it is refused).
    bool append(Reader& reader, const Event& start);
    // begin() and the whole of it.
    bool read(Reader& reader, const Event& start);

    [[nodiscard]] Element root() const { return {this, 0}; }

  private:
    friend class Element;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Slice {
        std::size_t offset = 0;
        std::size_t size = 0;
    };
    struct NamedValue {
        Slice name;
        Slice value;
    };
    struct Node {
        Slice name;
        Slice text;
        std::size_t first_attribute = 0;
        std::size_t attribute_count = 0;
        std::size_t first_child = none;
        std::size_t last_child = none;
        std::size_t next_sibling = none;
        Position position;
    };

    bool read_inside(Reader& reader, std::size_t parent);
    std::size_t add_node(const Event& start);
    std::size_t add_child(std::size_t parent, const Event& start);
    void add_text(std::size_t node, std::string_view text);
    [[nodiscard]] Slice keep(std::string_view text);
    [[nodiscard]] std::string_view view(Slice slice) const;

    std::string characters_;
    std::vector<Node> nodes_;
    std::vector<NamedValue> attributes_;
    std::vector<std::size_t> open_;  // from the child that is read down to the innermost element
};

}  // namespace afletter::xml

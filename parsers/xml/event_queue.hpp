// The events of one chunk, from the XML library's callbacks to Reader::next(). Text lies in one
// buffer that is reused from chunk to chunk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "xml/reader.hpp"

namespace afletter::xml {

class EventQueue {
  public:
    // The views may point anywhere; the queue keeps copies.
    void push(const Event& event);
    [[nodiscard]] bool empty() const { return next_ == events_.size(); }
    // The views of the event hold until the next pop() or push().
    [[nodiscard]] Event pop();

  private:
    struct Slice {
        std::size_t offset = 0;
        std::size_t size = 0;
    };
    struct StoredAttribute {
        Slice name;
        Slice value;
    };
    struct StoredEvent {
        EventKind kind;
        Slice name;
        Slice namespace_name;
        Slice text;
        std::size_t first_attribute;
        std::size_t attribute_count;
        Position position;
    };

    [[nodiscard]] Slice keep(std::string_view text);
    [[nodiscard]] std::string_view view(Slice slice) const;

    std::string characters_;
    std::vector<StoredEvent> events_;
    std::vector<StoredAttribute> attributes_;
    std::vector<Attribute> popped_attributes_;
    std::size_t next_ = 0;
};

}  // namespace afletter::xml

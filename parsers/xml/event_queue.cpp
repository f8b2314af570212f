// Keeps the events of one chunk in flat, reused memory.
#include "xml/event_queue.hpp"

namespace afletter::xml {

EventQueue::Slice EventQueue::keep(std::string_view text) {
    const Slice slice{characters_.size(), text.size()};
    characters_.append(text);
    return slice;
}

std::string_view EventQueue::view(Slice slice) const {
    return std::string_view(characters_).substr(slice.offset, slice.size);
}

void EventQueue::push(const Event& event) {
    if (empty()) {
        characters_.clear();
        events_.clear();
        attributes_.clear();
        next_ = 0;
    }
    const std::size_t first_attribute = attributes_.size();
    for (const Attribute& attribute : event.attributes) {
        attributes_.push_back({keep(attribute.name), keep(attribute.value)});
    }
    events_.push_back({event.kind, keep(event.name), keep(event.namespace_name), keep(event.text),
                       first_attribute, event.attributes.size(), event.position});
}

Event EventQueue::pop() {
    const StoredEvent& stored = events_[next_++];
    popped_attributes_.clear();
    for (std::size_t i = 0; i < stored.attribute_count; ++i) {
        const StoredAttribute& attribute = attributes_[stored.first_attribute + i];
        popped_attributes_.push_back({view(attribute.name), view(attribute.value)});
    }
    return {stored.kind,       view(stored.name),  view(stored.namespace_name),
            view(stored.text), popped_attributes_, stored.position};
}

}  // namespace afletter::xml

// Where the scanner is: the path of open elements, as a tree of nodes that are made once and found
// again. A node knows what an element there means, and the markup that came there before, so that
// equal markup need only be compared, not read. Equal nodes mean equal open elements with equal
// tags and namespaces; that is why a remembered run is right wherever its node recurs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "xml/byte_search.hpp"
#include "xml/namespaces.hpp"
#include "xml/scanner.hpp"

namespace afletter::xml {

struct Context;

// Markup from one value to the next: tags and the blanks between them, and what they came to.
struct Run {
    static constexpr std::size_t size_max = 512;
    static constexpr std::size_t events_max = 32;

    struct EventInRun {
        std::uint32_t offset = 0;  // from where the run begins
        std::uint32_t size = 0;
        std::uint16_t element = 0;
        EventKind kind = EventKind::start;
    };

    Context* after = nullptr;
    std::uint16_t size = 0;
    std::uint16_t event_count = 0;
    std::array<char, size_max + byte_search_margin> bytes{};
    std::array<EventInRun, events_max> events;
};

struct Context {
    static constexpr std::size_t runs_max = 4;
    static constexpr std::size_t short_key_max = 16;

    std::array<Run*, runs_max> runs{};  // the one that was met last comes first
    std::uint16_t run_count = 0;
    std::uint16_t depth = 0;
    std::uint32_t pause = 0;  // how many more runs are not worth a comparison
    std::uint32_t hits = 0;   // runs met again since the last that was not known
    std::int32_t credit = 0;  // rises with hits, falls with every other run
    std::uint64_t hash = 0;
    Context* parent = nullptr;
    // As written: the name, or the whole tag if it declares namespaces. A margin follows.
    const char* key = nullptr;
    std::uint32_t key_size = 0;
    std::uint32_t name_size = 0;
    std::array<char, short_key_max + byte_search_margin> short_key{};
    std::string long_key;
    ElementRole role;
    std::uint32_t id = 0;
    bool is_kept = false;  // otherwise it ends with its element
    std::vector<Binding> declared;
    Scope scope;

    [[nodiscard]] std::string_view name() const { return {key, name_size}; }
    void set_key(std::string_view new_key);
};

class ContextTree {
  public:
    ContextTree();
    ContextTree(const ContextTree&) = delete;
    ContextTree& operator=(const ContextTree&) = delete;

    // Outside of every element.
    [[nodiscard]] Context* document() { return &document_; }

    // The child of that key, which must have byte_search_margin behind it; nullptr when it is not
    // known yet.
    [[nodiscard, gnu::always_inline]] Context* find(const Context& parent,
                                                    std::string_view key) const {
        const std::uint64_t hash = hash_of(parent.id, key);
        for (std::size_t i = 0; i < probes_max; ++i) {
            const Slot& slot = table_[slot_index(hash, i)];
            if (slot.hash == hash && is_child(*slot.context, parent, key)) {
                return slot.context;
            }
            if (slot.context == nullptr) {
                break;
            }
        }
        return nullptr;
    }
    // A new child without role and namespaces of its own. It is kept if there is room for it.
    [[nodiscard]] Context* add(Context& parent, std::string_view key, std::size_t name_size);
    // Leaves an element: its parent.
    Context* leave(Context* context) {
        Context* const parent = context->parent;
        if (!context->is_kept) {
            discard(context);
        }
        return parent;
    }

    // Whether a run that begins in the context is worth the trouble, and room for one.
    [[nodiscard]] Run* room_for_run(Context& context);

  private:
    void discard(const Context* context);

    // What all of it may cost: well below 1 MiB.
    static constexpr std::size_t kept_max = 1024;
    static constexpr std::size_t kept_bytes_max = std::size_t{256} * 1024;
    static constexpr std::size_t key_size_max = 4096;
    static constexpr std::size_t runs_max = 512;
    static constexpr std::size_t slots = 2 * kept_max;
    static constexpr std::size_t probes_max = 16;

    struct Slot {
        std::uint64_t hash = 0;  // of no key
        Context* context = nullptr;
    };
    [[nodiscard]] static std::size_t slot_index(std::uint64_t hash, std::size_t probe) {
        return ((hash >> 32) + probe) % slots;
    }
    [[nodiscard]] Slot* slot_for(const Context& parent, std::string_view key, std::uint64_t hash);
    [[nodiscard, gnu::always_inline]] static std::uint64_t hash_of(std::uint32_t parent,
                                                                   std::string_view key);
    [[nodiscard]] static bool is_child(const Context& child, const Context& parent,
                                       std::string_view key) {
        return child.parent == &parent && child.key_size == key.size() &&
               is_equal_blockwise(child.key, key.data(), key.size());
    }

    Context document_;
    std::vector<std::unique_ptr<Context>> kept_;
    std::size_t kept_bytes_ = 0;
    std::vector<Slot> table_ = std::vector<Slot>(slots);
    std::vector<std::unique_ptr<Context>> spare_;  // of elements that have ended
    std::vector<std::unique_ptr<Context>> open_;   // not kept, innermost last
    std::vector<std::unique_ptr<Run>> runs_;
};

// Multiplies whole words: first and last of them may overlap, and one that reaches behind the key
// counts without what it reaches.
inline std::uint64_t ContextTree::hash_of(std::uint32_t parent, std::string_view key) {
    constexpr std::uint64_t factor = 0x9e3779b97f4a7c15U;
    constexpr std::size_t word_size = sizeof(std::uint64_t);
    std::uint64_t hash = (parent + (std::uint64_t{key.size()} << 32) + 1) * factor;
    const auto add_word = [&hash, at = key.data()](std::size_t place, std::size_t unwanted = 0) {
        std::uint64_t word = 0;
        std::memcpy(&word, at + place, word_size);
        hash = (hash ^ word << 8 * unwanted) * factor;
        hash ^= hash >> 32;
    };
    if (key.size() < word_size) {
        if (!key.empty()) {
            add_word(0, word_size - key.size());
        }
        return hash | 1;
    }
    for (std::size_t place = 0; place + word_size < key.size(); place += word_size) {
        add_word(place);
    }
    add_word(key.size() - word_size);
    return hash | 1;
}

}  // namespace afletter::xml

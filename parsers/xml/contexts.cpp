// Finds and makes contexts, and decides which runs are worth remembering.
#include "xml/contexts.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

namespace afletter::xml {

namespace {

constexpr std::int16_t credit_max = 64;
constexpr std::int16_t credit_at_first = 32;
constexpr std::int16_t cost_of_miss = 2;
constexpr std::uint16_t pause_length = 256;

inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
    return hash ^ hash >> 32;
}

// The first bytes of a word, and nothing of what follows them.
inline std::uint64_t word_of(const char* at, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    const std::size_t unwanted_bits = 8 * (sizeof word - size);
    return word << unwanted_bits;
}

// Reads whole words, also behind the end, and leaves out what does not belong to the key.
inline std::uint64_t hash_of(std::uint32_t parent, std::string_view key) {
    constexpr std::size_t word_size = sizeof(std::uint64_t);
    std::uint64_t hash = parent + (key.size() << 32);
    const char* at = key.data();
    std::size_t left = key.size();
    for (; left > word_size; left -= word_size, at += word_size) {
        hash = mixed(hash, word_of(at, word_size));
    }
    return left == 0 ? hash : mixed(hash, word_of(at, left));
}

inline bool is_child(const Context& child, const Context& parent, std::string_view key) {
    return child.parent == &parent && child.key_size == key.size() &&
           is_equal_blockwise(child.key, key.data(), key.size());
}

}  // namespace

const Run* Context::find_run(const char* at, std::size_t size) {
    if (pause > 0) {
        --pause;
        return nullptr;
    }
    for (std::size_t i = 0; i < run_count; ++i) {
        Run* const run = runs[i];
        if (run->size <= size && is_equal_blockwise(run->bytes.data(), at, run->size)) {
            if (i > 0) {
                std::swap(runs[i], runs[i - 1]);
            }
            credit = static_cast<std::int16_t>(std::min<int>(credit + 1, credit_max));
            return run;
        }
    }
    return nullptr;
}

void Context::set_key(std::string_view new_key) {
    key_size = static_cast<std::uint32_t>(new_key.size());
    if (new_key.size() <= short_key_max) {
        new_key.copy(short_key.data(), new_key.size());
        key = short_key.data();
        return;
    }
    long_key.assign(new_key).append(byte_search_margin, '\0');
    key = long_key.data();
}

ContextTree::ContextTree() {
    document_.is_kept = true;
    document_.role.number = Vocabulary::root;
    kept_.reserve(64);
}

Context* ContextTree::find(const Context& parent, std::string_view key) const {
    if (!parent.is_kept || key.size() > key_size_max) {
        return nullptr;
    }
    const std::uint64_t hash = hash_of(parent.id, key);
    for (std::size_t i = 0; i < probes_max; ++i) {
        Context* const found = table_[(hash + i) % slots];
        if (found == nullptr) {
            return nullptr;
        }
        if (found->hash == hash && is_child(*found, parent, key)) {
            return found;
        }
    }
    return nullptr;
}

Context** ContextTree::slot_for(const Context& parent, std::string_view key, std::uint64_t hash) {
    const bool may_be_kept = parent.is_kept && key.size() <= key_size_max &&
                             kept_.size() < kept_max && kept_bytes_ + key.size() <= kept_bytes_max;
    for (std::size_t i = 0; may_be_kept && i < probes_max; ++i) {
        Context*& slot = table_[(hash + i) % slots];
        if (slot == nullptr) {
            return &slot;
        }
    }
    return nullptr;
}

Context* ContextTree::add(Context& parent, std::string_view key, std::size_t name_size) {
    const std::uint64_t hash = hash_of(parent.id, key);
    Context** const slot = slot_for(parent, key, hash);
    std::unique_ptr<Context> context;
    if (slot == nullptr && !spare_.empty()) {
        context = std::move(spare_.back());
        spare_.pop_back();
    } else {
        context = std::make_unique<Context>();
    }
    Context* const added = context.get();
    added->parent = &parent;
    added->depth = static_cast<std::uint16_t>(parent.depth + 1);
    added->hash = hash;
    // Of a context that is not kept nobody asks for more than the name.
    added->set_key(slot == nullptr ? key.substr(0, name_size) : key);
    added->name_size = static_cast<std::uint32_t>(name_size);
    added->declared.clear();
    added->scope = parent.scope;
    added->is_kept = slot != nullptr;
    added->credit = credit_at_first;
    if (slot == nullptr) {
        open_.push_back(std::move(context));
        return added;
    }
    kept_bytes_ += key.size();
    *slot = added;
    kept_.push_back(std::move(context));
    added->id = static_cast<std::uint32_t>(kept_.size());
    return added;
}

Context* ContextTree::leave(Context* context) {
    Context* const parent = context->parent;
    if (!context->is_kept) {
        AFLETTER_ASSERT(!open_.empty() && open_.back().get() == context);
        spare_.push_back(std::move(open_.back()));
        open_.pop_back();
    }
    return parent;
}

Run* ContextTree::room_for_run(Context& context) {
    if (!context.is_kept || context.pause > 0) {
        return nullptr;
    }
    context.credit = static_cast<std::int16_t>(context.credit - cost_of_miss);
    if (context.credit <= 0) {
        context.pause = pause_length;
        context.credit = cost_of_miss * static_cast<int>(Context::runs_max);
        return nullptr;
    }
    if (context.run_count < Context::runs_max && runs_.size() < runs_max) {
        runs_.push_back(std::make_unique<Run>());
        context.runs[context.run_count++] = runs_.back().get();
    }
    if (context.run_count == 0) {
        return nullptr;
    }
    Run* const oldest = context.runs[context.run_count - 1U];
    std::rotate(context.runs.begin(), context.runs.begin() + context.run_count - 1,
                context.runs.begin() + context.run_count);
    return oldest;
}

}  // namespace afletter::xml

// Finds and makes contexts, and decides which runs are worth remembering.
#include "xml/contexts.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <cstring>
#include <utility>

namespace afletter::xml {

namespace {

constexpr std::int32_t credit_max = 64;
constexpr std::int32_t credit_at_first = 32;
constexpr std::int32_t cost_of_miss = 2;
constexpr std::uint32_t pause_length = 1024;

}  // namespace

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

ContextTree::Slot* ContextTree::slot_for(const Context& parent, std::string_view key,
                                         std::uint64_t hash) {
    const bool may_be_kept = parent.is_kept && key.size() <= key_size_max &&
                             kept_.size() < kept_max && kept_bytes_ + key.size() <= kept_bytes_max;
    for (std::size_t i = 0; may_be_kept && i < probes_max; ++i) {
        Slot& slot = table_[slot_index(hash, i)];
        if (slot.context == nullptr) {
            return &slot;
        }
    }
    return nullptr;
}

Context* ContextTree::add(Context& parent, std::string_view key, std::size_t name_size) {
    const std::uint64_t hash = hash_of(parent.id, key);
    Slot* const slot = slot_for(parent, key, hash);
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
    added->hits = 0;
    added->pause = 0;
    added->run_count = 0;
    if (slot == nullptr) {
        open_.push_back(std::move(context));
        return added;
    }
    kept_bytes_ += key.size();
    *slot = {hash, added};
    kept_.push_back(std::move(context));
    added->id = static_cast<std::uint32_t>(kept_.size());
    return added;
}

void ContextTree::discard(const Context* context) {
    AFLETTER_ASSERT(!open_.empty() && open_.back().get() == context);
    spare_.push_back(std::move(open_.back()));
    open_.pop_back();
}

Run* ContextTree::room_for_run(Context& context) {
    if (!context.is_kept || context.pause > 0) {
        return nullptr;
    }
    const auto hits = static_cast<std::int32_t>(std::min<std::uint32_t>(context.hits, credit_max));
    context.credit = std::min(context.credit + hits - cost_of_miss, credit_max);
    context.hits = 0;
    if (context.credit <= 0) {
        context.pause = pause_length;
        context.credit = cost_of_miss * static_cast<std::int32_t>(Context::runs_max);
        return nullptr;
    }
    if (context.run_count < Context::runs_max && runs_.size() < runs_max) {
        runs_.push_back(std::make_unique<Run>());
        context.runs[context.run_count++] = runs_.back().get();
    }
    if (context.run_count == 0) {
        return nullptr;
    }
    const auto last = context.runs.begin() + context.run_count;
    Run* const oldest = *(last - 1);
    std::rotate(context.runs.begin(), last - 1, last);
    return oldest;
}

}  // namespace afletter::xml

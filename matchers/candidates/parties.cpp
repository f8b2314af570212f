// Counting, then filling: no party has memory of its own.
#include "candidates/parties.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <unordered_map>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

namespace afletter::matching {

namespace {

constexpr std::size_t parties_at_a_time = 1024;  // of one thread

// Numbers what has the same text.
class Numbered {
  public:
    // The number of this text; `next` if it is new.
    PartyIndex number(std::string_view text, PartyIndex next) {
        return numbers_.try_emplace(text, next).first->second;
    }

  private:
    std::unordered_map<std::string_view, PartyIndex> numbers_;
};

template <class Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::ranges::find(values, value) == values.end()) {
        values.push_back(std::move(value));
    }
}

std::vector<NameKey> names_of(std::span<const PackedItem> items, std::span<const ItemIndex> own) {
    std::vector<NameKey> names;
    const std::string_view first = items[own.front()].party_name();
    for (const ItemIndex index : own) {
        const std::string_view name = items[index].party_name();
        if (index == own.front() || name != first) {
            add_once(names, name_key(name));
            names.back().tokens.tokens.shrink_to_fit();
        }
    }
    return names;
}

}  // namespace

std::vector<PartyIndex> Parties::of_items(std::span<const PackedItem> items) {
    Numbered by_id;
    Numbered by_name;
    std::vector<PartyIndex> parties;
    parties.reserve(items.size());
    PartyIndex next = 0;
    for (const PackedItem& item : items) {
        PartyIndex party = next;
        if (const std::string_view id = item.party_id(); !id.empty()) {
            party = by_id.number(id, next);
        } else if (const std::string_view name = item.party_name(); !name.empty()) {
            party = by_name.number(name, next);
        }
        next += party == next ? 1 : 0;
        parties.push_back(party);
    }
    return parties;
}

Parties::Parties(std::span<const PackedItem> items, std::span<const PartyIndex> of_items) {
    collect_items(of_items);
    collect_ibans(items);
    collect_names(items);
    weigh_names();
}

void Parties::collect_items(std::span<const PartyIndex> of_items) {
    const std::size_t parties =
        of_items.empty() ? 0 : std::size_t{*std::ranges::max_element(of_items)} + 1;
    open_counts_.assign(parties, 0);
    item_begins_.assign(parties + 1, 0);
    for (const PartyIndex party : of_items) {
        ++item_begins_[party + 1];
    }
    std::partial_sum(item_begins_.begin(), item_begins_.end(), item_begins_.begin());
    items_.resize(of_items.size());
    open_items_.resize(of_items.size());
    std::vector<std::uint32_t> next(item_begins_.begin(), item_begins_.end() - 1);
    for (ItemIndex item = 0; item < of_items.size(); ++item) {
        items_[next[of_items[item]]++] = item;
    }
}

void Parties::collect_ibans(std::span<const PackedItem> items) {
    iban_begins_.reserve(size() + 1);
    std::vector<std::string_view> own;
    for (PartyIndex party = 0; party < size(); ++party) {
        own.clear();
        for (const ItemIndex index : part_of<ItemIndex>(items_, item_begins_, party)) {
            items[index].for_each_iban([&own](std::string_view iban) { add_once(own, iban); });
        }
        iban_begins_.push_back(static_cast<std::uint32_t>(ibans_.size()));
        ibans_.insert(ibans_.end(), own.begin(), own.end());
    }
    iban_begins_.push_back(static_cast<std::uint32_t>(ibans_.size()));
}

// Some parties at a time, so that few lists are held twice.
void Parties::collect_names(std::span<const PackedItem> items) {
    constexpr std::size_t in_memory = 16 * parties_at_a_time;
    name_begins_.reserve(size() + 1);
    std::vector<std::vector<NameKey>> found;
    for (std::size_t begin = 0; begin < size(); begin += in_memory) {
        const std::size_t end = std::min(begin + in_memory, size());
        found.assign(end - begin, {});
        const tbb::blocked_range<std::size_t> all(begin, end, parties_at_a_time);
        tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
            for (std::size_t party = share.begin(); party != share.end(); ++party) {
                found[party - begin] = names_of(
                    items,
                    part_of<ItemIndex>(items_, item_begins_, static_cast<PartyIndex>(party)));
            }
        });
        for (std::vector<NameKey>& names : found) {
            name_begins_.push_back(static_cast<std::uint32_t>(names_.size()));
            std::ranges::move(names, std::back_inserter(names_));
        }
    }
    name_begins_.push_back(static_cast<std::uint32_t>(names_.size()));
}

void Parties::weigh_names() {
    for (const NameKey& name : names_) {
        name_counts_.add(name.tokens);
    }
    const tbb::blocked_range<std::size_t> all(0, names_.size(), parties_at_a_time);
    tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& share) {
        for (std::size_t i = share.begin(); i != share.end(); ++i) {
            name_counts_.weigh(names_[i].tokens);
        }
    });
}

void Parties::open(PartyIndex party, ItemIndex item) {
    const auto begin = open_items_.begin() + item_begins_[party];
    const auto end = begin + open_counts_[party];
    const auto at = std::lower_bound(begin, end, item);
    std::copy_backward(at, end, end + 1);
    *at = item;
    ++open_counts_[party];
}

void Parties::close(PartyIndex party, ItemIndex item) {
    const auto begin = open_items_.begin() + item_begins_[party];
    const auto end = begin + open_counts_[party];
    const auto at = std::lower_bound(begin, end, item);
    std::copy(at + 1, end, at);
    --open_counts_[party];
}

}  // namespace afletter::matching

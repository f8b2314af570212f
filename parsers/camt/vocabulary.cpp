// Looks paths up in the table of fields; each path once for an input.
#include "camt/vocabulary.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace afletter::camt {

namespace {

// What all elements without a meaning are called once there are too many names.
constexpr std::string_view shared_name = "*";

// "camt.053.001.08" out of "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08" and out of what
// national variants make of it ("ISO:camt.053.001.02:APC:STUZZA:payments:003").
std::string format_in(std::string_view namespace_name, const Container& container) {
    constexpr std::string_view pattern = "camt.05N.NNN.NN";
    const std::size_t start = namespace_name.find("camt.05");
    if (start == std::string_view::npos || namespace_name.size() - start < pattern.size()) {
        return std::string(container.format);
    }
    const std::string_view name = namespace_name.substr(start, pattern.size());
    const bool fits = std::ranges::equal(name, pattern, [](char found, char wanted) {
        return wanted == 'N' ? found >= '0' && found <= '9' : found == wanted;
    });
    return std::string(fits ? name : container.format);
}

// The group that begins at this path of `outer`; `outer` itself when none does.
Group group_at(Group outer, std::string_view path) {
    for (const GroupPath& row : groups()) {
        if (row.outer == outer && row.path == path) {
            return row.inner;
        }
    }
    return outer;
}

const FieldPath* field_at(Group group, std::string_view path) {
    const auto fields = fields_of(group);
    const auto found = std::ranges::find(fields, path, &FieldPath::path);
    return found == fields.end() ? nullptr : &*found;
}

void note_table(std::string_view path, Meaning& meaning) {
    meaning.opens = group_at(meaning.group, path);
    if (const FieldPath* const field = field_at(meaning.group, path)) {
        meaning.field = field->field;
        meaning.rank = field->rank;
    }
}

bool is_plain(const Meaning& meaning) {
    return meaning.opens == meaning.group && meaning.field == Field::other;
}

// Whether any path of the tables ends with this name.
bool is_in_tables(std::string_view local_name) {
    static const auto names = [] {
        std::unordered_set<std::string_view> found;
        const auto add = [&found](std::string_view path) {
            found.insert(path.substr(path.rfind('/') + 1));
        };
        for (const GroupPath& row : groups()) {
            add(row.path);
            std::ranges::for_each(fields_of(row.outer), add, &FieldPath::path);
            std::ranges::for_each(fields_of(row.inner), add, &FieldPath::path);
        }
        return found;
    }();
    return names.contains(local_name);
}

// A return is a part of its transaction: its fields are the transaction's.
bool has_own_fields(Group group) {
    return group != Group::returned;
}

}  // namespace

xml::ElementRole ElementNames::role_of(std::uint16_t parent, std::string_view namespace_name,
                                       std::string_view local_name) {
    if (outer_count_ < 2) {
        outer_names_.append(outer_count_ == 0 ? "" : "/").append(local_name);
        ++outer_count_;
    }
    const bool is_in_envelope = meaning_below(parent).group == Group::envelope;
    const Container* const container = is_in_envelope ? container_named(local_name) : nullptr;
    const std::uint16_t number =
        container != nullptr ? number_of_message(parent, namespace_name, local_name, *container)
                             : number_of(parent, local_name);
    const Meaning& meaning = meanings_[number];
    const bool is_group = meaning.opens != meaning.group || parent == root;
    return {.number = number, .is_group = is_group, .attribute = "Ccy"};
}

// A namespace tells the version of a message; it changes no other name.
std::uint16_t ElementNames::number_of_message(std::uint16_t parent, std::string_view namespace_name,
                                              std::string_view local_name,
                                              const Container& container) {
    const std::string format = format_in(namespace_name, container);
    const std::string name = std::string(local_name).append(" ").append(format);
    if (const auto known = numbers_.find({parent, name}); known != numbers_.end()) {
        return known->second;
    }
    Meaning meaning = meaning_below(parent);
    meaning.opens = Group::message;
    const std::uint16_t number = add(parent, name, meaning, std::string(local_name));
    formats_[number] = format;
    return number;
}

std::uint16_t ElementNames::number_of(std::uint16_t parent, std::string_view local_name) {
    if (const auto known = numbers_.find({parent, local_name}); known != numbers_.end()) {
        return known->second;
    }
    const bool may_mean_something = is_in_tables(local_name);
    if (is_full() && !may_mean_something) {
        return shared_number(parent);
    }
    Meaning meaning = meaning_below(parent);
    std::string path = path_below(parent, meaning).append(local_name);
    if (may_mean_something) {
        note_table(path, meaning);
    }
    return is_full() && is_plain(meaning) ? shared_number(parent)
                                          : add(parent, local_name, meaning, std::move(path));
}

std::uint16_t ElementNames::shared_number(std::uint16_t parent) {
    const std::uint16_t known = parent == root ? shared_below_root_ : shared_[parent];
    if (known != root) {
        return known;
    }
    const Meaning meaning = meaning_below(parent);
    const std::uint16_t shared =
        add(parent, shared_name, meaning, path_below(parent, meaning).append(shared_name));
    (parent == root ? shared_below_root_ : shared_[parent]) = shared;
    shared_[shared] = shared;  // so that no depth of them makes the table grow
    return shared;
}

// The group that an element below `parent` is in, before its own name is looked at.
Meaning ElementNames::meaning_below(std::uint16_t parent) const {
    Meaning meaning;
    if (parent != root) {
        const Group group = meanings_[parent].opens;
        meaning.group = has_own_fields(group) ? group : Group::transaction;
    }
    meaning.opens = meaning.group;
    return meaning;
}

// The path of the parent within the group, with a slash; empty at the group's beginning.
std::string ElementNames::path_below(std::uint16_t parent, const Meaning& meaning) const {
    if (parent == root || meaning.group == Group::envelope) {
        return "";
    }
    const bool is_first = meanings_[parent].opens != meanings_[parent].group &&
                          has_own_fields(meanings_[parent].opens);
    return is_first ? "" : paths_[parent] + "/";
}

std::uint16_t ElementNames::add(std::uint16_t parent, std::string_view name, const Meaning& meaning,
                                std::string path) {
    const auto number = static_cast<std::uint16_t>(meanings_.size());
    meanings_.push_back(meaning);
    shared_.push_back(root);
    paths_.push_back(std::move(path));
    formats_.emplace_back();
    numbers_.emplace(Name{parent, names_.emplace_back(name)}, number);
    return number;
}

}  // namespace afletter::camt

// Looks paths up in the table of fields; each path once for an input.
#include "camt/vocabulary.hpp"

#include <algorithm>
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
    const std::uint16_t number = number_of(parent, namespace_name, local_name);
    const Meaning& meaning = meanings_[number];
    const bool is_group = meaning.opens != meaning.group || parent == root;
    return {.number = number, .is_group = is_group, .attribute = "Ccy"};
}

std::uint16_t ElementNames::number_of(std::uint16_t parent, std::string_view namespace_name,
                                      std::string_view local_name) {
    Meaning meaning = meaning_below(parent);
    std::string path = path_below(parent, meaning);
    const std::size_t start = path.size();
    path.append(local_name);
    note_table(path, meaning);
    const Container* const container =
        meaning.group == Group::envelope ? container_named(local_name) : nullptr;
    if (container != nullptr) {
        meaning.opens = Group::message;
    }
    const bool is_plain = meaning.opens == meaning.group && meaning.field == Field::other;
    if (is_full() && is_plain) {
        path.replace(start, std::string::npos, shared_name);
        if (parent != root && paths_[parent].ends_with(shared_name)) {
            return parent;
        }
    }
    std::string key = std::to_string(parent);
    key.append(" ").append(path);
    // A namespace tells the version of a message; it changes no other name.
    const std::string format =
        container == nullptr ? std::string() : format_in(namespace_name, *container);
    key.append(" ").append(format);
    if (const auto known = numbers_.find(key); known != numbers_.end()) {
        return known->second;
    }
    const std::uint16_t number = add(meaning, std::move(path), format);
    numbers_.emplace(std::move(key), number);
    return number;
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

std::uint16_t ElementNames::add(const Meaning& meaning, std::string path,
                                const std::string& format) {
    meanings_.push_back(meaning);
    paths_.push_back(std::move(path));
    formats_.push_back(format);
    return static_cast<std::uint16_t>(meanings_.size() - 1);
}

}  // namespace afletter::camt

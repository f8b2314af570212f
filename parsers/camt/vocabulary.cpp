// Looks paths up in the table of fields; each path once for an input.
#include "camt/vocabulary.hpp"

#include <algorithm>
#include <utility>

namespace afletter::camt {

namespace {

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
    std::string key = std::to_string(parent);
    key.append(" ").append(local_name).append(" ").append(namespace_name);
    if (const auto known = numbers_.find(key); known != numbers_.end()) {
        return known->second;
    }
    Meaning meaning;
    std::string path;
    std::string format;
    if (parent != root) {
        meaning.group = meanings_[parent].opens;
        const bool is_first = meanings_[parent].opens != meanings_[parent].group &&
                              has_own_fields(meanings_[parent].opens);
        path = is_first || meaning.group == Group::envelope ? "" : paths_[parent] + "/";
    }
    path.append(local_name);
    if (!has_own_fields(meaning.group)) {
        meaning.group = Group::transaction;
    }
    meaning.opens = group_at(meaning.group, path);
    if (meaning.group == Group::envelope) {
        if (const Container* const container = container_named(local_name)) {
            meaning.opens = Group::message;
            format = format_in(namespace_name, *container);
        }
    }
    if (const FieldPath* const field = field_at(meaning.group, path)) {
        meaning.field = field->field;
        meaning.rank = field->rank;
    }
    if (is_full()) {
        return static_cast<std::uint16_t>(paths_max - 1);  // the reader refuses the input
    }
    const std::uint16_t number = add(meaning, std::move(path), std::move(format));
    numbers_.emplace(std::move(key), number);
    return number;
}

std::uint16_t ElementNames::add(const Meaning& meaning, std::string path, std::string format) {
    meanings_.push_back(meaning);
    paths_.push_back(std::move(path));
    formats_.push_back(std::move(format));
    return static_cast<std::uint16_t>(meanings_.size() - 1);
}

}  // namespace afletter::camt

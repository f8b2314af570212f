// Builds the tree from events, in flat memory that is reused.
#include "xml/element_tree.hpp"

namespace afletter::xml {

namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t start = text.find_first_not_of(blanks);
    if (start == std::string_view::npos) {
        return {};
    }
    return text.substr(start, text.find_last_not_of(blanks) - start + 1);
}

}  // namespace

std::string_view Element::name() const {
    return tree_ == nullptr ? "" : tree_->view(tree_->nodes_[index_].name);
}

std::string_view Element::raw_text() const {
    return tree_ == nullptr ? "" : tree_->view(tree_->nodes_[index_].text);
}

std::string_view Element::text() const {
    return trimmed(raw_text());
}

std::string_view Element::attribute(std::string_view name) const {
    if (tree_ == nullptr) {
        return {};
    }
    const ElementTree::Node& node = tree_->nodes_[index_];
    for (std::size_t i = 0; i < node.attribute_count; ++i) {
        const ElementTree::NamedValue& attribute = tree_->attributes_[node.first_attribute + i];
        if (tree_->view(attribute.name) == name) {
            return trimmed(tree_->view(attribute.value));
        }
    }
    return {};
}

Position Element::position() const {
    return tree_ == nullptr ? Position{} : tree_->nodes_[index_].position;
}

Element Element::first_named(std::size_t index, std::string_view name) const {
    while (index != ElementTree::none) {
        if (tree_->view(tree_->nodes_[index].name) == name) {
            return {tree_, index};
        }
        index = tree_->nodes_[index].next_sibling;
    }
    return {};
}

Element Element::child(std::string_view name) const {
    return tree_ == nullptr ? Element{} : first_named(tree_->nodes_[index_].first_child, name);
}

Element Element::next_alike() const {
    return tree_ == nullptr ? Element{} : first_named(tree_->nodes_[index_].next_sibling, name());
}

Element Element::find(std::string_view path) const {
    Element found = *this;
    while (found && !path.empty()) {
        const std::size_t slash = path.find('/');
        found = found.child(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
    }
    return found;
}

void ElementTree::begin(const Event& start) {
    characters_.clear();
    nodes_.clear();
    attributes_.clear();
    add_node(start);
}

bool ElementTree::append(Reader& reader, const Event& start) {
    return read_inside(reader, add_child(0, start));
}

bool ElementTree::read(Reader& reader, const Event& start) {
    begin(start);
    return read_inside(reader, 0);
}

bool ElementTree::read_inside(Reader& reader, std::size_t parent) {
    open_.assign(1, parent);
    while (!open_.empty()) {
        const Event event = reader.next();
        switch (event.kind) {
            case EventKind::start:
                open_.push_back(add_child(open_.back(), event));
                break;
            case EventKind::text:
                add_text(open_.back(), event.text);
                break;
            case EventKind::end:
                open_.pop_back();
                break;
            case EventKind::finished:
            case EventKind::fault:
                return false;
        }
        if (characters_.size() + nodes_.size() * sizeof(Node) > size_max) {
            reader.refuse("xml.element_size", nodes_.front().position,
                          "expected an element of at most 8 MiB, found more");
            return false;
        }
    }
    return true;
}

std::size_t ElementTree::add_node(const Event& start) {
    Node node;
    node.name = keep(start.name);
    node.position = start.position;
    node.first_attribute = attributes_.size();
    node.attribute_count = start.attributes.size();
    for (const Attribute& attribute : start.attributes) {
        attributes_.push_back({keep(attribute.name), keep(attribute.value)});
    }
    nodes_.push_back(node);
    return nodes_.size() - 1;
}

std::size_t ElementTree::add_child(std::size_t parent, const Event& start) {
    const std::size_t index = add_node(start);
    std::size_t& last = nodes_[parent].last_child;
    if (last == none) {
        nodes_[parent].first_child = index;
    } else {
        nodes_[last].next_sibling = index;
    }
    last = index;
    return index;
}

// Text on both sides of a child is one value: what was there is copied behind the rest.
void ElementTree::add_text(std::size_t node, std::string_view text) {
    std::string whole(view(nodes_[node].text));
    whole.append(text);
    nodes_[node].text = keep(whole);
}

ElementTree::Slice ElementTree::keep(std::string_view text) {
    const Slice slice{characters_.size(), text.size()};
    characters_.append(text);
    return slice;
}

std::string_view ElementTree::view(Slice slice) const {
    return std::string_view(characters_).substr(slice.offset, slice.size);
}

}  // namespace afletter::xml

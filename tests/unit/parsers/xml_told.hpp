// What the XML scanner tells of a document, as one line of text for tests to compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collected.hpp"
#include "xml/scanner.hpp"

namespace afletter::test {

// Every element is a group and wants its attribute "k"; those whose name begins with 'v' are plain
// values.
class NameVocabulary final : public xml::Vocabulary {
  public:
    xml::ElementRole role_of(std::uint16_t parent, std::string_view namespace_name,
                             std::string_view local_name) override {
        ++questions;
        std::string name(namespace_name.empty() ? "" : "{");
        name.append(namespace_name).append(namespace_name.empty() ? "" : "}").append(local_name);
        names_.push_back(name);
        parents_.push_back(parent);
        return {static_cast<std::uint16_t>(names_.size() - 1), !local_name.starts_with('v'), "k"};
    }
    [[nodiscard]] const std::string& name(std::uint16_t number) const { return names_.at(number); }
    [[nodiscard]] std::uint16_t parent(std::uint16_t number) const { return parents_.at(number); }

    int questions = 0;

  private:
    std::vector<std::string> names_;
    std::vector<std::uint16_t> parents_;
};

inline std::string told_event(const xml::Event& event, const NameVocabulary& vocabulary) {
    const std::string name = vocabulary.name(event.element);
    switch (event.kind) {
        case xml::EventKind::start:
            return "<" + name + ">";
        case xml::EventKind::attribute:
            return "@" + std::string(event.text()) + "@";
        case xml::EventKind::text:
            return name + "=" + std::string(event.text()) + ";";
        case xml::EventKind::end:
            return "</" + name + ">";
    }
    return "";
}

// "<a>", "a=text;", "@value@", "</a>" for each event; at the end the fault's code, or ".".
inline std::string told(ByteSource& bytes, std::size_t piece_size = xml::Scanner::piece_size) {
    NameVocabulary vocabulary;
    xml::Scanner scanner("input", bytes, vocabulary, piece_size);
    std::string told;
    for (auto events = scanner.next(); !events.empty(); events = scanner.next()) {
        for (const xml::Event& event : events) {
            told += told_event(event, vocabulary);
        }
    }
    return told + (scanner.fault() ? scanner.fault()->code : ".");
}
inline std::string told(const std::string& bytes,
                        std::size_t piece_size = xml::Scanner::piece_size) {
    return told(*open_memory(bytes), piece_size);
}

// The fault of a document that has one; otherwise one without code.
inline Diagnostic fault_in(const std::string& bytes,
                           std::size_t piece_size = xml::Scanner::piece_size) {
    const auto source = open_memory(bytes);
    NameVocabulary vocabulary;
    xml::Scanner scanner("input.xml", *source, vocabulary, piece_size);
    while (!scanner.next().empty()) {
    }
    return scanner.fault().value_or(Diagnostic{});
}

inline std::string repeated(const std::string& part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += part;
    }
    return text;
}

}  // namespace afletter::test

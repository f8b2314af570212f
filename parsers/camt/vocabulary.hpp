// Numbers the elements of a message for the scanner: what each path of local names means by the
// table of fields, and what the others are called.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "camt/fields.hpp"
#include "xml/scanner.hpp"

namespace afletter::camt {

// What an element means.
struct Meaning {
    Group group = Group::envelope;  // which it belongs to
    Group opens = Group::envelope;  // which it begins; its own where it begins none
    Field field = Field::other;
    std::uint8_t rank = 0;
};

class ElementNames final : public xml::Vocabulary {
  public:
    xml::ElementRole role_of(std::uint16_t parent, std::string_view namespace_name,
                             std::string_view local_name) override;

    [[nodiscard]] const Meaning& meaning_of(std::uint16_t element) const {
        return meanings_[element];
    }
    // "RltdPties/Dbtr/PstlAdr/Ctry": its path below its group.
    [[nodiscard]] std::string_view path_of(std::uint16_t element) const { return paths_[element]; }
    // "camt.053.001.08", of a message.
    [[nodiscard]] std::string_view format_of(std::uint16_t element) const {
        return formats_[element];
    }
    // The first two elements of the input: "Document/CstmrCdtTrfInitn".
    [[nodiscard]] const std::string& outer_names() const { return outer_names_; }

  private:
    // More different paths than any message has. Behind them, elements without a meaning of their
    // own share one name below each parent, so that no input makes the table grow without end.
    static constexpr std::size_t paths_max = 4096;

    [[nodiscard]] bool is_full() const { return meanings_.size() >= paths_max; }
    [[nodiscard]] Meaning meaning_below(std::uint16_t parent) const;
    [[nodiscard]] std::string path_below(std::uint16_t parent, const Meaning& meaning) const;
    [[nodiscard]] std::uint16_t number_of(std::uint16_t parent, std::string_view local_name);
    [[nodiscard]] std::uint16_t number_of_message(std::uint16_t parent,
                                                  std::string_view namespace_name,
                                                  std::string_view local_name,
                                                  const Container& container);
    [[nodiscard]] std::uint16_t shared_number(std::uint16_t parent);
    [[nodiscard]] std::uint16_t add(std::uint16_t parent, std::string_view name,
                                    const Meaning& meaning, std::string path);

    // An element by its name below another one. Looked up without a copy of the name.
    struct Name {
        std::uint16_t parent = 0;
        std::string_view name;
        friend bool operator==(const Name&, const Name&) = default;
    };
    struct NameHash {
        std::size_t operator()(const Name& element) const {
            return std::hash<std::string_view>{}(element.name) +
                   element.parent * std::size_t{0x9e37};
        }
    };

    std::vector<Meaning> meanings_;
    // The shared name below each element, and below the root; `root` while there is none.
    std::vector<std::uint16_t> shared_;
    std::uint16_t shared_below_root_ = root;
    std::deque<std::string> paths_;
    std::deque<std::string> names_;    // as in numbers_
    std::deque<std::string> formats_;  // of messages; empty of all others
    std::unordered_map<Name, std::uint16_t, NameHash> numbers_;
    std::string outer_names_;
    int outer_count_ = 0;
};

}  // namespace afletter::camt

// The lines of one matching, packed: a million of them in some 250 MB instead of a gigabyte. A line
// is unpacked for as long as it is looked at. Filled by Matcher, read by matching/round.
#pragma once

#include <afletter/model/line.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "packed/chunks.hpp"

namespace afletter::matching {

class PackedLines {
  public:
    void add(const Line& line);

    [[nodiscard]] std::size_t size() const { return places_.size(); }
    // Numbers the lines by their ids, so that nothing depends on the order they came in.
    void sort_by_id();
    [[nodiscard]] LineId id(std::uint32_t index) const { return {places_[index].id}; }
    // The place in which this line was added.
    [[nodiscard]] std::uint32_t added_as(std::uint32_t index) const {
        return places_[index].added_as;
    }
    // The orders, by EndToEndId, that returns among them name; sorted, each once.
    [[nodiscard]] std::vector<std::string> returned_orders() const;
    // Those that the bank marked as reversals; ascending.
    [[nodiscard]] std::vector<std::uint32_t> reversals() const;
    // All that decides or explains; not amount_details and other.
    [[nodiscard]] Line unpack(std::uint32_t index) const;

  private:
    struct Place {
        std::int64_t id = 0;
        Chunks::Place bytes;
        std::uint32_t added_as = 0;
        bool is_reversal = false;
    };
    std::vector<Place> places_;
    Chunks chunks_;
    std::string next_;  // is packed here
    std::vector<std::string> returned_orders_;
};

}  // namespace afletter::matching

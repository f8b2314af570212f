// Bytes that stay where they are written, in chunks of some megabytes. What is put in at once is
// never cut in two.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "packed/large_memory.hpp"

namespace afletter::matching {

class Chunks {
  public:
    using Bytes = std::basic_string<char, std::char_traits<char>, LargeAllocator<char>>;

    struct Place {
        std::uint32_t chunk = 0;
        std::uint32_t begin = 0;
    };

    Place add(std::string_view bytes) {
        if (chunks_.empty() || chunks_.back().size() + bytes.size() > chunks_.back().capacity()) {
            chunks_.emplace_back().reserve(std::max(bytes.size(), chunk_size));
        }
        Bytes& chunk = chunks_.back();
        const Place place{.chunk = static_cast<std::uint32_t>(chunks_.size() - 1),
                          .begin = static_cast<std::uint32_t>(chunk.size())};
        chunk += bytes;
        return place;
    }
    [[nodiscard]] const char* at(const Place& place) const {
        return chunks_[place.chunk].data() + place.begin;
    }

  private:
    static constexpr std::size_t chunk_size = std::size_t{4} * 1024 * 1024 - 64;

    std::vector<Bytes> chunks_;
};

}  // namespace afletter::matching

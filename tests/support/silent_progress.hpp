// Progress that nobody looks at.
#pragma once

#include <afletter/pipeline.hpp>

#include <cstdint>
#include <string_view>

namespace afletter::test {

class SilentProgress : public Progress {
  public:
    void advance(std::string_view, std::uint64_t, std::uint64_t) override {}
};

}  // namespace afletter::test

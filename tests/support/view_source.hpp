// Bytes that lie in memory already: nothing is copied before they are read.
#pragma once

#include <afletter/parsers.hpp>

#include <string_view>

namespace afletter::test {

class ViewSource final : public ByteSource {
  public:
    explicit ViewSource(std::string_view bytes) : rest_(bytes) {}
    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = rest_.copy(buffer, size);
        rest_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view rest_;
};

}  // namespace afletter::test

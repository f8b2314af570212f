// How many exceptions have each reason, and for how much: the summary beside every list.
#pragma once

#include <afletter/model/records.hpp>

#include <array>
#include <vector>

namespace afletter::rendering {

class ReasonTallies {
  public:
    void add(const ExceptionRecord& exception);
    // Only reasons that occur, in the order of the enumeration; the key is the reason's name.
    [[nodiscard]] std::vector<Tally> list() const;

  private:
    std::array<Tally, 13> tallies_{};
};

}  // namespace afletter::rendering

// What was found of a line, packed: enough to put its decision into words when the others have been
// heard, without searching anew. Between matching/round's two looks at a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "candidates/naming.hpp"
#include "candidates/search.hpp"
#include "evidence/weighing.hpp"
#include "hearing.hpp"
#include "packed/chunks.hpp"
#include "policy/obstacles.hpp"
#include "policy/strata.hpp"

namespace afletter::matching {

struct Draft {
    Stratum stratum;  // of the best explanation, if there is one
    SearchFunnel funnel;
    Grounds grounds;
    // The first of them, before they competed: those that are shown, or claimed.
    std::vector<Weighed> weighed;
    Rest rest;
    // The numbers of a line that was sure: canonical, as written, and the item. Of others they are
    // read again.
    std::optional<Naming> naming;
};

// Of a payment, with its first `kept` explanations. Empty where it would take more room than
// searching is worth.
[[nodiscard]] std::string packed_draft(const Stratum& stratum, const Grounds& grounds,
                                       const Hearing& hearing, std::size_t kept);
[[nodiscard]] Draft unpacked_draft(std::string_view packed, const Line& line, const Books& books);

// The drafts of many lines, one behind the other; a line may have none.
class Drafts {
  public:
    // Of the next line; empty: it has none.
    void add(std::string_view packed);
    [[nodiscard]] std::string_view of(std::size_t line) const;

  private:
    struct Place {
        Chunks::Place bytes;
        std::uint16_t size = 0;
    };
    std::vector<Place> places_;
    Chunks chunks_;
};

}  // namespace afletter::matching

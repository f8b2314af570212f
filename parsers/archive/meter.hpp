// Counts what comes out of an archive and says when it is too much. Both kinds of archive ask it
// before they hand anything on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "archive.hpp"

namespace afletter::archive {

class Meter {
  public:
    Meter(std::string source_name, const ArchiveLimits& limits);

    void add_entry();
    // `packed` is what all that was unpacked so far has used of the archive.
    void add_unpacked(std::uint64_t size, std::uint64_t packed);
    // Faults that are no matter of size; the first one found is the one that is told.
    void damaged(const std::string& found);
    void encrypted(const std::string& entry_name);

    [[nodiscard]] std::uint64_t entries() const { return entries_; }
    [[nodiscard]] const std::string& source_name() const { return source_name_; }
    [[nodiscard]] const std::optional<Diagnostic>& fault() const { return fault_; }

  private:
    void refuse(std::string code, std::string message, std::string hint);

    std::string source_name_;
    ArchiveLimits limits_;
    std::uint64_t entries_ = 0;
    std::uint64_t unpacked_ = 0;
    std::optional<Diagnostic> fault_;
};

}  // namespace afletter::archive

// The files in a zip archive or a gzip file, one after the other, unpacked in memory and never to
// the disk. detect.cpp hands each to the reader of its format.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/parsers.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace afletter {

// More than any bank sends, little enough that a hostile archive costs nothing (a "zip bomb").
struct ArchiveLimits {
    std::uint64_t entries_max = 10'000;
    std::uint64_t unpacked_size_max = std::uint64_t{4} * 1024 * 1024 * 1024;  // of all entries
    std::uint64_t ratio_max = 200;                                            // unpacked to packed
    std::uint64_t ratio_free_size = std::uint64_t{1024} * 1024;  // unpacked before it counts
};

class Archive {
  public:
    virtual ~Archive() = default;

    // On to the next file, past what is left of this one and past folders and hidden files.
    // False at the end, or at a fault.
    virtual bool next() = 0;
    // "archive.zip/name", for messages only (see archive/entry_label.hpp); of a gzip file, its own.
    [[nodiscard]] virtual const std::string& entry_name() const = 0;
    // Ends early at a fault.
    virtual ByteSource& entry() = 0;

    // Why the archive must be refused, as far as it is known by now.
    [[nodiscard]] virtual const std::optional<Diagnostic>& fault() const = 0;
};
[[nodiscard]] std::unique_ptr<Archive> open_zip(std::string source_name, ByteSource& bytes,
                                                const ArchiveLimits& limits = {});
[[nodiscard]] std::unique_ptr<Archive> open_gzip(std::string source_name, ByteSource& bytes,
                                                 const ArchiveLimits& limits = {});

}  // namespace afletter

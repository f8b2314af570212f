// The limits, and the words for what is beyond them.
#include "archive/meter.hpp"

#include <utility>

#include <fmt/format.h>

namespace afletter::archive {

namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1024} * 1024;

}  // namespace

Meter::Meter(std::string source_name, const ArchiveLimits& limits)
    : source_name_(std::move(source_name)), limits_(limits) {}

void Meter::add_entry() {
    if (++entries_ > limits_.entries_max) {
        refuse("source.archive.entries",
               fmt::format("expected at most {} entries, found more", limits_.entries_max),
               "Import the files in parts.");
    }
}

void Meter::add_unpacked(std::uint64_t size, std::uint64_t packed) {
    unpacked_ += size;
    if (unpacked_ > limits_.unpacked_size_max) {
        refuse("source.archive.size",
               fmt::format("expected at most {} MiB of unpacked files, found more",
                           limits_.unpacked_size_max / mebibyte),
               "Unpack it, and import the files in it.");
    } else if (unpacked_ > limits_.ratio_free_size && unpacked_ > limits_.ratio_max * packed) {
        refuse("source.archive.ratio",
               fmt::format("expected files at most {} times as large as their archive, found more",
                           limits_.ratio_max),
               "No bank statement packs so well. Ask who made this archive.");
    }
}

void Meter::damaged(const std::string& found) {
    refuse("source.archive.damaged", "expected a whole archive, found " + found,
           "It is damaged or cut off. Download it again from the bank.");
}

void Meter::encrypted(const std::string& entry_name) {
    refuse("source.archive.encrypted",
           "expected readable entries, found one with a password: " + entry_name,
           "Unpack it with the password, and import the files in it.");
}

void Meter::refuse(std::string code, std::string message, std::string hint) {
    if (!fault_) {
        fault_ = Diagnostic{
            Severity::error, std::move(code), Place{source_name_}, std::move(message), "",
            std::move(hint)};
    }
}

}  // namespace afletter::archive

// One line on the terminal, rewritten a few times a second.
#include "progress.hpp"

#include <cstdio>

#include <unistd.h>

namespace afletter::cli {

namespace {

constexpr auto quiet_at_first = std::chrono::seconds(1);
constexpr auto between_updates = std::chrono::milliseconds(200);

}  // namespace

TerminalProgress::TerminalProgress(bool wanted)
    : enabled_(wanted && isatty(STDERR_FILENO) == 1), next_(Clock::now() + quiet_at_first) {}

TerminalProgress::~TerminalProgress() {
    if (shown_) {
        std::fputs("\r\x1b[K", stderr);
    }
}

void TerminalProgress::advance(std::string_view stage, std::uint64_t done, std::uint64_t total) {
    if (!enabled_ || Clock::now() < next_) {
        return;
    }
    next_ = Clock::now() + between_updates;
    shown_ = true;
    std::string line = "\r\x1b[K" + std::string(stage) + " " + std::to_string(done);
    if (total > 0) {
        line += " of " + std::to_string(total) + " (" + std::to_string(done * 100 / total) + " %)";
    }
    std::fputs(line.c_str(), stderr);
}

}  // namespace afletter::cli

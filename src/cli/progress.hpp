// Progress on a terminal, for whatever takes longer than a second; silent everywhere else.
#pragma once

#include <afletter/pipeline.hpp>

#include <chrono>
#include <string>

namespace afletter::cli {

class TerminalProgress : public Progress {
  public:
    explicit TerminalProgress(bool wanted);
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    ~TerminalProgress() override;  // wipes what it showed

    void advance(std::string_view stage, std::uint64_t done, std::uint64_t total) override;

  private:
    using Clock = std::chrono::steady_clock;
    bool enabled_;
    bool shown_ = false;
    Clock::time_point next_;
};

}  // namespace afletter::cli

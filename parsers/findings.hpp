// Passes a reader's findings on and remembers whether the input must be refused. A hopeless file
// is cut short: a person who has seen a hundred faults of a kind needs no more.
#pragma once

#include <afletter/diagnostic.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace afletter {

class Findings {
  public:
    static constexpr std::size_t shown_max = 100;  // errors, and as many warnings

    explicit Findings(std::string source_name, DiagnosticHandler report);

    void add(Diagnostic finding);
    // Says how many findings were not shown, if any. Call it once, at the end of the input.
    void close();

    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] const std::string& source_name() const { return source_name_; }

  private:
    std::string source_name_;
    DiagnosticHandler report_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

// Text of an input as a message shows it: in quotes, cut to a readable length, control characters
// as \x1b, so that no input can steer a terminal.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace afletter

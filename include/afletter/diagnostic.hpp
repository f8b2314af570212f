// What is wrong with an input, where, and the way out. Every reader reports its findings in this
// one shape; the command line prints it and the tests compare it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace afletter {

enum class Severity : std::uint8_t {
    warning,  // the input is read; a detail of it is doubtful or was lost, and this says which
    error,    // the input is refused; nothing of it is booked
};

// A place in an input. Line, column and byte count from 1; 0 is "not known".
struct Place {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::uint64_t byte = 0;
};

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;  // stable, dotted: "mt940.61.amount"; explained in docs/errors.md
    Place place;
    std::string message;  // one sentence: expected and found
    std::string excerpt;  // the line of the input, as UTF-8; may be empty
    std::string hint;     // what to do about it; may be empty
};

// Where a reader sends its findings, in the order of the input.
using DiagnosticHandler = std::function<void(Diagnostic)>;

}  // namespace afletter

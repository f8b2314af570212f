// A diagnostic as people read it: place, severity, code, message; the line with a caret; the hint.
#include <afletter/reports.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "utf8.hpp"

namespace afletter {

namespace {

using namespace rendering;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view yellow = "\x1b[33m";
constexpr std::string_view plain = "\x1b[0m";

std::string place_of(const Place& place) {
    std::string text = printable(place.file);
    if (place.line > 0) {
        text += fmt::format(":{}", place.line);
        if (place.column > 0) {
            text += fmt::format(":{}", place.column);
        }
    }
    return text.empty() ? "" : text + ": ";
}

// The excerpt under its line number, and a caret under the column (bytes, from 1).
void write_excerpt(std::ostream& out, const Diagnostic& diagnostic) {
    const std::string gutter =
        diagnostic.place.line > 0 ? std::to_string(diagnostic.place.line) : "";
    out << fmt::format("{:>5} | {}\n", gutter, printable(diagnostic.excerpt));
    const std::uint64_t column = diagnostic.place.column;
    if (column == 0 || column > diagnostic.excerpt.size() + 1) {
        return;
    }
    const std::string before =
        printable(diagnostic.excerpt.substr(0, static_cast<std::size_t>(column - 1)));
    out << fmt::format("{:>5} | {}^\n", "", std::string(width_of(before), ' '));
}

}  // namespace

void write_diagnostic(std::ostream& out, const Diagnostic& diagnostic, bool color) {
    const bool error = diagnostic.severity == Severity::error;
    const std::string label = fmt::format("{}[{}]", error ? "error" : "warning", diagnostic.code);
    if (color) {
        out << bold << place_of(diagnostic.place) << (error ? red : yellow) << label << plain
            << ": ";
    } else {
        out << place_of(diagnostic.place) << label << ": ";
    }
    out << printable(diagnostic.message) << '\n';
    if (!diagnostic.excerpt.empty()) {
        write_excerpt(out, diagnostic);
    }
    if (!diagnostic.hint.empty()) {
        out << "   " << printable(diagnostic.hint) << '\n';
    }
}

}  // namespace afletter

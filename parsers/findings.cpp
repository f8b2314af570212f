// Counts, forwards and words the findings of one input.
#include "findings.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "encoding.hpp"

namespace afletter {

Findings::Findings(std::string source_name, DiagnosticHandler report)
    : source_name_(std::move(source_name)), report_(std::move(report)) {}

void Findings::add(Diagnostic finding) {
    std::size_t& count = finding.severity == Severity::error ? errors_ : warnings_;
    ++count;
    if (count <= shown_max) {
        report_(std::move(finding));
    }
}

void Findings::close() {
    const auto hidden = [](std::size_t count) { return count - std::min(count, shown_max); };
    const std::size_t count = hidden(errors_) + hidden(warnings_);
    if (count > 0) {
        report_({hidden(errors_) > 0 ? Severity::error : Severity::warning, "source.more",
                 Place{source_name_}, fmt::format("and {} more", count), "", ""});
    }
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t shown_size_max = 60;
    const std::string_view shown = utf8_prefix(text, shown_size_max);
    std::string shown_text = "'";
    for (const char character : shown) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte == 0x7f) {
            shown_text += fmt::format("\\x{:02x}", byte);
        } else {
            shown_text += character;
        }
    }
    return shown_text + (shown.size() < text.size() ? "...'" : "'");
}

}  // namespace afletter

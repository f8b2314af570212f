// Places are counted from the field's own line: counting from the start of the file for every
// finding would take the square of its size.
#include "mt940/field_findings.hpp"

#include <algorithm>
#include <utility>

#include "mt940/text.hpp"
#include "source_text.hpp"

namespace afletter::mt940 {

namespace {

// CR LF is one, a CR alone is one as well.
std::uint64_t count_line_ends(std::string_view text) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_pair = text.substr(i).starts_with("\r\n");
        count += (text[i] == '\n' || (text[i] == '\r' && !is_pair)) ? 1U : 0U;
    }
    return count;
}

std::string code_of(const Field& field, const std::string& what) {
    return "mt940." + std::string(name_of(field.tag)) + "." + what;
}

Fault fault_of_form(const Field& field, const GrammarFault& fault) {
    const char* const end = field.value.data() + field.value.size();
    const std::string_view rest(fault.at, static_cast<std::size_t>(end - fault.at));
    return {"form", "expected " + fault.expected + ", found " + found(rest), "", rest};
}

}  // namespace

FieldFindings::FieldFindings(const Window& window, Findings& findings)
    : window_(window), findings_(findings) {}

void FieldFindings::warn(const Field& field, const Fault& fault) {
    add(Severity::warning, code_of(field, fault.what), field, fault);
}

void FieldFindings::error(const Field& field, const Fault& fault) {
    add(Severity::error, code_of(field, fault.what), field, fault);
}

void FieldFindings::error(const Field& field, const GrammarFault& fault) {
    error(field, fault_of_form(field, fault));
}

void FieldFindings::warn(const Field& field, const GrammarFault& fault) {
    Fault lost = fault_of_form(field, fault);
    lost.hint = "The field is left out.";
    warn(field, lost);
}

void FieldFindings::warn_of_message(const Field& field, const Fault& fault) {
    add(Severity::warning, "mt940." + fault.what, field, fault);
}

void FieldFindings::error_of_message(const Field& field, const Fault& fault) {
    add(Severity::error, "mt940." + fault.what, field, fault);
}

Spot FieldFindings::spot_of(const Field& field) const {
    return spot_of(field, field.value);
}

Spot FieldFindings::spot_of(const Field& field, std::string_view part) const {
    const std::string_view text = window_.text();
    const auto at = static_cast<std::size_t>(part.data() - text.data());
    const auto value_at = static_cast<std::size_t>(field.value_offset - window_.begin());
    const auto line_at = static_cast<std::size_t>(field.line_offset - window_.begin());
    const std::size_t last_line_end = text.substr(0, at).find_last_of("\r\n");
    const std::size_t line_start =
        last_line_end == std::string_view::npos ? line_at : std::max(line_at, last_line_end + 1);
    return {{source_name(), field.line + count_line_ends(text.substr(value_at, at - value_at)),
             at - line_start + 1, window_.begin() + at + 1},
            excerpt_at(text.substr(line_at), at - line_at)};
}

void FieldFindings::add(Severity severity, const std::string& code, const Field& field,
                        const Fault& fault) {
    add(severity, code, spot_of(field, fault.part.data() != nullptr ? fault.part : field.value),
        fault);
}

void FieldFindings::add(Severity severity, const std::string& code, const Spot& spot,
                        const Fault& fault) {
    findings_.add({severity, code, spot.place, fault.message, spot.excerpt, fault.hint});
}

std::string found(std::string_view text) {
    const std::string_view line = trimmed(first_line(text));
    return line.empty() ? "nothing" : in_quotes(line);
}

}  // namespace afletter::mt940

// Places are counted from the field's own line: counting from the start of the file for every
// finding would take the square of its size.
#include "mt940/field_findings.hpp"

#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// Line ends between two places; CR LF is one, a CR alone is one as well.
std::uint64_t count_line_ends(const char* first, const char* last) {
    std::uint64_t count = 0;
    for (const char* c = first; c != last; ++c) {
        const bool is_pair = *c == '\r' && c + 1 != last && c[1] == '\n';
        count += (*c == '\n' || (*c == '\r' && !is_pair)) ? 1 : 0;
    }
    return count;
}

Place place_in(const SourceText& source, const Field& field, const char* at) {
    const char* const text = source.text.data();
    const char* line_start = at;
    while (line_start != text && line_start[-1] != '\n' && line_start[-1] != '\r') {
        --line_start;
    }
    return {source.name, field.line + count_line_ends(field.value.data(), at),
            static_cast<std::uint64_t>(at - line_start) + 1,
            static_cast<std::uint64_t>(at - text) + 1};
}

std::string code_of(const Field& field, const std::string& what) {
    return "mt940." + std::string(name_of(field.tag)) + "." + what;
}

}  // namespace

FieldFindings::FieldFindings(const SourceText& source, Findings& findings)
    : source_(source), findings_(findings) {}

void FieldFindings::warn(const Field& field, const Fault& fault) {
    add(Severity::warning, code_of(field, fault.what), field, fault);
}

void FieldFindings::error(const Field& field, const Fault& fault) {
    add(Severity::error, code_of(field, fault.what), field, fault);
}

void FieldFindings::error(const Field& field, const GrammarFault& fault) {
    const char* const end = field.value.data() + field.value.size();
    const std::string_view rest(fault.at, static_cast<std::size_t>(end - fault.at));
    error(field, {"form", "expected " + fault.expected + ", found " + found(rest), "", fault.at});
}

void FieldFindings::warn_of_message(const Field& field, const Fault& fault) {
    add(Severity::warning, "mt940." + fault.what, field, fault);
}

void FieldFindings::error_of_message(const Field& field, const Fault& fault) {
    add(Severity::error, "mt940." + fault.what, field, fault);
}

void FieldFindings::error_of_file(const Fault& fault) {
    findings_.add({Severity::error, "mt940." + fault.what, place_at(source_, 0), fault.message,
                   excerpt_at(source_, 0), fault.hint});
}

void FieldFindings::add(Severity severity, const std::string& code, const Field& field,
                        const Fault& fault) {
    const char* const at = fault.at != nullptr ? fault.at : field.value.data();
    const auto offset = static_cast<std::size_t>(at - source_.text.data());
    findings_.add({severity, code, place_in(source_, field, at), fault.message,
                   excerpt_at(source_, offset), fault.hint});
}

std::string found(std::string_view text) {
    const std::string_view line = trimmed(first_line(text));
    return line.empty() ? "nothing" : in_quotes(line);
}

}  // namespace afletter::mt940

// Places are counted from the field's own line: counting from the start of the file for every
// finding would take the square of its size.
#include "mt940/field_findings.hpp"

#include "mt940/text.hpp"

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

Place place_in(const SourceText& source, const Field& field, std::size_t offset) {
    const std::string_view before = std::string_view(source.text).substr(0, offset);
    const auto field_offset = static_cast<std::size_t>(field.value.data() - source.text.data());
    const std::size_t last_line_end = before.find_last_of("\r\n");
    const std::size_t line_start = last_line_end == std::string_view::npos ? 0 : last_line_end + 1;
    return {source.name, field.line + count_line_ends(before.substr(field_offset)),
            offset - line_start + 1, offset + 1};
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
    error(field, {"form", "expected " + fault.expected + ", found " + found(rest), "", rest});
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
    const std::string_view part = fault.part.data() != nullptr ? fault.part : field.value;
    const auto offset = static_cast<std::size_t>(part.data() - source_.text.data());
    findings_.add({severity, code, place_in(source_, field, offset), fault.message,
                   excerpt_at(source_, offset), fault.hint});
}

std::string found(std::string_view text) {
    const std::string_view line = trimmed(first_line(text));
    return line.empty() ? "nothing" : in_quotes(line);
}

}  // namespace afletter::mt940

// Words what is wrong with a field as a finding with its place.
#pragma once

#include <string>
#include <string_view>

#include "findings.hpp"
#include "mt940/envelope.hpp"
#include "mt940/grammar_fault.hpp"
#include "source_text.hpp"

namespace afletter::mt940 {

// Something wrong with a part of a field.
struct Fault {
    std::string what;  // last part of the code: "amount" of mt940.61.amount
    std::string message;
    std::string hint;
    std::string_view part;  // of the field, which the fault is in; its start when left out
};

class FieldFindings {
  public:
    FieldFindings(const SourceText& source, Findings& findings);

    void warn(const Field& field, const Fault& fault);
    void error(const Field& field, const Fault& fault);
    void error(const Field& field, const GrammarFault& fault);
    // About a message as a whole: the code has no tag, the place is that of `field`.
    void warn_of_message(const Field& field, const Fault& fault);
    void error_of_message(const Field& field, const Fault& fault);
    void error_of_file(const Fault& fault);

    [[nodiscard]] bool has_errors() const { return findings_.has_errors(); }
    [[nodiscard]] const std::string& source_name() const { return source_.name; }

  private:
    void add(Severity severity, const std::string& code, const Field& field, const Fault& fault);

    const SourceText& source_;
    Findings& findings_;
};

// A piece of a field as a message quotes it: its first line, or "nothing".
[[nodiscard]] std::string found(std::string_view text);

}  // namespace afletter::mt940

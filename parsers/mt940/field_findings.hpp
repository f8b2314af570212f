// Words what is wrong with a field as a finding with its place.
#pragma once

#include <string>
#include <string_view>

#include "findings.hpp"
#include "mt940/envelope.hpp"
#include "mt940/grammar_fault.hpp"

namespace afletter::mt940 {

// Something wrong with a part of a field.
struct Fault {
    std::string what;  // last part of the code: "amount" of mt940.61.amount
    std::string message;
    std::string hint;
    std::string_view part;  // of the field, which the fault is in; its start when left out
};

// Where a finding stands, kept for a field that may be gone when it is needed.
struct Spot {
    Place place;
    std::string excerpt;
};

class FieldFindings {
  public:
    FieldFindings(const Window& window, Findings& findings);

    void warn(const Field& field, const Fault& fault);
    void error(const Field& field, const Fault& fault);
    void error(const Field& field, const GrammarFault& fault);
    // The same, of which nothing but this field is lost.
    void warn(const Field& field, const GrammarFault& fault);
    // About a message as a whole: the code has no tag, the place is that of `field`.
    void warn_of_message(const Field& field, const Fault& fault);
    void error_of_message(const Field& field, const Fault& fault);

    [[nodiscard]] Spot spot_of(const Field& field) const;
    void add(Severity severity, const std::string& code, const Spot& spot, const Fault& fault);

    [[nodiscard]] bool has_errors() const { return findings_.has_errors(); }
    [[nodiscard]] const std::string& source_name() const { return findings_.source_name(); }

  private:
    void add(Severity severity, const std::string& code, const Field& field, const Fault& fault);
    [[nodiscard]] Spot spot_of(const Field& field, std::string_view part) const;

    const Window& window_;
    Findings& findings_;
};

// A piece of a field as a message quotes it: its first line, or "nothing".
[[nodiscard]] std::string found(std::string_view text);

}  // namespace afletter::mt940

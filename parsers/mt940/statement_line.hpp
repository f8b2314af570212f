// Field 61, the statement line: one booking. First its grammar, then what its parts mean.
#pragma once

#include <afletter/model/statement.hpp>
#include <afletter/result.hpp>

#include <optional>
#include <string_view>

#include "mt940/field_findings.hpp"
#include "mt940/grammar_fault.hpp"
#include "mt940/subfields.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

// The subfields as the file has them; empty when left out.
struct StatementLineText {
    Digits value_date;
    Digits entry_date;
    std::string_view mark;
    std::string_view funds_code;
    Decimal amount;
    std::string_view type;
    std::string_view reference;
    std::string_view bank_reference;
    std::string_view supplementary;  // all lines after the first
};
[[nodiscard]] Result<StatementLineText, GrammarFault> parse_statement_line(std::string_view field);

// +1 came in, -1 went out: C and RD, D and RC.
[[nodiscard]] inline std::optional<int> sign_of(std::string_view mark) {
    if (mark.empty()) {
        return std::nullopt;
    }
    const char side = to_upper(mark.back());
    if (mark.size() > 2 || (side != 'C' && side != 'D')) {
        return std::nullopt;
    }
    const bool is_reversal = mark.size() == 2 && to_upper(mark.front()) == 'R';
    return (side == 'C') == is_reversal ? -1 : 1;
}

// What the statement lends to its lines.
struct StatementContext {
    Currency currency;
    std::optional<Date> date;  // gives entry dates a year where the value date cannot
};
// Reads one line after another: nearly all have the days of the line before, which are then not
// looked up in the calendar again.
class StatementLineReader {
  public:
    explicit StatementLineReader(FieldFindings& findings) : findings_(findings) {}

    void begin(const StatementContext& context) { context_ = context; }
    // Fills an entry that was reset(), without its :86:. False when the line cannot be read, which
    // is then reported.
    [[nodiscard]] bool read(const Field& field, const StatementLineText& text, Entry& entry);

  private:
    [[nodiscard]] std::optional<Date> value_date(const Field& field, const Digits& yymmdd);
    [[nodiscard]] std::optional<Date> entry_date(const Field& field, const Digits& mmdd,
                                                 const std::optional<Date>& anchor);

    FieldFindings& findings_;
    StatementContext context_{Currency::euro(), {}};
    struct {
        std::uint32_t yymmdd = 0;
        std::optional<Date> date;  // absent until a line had one
    } last_value_;
    struct {
        std::uint32_t mmdd = 0;
        Date anchor;
        std::optional<Date> date;
    } last_entry_;
};

}  // namespace afletter::mt940

// The grammar of field 61:
// 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][CRLF 34x]
#include "mt940/grammar.hpp"
#include "mt940/statement_line.hpp"

namespace afletter::mt940 {

namespace {

using Line = StatementLineText;

// 6!n
const auto value_date = named<class value_date_id>{"a value date (YYMMDD)"} =
    keep<&Line::value_date>(digits<6>);

// [4!n]: banks that give none may leave its place blank.
const auto entry_date = -keep<&Line::entry_date>(digits<4>) >> blanks;

// 2a: EC and ED (expected) are of MT942. RC takes a credit back; "CR" is C and the R of EUR.
const auto mark = named<class mark_id>{"a debit/credit mark (C, D, RC or RD)"} =
    text_of<&Line::mark>(-x3::char_("REre") >> x3::char_("CDcd"));

// [1!a]
const auto funds_code = text_of<&Line::funds_code>(x3::char_('A', 'Z'));

// 15d: some banks break the line before it. Which forms are an amount is decided afterwards.
const auto amount = named<class amount_id>{"an amount"} = -x3::eol >> blanks >>
                                                          keep<&Line::amount>(decimal);

// 1!a3!c: N, F or S and three more in the standard; other letters, and none at all, are seen.
const auto type_character = x3::char_("A-Za-z0-9 \t");
const auto type =
    text_of<&Line::type>(x3::char_('A', 'Z') >> type_character >> type_character >> type_character);

// 16x, longer in life; ends at the bank's reference.
const auto reference = keep<&Line::reference>(text_before_slashes);

// [//16x]
const auto bank_reference = -x3::eol >> "//" >> keep<&Line::bank_reference>(rest_of_line);

// [CRLF 34x]
const auto supplementary = x3::eol >> keep<&Line::supplementary>(rest);

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto statement_line = x3::eps            // one way to fail
                            > value_date       // 1 value date
                            > entry_date       // 2 entry date
                            > mark             // 3 debit/credit mark
                            > -funds_code      // 4 funds code
                            > amount           // 5 amount
                            > -type            // 6 transaction type
                            > reference        // 7 for the account owner
                            > -bank_reference  // 8 of the servicer
                            > -supplementary;  // 9 supplementary details

}  // namespace

Result<StatementLineText, GrammarFault> parse_statement_line(std::string_view field) {
    Result<StatementLineText, GrammarFault> text;
    if (std::optional<GrammarFault> fault = parse_into(*text, trimmed(field), statement_line)) {
        text = fail(*std::move(fault));
    }
    return text;
}

}  // namespace afletter::mt940

// The grammar of field 61:
// 6!n[4!n]2a[1!a]15d1!a3!c16x[//16x][CRLF 34x]
#include "mt940/grammar.hpp"
#include "mt940/statement_line.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

using Line = StatementLineText;

const auto value_date = named<class value_date_id>{"a value date (YYMMDD)"} =
    text_of(x3::repeat(6)[x3::ascii::digit], &Line::value_date);

// Banks that give none may leave its place blank.
const auto entry_date =
    text_of(x3::repeat(4)[x3::ascii::digit], &Line::entry_date) | +x3::ascii::blank;

// EC and ED (expected) are of MT942. RC takes a credit back; "CR" is C and the R of EUR.
const auto mark = named<class mark_id>{"a debit/credit mark (C, D, RC or RD)"} =
    text_of(x3::no_case[x3::lit("RC") | "RD" | "EC" | "ED" | "C" | "D"], &Line::mark);

const auto funds_code = text_of(x3::ascii::upper, &Line::funds_code);

// Some banks break the line before the amount. Which forms are an amount is decided afterwards.
const auto amount = named<class amount_id>{
    "an amount"} = -x3::eol >> text_of(+(x3::ascii::digit | x3::char_(",.")), &Line::amount);

// N, F or S and three more in the standard; other letters, and none at all, are seen.
const auto type =
    text_of(x3::ascii::upper >> x3::repeat(3)[x3::ascii::alnum | x3::ascii::blank], &Line::type);

// 16x in the standard, longer in life; ends at the bank's reference.
const auto reference = text_of(*(x3::char_ - "//" - x3::eol), &Line::reference);

const auto bank_reference = text_of(*(x3::char_ - x3::eol), &Line::bank_reference);

const auto supplementary = text_of(*x3::char_, &Line::supplementary);

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto statement_line = x3::eps                                  // one way to fail
                            > value_date                             // 1 value date
                            > -entry_date                            // 2 entry date
                            > mark                                   // 3 debit/credit mark
                            > -funds_code                            // 4 funds code
                            > amount                                 // 5 amount
                            > -type                                  // 6 transaction type
                            > reference                              // 7 for the account owner
                            > -(-x3::eol >> "//" >> bank_reference)  // 8 of the servicer
                            > -(x3::eol >> supplementary);           // 9 supplementary details

}  // namespace

Result<StatementLineText, GrammarFault> parse_statement_line(std::string_view field) {
    StatementLineText text;
    if (std::optional<GrammarFault> fault = parse_into(text, trimmed(field), statement_line)) {
        return fail(*std::move(fault));
    }
    return text;
}

}  // namespace afletter::mt940

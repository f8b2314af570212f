// The grammar of fields 60a, 62a, 64 and 65:
// 1!a6!n3!a15d
#include "mt940/balance.hpp"
#include "mt940/grammar.hpp"

namespace afletter::mt940 {

namespace {

// 6!n: some banks leave it out.
const auto date = keep<&BalanceText::date>(digits<6>);

// 3!a: likewise.
const auto capital = x3::char_('A', 'Z');
const auto currency = text_of<&BalanceText::currency>(capital >> capital >> capital);

// 15d: which forms are an amount is decided afterwards. "nul" is a word of Dutch banks for 0.
const auto amount = named<class amount_id>{"an amount"} =
    keep<&BalanceText::amount>(decimal) | keep<&BalanceText::amount>(nought);

// 1!a: without it a balance must show by its currency that it is one.
const auto mark = named<class mark_id>{"a debit/credit mark (C or D)"} =
    text_of<&BalanceText::mark>(x3::char_("CDcd")) |
    &(-digits<6> >> blanks >> capital >> capital >> capital >> blanks >> decimal);

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto balance = x3::eps               // one way to fail
                     > mark > blanks       // 1 debit/credit mark
                     > -date > blanks      // 2 date
                     > -currency > blanks  // 3 currency
                     > amount              // 4 amount
                     > keep<&BalanceText::rest>(rest);

}  // namespace

Result<BalanceText, GrammarFault> parse_balance(std::string_view field) {
    Result<BalanceText, GrammarFault> text;
    if (std::optional<GrammarFault> fault = parse_into(*text, trimmed(field), balance)) {
        text = fail(*std::move(fault));
    }
    return text;
}

}  // namespace afletter::mt940

// The grammar of fields 60a and 62a:
// 1!a6!n3!a15d
#include "mt940/balance.hpp"
#include "mt940/grammar.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

const auto mark = named<class mark_id>{"a debit/credit mark (C or D)"} =
    text_of(x3::char_("CD"), &BalanceText::mark);

const auto date = text_of(x3::repeat(6)[x3::ascii::digit], &BalanceText::date);

const auto currency = text_of(x3::repeat(3)[x3::ascii::upper], &BalanceText::currency);

const auto amount = named<class amount_id>{"an amount"} =
    text_of(+(x3::ascii::digit | x3::char_(",.")), &BalanceText::amount);

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto balance = x3::eps      // one way to fail
                     > mark       // 1 debit/credit mark
                     > -date      // 2 date; some banks leave it out
                     > -currency  // 3 currency; likewise
                     > amount     // 4 amount
                     > text_of(*x3::char_, &BalanceText::rest);

}  // namespace

Result<BalanceText, GrammarFault> parse_balance(std::string_view field) {
    BalanceText text;
    if (std::optional<GrammarFault> fault = parse_into(text, trimmed(field), balance)) {
        return fail(*std::move(fault));
    }
    return text;
}

}  // namespace afletter::mt940

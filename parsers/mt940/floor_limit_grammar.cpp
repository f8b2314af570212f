// The grammar of field 34F:
// 3!a[1!a]15d
#include "mt940/floor_limit.hpp"
#include "mt940/grammar.hpp"

namespace afletter::mt940 {

namespace {

// 3!a
const auto capital = x3::char_('A', 'Z');
const auto currency = named<class currency_id>{"a currency"} =
    text_of<&FloorLimitText::currency>(capital >> capital >> capital);

// [1!a]
const auto mark = text_of<&FloorLimitText::mark>(x3::char_("CD"));

// 15d
const auto amount = named<class amount_id>{"an amount"} = keep<&FloorLimitText::amount>(decimal);

const auto end = named<class end_id>{"the end of the field"} = x3::eoi;

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto floor_limit = x3::eps     // one way to fail
                         > currency  // 1 currency
                         > -mark     // 2 debit/credit mark
                         > amount    // 3 amount
                         > end;

}  // namespace

Result<FloorLimitText, GrammarFault> parse_floor_limit(std::string_view field) {
    Result<FloorLimitText, GrammarFault> text;
    if (std::optional<GrammarFault> fault = parse_into(*text, trimmed(field), floor_limit)) {
        text = fail(*std::move(fault));
    }
    return text;
}

}  // namespace afletter::mt940

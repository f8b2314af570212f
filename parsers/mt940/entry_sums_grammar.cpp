// The grammar of fields 90C and 90D:
// 5n3!a15d
#include "mt940/entry_sums.hpp"
#include "mt940/grammar.hpp"

namespace afletter::mt940 {

namespace {

// 5n
const auto count = named<class count_id>{"a number of entries"} =
    text_of<&EntrySumText::count>(x3::repeat(1, 9)[x3::char_('0', '9')]);

// 3!a: some banks leave it out.
const auto capital = x3::char_('A', 'Z');
const auto currency = text_of<&EntrySumText::currency>(capital >> capital >> capital);

// 15d
const auto amount = named<class amount_id>{"an amount"} = keep<&EntrySumText::amount>(decimal);

const auto end = named<class end_id>{"the end of the field"} = x3::eoi;

// NOLINTNEXTLINE(bugprone-chained-comparison): Spirit's "and then must come".
const auto entry_sum = x3::eps      // one way to fail
                       > count      // 1 number
                       > -currency  // 2 currency
                       > amount     // 3 amount
                       > end;

}  // namespace

Result<EntrySumText, GrammarFault> parse_entry_sum(std::string_view field) {
    Result<EntrySumText, GrammarFault> text;
    if (std::optional<GrammarFault> fault = parse_into(*text, trimmed(field), entry_sum)) {
        text = fail(*std::move(fault));
    }
    return text;
}

}  // namespace afletter::mt940

// An entry is complete when the next field is no :86: of it.
#include "mt940/entries.hpp"

#include "entry_reuse.hpp"

namespace afletter::mt940 {

EntrySender::EntrySender(FieldReader& fields, FieldFindings& findings, StatementSink& sink)
    : fields_(fields),
      findings_(findings),
      judge_(sink),
      line_reader_(findings),
      currency_(Currency::euro()),
      sums_(Currency::euro()),
      entry_{.amount = Money(0, Currency::euro())} {}

void EntrySender::begin(const StatementHeader& header) {
    currency_ = header.account.currency.value();
    line_reader_.begin({currency_, header.opening ? header.opening->date : std::optional<Date>()});
    sums_ = EntrySums(currency_);
    judge_.begin(header);
}

inline void EntrySender::send() {
    fields_.renew(line_);
    const Result<StatementLineText, GrammarFault> text = parse_statement_line(line_.value);
    if (!text) {
        findings_.error(line_, text.error());
        return;
    }
    reset(entry_, currency_);
    if (!line_reader_.read(line_, *text, entry_)) {
        return;
    }
    information_texts_.clear();
    for (Field& field : information_) {
        fields_.renew(field);
        information_texts_.push_back(field.value);
    }
    entry_.index = judge_.entry_count() + 1;
    information_reader_.read(information_texts_, text->supplementary, entry_);
    sums_.add(entry_);
    judge_.entry(entry_);
}

void EntrySender::send_waiting() {
    is_waiting_ = false;
    send();
    information_.clear();
    fields_.keep_nothing();
}

}  // namespace afletter::mt940

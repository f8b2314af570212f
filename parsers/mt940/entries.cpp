// An entry is complete when the next field is no :86: of it.
#include "mt940/entries.hpp"

#include <utility>

#include "entry_reuse.hpp"
#include "mt940/information.hpp"

namespace afletter::mt940 {

EntrySender::EntrySender(FieldReader& fields, FieldFindings& findings, StatementSink& sink)
    : fields_(fields),
      findings_(findings),
      sink_(sink),
      context_{Currency::euro(), {}},
      sums_(Currency::euro()),
      entry_{.amount = Money(0, Currency::euro())} {}

void EntrySender::begin(const StatementContext& context) {
    context_ = context;
    proof_ = {};
    sums_ = EntrySums(context.currency);
}

void EntrySender::open(const Field& line) {
    line_ = line;
    is_waiting_ = true;
    fields_.keep_from(line);
}

bool EntrySender::add_information(const Field& field) {
    if (is_waiting_) {
        information_.push_back(field);
    }
    return is_waiting_;
}

void EntrySender::finish() {
    if (std::exchange(is_waiting_, false)) {
        send();
        information_.clear();
        fields_.keep_nothing();
    }
}

void EntrySender::send() {
    fields_.renew(line_);
    const Result<StatementLineText, GrammarFault> text = parse_statement_line(line_.value);
    if (!text) {
        findings_.error(line_, text.error());
        return;
    }
    reset(entry_, context_.currency);
    if (!read_statement_line(line_, *text, context_, findings_, entry_)) {
        return;
    }
    information_texts_.clear();
    for (Field& field : information_) {
        fields_.renew(field);
        information_texts_.push_back(field.value);
    }
    entry_.index = proof_.entry_count() + 1;
    mt940::add_information(information_texts_, text->supplementary, entry_);
    proof_.add(entry_);
    sums_.add(entry_);
    sink_.entry(entry_);
}

}  // namespace afletter::mt940

// An entry is complete when the next field is no :86: of it.
#include "mt940/entries.hpp"

#include <utility>

#include "mt940/information.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

EntrySender::EntrySender(const StatementContext& context, FieldFindings& findings,
                         StatementSink& sink)
    : context_(context), findings_(findings), sink_(sink) {}

void EntrySender::add(const Field& field) {
    if (field.tag == Tag::information || field.tag == Tag::sub_structured) {
        (line_ != nullptr ? information_ : statement_information_).push_back(field.value);
        return;
    }
    finish();
    if (field.tag == Tag::statement_line) {
        line_ = &field;
    }
}

void EntrySender::finish() {
    if (line_ != nullptr) {
        send(*std::exchange(line_, nullptr));
        information_.clear();
    }
}

void EntrySender::send(const Field& line) {
    const Result<StatementLineText, GrammarFault> text = parse_statement_line(line.value);
    if (!text) {
        findings_.error(line, text.error());
        return;
    }
    std::optional<Entry> entry = read_statement_line(line, *text, context_, findings_);
    if (!entry) {
        return;
    }
    entry->index = proof_.entry_count() + 1;
    add_information(information_, text->supplementary, *entry);
    proof_.add(*entry);
    sink_.entry(*std::move(entry));
}

std::string EntrySender::statement_information() const {
    return join_lines(statement_information_);
}

}  // namespace afletter::mt940

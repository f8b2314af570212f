// The front end of the MT940 reader alone: no entries, no findings.
#include "bench/mt940_fields.hpp"
#include "mt940/envelope.hpp"

namespace afletter::bench {

namespace {

void visit(const mt940::Field& field, Mt940Visitor& visitor) {
    switch (field.tag) {
        case mt940::Tag::opening_balance:
        case mt940::Tag::closing_balance:
            if (const auto balance = mt940::parse_balance(field.value)) {
                visitor.balance(*balance);
            }
            return;
        case mt940::Tag::statement_line:
            if (const auto line = mt940::parse_statement_line(field.value)) {
                visitor.line(*line);
            }
            return;
        case mt940::Tag::information:
            return visitor.information(field.value);
        default:
            return;
    }
}

}  // namespace

void visit_by_grammar(std::string_view text, Mt940Visitor& visitor) {
    mt940::Window window(text);
    mt940::FieldReader fields(window);
    mt940::Field field;
    for (;;) {
        switch (fields.next(field)) {
            case mt940::Framing::field:
                visit(field, visitor);
                break;
            case mt940::Framing::end_of_message:
                break;
            case mt940::Framing::end_of_text:
                return;
        }
    }
}

}  // namespace afletter::bench

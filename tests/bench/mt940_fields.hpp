// The two ways from the bytes of an MT940 file to its fields that the benchmark compares: the
// reader's own framing with its Spirit grammars, and a scanner written by hand.
#pragma once

#include <string_view>

#include "mt940/balance.hpp"
#include "mt940/statement_line.hpp"

namespace afletter::bench {

// Receives the fields in their order, as views of the text and numbers.
class Mt940Visitor {
  public:
    virtual ~Mt940Visitor() = default;
    virtual void balance(const mt940::BalanceText& balance) = 0;  // :60a:, :62a:
    virtual void line(const mt940::StatementLineText& line) = 0;  // :61:
    virtual void information(std::string_view text) = 0;          // :86:
};

// By mt940::FieldReader and the grammars; fields that are none are left out.
void visit_by_grammar(std::string_view text, Mt940Visitor& visitor);
// By hand, for files without surprises: no prose, no broken fields, no CR without LF.
void visit_by_hand(std::string_view text, Mt940Visitor& visitor);

}  // namespace afletter::bench

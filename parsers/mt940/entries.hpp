// Puts each :61: and the :86: fields behind it together into an entry, and sends it on.
#pragma once

#include <afletter/parsers.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "balance_proof.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/statement_line.hpp"

namespace afletter::mt940 {

class EntrySender {
  public:
    EntrySender(const StatementContext& context, FieldFindings& findings, StatementSink& sink);

    // The fields of a message in their order; finish() after the last.
    void add(const Field& field);
    void finish();

    // Of the entries sent so far.
    [[nodiscard]] const BalanceProof& proof() const { return proof_; }
    // :86: fields behind the closing balance, or before the first entry: of the whole statement.
    [[nodiscard]] std::string statement_information() const;

  private:
    void send(const Field& line);

    const StatementContext& context_;
    FieldFindings& findings_;
    StatementSink& sink_;
    BalanceProof proof_;
    const Field* line_ = nullptr;  // the :61: that waits for its :86:
    std::vector<std::string_view> information_;
    std::vector<std::string_view> statement_information_;
};

}  // namespace afletter::mt940

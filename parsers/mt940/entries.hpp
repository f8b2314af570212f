// Puts each :61: and the :86: fields behind it together into an entry, and sends it on.
#pragma once

#include <afletter/parsers.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "balance_proof.hpp"
#include "mt940/entry_sums.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/statement_line.hpp"

namespace afletter::mt940 {

// One for a whole file: the memory of its entry is used again and again.
class EntrySender {
  public:
    EntrySender(FieldReader& fields, FieldFindings& findings, StatementSink& sink);

    // The entries from here on are of another statement.
    void begin(const StatementContext& context);
    // A :61:, which waits for its :86: fields.
    void open(const Field& line);
    // False when no :61: waits for it.
    [[nodiscard]] bool add_information(const Field& field);
    // Sends what waits.
    void finish();

    // Of the entries of the statement sent so far.
    [[nodiscard]] const BalanceProof& proof() const { return proof_; }
    [[nodiscard]] EntrySums& sums() { return sums_; }

  private:
    void send();

    FieldReader& fields_;
    FieldFindings& findings_;
    StatementSink& sink_;
    StatementContext context_;
    BalanceProof proof_;
    EntrySums sums_;
    Field line_;
    bool is_waiting_ = false;
    std::vector<Field> information_;
    std::vector<std::string_view> information_texts_;
    Entry entry_;
};

}  // namespace afletter::mt940

// Assembles the fields of each message into a statement: header, entries, closing.
#pragma once

#include <afletter/parsers.hpp>

#include <optional>

#include "mt940/balance_chain.hpp"
#include "mt940/entries.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/header.hpp"

namespace afletter::mt940 {

class StatementReader {
  public:
    StatementReader(FieldReader& fields, FieldFindings& findings, StatementSink& sink);

    // The fields of a message in their order; finish() behind the last.
    void add(const Field& field);
    void finish();
    // Ends a message that cannot be read on.
    void abandon();

    // Whether any message so far held a statement.
    [[nodiscard]] bool has_statement() const { return has_statement_; }

  private:
    void add_to_header(const Field& field);
    void add_information(const Field& field);
    void add_line(const Field& field);
    void add_closing(const Field& field);
    void add_behind(const Field& field);
    void begin(const Field& cause);
    void send_closing();
    void prove(bool is_whole);
    void follow_chain();
    void clear();

    FieldReader& fields_;
    FieldFindings& findings_;
    StatementSink& sink_;
    HeaderFields header_fields_;
    EntrySender entries_;
    BalanceChain chain_;
    bool has_statement_ = false;

    // Of the message that is read.
    bool has_begun_ = false;  // its header was sent
    bool has_too_much_text_ = false;
    std::optional<Field> last_;  // only for its place
    StatementHeader header_;
    std::optional<Spot> opening_spot_;
    StatementClosing closing_;
    std::optional<Spot> closing_spot_;
};

}  // namespace afletter::mt940

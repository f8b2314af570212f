// The fields before the entries of a message, and what they say of the statement.
#pragma once

#include <afletter/model/statement.hpp>

#include <optional>
#include <vector>

#include "mt940/field_findings.hpp"

namespace afletter::mt940 {

// Whether a field stands before the entries: it is kept until the first entry comes.
[[nodiscard]] bool is_of_header(Tag tag);

// Collects them, in their order.
class HeaderFields {
  public:
    explicit HeaderFields(FieldReader& fields) : fields_(fields) {}

    void clear();
    void add(const Field& field, FieldFindings& findings);
    [[nodiscard]] bool is_empty() const { return all_.empty(); }
    // Whether there is more than the :20: that a cut-off file ends with.
    [[nodiscard]] bool holds_statement() const { return has_account_ || has_opening_; }

    // What they say. Where none names a currency, it is looked for in the balances behind the
    // entries, as far as these are in memory: other fields must then be renewed.
    [[nodiscard]] StatementHeader read(FieldFindings& findings);
    // These hold after read().
    [[nodiscard]] const Field& front() const { return all_.front(); }
    [[nodiscard]] const Field* opening() const { return find(Tag::opening_balance); }

  private:
    void renew();
    [[nodiscard]] const Field* find(Tag tag) const;  // the first, or null
    [[nodiscard]] std::optional<Currency> own_currency() const;
    [[nodiscard]] Currency currency(const AccountIdentification& account, FieldFindings& findings);
    [[nodiscard]] AccountIdentification account(FieldFindings& findings) const;
    void check_floor_limits(FieldFindings& findings) const;

    FieldReader& fields_;
    std::vector<Field> all_;
    bool has_account_ = false;
    bool has_opening_ = false;
};

// A second account or opening balance, or one behind the first entry, means that two statements
// ran into each other: whose the entries are cannot be told.
void refuse_late(const Field& field, FieldFindings& findings);

}  // namespace afletter::mt940

// Puts each :61: and the :86: fields behind it together into an entry, and sends it on.
#pragma once

#include <afletter/parsers.hpp>

#include <optional>
#include <string_view>
#include <vector>

#include "entry_judge.hpp"
#include "mt940/entry_sums.hpp"
#include "mt940/field_findings.hpp"
#include "mt940/information.hpp"
#include "mt940/statement_line.hpp"

namespace afletter::mt940 {

// One for a whole file: the memory of its entry is used again and again.
class EntrySender {
  public:
    EntrySender(FieldReader& fields, FieldFindings& findings, StatementSink& sink);

    // Sends the header; the entries from here on are of its statement.
    void begin(const StatementHeader& header);
    // A :61:, which waits for its :86: fields.
    void open(const Field& line) {
        line_ = line;
        is_waiting_ = true;
        fields_.keep_from(line);
    }
    // False when no :61: waits for it.
    [[nodiscard]] bool add_information(const Field& field) {
        if (is_waiting_) {
            information_.push_back(field);
        }
        return is_waiting_;
    }
    // Sends what waits.
    void finish() {
        if (is_waiting_) {
            send_waiting();
        }
    }

    // Sends what was held back; `judge` is false when entries are missing.
    [[nodiscard]] Verdict judge(const StatementClosing& closing, bool judge) {
        return judge_.finish(closing.opening, closing.closing, judge);
    }

    // Of the entries of the statement so far.
    [[nodiscard]] std::uint32_t count() const { return judge_.entry_count(); }
    [[nodiscard]] EntrySums& sums() { return sums_; }

  private:
    void send();
    void send_waiting();

    FieldReader& fields_;
    FieldFindings& findings_;
    EntryJudge judge_;
    StatementLineReader line_reader_;
    Currency currency_;
    EntrySums sums_;
    Field line_;
    bool is_waiting_ = false;
    std::vector<Field> information_;
    std::vector<std::string_view> information_texts_;
    InformationReader information_reader_;
    Entry entry_;
};

}  // namespace afletter::mt940

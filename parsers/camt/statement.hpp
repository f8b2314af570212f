// Stmt, Rpt, Ntfctn -> header, entries, closing, handed on as they are read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "camt/balances.hpp"
#include "camt/chain.hpp"
#include "camt/entry.hpp"
#include "camt/summary.hpp"
#include "camt/values.hpp"
#include "entry_judge.hpp"

namespace afletter::camt {

// What a statement takes over from the message around it.
struct Message {
    std::string format;   // "camt.053.001.08"
    std::string created;  // GrpHdr/CreDtTm
    std::string page;     // GrpHdr/MsgPgntn (.02): "2", or empty when there is only one
    std::string other;    // everything else of it: pieces as in Entry::other
};

// The page number of a ...Pgntn element; empty when the page is the only one.
[[nodiscard]] std::string_view read_page(const Record& record, Field number, Field is_last);

class StatementReader {
  public:
    explicit StatementReader(Reading& reading);

    void begin(const Message& message);
    void add_balance(const Record& head, const Record& balance);
    // The reader of the entry that begins here. `head` is what was read of the statement so far.
    [[nodiscard]] EntryReader& begin_entry(const Record& head);
    void end_entry(const Record& entry);
    void finish(const Record& head);

  private:
    void send_header(const Record& head);
    void read_account(const Record& head);
    void read_rest(const Record& head, std::string& other) const;
    void check_summary(const Record& head, const StatementClosing& closing) const;
    void report_verdict(const Record& head, const Verdict& verdict, const Money& closing);
    void report_difference(const Record& head, const Verdict& verdict, const Money& closing);

    Reading& reading_;
    EntryJudge judge_;
    Message message_;
    StatementHeader header_;
    Owner owner_;
    Balances balances_;
    SummaryCheck summary_;
    StatementChain chain_;
    std::optional<EntryReader> entries_;  // present once the header was handed on
    std::uint32_t entry_index_ = 0;
};

}  // namespace afletter::camt

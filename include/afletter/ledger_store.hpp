// The ledger: one SQLite file per administration. Rows are only ever added; every change has its
// audit row in the same transaction. This header is all that the rest of the program may know of
// the store.
//
// Refusals (the file exists, is no ledger, is newer) are Diagnostics; a broken disk or a damaged
// file is a StoreError; a ledger held by another run is a LedgerBusy.
#pragma once

#include <afletter/diagnostic.hpp>
#include <afletter/model/audit_sample.hpp>
#include <afletter/model/known_payer.hpp>
#include <afletter/model/open_item.hpp>
#include <afletter/model/own_account.hpp>
#include <afletter/model/past.hpp>
#include <afletter/model/records.hpp>
#include <afletter/model/settled_order.hpp>
#include <afletter/model/stored_model.hpp>
#include <afletter/result.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

// The store cannot do what it must: disk full, I/O error, damaged file. What was not committed is
// rolled back.
class StoreError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Another process holds the ledger and did not let go within five seconds.
class LedgerBusy : public StoreError {
  public:
    using StoreError::StoreError;
};

// Who changes the ledger, and when; recorded with every change.
struct Stamp {
    std::string by;
    Instant at;
};

struct MatchFilter {
    std::optional<MatchStatus> status;
    std::optional<Date> from;  // booking date, inclusive
    std::optional<Date> to;    // booking date, inclusive
    std::string account;       // IBAN or number; empty for all
};

enum class ItemChange : std::uint8_t { added, changed, unchanged };
enum class StatementChange : std::uint8_t {
    added,
    already_known,  // the same statement with the same lines
    conflicts,      // the same period and balances of the account, but other lines
};

// What became of the details that a notification gives of an entry.
enum class DetailsChange : std::uint8_t {
    added,            // lines of their own, in the place of the line that they are
    already_known,    // the line has its details, from here or elsewhere
    line_is_matched,  // as a whole
    several_fit,      // lines: which one is meant, nobody can say
    none_fits,        // its statement has not come yet
};

// What a notification says of the entry that it itemises.
struct Notification {
    std::string format;  // "camt.054.001.08"
    std::string id;
    AccountIdentification account;
    Money amount;
    std::string bank_reference;   // AcctSvcrRef
    std::string entry_reference;  // NtryRef
    std::string batch_id;         // PmtInfId, else MsgId

    // The first of the three that it has; empty when nothing names the entry.
    [[nodiscard]] const std::string& reference() const {
        const std::string& other = entry_reference.empty() ? batch_id : entry_reference;
        return bank_reference.empty() ? other : bank_reference;
    }
};

class LedgerWriter;

class Ledger {
  public:
    // Makes a new ledger file (mode 0600). Refused when anything stands at `path`.
    [[nodiscard]] static Result<Ledger, Diagnostic> create(const std::filesystem::path& path,
                                                           const Stamp& stamp);
    // Opens a ledger. Refused when the file is missing, is no Afletter ledger, or was written by
    // a newer version; an older one is migrated, each step in one transaction.
    [[nodiscard]] static Result<Ledger, Diagnostic> open(const std::filesystem::path& path);

    Ledger(Ledger&&) noexcept;
    Ledger& operator=(Ledger&&) noexcept;
    ~Ledger();

    // Starts the one transaction in which a command changes the ledger (BEGIN IMMEDIATE).
    [[nodiscard]] LedgerWriter write(const Stamp& stamp);

    // Lines without an active match, booked on or before `until`; ordered by account, booking
    // date and line id, so that the order of imports does not show.
    void for_each_unmatched_line(std::optional<Date> until,
                                 const std::function<void(Line)>& visit) const;
    [[nodiscard]] std::vector<Line> unmatched_lines(std::optional<Date> until = {}) const;
    // Every item, ordered by item id; open_amount is what is left after active allocations.
    void for_each_item(const std::function<void(OpenItem)>& visit) const;
    [[nodiscard]] std::vector<OpenItem> items() const;
    // The same without those that were closed before this day. An item was closed when the last
    // line that settles it was booked, or when its source last said something of it; the later of
    // the two, since of what was paid elsewhere only that is known.
    void for_each_item_open_since(Date day, const std::function<void(OpenItem)>& visit) const;
    // Of the unmatched lines booked on or before `until`; empty when there are none.
    [[nodiscard]] std::optional<Date> oldest_unmatched(std::optional<Date> until) const;

    // What matched lines that name one of these orders have settled of each item, less what was
    // returned: zero when all of it came back. Nothing of an order of which a line was booked
    // before `since`.
    [[nodiscard]] std::vector<SettledOrder> settled_orders(
        const std::vector<std::string>& end_to_end_ids, std::optional<Date> since = {}) const;
    // Payers of matched lines, by account, for the accounts of unmatched lines booked on or before
    // `until`: each once, and only of lines that settled items of one party.
    void for_each_known_payer(std::optional<Date> until,
                              const std::function<void(KnownPayer)>& visit) const;
    // Our own accounts at banks, in the order in which they were registered.
    [[nodiscard]] std::vector<OwnAccount> own_accounts() const;

    // Ordered by account, booking date and line id.
    void for_each_match(const MatchFilter& filter,
                        const std::function<void(const MatchRecord&)>& visit) const;
    // Lines that wait for a person; same order.
    void for_each_exception(const std::function<void(const ExceptionRecord&)>& visit) const;
    // A line by its id or an unambiguous beginning of it.
    [[nodiscard]] Result<LineStory, Diagnostic> story_of(std::string_view line_id) const;

    // What `explain --versus` weighs: the item, and the items of the decision's candidates (some 60
    // at most); by item id. Refused when no item has this id, with those that nearly have it.
    [[nodiscard]] Result<std::vector<OpenItem>, Diagnostic> items_around(
        const std::string& item_id, const Decision& decision) const;
    // Lines other than this that are matched to the item, by day of booking; at most five.
    [[nodiscard]] std::vector<ItemPayment> payments_of(const std::string& item_id,
                                                       LineId other_than) const;
    // Everything that the runs of `match` had before them. A run that changed nothing left no
    // trace and is not among them; lines that came after the last one are left out.
    [[nodiscard]] Past past() const;

    // Models learnt from this ledger, in the order in which they were made.
    [[nodiscard]] std::vector<StoredModel> models() const;
    // The version of the one made live last; empty: the shipped one.
    [[nodiscard]] std::string live_model() const;

    // The audit sample: lines that were drawn and wait for an answer, by account, day of booking
    // and line id, and their ids alone; answers and alarms in the order in which they came.
    [[nodiscard]] std::vector<SampledLine> sampled_lines() const;
    [[nodiscard]] std::vector<LineId> sample_waiting() const;
    [[nodiscard]] std::vector<SampleAnswer> sample_answers() const;
    [[nodiscard]] std::vector<SampleAlarm> sample_alarms() const;

    [[nodiscard]] LedgerSummary summary() const;

    // Recomputes every balance, sum and hash from the rows; shares no code with what wrote them.
    [[nodiscard]] VerifyReport verify() const;

  private:
    friend class LedgerWriter;
    struct Impl;
    explicit Ledger(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// One transaction. Without commit() everything it added is rolled back.
class LedgerWriter {
  public:
    LedgerWriter(LedgerWriter&&) noexcept;
    LedgerWriter& operator=(LedgerWriter&&) noexcept;
    ~LedgerWriter();

    // A unit that can be taken back within the transaction: the import of one file.
    void begin_unit();
    void keep_unit();
    void drop_unit();

    // A source file by content. Nothing is added and false returned when these very bytes are
    // already in the ledger.
    [[nodiscard]] bool add_source_file(const std::string& name, const Sha256& digest,
                                       std::uint64_t bytes);

    // Statements of the file added last: begin, lines, end. The account is registered when a
    // statement of it first comes. A statement with lines is known by its account, closing date
    // and both balances, so that the same period from another download or format is not booked
    // twice; end_statement() takes back what was added since begin unless it answers `added`.
    // Each added line is booked: the bank account against suspense.
    void begin_statement(const StatementHeader& header);
    void add_line(const Line& line);
    [[nodiscard]] StatementChange end_statement(const StatementClosing& closing);
    void abandon_statement();

    // Details of a booked entry, from the file added last. They belong to the one line of a
    // statement that is a whole entry of this account, amount and days, and has one of the
    // references. That line is matched to them as a whole, and they are lines of their own from
    // then on.
    [[nodiscard]] DetailsChange add_details(const Notification& notification,
                                            std::span<const Line> parts);

    // The source owns an item's columns; allocations made here stay.
    [[nodiscard]] ItemChange put_item(const OpenItem& item);

    // Starts the run that the next decisions belong to.
    RunId begin_run(std::string_view command);
    // Adds the decision, unless the line's latest decision says the very same; a match is booked:
    // suspense against the items. False when nothing was added.
    // Throws StoreError when an allocation exceeds what is open (a guard of the schema).
    bool add_decision(const Decision& decision);

    // Keeps a model under the next free version, which is answered: "own-1", "own-2", ...
    std::string add_model(StoredModel model);
    // From now on this model is live; an empty version is the shipped one.
    void activate(std::string_view version);

    // Draws the line's match, just added, for the audit sample.
    void draw(LineId line, std::string_view stratum);
    // What a person says that a drawn line pays; whether that is what it was matched to. The line
    // must wait for an answer.
    bool answer_sample(LineId line, std::vector<std::string> items);
    void raise_alarm(const Suspension& suspension);
    // Clears the alarm of this stratum that is not cleared yet; there must be one.
    void clear_alarm(std::string_view stratum, std::string_view reason);

    void commit();

  private:
    friend class Ledger;
    struct Impl;
    explicit LedgerWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

// SHA-256 (FIPS 180-4) of a stream of bytes.
class Sha256Stream {
  public:
    Sha256Stream();
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;
    ~Sha256Stream();
    void update(std::string_view bytes);
    [[nodiscard]] Sha256 finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace afletter

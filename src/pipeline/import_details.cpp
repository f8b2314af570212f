// One sink that reads a file of notifications for the second time, and says what waits.
#include "import_details.hpp"

#include <system_error>
#include <utility>

namespace afletter {

namespace {

class DetailsImporter : public StatementSink {
  public:
    DetailsImporter(LedgerWriter& writer, const DiagnosticHandler& report)
        : writer_(writer), report_(report) {}

    void begin(const StatementHeader& header) override { header_ = header; }

    void entry(const Entry& entry) override {
        const auto details = details_of(header_, entry);
        if (!details) {
            return;
        }
        switch (writer_.add_details(details->notification, details->parts)) {
            case DetailsChange::added:
                ++itemised_;
                lines_ += details->parts.size();
                break;
            case DetailsChange::already_known:
                ++known_;
                break;
            case DetailsChange::line_is_matched:
                ++known_;
                tell("statement.details.late", entry, details->notification,
                     "found it matched as a whole already",
                     "The match stays. Its details are in the file; `afletter parse` shows them.");
                break;
            case DetailsChange::several_fit:
                ++known_;
                tell("statement.details.ambiguous", entry, details->notification,
                     "found several that fit",
                     "They stay as they are: nothing says which one is meant. Ask the bank for "
                     "references of its own (AcctSvcrRef) in statement and notification.");
                break;
            case DetailsChange::none_fits:
                if (waiting_++ == 0) {  // said once for a file
                    tell("statement.details.waiting", entry, details->notification,
                         "found none yet",
                         "Import its statement, and this file again; until then nothing of the "
                         "file is kept.");
                }
                break;
        }
    }

    void end(const StatementClosing&) override {}
    void report(Diagnostic) override {}  // told when it was read first

    [[nodiscard]] bool waits() const { return waiting_ > 0; }
    void add_to(ImportReport& total) const {
        if (waits()) {
            total.details_waiting += waiting_;
            return;
        }
        total.entries_itemised += itemised_;
        total.lines += lines_;
        total.details_known += known_;
    }

  private:
    void tell(std::string code, const Entry& entry, const Notification& notification,
              std::string_view found, std::string hint) {
        report_({.severity = Severity::warning,
                 .code = std::move(code),
                 .place = {.file = header_.source, .line = entry.source_line},
                 .message = "expected one booked entry of " + to_decimal(notification.amount) +
                            " " + std::string(notification.amount.currency().code()) +
                            " with reference " + notification.reference() + " for these details, " +
                            std::string(found),
                 .hint = std::move(hint)});
    }

    LedgerWriter& writer_;
    const DiagnosticHandler& report_;
    StatementHeader header_;
    std::uint64_t itemised_ = 0;
    std::uint64_t lines_ = 0;
    std::uint64_t known_ = 0;
    std::uint64_t waiting_ = 0;
};

bool is_notification(const StatementHeader& header) {
    return header.format.starts_with("camt.054");
}

}  // namespace

std::optional<EntryDetails> details_of(const StatementHeader& header, const Entry& entry) {
    const bool has_account = header.account.iban || !header.account.other.empty();
    const bool has_date = entry.booking_date || entry.value_date;
    if (!is_notification(header) || entry.status != EntryStatus::booked || !has_account ||
        !has_date || entry.details.size() < 2 || !entry.amount.currency().is_standard()) {
        return std::nullopt;
    }
    EntryDetails details{.notification = {.format = header.format,
                                          .id = header.statement_id,
                                          .account = header.account,
                                          .amount = entry.amount,
                                          .bank_reference = entry.bank_reference,
                                          .entry_reference = entry.customer_reference,
                                          .batch_id = entry.batch_id},
                         .parts = lines_of(entry, Date{})};
    // One line more would be what the details leave out; one in all, details without amounts.
    const bool is_whole = details.parts.size() == entry.details.size();
    return is_whole && !details.notification.reference().empty() ? std::optional(std::move(details))
                                                                 : std::nullopt;
}

void import_details(const NotificationFile& file, LedgerWriter& writer,
                    const DiagnosticHandler& report, ImportReport& total) {
    DetailsImporter importer(writer, report);
    writer.begin_unit();
    writer.begin_run("import");
    try {
        if (!writer.add_source_file(file.path, file.input.digest(), file.input.size())) {
            writer.drop_unit();  // the same bytes came under another name
            ++total.files_known;
            return;
        }
        static_cast<void>(read_statements(file.path, *file.input.open(), importer));
    } catch (const std::system_error& error) {
        report(unreadable(file.path, error.code().message()));
        writer.drop_unit();
        ++total.files_refused;
        return;
    }
    if (importer.waits()) {
        writer.drop_unit();
    } else {
        writer.keep_unit();
    }
    importer.add_to(total);
}

}  // namespace afletter

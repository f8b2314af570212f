// `import statements`: statement files -> ledger. A file comes in whole or not at all, and only
// when every statement in it is proved by its balances. Notifications are read again when all
// statements are in: they may stand before them.
#include <afletter/pipeline.hpp>

#include <system_error>

#include "import_details.hpp"
#include "inputs.hpp"

namespace afletter {

namespace {

constexpr std::uint64_t entries_between_progress = 1024;

// Books what a reader says, and judges each statement at its end.
class StatementImporter : public StatementSink {
  public:
    StatementImporter(LedgerWriter& writer, const DiagnosticHandler& report, Progress& progress)
        : writer_(writer), report_(report), progress_(progress) {}

    void begin(const StatementHeader& header) override {
        header_ = header;
        has_account_ = header.account.iban || !header.account.other.empty();
        is_booked_ = is_statement(header) && has_account_;
        undated_ = false;
        unit_differs_ = false;
        currency_differs_ = false;
        currency_ =
            header.opening ? std::optional(header.opening->amount.currency()) : std::nullopt;
        lines_in_statement_ = 0;
        if (is_booked_) {
            writer_.begin_statement(header);
        } else if (!is_statement(header)) {
            pass_over();
        }
    }

    void entry(const Entry& entry) override {
        if (!is_booked_) {
            has_details_ = has_details_ || details_of(header_, entry).has_value();
            return;
        }
        if (entry.status != EntryStatus::booked) {
            ++counts_.entries_not_booked;
            return;
        }
        if (!entry.amount.currency().is_standard()) {
            unit_differs_ = true;
            return;
        }
        if (currency_.value_or(entry.amount.currency()) != entry.amount.currency()) {
            currency_differs_ = true;
            return;
        }
        currency_ = entry.amount.currency();
        const auto fallback = header_.opening ? header_.opening->date : std::nullopt;
        if (!entry.booking_date && !entry.value_date && !fallback) {
            undated_ = true;
            return;
        }
        for (const Line& line : lines_of(entry, fallback.value_or(Date{}))) {
            writer_.add_line(line);
            ++lines_in_statement_;
        }
        if (++entries_ % entries_between_progress == 0) {
            progress_.advance("import", entries_, 0);
        }
    }

    void end(const StatementClosing& closing) override {
        if (!is_booked_) {
            if (is_statement(header_)) {
                refuse_unproved(closing);
            }
            return;
        }
        if (undated_ || unit_differs_ || currency_differs_ || closing.balanced != true) {
            writer_.abandon_statement();
            refuse_unproved(closing);
            return;
        }
        switch (writer_.end_statement(closing)) {
            case StatementChange::added:
                ++counts_.statements;
                counts_.lines += lines_in_statement_;
                break;
            case StatementChange::already_known:
                ++counts_.statements_known;
                break;
            case StatementChange::conflicts:
                refuse("statement.conflict",
                       "the ledger holds this period of the account already, with other lines",
                       "Is it the same period in another format or a corrected copy? Keep the one "
                       "that was imported first, or start a new ledger from this one.");
                break;
        }
    }

    void report(Diagnostic diagnostic) override { report_(std::move(diagnostic)); }

    // What the file added; nothing of it counts when the file is refused.
    [[nodiscard]] const ImportReport& counts() const { return counts_; }
    [[nodiscard]] bool refused() const { return counts_.statements_set_aside > 0; }
    // A notification says what booked entries are made of.
    [[nodiscard]] bool has_details() const { return has_details_; }
    // Said once for a file, which may hold a hundred of them.
    void tell_passed_over() {
        if (passed_over_) {
            report_(*passed_over_);
        }
    }

  private:
    void refuse_unproved(const StatementClosing& closing) {
        refuse("statement.unproved", why_unproved(closing),
               "Ask the bank for the statement again, or import the file that holds all of it. "
               "`afletter parse` shows what was read.");
    }

    [[nodiscard]] std::string why_unproved(const StatementClosing& closing) const {
        if (!has_account_) {
            return "it does not say which account it is of";
        }
        if (undated_) {
            return "an entry has no date, and the statement gives none to take instead";
        }
        if (unit_differs_) {
            return "an amount has more digits than its currency has minor units";
        }
        if (currency_differs_) {
            return "an entry is in another currency than the account";
        }
        if (closing.balanced == false) {
            return "opening balance + entries is not the closing balance";
        }
        return "there is no opening and closing balance to prove it by";
    }

    void pass_over() {
        if (counts_.messages_not_booked++ > 0) {
            return;
        }
        const bool is_notification = header_.format.starts_with("camt.054");
        passed_over_ = Diagnostic{
            .severity = Severity::warning,
            .code = is_notification ? "statement.notification" : "statement.interim",
            .place = {.file = header_.source, .line = header_.source_line},
            .message = "expected a statement, found " +
                       std::string(is_notification ? "a notification" : "a report") + " (" +
                       header_.format + "), which is not booked",
            .hint =
                "The statement (camt.053, MT940) holds its entries again. `afletter parse` "
                "shows what it says."};
    }

    void refuse(std::string code, std::string why, std::string hint) {
        ++counts_.statements_set_aside;
        const std::string name = header_.statement_id.empty() ? "" : " " + header_.statement_id;
        report_({.severity = Severity::error,
                 .code = std::move(code),
                 .place = {.file = header_.source, .line = header_.source_line},
                 .message = "statement" + name + " cannot be booked: " + std::move(why),
                 .hint = std::move(hint)});
    }

    LedgerWriter& writer_;
    const DiagnosticHandler& report_;
    Progress& progress_;
    StatementHeader header_;
    bool is_booked_ = true;
    bool has_account_ = true;
    bool has_details_ = false;
    std::optional<Diagnostic> passed_over_;
    bool undated_ = false;
    bool unit_differs_ = false;
    bool currency_differs_ = false;
    std::optional<Currency> currency_;  // of the statement, as soon as it is known
    std::uint64_t lines_in_statement_ = 0;
    std::uint64_t entries_ = 0;
    ImportReport counts_;
};

void add(ImportReport& total, const ImportReport& part) {
    total.statements += part.statements;
    total.statements_known += part.statements_known;
    total.statements_set_aside += part.statements_set_aside;
    total.messages_not_booked += part.messages_not_booked;
    total.entries_not_booked += part.entries_not_booked;
    total.lines += part.lines;
}

enum class FileChange : std::uint8_t { imported, known, refused, passed_over };

FileChange change_by(const ImportReport& counts) {
    const bool has_statement = counts.statements + counts.statements_known > 0;
    return has_statement || counts.messages_not_booked == 0 ? FileChange::imported
                                                            : FileChange::passed_over;
}

// The input, while it may be needed again.
FileChange import_file(const std::string& path, std::optional<Input>& kept, LedgerWriter& writer,
                       StatementImporter& importer) {
    try {
        const Input& input = kept.emplace(path);
        if (!writer.add_source_file(path, input.digest(), input.size())) {
            return FileChange::known;
        }
        const bool readable = read_statements(path, *input.open(), importer);
        return readable && !importer.refused() ? change_by(importer.counts()) : FileChange::refused;
    } catch (const std::system_error& error) {
        importer.report(unreadable(path, error.code().message()));
        return FileChange::refused;
    }
}

}  // namespace

ImportReport import_statements(Ledger& ledger, std::span<const std::string> paths,
                               const Stamp& stamp, const DiagnosticHandler& report,
                               Progress& progress) {
    const InputList inputs = list_inputs(paths, report);
    std::vector<NotificationFile> notifications;
    ImportReport total{.files = inputs.files.size() + inputs.refused,
                       .files_refused = inputs.refused};
    LedgerWriter writer = ledger.write(stamp);
    std::uint64_t done = 0;
    for (const std::string& path : inputs.files) {
        StatementImporter importer(writer, report, progress);
        std::optional<Input> input;
        writer.begin_unit();
        switch (import_file(path, input, writer, importer)) {
            case FileChange::imported:
                importer.tell_passed_over();
                writer.keep_unit();
                add(total, importer.counts());
                break;
            case FileChange::known:
                writer.drop_unit();
                ++total.files_known;
                break;
            case FileChange::passed_over:
                writer.drop_unit();  // nothing of it is in the ledger, so it is not known there
                if (importer.has_details()) {
                    notifications.push_back({path, std::move(*input)});
                } else {
                    importer.tell_passed_over();
                    add(total, importer.counts());
                }
                break;
            case FileChange::refused:
                writer.drop_unit();
                ++total.files_refused;
                total.statements_set_aside += importer.counts().statements_set_aside;
                break;
        }
        progress.advance("import", ++done, inputs.files.size());
    }
    for (const NotificationFile& file : notifications) {
        import_details(file, writer, report, total);
    }
    writer.commit();
    return total;
}

}  // namespace afletter

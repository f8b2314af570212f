// Import of statements: identity, digest, opening balances.
#include "statement_table.hpp"

#include <algorithm>

#include "columns.hpp"
#include "statement_chain.hpp"

namespace afletter {

namespace {

std::string closing_date_of(const StatementDraft& draft, const Balance& closing) {
    if (!closing.date && draft.line_count > 0) {
        return to_iso(draft.latest_booking);
    }
    return text_or_empty(closing.date);
}

}  // namespace

// The balances of a statement that is to be added: proved by its lines.
struct StatementTable::Row {
    std::string opening_date;
    std::string closing_date;
    Money opening;
    Money lines;
    Money closing;
    std::string information;
};

StatementTable::StatementTable(sqlite::Database& database, AuditTrail& audit,
                               GlAccounts& gl_accounts, Journal& journal)
    : database_(database),
      audit_(audit),
      journal_(journal),
      bank_accounts_(database, audit, gl_accounts),
      lines_(database),
      insert_(database,
              "INSERT INTO statement (id, source_file, bank_account, format, statement_id, "
              "sequence, created, owner, servicer_bic, information, source_line, opening_date, "
              "closing_date, opening_minor, lines_minor, closing_minor, currency, line_count, "
              "digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      select_last_id_(database, "SELECT ifnull(max(id), 0) FROM statement"),
      select_known_(database,
                    "SELECT id, format FROM statement WHERE bank_account = ? "
                    "AND closing_date = ? AND opening_minor = ? AND closing_minor = ? "
                    "AND line_count > 0"),
      select_known_empty_(database,
                          "SELECT id, format FROM statement WHERE bank_account = ? "
                          "AND closing_date = ? AND opening_minor = ? AND opening_date = ? "
                          "AND statement_id = ? AND sequence = ? AND line_count = 0"),
      select_first_day_(database,
                        "SELECT id, closing_date, sequence, opening_minor, closing_minor "
                        "FROM statement WHERE bank_account = ?1 AND closing_date = "
                        "(SELECT min(closing_date) FROM statement WHERE bank_account = ?1)") {}

StatementDraft StatementTable::begin(const StatementHeader& header, std::int64_t source_file) {
    StatementDraft draft;
    sqlite::Rows last = select_last_id_.query();
    AFLETTER_ASSERT(last.next());
    draft.id = last.take_integer() + 1;
    draft.source_file = source_file;
    draft.header = header;
    return draft;
}

void StatementTable::add_line(StatementDraft& draft, const Line& line) {
    if (!draft.account) {
        draft.account = bank_accounts_.of(draft.header.account, line.amount.currency());
    }
    fields_.clear();
    const std::int64_t row = lines_.add(line, {.statement = draft.id}, *draft.account, fields_);
    draft.digest.update(fields_.bytes());
    journal_.book_line(row, line, *draft.account);

    const Money sum_before = draft.lines_sum.value_or(Money(0, line.amount.currency()));
    const auto sum = checked_add(sum_before, line.amount);
    draft.sum_is_sound = draft.sum_is_sound && sum.has_value();
    draft.lines_sum = sum.value_or(sum_before);
    draft.latest_booking = std::max(draft.latest_booking, line.booking_date);
    ++draft.line_count;
}

StatementTable::Row StatementTable::row_of(const StatementDraft& draft,
                                           const StatementClosing& closing) {
    const auto& opening = closing.opening ? closing.opening : draft.header.opening;
    AFLETTER_ASSERT(opening && closing.closing && draft.sum_is_sound);
    Row row{.opening_date = text_or_empty(opening->date),
            .closing_date = closing_date_of(draft, *closing.closing),
            .opening = opening->amount,
            .lines = draft.lines_sum.value_or(Money(0, opening->amount.currency())),
            .closing = closing.closing->amount,
            .information = closing.information};
    AFLETTER_ASSERT(checked_add(row.opening, row.lines) == row.closing);
    return row;
}

StatementChange StatementTable::end(StatementDraft& draft, const StatementClosing& closing) {
    const Row row = row_of(draft, closing);
    if (!draft.account) {
        draft.account = bank_accounts_.of(draft.header.account, row.opening.currency());
    }
    if (const auto known = find(draft, row)) {
        return draft.line_count == 0 || has_same_lines(draft, *known)
                   ? StatementChange::already_known
                   : StatementChange::conflicts;
    }
    insert(draft, row);
    touched_.insert_or_assign(draft.account->id, *draft.account);
    return StatementChange::added;
}

std::optional<StatementTable::Known> StatementTable::find(const StatementDraft& draft,
                                                          const Row& row) {
    const std::int64_t account = draft.account->id;
    sqlite::Rows rows =
        draft.line_count > 0
            ? select_known_.query(account, row.closing_date, row.opening.minor_units(),
                                  row.closing.minor_units())
            : select_known_empty_.query(account, row.closing_date, row.opening.minor_units(),
                                        row.opening_date, draft.header.statement_id,
                                        draft.header.sequence);
    if (!rows.next()) {
        return std::nullopt;
    }
    const std::int64_t id = rows.take_integer();
    return Known{id, take_string(rows)};
}

// A download in the same format says the same of each line. Another format words a line in its
// own way and may split an entry otherwise, but has the same entries.
bool StatementTable::has_same_lines(const StatementDraft& draft, const Known& known) {
    if (draft.header.format == known.format) {
        return lines_.identities_of(draft.id, *draft.account) ==
               lines_.identities_of(known.id, *draft.account);
    }
    return lines_.bookings_of(draft.id) == lines_.bookings_of(known.id);
}

void StatementTable::insert(StatementDraft& draft, const Row& row) {
    const StatementHeader& header = draft.header;
    const auto with_columns = [&](auto take) {
        take(draft.source_file, draft.account->id, header.format, header.statement_id,
             header.sequence, header.created, header.account.owner, header.account.servicer_bic,
             row.information, header.source_line, row.opening_date, row.closing_date,
             row.opening.minor_units(), row.lines.minor_units(), row.closing.minor_units(),
             row.opening.currency().code(), draft.line_count);
    };
    fields_.clear();
    with_columns([&](const auto&... columns) { fields_.add_all(columns...); });
    draft.digest.update(fields_.bytes());
    const Sha256 digest = draft.digest.finish();
    with_columns([&](const auto&... columns) { insert_.run(draft.id, columns..., digest); });
    audit_.append("import", "statement:" + std::to_string(draft.id), to_hex(digest));
}

void StatementTable::book_openings() {
    for (const auto& [id, account] : touched_) {
        book_opening(account);
    }
    touched_.clear();
}

// Statements may come in any order: when an earlier one comes later, the opening is corrected.
void StatementTable::book_opening(const BankAccount& account) {
    std::vector<ChainLink> first_day;
    for (sqlite::Rows rows = select_first_day_.query(account.id); rows.next();) {
        first_day.push_back(take_chain_link(rows));
    }
    if (first_day.empty()) {
        return;
    }
    const ChainLink first = in_chain_order(std::move(first_day)).front();
    const Money correction(first.opening_minor - journal_.booked_opening(account),
                           account.currency);
    if (!correction.is_zero()) {
        journal_.book_opening(first.statement, account, correction, first.closing_date);
        audit_.append("open", "bank_account:" + std::to_string(account.id), to_decimal(correction));
    }
}

}  // namespace afletter

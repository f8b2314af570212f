// Finding the one line that a notification itemises, and putting its parts in its place.
#include "details_table.hpp"

#include "columns.hpp"
#include "encoding/sha256.hpp"

namespace afletter {

namespace {

// Whoever the bank's reference is, it is one booking's; the others may come again.
const std::string matches_reference =
    "((?6 <> '' AND line.bank_reference = ?6) OR (?7 <> '' AND line.customer_reference = ?7) "
    "OR (?8 <> '' AND line.batch_id = ?8)) ";

const std::string from_statements_of_day =
    "FROM bank_account JOIN statement ON statement.bank_account = bank_account.id "
    "JOIN line ON line.statement = statement.id "
    "WHERE bank_account.identification = ?1 AND bank_account.currency = ?2 "
    "AND statement.closing_date >= ?3 "
    "AND (statement.opening_date = '' OR statement.opening_date <= ?3) "
    "AND line.part_of IS NULL AND line.booking_date = ?3 AND line.value_date = ?4 ";

std::string identification_of(const AccountIdentification& account) {
    return account.iban ? std::string(account.iban->text()) : account.other;
}

// A rule decides, so the weights only say how much speaks for it.
Decision decision_of(LineId line, const Notification& notification, std::size_t parts,
                     std::uint32_t payments) {
    const std::string amount = to_decimal(notification.amount);
    Candidate candidate{.allocations = {{.item_id = {},
                                         .amount = notification.amount,
                                         .gl_account = itemised_account}},
                        .evidence = {{.feature = Feature::batch,
                                      .level = Level::equal,
                                      .weight = 12'000,
                                      .bank_text = notification.reference(),
                                      .ledger_text = notification.id},
                                     {.feature = Feature::count,
                                      .level = Level::equal,
                                      .weight = 2'000,
                                      .bank_text = payments == 0 ? "" : std::to_string(payments),
                                      .ledger_text = std::to_string(parts)},
                                     {.feature = Feature::amount,
                                      .level = Level::equal,
                                      .weight = 3'000,
                                      .bank_text = amount,
                                      .ledger_text = amount}}};
    for (const Evidence& evidence : candidate.evidence) {
        candidate.log_odds += evidence.weight;
    }
    candidate.confidence_bp = confidence_bp_of(candidate.log_odds);
    Decision decision;
    decision.line = line;
    decision.method = Method::details;
    decision.certificate = Basis::identity;
    decision.stratum = "details/notification";
    decision.candidates.push_back(std::move(candidate));
    return decision;
}

}  // namespace

DetailsTable::DetailsTable(sqlite::Database& database, AuditTrail& audit, Journal& journal,
                           DecisionTable& decisions)
    : database_(database),
      audit_(audit),
      journal_(journal),
      decisions_(decisions),
      lines_(database),
      select_whole_(database,
                    "SELECT line.id, line.line_id, line.statement, line.bank_account, "
                    "line.entry_index, line.batch_transactions, "
                    "EXISTS (SELECT 1 FROM itemisation WHERE itemisation.line = line.id), "
                    "EXISTS (SELECT 1 FROM active_match WHERE active_match.line = line.id), "
                    "?6 <> '' AND line.bank_reference = ?6 AS is_sure " +
                        from_statements_of_day +
                        "AND line.detail_index = 0 AND line.amount_minor = ?5 AND " +
                        matches_reference + "ORDER BY is_sure DESC, line.line_id"),
      select_split_(database, "SELECT line.statement, line.entry_index " + from_statements_of_day +
                                  "AND line.detail_index > 0 AND " + matches_reference +
                                  "GROUP BY 1, 2 HAVING sum(line.amount_minor) = ?5"),
      insert_(database,
              "INSERT INTO itemisation (line, source_file, format, notification_id, part_count, "
              "digest) VALUES (?, ?, ?, ?, ?, ?)") {}

DetailsChange DetailsTable::add(const Notification& notification, std::span<const Line> parts,
                                std::int64_t source_file) {
    const Fits fits = find(notification, parts.front());
    if (fits.count > 1) {
        return DetailsChange::several_fit;
    }
    if (fits.count == 0) {
        return is_split(notification, parts.front()) ? DetailsChange::already_known
                                                     : DetailsChange::none_fits;
    }
    if (fits.first.is_itemised) {
        return DetailsChange::already_known;
    }
    if (fits.first.is_matched) {
        return DetailsChange::line_is_matched;
    }
    itemise(fits.first, notification, parts, source_file);
    return DetailsChange::added;
}

// Where a line has the bank's own reference, one with another that is given is not meant.
DetailsTable::Fits DetailsTable::find(const Notification& notification, const Line& part) {
    Fits fits;
    bool first_is_sure = false;
    sqlite::Rows rows = select_whole_.query(
        identification_of(notification.account), notification.amount.currency().code(),
        to_iso(part.booking_date), to_iso(part.value_date), notification.amount.minor_units(),
        notification.bank_reference, notification.entry_reference, notification.batch_id);
    while (rows.next()) {
        const Fit fit{.row = rows.take_integer(),
                      .id = {rows.take_integer()},
                      .statement = rows.take_integer(),
                      .bank_account = rows.take_integer(),
                      .entry_index = static_cast<std::uint32_t>(rows.take_integer()),
                      .payments = static_cast<std::uint32_t>(rows.take_integer()),
                      .is_itemised = rows.take_integer() != 0,
                      .is_matched = rows.take_integer() != 0};
        const bool is_sure = rows.take_integer() != 0;
        if (fits.count == 0) {
            fits.first = fit;
            first_is_sure = is_sure;
        } else if (first_is_sure && !is_sure) {
            break;
        }
        ++fits.count;
    }
    return fits;
}

bool DetailsTable::is_split(const Notification& notification, const Line& part) {
    return select_split_
        .query(identification_of(notification.account), notification.amount.currency().code(),
               to_iso(part.booking_date), to_iso(part.value_date),
               notification.amount.minor_units(), notification.bank_reference,
               notification.entry_reference, notification.batch_id)
        .next();
}

void DetailsTable::itemise(const Fit& fit, const Notification& notification,
                           std::span<const Line> parts, std::int64_t source_file) {
    const bool is_new =
        decisions_.add(decision_of(fit.id, notification, parts.size(), fit.payments));
    AFLETTER_ASSERT(is_new);
    const BankAccount account{.id = fit.bank_account,
                              .identification = identification_of(notification.account),
                              .currency = notification.amount.currency(),
                              .gl_account = 0};
    fields_.clear();
    for (const Line& part : parts) {
        Line line = part;
        line.entry_index = fit.entry_index;
        const std::int64_t row = lines_.add(
            line, {.statement = fit.statement, .part_of = fit.row, .source_file = source_file},
            account, fields_);
        journal_.book_part(row, line);
    }
    fields_.add_all(fit.row, source_file, notification.format, notification.id, parts.size());
    const Sha256 digest = sha256(fields_.bytes());
    insert_.run(fit.row, source_file, notification.format, notification.id, parts.size(), digest);
    audit_.append("itemise", "line:" + to_text(fit.id), to_hex(digest));
}

}  // namespace afletter

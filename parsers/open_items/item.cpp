// Meaning of the cells of one open item.
#include "open_items/item.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace afletter::open_items {

namespace {

// "1234,56" -> "1234.56". A number with any other mark stays as it is, and is refused.
std::string with_decimal_point(std::string text) {
    const bool has_only_comma =
        std::ranges::count(text, ',') == 1 && text.find('.') == std::string::npos;
    if (has_only_comma) {
        std::ranges::replace(text, ',', '.');
    }
    return text;
}

// "31-01-2026" -> "2026-01-31".
std::optional<Date> parse_dutch_date(std::string_view text) {
    if (text.size() != 10 || text[2] != '-' || text[5] != '-') {
        return std::nullopt;
    }
    return parse_iso_date(
        fmt::format("{}-{}-{}", text.substr(6, 4), text.substr(3, 2), text.substr(0, 2)));
}

// Country and check digits: where one of several IBANs begins, even when they are written in
// groups of four.
bool starts_iban(std::string_view word) {
    return word.size() >= 4 && is_letter(word[0]) && is_letter(word[1]) && is_digit(word[2]) &&
           is_digit(word[3]);
}

std::vector<std::string> split_ibans(std::string_view text) {
    std::vector<std::string> ibans;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
        const std::string_view word = text.substr(0, end);
        if (ibans.empty() || starts_iban(word)) {
            ibans.emplace_back();
        }
        ibans.back().append(word);
        text.remove_prefix(end);
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    }
    return ibans;
}

// Not of the other sign, and not further from zero.
bool is_part_of(const Money& open_amount, const Money& amount) {
    const std::int64_t low = std::min<std::int64_t>(0, amount.minor_units());
    const std::int64_t high = std::max<std::int64_t>(0, amount.minor_units());
    return low <= open_amount.minor_units() && open_amount.minor_units() <= high;
}

}  // namespace

ItemReader::ItemReader(const Columns& columns, Dialect dialect, CellFindings& findings)
    : columns_(columns), dialect_(dialect), findings_(findings) {}

std::optional<OpenItem> ItemReader::read(const Row& row) {
    row_ = &row;
    has_errors_ = false;
    read_item_id();
    const std::optional<ItemKind> kind = read_kind();
    const std::optional<Date> issue_date = read_date(Column::issue_date);
    const std::optional<Date> due_date = read_date(Column::due_date);
    const std::optional<Currency> currency = read_currency();
    const std::optional<Money> amount =
        currency ? read_amount(Column::amount, *currency) : std::nullopt;
    const std::optional<Money> open_amount = amount ? read_open_amount(*amount) : std::nullopt;
    std::vector<Iban> ibans = read_ibans();
    if (has_errors_) {
        return std::nullopt;
    }
    return OpenItem{.item_id = text(Column::item_id),
                    .kind = *kind,
                    .party_id = text(Column::party_id),
                    .party_name = text(Column::party_name),
                    .party_ibans = std::move(ibans),
                    .document_number = text(Column::document_number),
                    .reference = text(Column::reference),
                    .issue_date = *issue_date,
                    .due_date = due_date,
                    .amount = *amount,
                    .open_amount = *open_amount,
                    .description = text(Column::description),
                    .mandate_id = text(Column::mandate_id),
                    .end_to_end_id = text(Column::end_to_end_id),
                    .batch_id = text(Column::batch_id),
                    .gl_account = text(Column::gl_account),
                    .taakveld = text(Column::taakveld),
                    .cost_centre = text(Column::cost_centre)};
}

std::string ItemReader::text(Column column) const {
    const Cell* cell = columns_.find(*row_, column);
    return cell == nullptr ? "" : cell->text;
}

bool ItemReader::is_given(Column column) const {
    const Cell* cell = columns_.find(*row_, column);
    return cell != nullptr && !cell->text.empty();
}

// `expected` completes "expected ..., found ...".
void ItemReader::refuse(Column column, std::string code, std::string expected, std::string hint) {
    has_errors_ = true;
    const Cell& cell = *columns_.find(*row_, column);
    findings_.add(Severity::error, std::move(code), cell,
                  fmt::format("expected {} in {}, found {}", expected, name_of(column),
                              cell.text.empty() ? "nothing" : in_quotes(cell.text)),
                  std::move(hint));
}

void ItemReader::read_item_id() {
    if (!is_given(Column::item_id)) {
        refuse(Column::item_id, "items.item_id", "a number that names the item",
               "Matches are kept under this number, so it must be there and stay the same.");
    }
}

std::optional<ItemKind> ItemReader::read_kind() {
    const std::string kind = text(Column::kind);
    for (const ItemKind known : {ItemKind::receivable, ItemKind::payable}) {
        if (kind == afletter::name_of(known)) {
            return known;
        }
    }
    refuse(Column::kind, "items.kind", "receivable or payable",
           "receivable is money that we get, payable is money that we owe.");
    return std::nullopt;
}

std::optional<Currency> ItemReader::read_currency() {
    const auto currency = Currency::parse(text(Column::currency));
    if (!currency) {
        refuse(Column::currency, "items.currency", "a currency of ISO 4217 such as EUR",
               "Write the three letters of its code.");
        return std::nullopt;
    }
    return *currency;
}

std::optional<Money> ItemReader::read_amount(Column column, Currency currency) {
    const bool is_dutch = dialect_ == Dialect::dutch;
    const std::string written = text(column);
    const auto amount = parse_decimal(is_dutch ? with_decimal_point(written) : written, currency);
    if (amount) {
        return *amount;
    }
    switch (amount.error()) {
        case MoneyError::precision:
            refuse(
                column, "items.amount",
                fmt::format("at most {} decimals for {}", currency.minor_digits(), currency.code()),
                "Afletter does not round amounts of the administration.");
            break;
        case MoneyError::overflow:
            refuse(column, "items.amount", "an amount below 92 quadrillion",
                   "Check the columns of this row.");
            break;
        case MoneyError::malformed:
        case MoneyError::currency_mismatch:
            refuse(column, "items.amount",
                   is_dutch ? "an amount such as 1234,56 or 1234.56" : "an amount such as 1234.56",
                   "Write it without marks between thousands and without a currency sign.");
            break;
    }
    return std::nullopt;
}

std::optional<Money> ItemReader::read_open_amount(const Money& amount) {
    if (!is_given(Column::open_amount)) {
        return amount;
    }
    const std::optional<Money> open_amount = read_amount(Column::open_amount, amount.currency());
    if (open_amount && !is_part_of(*open_amount, amount)) {
        refuse(Column::open_amount, "items.open_amount",
               fmt::format("a part of the amount {}", to_decimal(amount)),
               "What is open has the sign of the amount and is not more than it.");
        return std::nullopt;
    }
    return open_amount;
}

std::optional<Date> ItemReader::read_date(Column column) {
    if (!is_given(column) && column != Column::issue_date) {
        return std::nullopt;
    }
    const std::string written = text(column);
    std::optional<Date> date = parse_iso_date(written);
    if (!date && dialect_ == Dialect::dutch) {
        date = parse_dutch_date(written);
    }
    if (!date) {
        refuse(column, "items.date",
               dialect_ == Dialect::dutch ? "a date such as 2026-01-31 or 31-01-2026"
                                          : "a date such as 2026-01-31",
               "Year, month and day, of a day that the calendar has.");
    }
    return date;
}

std::vector<Iban> ItemReader::read_ibans() {
    std::vector<Iban> ibans;
    for (const std::string& written : split_ibans(text(Column::party_iban))) {
        if (auto iban = Iban::parse(written)) {
            ibans.push_back(*iban);
            continue;
        }
        findings_.add(Severity::warning, "items.party_iban",
                      *columns_.find(*row_, Column::party_iban),
                      fmt::format("expected an IBAN that passes its check, found {}; left out",
                                  in_quotes(written)),
                      "Correct it in the administration, so that payments from it are recognised.");
    }
    return ibans;
}

}  // namespace afletter::open_items

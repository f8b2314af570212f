// Statements to lines by the program's own lines_of(), after what its CAMT reader would have read.
#include "simulator/books.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <string>
#include <utility>

#include "simulator/camt_writer.hpp"
#include "simulator/names.hpp"
#include "simulator/statements.hpp"

namespace afletter::simulator {

namespace {

Money euros(std::int64_t cents) {
    return Money(cents, Currency::euro());
}

// The account of `world.accounts[place]`, as lines have it.
AccountId account_id(std::ptrdiff_t place) {
    return AccountId{place + 1};
}

// A reader takes away the blanks at either end of a text.
std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string::npos ? ""
                                      : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

TransactionDetail detail_of(const BankAccount& account, const BankEntry& entry,
                            const BankTransaction& transaction) {
    const Wording& words = transaction.words;
    TransactionDetail detail;
    detail.amount = euros(transaction.cents);
    detail.bank_reference = transaction.bank_reference;
    detail.end_to_end_id = words.end_to_end_id;
    detail.mandate_id = words.mandate_id;
    detail.batch_id = entry.batch_id;
    if (!words.iban.empty()) {
        detail.counterparty.name = trimmed(name_in_camt(account, words.name));
        detail.counterparty.iban = Iban::parse(words.iban).value();
        detail.counterparty.bic = words.bic;
    }
    detail.structured_reference = words.structured_reference;
    if (words.structured_reference.empty()) {
        detail.remittance = trimmed(words.remittance);
    }
    detail.return_reason = words.return_reason;
    return detail;
}

afletter::Entry entry_of(const BankStatement& statement, std::size_t place) {
    const BankEntry& shown = statement.entries[place];
    afletter::Entry entry{.index = static_cast<std::uint32_t>(place + 1),
                          .booking_date = Date(statement.date),
                          .value_date = Date(shown.value_date),
                          .amount = euros(shown.cents),
                          .reversal = shown.reversal,
                          .bank_reference = shown.bank_reference,
                          .customer_reference = {},
                          .transaction_code = transaction_code_in_camt(shown),
                          .batch_id = shown.batch_id,
                          .batch = {.transactions = shown.batch_count, .gross = shown.is_gross},
                          .description = {},
                          .amount_details = {},
                          .other = {},
                          .details = {}};
    for (const BankTransaction& transaction : shown.transactions) {
        entry.details.push_back(detail_of(*statement.account, shown, transaction));
    }
    return entry;
}

void add_lines(Books& books, const World& world) {
    for_each_statement(world, [&](const BankStatement& statement) {
        const auto account = statement.account - world.accounts.data();
        for (std::size_t place = 0; place < statement.entries.size(); ++place) {
            const afletter::Entry entry = entry_of(statement, place);
            for (Line& line : lines_of(entry, Date(statement.date))) {
                line.id.value = static_cast<std::int64_t>(books.lines.size() + 1);
                line.account = account_id(account);
                books.lines.push_back(std::move(line));
            }
        }
    });
}

// Where each item of the world stands in Books::items; `absent` for one that the ledger never got.
std::vector<std::uint32_t> add_items(Books& books, const World& world) {
    std::vector<std::uint32_t> places(world.items.size(), absent);
    for (std::uint32_t item = 0; item < world.items.size(); ++item) {
        if (world.items[item].exported) {
            places[item] = static_cast<std::uint32_t>(books.items.size());
            books.items.push_back(open_item_of(world, item));
        }
    }
    return places;
}

LineTruth truth_of(const World& world, const Transaction& transaction,
                   const std::vector<std::uint32_t>& places) {
    LineTruth truth{.kind = transaction.kind,
                    .transfer = transaction.kind == LineKind::own_transfer,
                    .shares = {}};
    for (const Payment& payment : world.payments_of(transaction)) {
        if (places[payment.item] == absent) {
            truth.complete = false;
        } else {
            truth.shares.push_back({.item = places[payment.item], .cents = payment.cents});
        }
    }
    std::ranges::sort(truth.shares, {}, &TrueShare::item);
    return truth;
}

}  // namespace

Books books_of(const World& world) {
    Books books;
    for (const BankAccount& account : world.accounts) {
        const auto place = static_cast<std::ptrdiff_t>(books.accounts.size());
        books.accounts.push_back({.id = account_id(place), .identification = account.number});
    }
    add_lines(books, world);
    const std::vector<std::uint32_t> places = add_items(books, world);
    for (const Entry& entry : world.entries) {
        for (std::uint32_t count = 0; count < entry.transaction_count; ++count) {
            books.truths.push_back(
                truth_of(world, world.transactions[entry.first_transaction + count], places));
        }
    }
    AFLETTER_ASSERT(books.truths.size() == books.lines.size());
    return books;
}

}  // namespace afletter::simulator

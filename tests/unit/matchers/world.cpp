// Builders of small worlds.
#include "world.hpp"

#include <algorithm>
#include <utility>

namespace afletter::test {

namespace {

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(width - digits.size(), '0') + digits;
}

}  // namespace

Money euros(std::string_view decimal) {
    return parse_decimal(decimal, Currency::euro()).value();
}

Date day(std::string_view iso) {
    return parse_iso_date(iso).value();
}

Iban iban(int number) {
    return make_iban("NL", "BNGH" + padded(number, 10)).value();
}

std::string payment_reference(int number) {
    return std::string(make_payment_reference(padded(number, 15)).value().text());
}

std::string creditor_reference(std::string_view body) {
    return std::string(make_creditor_reference(body).value().text());
}

OpenItem receivable(std::string id, std::string_view amount) {
    const Money money = euros(amount);
    return {.item_id = id,
            .kind = ItemKind::receivable,
            .party_id = "P-" + id,
            .issue_date = day("2026-01-01"),
            .amount = money,
            .open_amount = money};
}

OpenItem payable(std::string id, std::string_view amount) {
    OpenItem item = receivable(std::move(id), amount);
    item.kind = ItemKind::payable;
    return item;
}

OpenItem closed(OpenItem item) {
    item.open_amount = Money(0, item.amount.currency());
    return item;
}

OpenItem of_party(OpenItem item, std::string party, int account, std::string name) {
    item.party_id = std::move(party);
    item.party_name = std::move(name);
    item.party_ibans = {iban(account)};
    return item;
}

OpenItem with_reference(OpenItem item, std::string reference) {
    item.reference = std::move(reference);
    return item;
}

OpenItem with_document(OpenItem item, std::string number) {
    item.document_number = std::move(number);
    return item;
}

Line line(int id, std::string_view amount, std::string remittance) {
    Line line{.id = LineId{id},
              .entry_index = static_cast<std::uint32_t>(id),
              .booking_date = day("2026-02-01"),
              .value_date = day("2026-02-01"),
              .amount = euros(amount)};
    line.detail.remittance = std::move(remittance);
    return line;
}

Line from(Line line, int account, std::string name) {
    line.detail.counterparty.iban = iban(account);
    return named(std::move(line), std::move(name));
}

Line named(Line line, std::string name) {
    line.detail.counterparty.name = std::move(name);
    return line;
}

Decision decide(const Line& line, const std::vector<OpenItem>& items) {
    return match(std::vector{line}, items).front();
}

bool has(const Decision& decision, Obstacle obstacle) {
    return std::ranges::find(decision.obstacles, obstacle) != decision.obstacles.end();
}

std::string items_of(const Candidate& candidate) {
    std::string ids;
    for (const Allocation& allocation : candidate.allocations) {
        ids += (ids.empty() ? "" : "+") + allocation.item_id;
    }
    return ids;
}

std::string best(const Decision& decision) {
    return decision.candidates.empty() ? std::string() : items_of(decision.candidates.front());
}

}  // namespace afletter::test

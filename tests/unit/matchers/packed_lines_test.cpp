// Lines come back from the package as they went in, in the order of their ids.
#include <cstdint>
#include <string>

#include "packed/packed_lines.hpp"
#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;
using matching::PackedLines;

namespace {

Line full_line(int id) {
    Line full = from(line(id, "-12.34", std::string(300, 'x') + std::to_string(id)), id, "Zoë");
    full.account = {7};
    full.entry_index = 3;
    full.detail_index = 2;
    full.value_date = day("2026-02-03");
    full.reversal = true;
    full.customer_reference = "customer";
    full.transaction_code = "PMNT/RDDT/ESDD";
    full.description = "description";
    full.source_line = 99;
    full.batch = {.transactions = 12, .gross = true, .amount = euros("-12.34")};
    full.detail.bank_reference = "bank";
    full.detail.end_to_end_id = "end to end";
    full.detail.mandate_id = "mandate";
    full.detail.creditor_id = "creditor";
    full.detail.batch_id = "batch";
    full.detail.counterparty.ultimate_name = "ultimate";
    full.detail.counterparty.account = "account";
    full.detail.counterparty.bic = "bic";
    full.detail.structured_reference = std::string("with\0zero", 9);
    full.detail.return_reason = "AC04";
    full.detail.purpose = "TAXS";
    return full;
}

void check_equal(const Line& found, const Line& expected) {
    CHECK(found.id == expected.id);
    CHECK(found.account == expected.account);
    CHECK(found.entry_index == expected.entry_index);
    CHECK(found.detail_index == expected.detail_index);
    CHECK(found.booking_date == expected.booking_date);
    CHECK(found.value_date == expected.value_date);
    CHECK(found.amount == expected.amount);
    CHECK(found.reversal == expected.reversal);
    CHECK(found.customer_reference == expected.customer_reference);
    CHECK(found.transaction_code == expected.transaction_code);
    CHECK(found.description == expected.description);
    CHECK(found.source_line == expected.source_line);
    CHECK(found.batch == expected.batch);
    const TransactionDetail& detail = found.detail;
    CHECK(detail.amount == expected.detail.amount);
    CHECK(detail.bank_reference == expected.detail.bank_reference);
    CHECK(detail.end_to_end_id == expected.detail.end_to_end_id);
    CHECK(detail.mandate_id == expected.detail.mandate_id);
    CHECK(detail.creditor_id == expected.detail.creditor_id);
    CHECK(detail.batch_id == expected.detail.batch_id);
    CHECK(detail.counterparty.name == expected.detail.counterparty.name);
    CHECK(detail.counterparty.ultimate_name == expected.detail.counterparty.ultimate_name);
    CHECK(detail.counterparty.iban == expected.detail.counterparty.iban);
    CHECK(detail.counterparty.account == expected.detail.counterparty.account);
    CHECK(detail.counterparty.bic == expected.detail.counterparty.bic);
    CHECK(detail.structured_reference == expected.detail.structured_reference);
    CHECK(detail.remittance == expected.detail.remittance);
    CHECK(detail.return_reason == expected.detail.return_reason);
    CHECK(detail.purpose == expected.detail.purpose);
}

}  // namespace

TEST_CASE("a packed line has all that decides or explains", "[matchers][lines]") {
    PackedLines lines;
    constexpr int count = 5'000;  // more than one chunk
    for (int id = count; id > 0; --id) {
        lines.add(id % 2 == 0 ? full_line(id) : line(id, "0.01"));
    }
    lines.sort_by_id();
    REQUIRE(lines.size() == count);
    for (int id = 1; id <= count; id += 7) {
        const auto index = static_cast<std::uint32_t>(id - 1);
        CHECK(lines.id(index) == LineId{id});
        CHECK(lines.added_as(index) == static_cast<std::uint32_t>(count - id));
        check_equal(lines.unpack(index), id % 2 == 0 ? full_line(id) : line(id, "0.01"));
    }
}

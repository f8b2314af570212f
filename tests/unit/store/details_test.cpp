// Details that a notification gives of a line: booked in its place, and what `verify` says when
// somebody meddles with them.
#include <algorithm>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

bool reports(const VerifyReport& report, const std::string& control) {
    return std::ranges::any_of(report.failures, [&](const ControlFailure& failure) {
        return failure.control == control && !failure.message.empty();
    });
}

}  // namespace

TEST_CASE("details are booked from what their line was matched to", "[store][details]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    add_itemised_line(ledger);
    RawDatabase raw(folder / "ledger.db");
    const auto balance = [&raw](const std::string& account) {
        return raw.value(
            "SELECT sum(amount_minor) FROM posting JOIN gl_account "
            "ON gl_account.id = posting.gl_account WHERE gl_account.name = '" +
            account + "'");
    };
    CHECK(balance("assets:itemised") == "0");
    CHECK(balance("assets:suspense") == "-19500");
    CHECK(raw.value("SELECT sum(amount_minor) FROM posting WHERE bank_account IS NOT NULL") ==
          "19500");
    CHECK(raw.column("SELECT amount_minor, detail_index, part_of, source_file FROM line "
                     "WHERE part_of IS NOT NULL ORDER BY id") ==
          std::vector<std::string>{"12000|1|1|2", "7500|2|1|2"});
    CHECK(raw.column("SELECT action FROM audit WHERE seq > 4 ORDER BY seq") ==
          std::vector<std::string>{"read", "run", "match", "itemise"});
    CHECK(ledger.unmatched_lines().size() == 2);
    CHECK(ledger.verify().failures.empty());
    const LedgerSummary summary = ledger.summary();
    CHECK(summary.lines.count == 2);
    CHECK(summary.matched.count == 0);
}

TEST_CASE("a detail tells the notification that it comes from", "[store][details]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    add_itemised_line(ledger);
    for (const Line& part : ledger.unmatched_lines()) {
        CHECK(ledger.story_of(to_text(part.id))->line.source_file == "details.xml");
    }
}

TEST_CASE("verify names details that were tampered with", "[store][verify][details]") {
    struct Example {
        const char* tampering;
        const char* control;
    };
    const Example examples[] = {
        {"UPDATE line SET amount_minor = 7501 WHERE amount_minor = 7500", "details.sum"},
        {"UPDATE line SET amount_minor = 7501 WHERE amount_minor = 7500", "details.booking"},
        {"UPDATE line SET remittance = 'other' WHERE part_of IS NOT NULL", "details.digest"},
        {"UPDATE itemisation SET notification_id = 'M'", "details.digest"},
        {"UPDATE itemisation SET digest = randomblob(32)", "audit.itemisation"},
        {"UPDATE itemisation SET part_count = 3", "details.count"},
        {"DELETE FROM line WHERE amount_minor = 7500", "details.count"},
        {"UPDATE line SET source_file = 1 WHERE amount_minor = 7500", "details.source"},
        {"DELETE FROM itemisation", "details.count"},
        {"DELETE FROM itemisation", "audit.count"},
        {"UPDATE decision SET method = 'batch'", "details.match"},
        {"DELETE FROM match", "details.match"},
        {"UPDATE posting SET amount_minor = amount_minor + 1 WHERE gl_account = "
         "(SELECT id FROM gl_account WHERE name = 'assets:itemised') AND amount_minor = 7500",
         "details.account"},
        {"UPDATE line SET part_of = NULL, source_file = NULL WHERE amount_minor = 7500",
         "statement.lines"},
    };
    const TemporaryFolder folder;
    {
        Ledger intact = new_ledger(folder / "intact.db");
        add_itemised_line(intact);
    }
    for (const Example& example : examples) {
        INFO(example.tampering << " -> " << example.control);
        const auto path = folder / "tampered.db";
        std::filesystem::copy_file(folder / "intact.db", path,
                                   std::filesystem::copy_options::overwrite_existing);
        {
            RawDatabase raw(path);
            raw.drop_triggers();
            REQUIRE(raw.execute(example.tampering).empty());
        }
        CHECK(reports(open_ledger(path).verify(), example.control));
    }
}

}  // namespace afletter

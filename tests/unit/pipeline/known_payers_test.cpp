// An account that has paid for a party is known in the runs that follow.
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/silent_progress.hpp"
#include "support/test.hpp"
#include "unit/matchers/world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

const Stamp now{"batch", parse_instant("2026-04-01T01:00:00Z").value()};

// One payment of J. de Vries from an account that the items do not have.
std::string statement(int number, std::string_view balance, std::string_view amount,
                      const std::string& text) {
    const std::string day = "26030" + std::to_string(number);
    const auto comma = [](std::string_view decimal) {
        std::string written(decimal);
        std::ranges::replace(written, '.', ',');
        return written;
    };
    const Money closing = checked_add(euros(balance), euros(amount)).value();
    return ":20:X\r\n:25:NL86INGB0002445588EUR\r\n:28C:" + std::to_string(number) + "\r\n:60F:C" +
           day + "EUR" + comma(balance) + "\r\n:61:" + day + day.substr(2) + "C" + comma(amount) +
           "NTRFNONREF//D" + std::to_string(number) + "\r\n:86:/CNTP/" +
           std::string(iban(9).text()) + "/BNGHNL2G/J. de Vries///REMI/USTD//" + text +
           "/\r\n:62F:C" + day + "EUR" + comma(to_decimal(closing)) + "\r\n-\r\n";
}

class Municipality {
  public:
    Municipality() {
        const std::vector<std::string> items{folder_.write(
            "items.csv",
            "item_id,kind,party_id,party_name,reference,issue_date,currency,amount,open_amount\n"
            "A1,receivable,D1,J. de Vries," +
                payment_reference(7) + ",2026-01-02,EUR,120.50,120.50\n" +
                "A2,receivable,D1,J. de Vries,,2026-01-02,EUR,33.10,33.10\n")};
        static_cast<void>(import_items(ledger_, items, now, ignore_, progress_));
    }
    void take(const std::string& statement) {
        const std::vector<std::string> files{
            folder_.write(std::to_string(++files_) + ".sta", statement)};
        static_cast<void>(import_statements(ledger_, files, now, ignore_, progress_));
    }
    void match() { static_cast<void>(match_lines(ledger_, {}, now, progress_)); }
    [[nodiscard]] std::vector<KnownPayer> known() const {
        std::vector<KnownPayer> payers;
        ledger_.for_each_known_payer({},
                                     [&](KnownPayer payer) { payers.push_back(std::move(payer)); });
        return payers;
    }
    // The strata of lines that wait, and of those that are matched.
    [[nodiscard]] std::vector<std::string> strata() const {
        std::vector<std::string> found;
        ledger_.for_each_exception([&](const ExceptionRecord& exception) {
            found.push_back("waits " + exception.decision.stratum);
        });
        ledger_.for_each_match({}, [&](const MatchRecord& match) {
            found.push_back("matched " + match.decision.stratum);
        });
        return found;
    }
    [[nodiscard]] const Ledger& ledger() const { return ledger_; }

  private:
    TemporaryFolder folder_;
    SilentProgress progress_;
    DiagnosticHandler ignore_ = [](const Diagnostic&) {};
    Ledger ledger_ = Ledger::create(folder_.path() / "x.db", now).value();
    int files_ = 0;
};

const std::string paid_by_reference = statement(1, "10.00", "120.50", payment_reference(7));
const std::string paid_without_one = statement(2, "130.50", "33.10", "zoals afgesproken");

}  // namespace

TEST_CASE("an account that has paid is known in the next run as in the same one",
          "[pipeline][learnt]") {
    Municipality slow;
    slow.take(paid_by_reference);
    slow.match();
    CHECK(slow.known().empty());  // nobody waits
    slow.take(paid_without_one);
    REQUIRE(slow.known().size() == 1);
    CHECK(slow.known().front().iban == iban(9).text());
    CHECK(slow.known().front().name == "J. de Vries");
    CHECK(slow.known().front().item_id == "A1");
    slow.match();

    Municipality quick;
    quick.take(paid_by_reference);
    quick.take(paid_without_one);
    quick.match();
    CHECK(quick.strata() == slow.strata());
    CHECK(std::ranges::any_of(slow.strata(), [](const std::string& stratum) {
        return stratum.ends_with("account/open/learnt");
    }));
    CHECK(slow.ledger().verify().failures.empty());
}

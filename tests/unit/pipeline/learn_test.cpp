// From confirmed decisions to a model that may decide: learnt, judged, kept, made live or refused.
#include <afletter/pipeline.hpp>

#include <algorithm>

#include <sqlite3.h>

#include "support/process.hpp"
#include "support/silent_progress.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

const Stamp night{"batch", std::chrono::sys_days(std::chrono::year(2026) / 3 / 1)};
const ModelChoice learning{.learning = true};

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// A person with two equal bills, who pays one and names neither: for people to decide. They always
// take the first.
constexpr int payers_a_day = 20;

std::string bills(int days) {
    std::string csv = "item_id,kind,party_id,party_name,issue_date,currency,amount\n";
    for (int payer = 0; payer < days * payers_a_day; ++payer) {
        const std::string party = std::to_string(payer);
        for (const char* half : {"A", "B"}) {
            csv += party + half + ",receivable,P" + party + ",Janssen " + party + "x,2026-01-0" +
                   (half[0] == 'A' ? "1" : "2") + ",EUR," + std::to_string(100 + payer) + ".00\n";
        }
    }
    return csv;
}

std::string statement(int day, int& balance) {
    const std::string date = "2602" + two_digits(day);
    std::string text = ":20:X\r\n:25:NL86INGB0002445588EUR\r\n:28C:" + std::to_string(day) +
                       "\r\n:60F:C" + date + "EUR" + std::to_string(balance) + ",\r\n";
    for (int i = 0; i < payers_a_day; ++i) {
        const int payer = (day - 1) * payers_a_day + i;
        balance += 100 + payer;
        text += ":61:" + date + date.substr(2) + "C" + std::to_string(100 + payer) +
                ",NTRFNONREF//D" + std::to_string(day) + "L" + std::to_string(i) +
                "\r\n:86:/CNTP//BNGHNL2G/Janssen " + std::to_string(payer) +
                "x///REMI/USTD//nota/\r\n";
    }
    return text + ":62F:C" + date + "EUR" + std::to_string(balance) + ",\r\n-\r\n";
}

// A ledger of so many days, each matched, and everything left then confirmed by hand as above.
class Office {
  public:
    explicit Office(int days)
        : path_((folder_.path() / "x.db").string()), ledger(Ledger::create(path_, night).value()) {
        const DiagnosticHandler ignore = [](const Diagnostic&) {};
        const std::vector<std::string> items{folder_.write("items.csv", bills(days))};
        static_cast<void>(import_items(ledger, items, night, ignore, progress));
        int balance = 1'000;
        for (int day = 1; day <= days; ++day) {
            const std::vector<std::string> files{
                folder_.write("day" + two_digits(day) + ".sta", statement(day, balance))};
            static_cast<void>(import_statements(ledger, files, night, ignore, progress));
            static_cast<void>(match_lines(ledger, {}, night, progress));
            confirm_all();
        }
    }

    test::SilentProgress progress;

  private:
    // Accepting by hand has no command yet: what it will write is written here.
    void confirm_all() {
        LedgerWriter writer = ledger.write(night);
        writer.begin_run("accept");
        std::vector<Decision> accepted;
        ledger.for_each_exception([&accepted](const ExceptionRecord& exception) {
            Decision decision = exception.decision;
            std::erase_if(decision.candidates, [](const Candidate& candidate) {
                return candidate.allocations.front().item_id.back() != 'A';
            });
            if (!decision.candidates.empty()) {
                decision.reason.reset();
                decision.obstacles.clear();
                decision.method = Method::fuzzy;
                accepted.push_back(std::move(decision));
            }
        });
        for (const Decision& decision : accepted) {
            static_cast<void>(writer.add_decision(decision));
        }
        writer.commit();
        sqlite3* handle = nullptr;
        REQUIRE(sqlite3_open(path_.c_str(), &handle) == SQLITE_OK);
        REQUIRE(sqlite3_exec(handle,
                             "DROP TRIGGER IF EXISTS match_keeps; UPDATE match SET status = "
                             "'manual' WHERE decision IN (SELECT decision.id FROM decision JOIN "
                             "run ON run.id = decision.run WHERE run.command = 'accept')",
                             nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(handle);
    }

    test::TemporaryFolder folder_;
    std::string path_;

  public:
    Ledger ledger;
};

MilliNats weight_of(const MatchModel& model, Feature feature, Level level) {
    return std::ranges::find_if(model.weights,
                                [&](const Weight& weight) {
                                    return weight.feature == feature && weight.level == level;
                                })
        ->weight;
}

}  // namespace

TEST_CASE("fewer decisions than are needed teach nothing", "[pipeline][learning]") {
    Office office(2);
    const auto learnt = learn(office.ledger, learning, night, office.progress);
    REQUIRE_FALSE(learnt);
    CHECK(learnt.error().code == "learn.too_few");
    CHECK(learnt.error().message.find("found 40") != std::string::npos);
    CHECK(office.ledger.models().empty());
}

TEST_CASE("a model is learnt from earlier decisions, kept once, and made live when it is as good",
          "[pipeline][learning]") {
    Office office(12);
    const auto learnt = learn(office.ledger, learning, night, office.progress);
    REQUIRE(learnt);
    CHECK(learnt->model.version == "own-1");
    CHECK(learnt->parent == "shipped-1");
    CHECK(learnt->decisions + learnt->judgement.decisions == 240);
    CHECK(learnt->decisions >= 160);
    CHECK(learnt->judgement.live == "shipped-1");
    CHECK(learnt->judgement.of_new.loss_micro < learnt->judgement.of_live.loss_micro);
    CHECK(weight_of(learnt->model, Feature::name, Level::equal) !=
          weight_of(shipped_model(), Feature::name, Level::equal));
    // What became of its suggestions is counted beside what became of the shipped worlds'.
    const std::vector<CalibrationStep>& steps = learnt->model.calibration.first;
    CHECK(steps != shipped_model().calibration.first);
    CHECK(std::ranges::is_sorted(steps, {}, &CalibrationStep::right_bp));
    // Again, from the same decisions: the same model, and nothing is added.
    const auto again = learn(office.ledger, learning, night, office.progress);
    REQUIRE(again);
    CHECK(again->model == learnt->model);
    CHECK(office.ledger.models().size() == 1);

    CHECK(model_in_force(office.ledger, learning)->version == "shipped-1");
    REQUIRE(activate(office.ledger, "own-1", learning, night, office.progress));
    CHECK(model_in_force(office.ledger, learning)->version == "own-1");
    CHECK(model_in_force(office.ledger, {})->version == "shipped-1");
    CHECK(model_in_force(office.ledger, {.model = "own-1"})->version == "own-1");
    REQUIRE(activate(office.ledger, "shipped", learning, night, office.progress));
    CHECK(model_in_force(office.ledger, learning)->version == "shipped-1");
    CHECK(office.ledger.models().size() == 1);
}

TEST_CASE("a model that is not as good stays in the shadow", "[pipeline][learning]") {
    Office office(12);
    StoredModel worse{
        .model = shipped_model(),
        .parent = "shipped-1",
        .decisions = 1,
        .learnt_until = Date(std::chrono::year(2026), std::chrono::February, std::chrono::day(8))};
    worse.model.prior = -20'000;  // believes nothing
    LedgerWriter writer = office.ledger.write(night);
    CHECK(writer.add_model(worse) == "own-1");
    writer.commit();
    const auto refused = activate(office.ledger, "own-1", learning, night, office.progress);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "learn.not_as_good");
    CHECK(office.ledger.live_model().empty());
    const auto unknown = activate(office.ledger, "own-2", learning, night, office.progress);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "model.unknown");
}

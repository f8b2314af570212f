// Models learnt from the ledger are kept, and the last one made live is.
#include <afletter/model/stored_model.hpp>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

std::string keep(Ledger& ledger, const StoredModel& model) {
    LedgerWriter writer = ledger.write(stamp());
    std::string version = writer.add_model(model);
    writer.commit();
    return version;
}

void make_live(Ledger& ledger, std::string_view version) {
    LedgerWriter writer = ledger.write(stamp());
    writer.activate(version);
    writer.commit();
}

}  // namespace

TEST_CASE("a model comes back as it was kept, with its version, maker and moment",
          "[store][learning]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    StoredModel expected = learnt_model();
    CHECK(keep(ledger, expected) == "own-1");
    CHECK(keep(ledger, expected) == "own-2");
    const std::vector<StoredModel> models = ledger.models();
    REQUIRE(models.size() == 2);
    expected.model.version = "own-1";
    CHECK(models[0].model == expected.model);
    CHECK(models[0].parent == expected.parent);
    CHECK(models[0].decisions == 700);
    CHECK(models[0].learnt_until == day("2026-01-20"));
    CHECK(models[0].judgement == expected.judgement);
    CHECK(models[0].made_by == "batch");
    CHECK(models[0].made_at == stamp().at);
    CHECK(models[1].model.version == "own-2");
}

TEST_CASE("the model made live last decides, and the shipped one before any", "[store][learning]") {
    const TemporaryFolder folder;
    Ledger ledger = new_ledger(folder / "ledger.db");
    CHECK(ledger.live_model().empty());
    keep(ledger, learnt_model());
    CHECK(ledger.live_model().empty());
    make_live(ledger, "own-1");
    CHECK(ledger.live_model() == "own-1");
    make_live(ledger, "");
    CHECK(ledger.live_model().empty());
    CHECK(ledger.verify().failures.empty());
}

TEST_CASE("a damaged model is an error of the store", "[store][learning]") {
    const char* damaged =
        GENERATE("", "{}", R"({"prior":1,"weights":[["amount","nonsense",1]],"certificates":[]})",
                 R"({"prior":1,"weights":[],"certificates":[["s",1,"p",1,1,1,"nobody"]]})",
                 R"({"prior":1,"weights":[],"certificates":[]}x)");
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    keep(ledger, learnt_model());
    RawDatabase raw(path);
    raw.drop_triggers();
    REQUIRE(raw.execute("UPDATE model SET content = '" + std::string(damaged) + "'").empty());
    CAPTURE(damaged);
    CHECK_THROWS_AS(static_cast<void>(ledger.models()), StoreError);
}

TEST_CASE("a model is at least as good only when it is so in every respect", "[store][learning]") {
    Judgement equal{.decisions = 1,
                    .live = "shipped-1",
                    .of_live = {.loss_micro = 5, .right = 3, .wrong = 1},
                    .of_new = {.loss_micro = 5, .right = 3, .wrong = 1}};
    CHECK(is_at_least_as_good(equal));
    Judgement none = equal;
    none.decisions = 0;
    CHECK_FALSE(is_at_least_as_good(none));
    Judgement promises_worse = equal;
    promises_worse.of_new.loss_micro = 6;
    CHECK_FALSE(is_at_least_as_good(promises_worse));
    Judgement matches_less = equal;
    matches_less.of_new.right = 2;
    CHECK_FALSE(is_at_least_as_good(matches_less));
    Judgement errs_more = equal;
    errs_more.of_new.wrong = 2;
    CHECK_FALSE(is_at_least_as_good(errs_more));
}

}  // namespace afletter

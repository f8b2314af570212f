// Holding entries back until the balances say how reversals are meant.
#include "collected.hpp"
#include "entry_judge.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

Money euros(std::int64_t cents) {
    return {cents, Currency::euro()};
}

Balance balance(std::int64_t cents) {
    return {euros(cents), std::nullopt};
}

Entry entry_of(std::int64_t cents, bool reversal = false) {
    return {.amount = euros(cents), .reversal = reversal};
}

}  // namespace

TEST_CASE("without reversals every entry goes on at once", "[parsers]") {
    CollectedStatements sink;
    EntryJudge judge(sink);
    judge.begin({});
    judge.entry(entry_of(500));
    CHECK(sink.statements.at(0).entries.size() == 1);
    const Verdict verdict = judge.finish(balance(0), balance(400), true);
    CHECK(verdict.balanced == false);
    CHECK(verdict.difference == euros(-100));
    CHECK_FALSE(verdict.reversals);
    CHECK_FALSE(judge.finish(balance(0), balance(400), false).balanced);
}

TEST_CASE("entries keep their order, whichever reading proves", "[parsers]") {
    for (const auto& [closing, expected] :
         {std::pair(std::int64_t{600}, "100 200 300"), {200, "100 -200 300"}, {0, "100 200 300"}}) {
        CollectedStatements sink;
        EntryJudge judge(sink);
        judge.begin({});
        judge.entry(entry_of(100));
        judge.entry(entry_of(200, true));
        judge.entry(entry_of(300));
        CHECK(sink.statements.at(0).entries.size() == 1);
        const Verdict verdict = judge.finish(balance(0), balance(closing), true);
        CHECK(verdict.balanced == (closing != 0));
        std::string told;
        for (const Entry& entry : sink.statements.at(0).entries) {
            told += (told.empty() ? "" : " ") + std::to_string(entry.amount.minor_units());
        }
        CHECK(told == expected);
    }
}

TEST_CASE("a pending reversal is neither counted nor turned", "[parsers]") {
    CollectedStatements sink;
    EntryJudge judge(sink);
    judge.begin({});
    Entry pending = entry_of(200, true);
    pending.status = EntryStatus::pending;
    judge.entry(pending);
    judge.entry(entry_of(100, true));
    CHECK(judge.finish(balance(0), balance(-100), true).reversals == ReversalReading::turned);
    CHECK(sink.statements.at(0).entries.at(0).amount == euros(200));
    CHECK(sink.statements.at(0).entries.at(1).amount == euros(-100));
}

TEST_CASE("a statement that goes on too long behind a reversal is sent as it is marked",
          "[parsers]") {
    for (const std::size_t behind : {EntryJudge::held_max - 1, EntryJudge::held_max}) {
        CollectedStatements sink;
        EntryJudge judge(sink);
        judge.begin({});
        judge.entry(entry_of(100, true));
        for (std::size_t i = 0; i < behind; ++i) {
            judge.entry(entry_of(0));
        }
        const bool is_late = behind == EntryJudge::held_max;
        CHECK(sink.statements.at(0).entries.empty() == !is_late);
        const Verdict verdict = judge.finish(balance(0), balance(-100), true);
        CHECK(verdict.turned_too_late == is_late);
        CHECK(verdict.balanced == !is_late);
        CHECK(verdict.reversals ==
              (is_late ? ReversalReading::as_marked : ReversalReading::turned));
        CHECK(sink.statements.at(0).entries.size() == behind + 1);
    }
}

}  // namespace afletter::test

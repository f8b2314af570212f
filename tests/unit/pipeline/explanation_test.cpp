// Whatever a run decides of a made-up municipality can be explained: the stored contributions add
// up, and every explanation can be written.
#include <afletter/pipeline.hpp>
#include <afletter/reports.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "simulator/files.hpp"
#include "support/process.hpp"
#include "support/silent_progress.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

const Stamp night{"batch", std::chrono::sys_days(std::chrono::year(2026) / 9 / 1)};

// A world in a ledger: imported and matched as the command line does.
class Reconciled {
  public:
    Reconciled(std::uint64_t seed, std::string_view mix)
        : ledger(Ledger::create(folder_.path() / "x.db", night).value()) {
        const auto world = simulator::make_world({.seed = seed,
                                                  .lines = 600,
                                                  .mix = simulator::mix_named(mix).value(),
                                                  .missing_percent = 5,
                                                  .noise = simulator::Noise::high,
                                                  .society = simulator::Society::lifelike});
        simulator::write_files(world, simulator::FilePeriod::month, folder_.path());
        test::SilentProgress progress;
        const auto refuse = [](const Diagnostic& found) { FAIL(found.message); };
        const std::vector<std::string> items{(folder_.path() / "items.csv").string()};
        const std::vector<std::string> statements{(folder_.path() / "statements").string()};
        static_cast<void>(import_items(ledger, items, night, refuse, progress));
        static_cast<void>(
            import_statements(ledger, statements, night, [](const auto&) {}, progress));
        fresh_lines = ledger.unmatched_lines();
        fresh_items = ledger.items();
        static_cast<void>(match_lines(ledger, {}, night, progress));
    }

    [[nodiscard]] std::vector<LineStory> stories() const {
        std::vector<LineStory> all;
        for (const Line& line : fresh_lines) {
            all.push_back(ledger.story_of(to_text(line.id)).value());
        }
        return all;
    }

  private:
    test::TemporaryFolder folder_;

  public:
    Ledger ledger;
    std::vector<Line> fresh_lines;  // before the run
    std::vector<OpenItem> fresh_items;
};

// Written out once more, on purpose.
int confidence_of(MilliNats log_odds) {
    const long double odds = std::exp(static_cast<long double>(log_odds) / 1'000);
    const long rounded = std::lround(10'000 * (odds / (1 + odds)));
    return static_cast<int>(std::clamp(rounded, 1L, 9'999L));
}

std::string written(const LineStory& story, const ReportOptions& options) {
    std::ostringstream out;
    write_story(out, story, options);
    return out.str();
}

}  // namespace

TEST_CASE("stored contributions add up exactly, and confidence follows from them",
          "[pipeline][explanation]") {
    const auto mix = GENERATE("ordinary", "nasty", "mass", "states");
    const Reconciled town(7, mix);
    REQUIRE(town.fresh_lines.size() == 600);
    std::size_t candidates = 0;
    for (const LineStory& story : town.stories()) {
        REQUIRE((story.decision.is_match() || story.decision.reason.has_value()));
        CHECK(story.decision.model == "shipped-1");
        const bool by_rule = story.decision.method == Method::returned ||
                             story.decision.method == Method::transfer ||
                             story.decision.method == Method::reversal;
        CHECK((story.decision.threshold_bp || by_rule || !story.decision.is_match()));
        for (const Candidate& candidate : story.decision.candidates) {
            MilliNats sum = candidate.prior;
            for (const Evidence& evidence : candidate.evidence) {
                sum += evidence.weight;
            }
            REQUIRE(sum == candidate.log_odds);
            REQUIRE(candidate.confidence_bp == confidence_of(candidate.log_odds));
            ++candidates;
        }
    }
    CHECK(candidates > 400);
    CHECK(town.ledger.verify().failures.empty());
}

TEST_CASE("a decision comes back from the ledger as the matchers made it",
          "[pipeline][explanation]") {
    const Reconciled town(8, "nasty");
    const std::vector<Decision> made = match(town.fresh_lines, town.fresh_items);
    const std::vector<LineStory> stories = town.stories();
    std::size_t matched = 0;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i].is_match()) {  // of the first round; what is left is decided again
            const Decision& stored = stories[i].decision;
            REQUIRE(stored.line == made[i].line);
            REQUIRE(stored.candidates == made[i].candidates);
            REQUIRE(stored.stratum == made[i].stratum);
            REQUIRE(stored.threshold_bp == made[i].threshold_bp);
            REQUIRE(stored.funnel == made[i].funnel);
            ++matched;
        }
    }
    CHECK(matched > 200);
}

TEST_CASE("every decision can be told, in text and JSON and both languages",
          "[pipeline][explanation]") {
    const auto mix = GENERATE("ordinary", "nasty", "mass", "states");
    const Reconciled town(9, mix);
    for (const LineStory& story : town.stories()) {
        for (const Language language : {Language::english, Language::dutch}) {
            const std::string text =
                written(story, {.language = language, .today = date_of(night.at)});
            INFO(text);
            CHECK(text.find_first_of("{}") == std::string::npos);
            CHECK(text.find("\n\n\n") == std::string::npos);
        }
        const std::string json = written(
            story,
            {.format = Format::json, .language = Language::dutch, .today = date_of(night.at)});
        CHECK(json.find("null") == std::string::npos);
    }
}

TEST_CASE("an item that the run kept is compared as it was, any other as the books are now",
          "[pipeline][explanation]") {
    const Reconciled town(10, "ordinary");
    std::size_t kept = 0;
    std::size_t late = 0;
    for (const LineStory& story : town.stories()) {
        const auto& candidates = story.decision.candidates;
        const std::string line = to_text(story.line.line.id);
        const std::string& other = town.fresh_items[town.fresh_items.size() / 2].item_id;
        const auto versus = explain_versus(town.ledger, line, other);
        REQUIRE(versus);
        MilliNats sum = versus->candidate.prior;
        for (const Evidence& evidence : versus->candidate.evidence) {
            sum += evidence.weight;
        }
        CHECK(sum == versus->candidate.log_odds);
        late += versus->is_weighed_now ? 1U : 0U;
        if (candidates.size() > 1 && candidates[1].allocations.size() == 1) {
            const auto second =
                explain_versus(town.ledger, line, candidates[1].allocations[0].item_id);
            REQUIRE(second);
            kept += second->is_weighed_now ? 0U : 1U;
        }
    }
    CHECK(late > 500);
    CHECK(kept > 20);
    const std::string any = to_text(town.fresh_lines.front().id);
    const auto unknown = explain_versus(town.ledger, any, "no such item");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "item.unknown");
    CHECK(explain_versus(town.ledger, "zzzzzzzzzzzz", "no such item").error().code ==
          "line.unknown");
}

// `learn`: decisions that people confirmed -> a model in shadow -> judged -> live, in that order.
#include <afletter/learning.hpp>
#include <afletter/pipeline.hpp>

#include <algorithm>
#include <span>
#include <utility>

#include "examination.hpp"
#include "model_choice.hpp"

namespace afletter {

namespace {

using pipeline::Examined;
using pipeline::Material;

constexpr std::string_view shipped = "shipped";

Diagnostic too_few(std::size_t found) {
    return {.severity = Severity::error,
            .code = "learn.too_few",
            .message = "expected " + std::to_string(decisions_min) +
                       " decisions confirmed by people, about lines of several days, found " +
                       std::to_string(found),
            .hint = "Confirm or correct more matches; until then the shipped model decides."};
}

Diagnostic not_as_good(const std::string& version, const Judgement& judgement) {
    const auto said = [](const ModelScore& score) {
        return std::to_string(score.right) + " right, " + std::to_string(score.wrong) +
               " wrong, loss " + std::to_string(score.loss_micro) + " millionths";
    };
    const std::string found = judgement.decisions == 0
                                  ? "no confirmed decision later than those it was learnt from"
                                  : "of " + std::to_string(judgement.decisions) +
                                        " later decisions " + said(judgement.of_new) +
                                        "; the live model has " + said(judgement.of_live);
    return {.severity = Severity::error,
            .code = "learn.not_as_good",
            .message = "expected " + version + " to be at least as good as " + judgement.live +
                       ", found " + found,
            .hint = "Nothing was changed. Learn again when more decisions are confirmed."};
}

// The model that decides, without what the configuration changes about it.
Result<MatchModel, Diagnostic> plain_live(const Ledger& ledger, const ModelChoice& choice) {
    return model_in_force(ledger, {.learning = choice.learning});
}

// The shipped certificates, and in their place those that this ledger's own decisions have earned.
void certify_on(std::span<const Examined> examined, MatchModel& model) {
    TrackRecord record;
    for (const Examined& one : examined) {
        if (one.is_match) {
            record.add(one.stratum, one.confidence_bp, one.is_right);
        }
    }
    for (Certificate& earned : record.certify(Basis::own)) {
        const auto place =
            std::ranges::lower_bound(model.certificates, earned.stratum, {}, &Certificate::stratum);
        if (place != model.certificates.end() && place->stratum == earned.stratum) {
            *place = std::move(earned);
        } else {
            model.certificates.insert(place, std::move(earned));
        }
    }
}

// How often suggestions were right, by the shipped worlds and these decisions together.
Calibration calibration_of(std::span<const Examined> examined) {
    SuggestionRecord record;
    for (const Examined& one : examined) {
        record.add(one.suggested_bp, one.lesson.truth);
    }
    return record.calibration(shipped_model().calibration);
}

Judgement judge(const Material& material, const MatchModel& live, const MatchModel& other,
                Date after, Progress& progress) {
    const auto of_live = pipeline::examine(material, live, progress);
    const auto of_new = pipeline::examine(material, other, progress);
    const auto later = pipeline::later_than(of_live, after);
    const std::vector<Lesson> lessons = pipeline::lessons_of(later);
    return {.decisions = lessons.size(),
            .live = live.version,
            .of_live = pipeline::score_of(live, later, lessons),
            .of_new = pipeline::score_of(other, pipeline::later_than(of_new, after), lessons)};
}

// A model that says what the last one said is not kept again.
bool is_kept(const std::vector<StoredModel>& models, StoredModel& model) {
    if (models.empty()) {
        return false;
    }
    const StoredModel& last = models.back();
    model.model.version = last.model.version;
    if (model.model != last.model || model.learnt_until != last.learnt_until ||
        model.judgement != last.judgement) {
        return false;
    }
    model = last;
    return true;
}

}  // namespace

Result<StoredModel, Diagnostic> learn(Ledger& ledger, const ModelChoice& choice, const Stamp& stamp,
                                      Progress& progress) {
    const auto live = plain_live(ledger, choice);
    if (!live) {
        return fail(live.error());
    }
    const Past past = ledger.past();
    const Material material{past, choice.rules};
    const std::vector<Examined> examined = pipeline::examine(material, *live, progress);
    if (examined.size() < decisions_min || examined.front().booked == examined.back().booked) {
        return fail(too_few(examined.size()));
    }
    // The last day is never among those learnt from: it is what the model is judged on.
    Date until = examined[examined.size() * 7 / 10].booked;
    if (until == examined.back().booked) {
        until = std::ranges::lower_bound(examined, until, {}, &Examined::booked)[-1].booked;
    }
    const std::size_t learnt = examined.size() - pipeline::later_than(examined, until).size();
    StoredModel stored{
        .model = fit(shipped_model(), pipeline::lessons_of(std::span(examined).first(learnt))),
        .parent = shipped_model().version,
        .decisions = learnt,
        .learnt_until = until};
    const auto open = pipeline::examine(material, open_to_all(stored.model), progress);
    certify_on(pipeline::later_than(open, until), stored.model);
    const auto left = pipeline::examine(material, stored.model, progress);
    stored.model.calibration = calibration_of(pipeline::later_than(left, until));
    stored.judgement = judge(material, *live, stored.model, until, progress);
    if (!is_kept(ledger.models(), stored)) {
        LedgerWriter writer = ledger.write(stamp);
        stored.model.version = writer.add_model(stored);
        writer.commit();
    }
    return stored;
}

Result<Judgement, Diagnostic> activate(Ledger& ledger, const std::string& version,
                                       const ModelChoice& choice, const Stamp& stamp,
                                       Progress& progress) {
    const auto live = plain_live(ledger, choice);
    if (!live) {
        return fail(live.error());
    }
    const bool is_shipped = version == shipped;
    Judgement judgement{.live = live->version};
    if (!is_shipped) {
        const auto stored = pipeline::stored_model(ledger, version);
        if (!stored) {
            return fail(stored.error());
        }
        const Past past = ledger.past();
        judgement =
            judge({past, choice.rules}, *live, stored->model, stored->learnt_until, progress);
        if (!is_at_least_as_good(judgement)) {
            return fail(not_as_good(version, judgement));
        }
    }
    const std::string wanted = is_shipped ? "" : version;
    if (ledger.live_model() != wanted) {
        LedgerWriter writer = ledger.write(stamp);
        writer.activate(wanted);
        writer.commit();
    }
    return judgement;
}

LearningStatus learning_status(const Ledger& ledger, const ModelChoice& choice) {
    const Past past = ledger.past();
    LearningStatus status{
        .needed = decisions_min, .models = ledger.models(), .sample = sample_status(ledger)};
    const std::string live = choice.learning ? ledger.live_model() : "";
    status.live = live.empty() ? shipped_model().version : live;
    status.confirmed = past.confirmed.size();
    for (const PastRun& run : past.runs) {
        status.confirmed += run.confirmed.size();
    }
    return status;
}

}  // namespace afletter

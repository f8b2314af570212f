// `learn`: which model decides, which were learnt, and how they were judged.
#include <afletter/reports.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "json_writer.hpp"
#include "sample.hpp"

namespace afletter {

namespace {

using namespace rendering;

struct Labels {
    Text live{"Decides now:", "Beslist nu:"};
    Text confirmed{"Confirmed by people:", "Bevestigd door medewerkers:"};
    Text needed{"needed to learn:", "nodig om te leren:"};
    Text none{"Nothing was learnt yet.", "Er is nog niets geleerd."};
    Text learnt_from{"learnt from {} decisions, until {}",
                     "geleerd van {} beslissingen, tot en met {}"};
    Text judged{"judged on {} later decisions", "beoordeeld op {} latere beslissingen"};
    Text score{"{} right, {} wrong, loss {}", "{} goed, {} fout, verlies {}"};
    Text good{"at least as good: it may be made live", "minstens zo goed: kan in gebruik"};
    Text not_good{"not as good: it stays in the shadow", "niet zo goed: blijft in de schaduw"};
    Text own{"certificates of its own: {}", "eigen certificaten: {}"};
};
constexpr Labels labels;

// Millionths as a decimal.
std::string decimal_of(std::int64_t micro) {
    return fmt::format("{}.{:06}", micro / 1'000'000, micro % 1'000'000);
}

class Teller {
  public:
    Teller(std::ostream& out, Language language) : out_(out), language_(language) {}

    void tell(const LearningStatus& status) {
        out_ << fmt::format("{} {}\n{} {} ({} {})\n", say(labels.live), printable(status.live),
                            say(labels.confirmed), status.confirmed, say(labels.needed),
                            status.needed);
        if (status.models.empty()) {
            out_ << say(labels.none) << '\n';
        }
        for (const StoredModel& stored : status.models) {
            tell(stored);
        }
        write_sample_status(out_, status.sample, language_);
    }

    void tell(const StoredModel& stored) {
        const Judgement& judgement = stored.judgement;
        out_ << fmt::format("\n{}  {}  {}\n", stored.model.version, to_iso(stored.made_at),
                            printable(stored.made_by));
        line(filled(labels.learnt_from, stored.decisions, to_iso(stored.learnt_until)));
        line(filled(labels.judged, judgement.decisions));
        line(stored.model.version + ": " + in_words(judgement.of_new));
        line(judgement.live + ": " + in_words(judgement.of_live));
        line(filled(labels.own, std::ranges::count(stored.model.certificates, Basis::own,
                                                   &Certificate::basis)));
        line(std::string(say(is_at_least_as_good(judgement) ? labels.good : labels.not_good)));
    }

  private:
    [[nodiscard]] std::string_view say(const Text& text) const { return text.in(language_); }
    template <class... Values>
    [[nodiscard]] std::string filled(const Text& text, const Values&... values) const {
        return fmt::format(fmt::runtime(say(text)), values...);
    }
    [[nodiscard]] std::string in_words(const ModelScore& score) const {
        return filled(labels.score, score.right, score.wrong, decimal_of(score.loss_micro));
    }
    void line(const std::string& text) { out_ << "  " << text << '\n'; }

    std::ostream& out_;
    Language language_;
};

void write_score(JsonWriter& json, std::string_view key, const ModelScore& score) {
    json.begin_object(key);
    json.text("loss", decimal_of(score.loss_micro));
    json.number("right", static_cast<std::int64_t>(score.right));
    json.number("wrong", static_cast<std::int64_t>(score.wrong));
    json.end_object();
}

void write_model(JsonWriter& json, const StoredModel& stored) {
    const Judgement& judgement = stored.judgement;
    json.begin_object();
    json.text("version", stored.model.version);
    json.text("parent", stored.parent);
    json.text("made_by", stored.made_by);
    json.text("made_at", to_iso(stored.made_at));
    json.number("decisions", static_cast<std::int64_t>(stored.decisions));
    json.text("learnt_until", to_iso(stored.learnt_until));
    json.number("judged", static_cast<std::int64_t>(judgement.decisions));
    json.text("judged_beside", judgement.live);
    write_score(json, "score", judgement.of_new);
    write_score(json, "score_beside", judgement.of_live);
    json.truth("at_least_as_good", is_at_least_as_good(judgement));
    json.begin_object("weights");
    json.thousandths("prior", stored.model.prior);
    for (const Weight& weight : stored.model.weights) {
        json.thousandths(fmt::format("{}.{}", name_of(weight.feature), name_of(weight.level)),
                         weight.weight);
    }
    json.end_object();
    json.begin_array("certificates");
    for (const Certificate& certificate : stored.model.certificates) {
        json.begin_object();
        json.text("stratum", certificate.stratum);
        json.probability("threshold", certificate.threshold_bp);
        json.text("pool", certificate.pool);
        json.number("lines", static_cast<std::int64_t>(certificate.lines));
        json.number("wrong", static_cast<std::int64_t>(certificate.wrong));
        json.text("basis", name_of(certificate.basis));
        json.end_object();
    }
    json.end_array();
    json.end_object();
}

}  // namespace

void write_learning(std::ostream& out, const LearningStatus& status, const ReportOptions& options) {
    if (options.format != Format::json) {
        Teller(out, options.language).tell(status);
        return;
    }
    JsonWriter json(out);
    json.begin_object();
    json.text("live", status.live);
    json.number("confirmed", static_cast<std::int64_t>(status.confirmed));
    json.number("needed", static_cast<std::int64_t>(status.needed));
    json.begin_array("models");
    for (const StoredModel& stored : status.models) {
        write_model(json, stored);
    }
    json.end_array();
    write_sample_status(json, status.sample);
    json.end_object();
    json.line_end();
}

}  // namespace afletter

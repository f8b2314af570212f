// Weights, certificates and scores, written and read in one order.
#include "encoding/model_text.hpp"

#include <afletter/ledger_store.hpp>

#include "encoding/json.hpp"

namespace afletter {

namespace {

void write_weight(JsonWriter& json, const Weight& weight) {
    json.open('[');
    json.value(name_of(weight.feature));
    json.value(name_of(weight.level));
    json.value(weight.weight);
    json.close(']');
}

void write_certificate(JsonWriter& json, const Certificate& certificate) {
    json.open('[');
    json.value(certificate.stratum);
    json.value(certificate.threshold_bp);
    json.value(certificate.pool);
    json.value(static_cast<std::int64_t>(certificate.lines));
    json.value(static_cast<std::int64_t>(certificate.wrong));
    json.value(certificate.wrong_max_per_million);
    json.value(name_of(certificate.basis));
    json.close(']');
}

void write_steps(JsonWriter& json, std::string_view key,
                 const std::vector<CalibrationStep>& steps) {
    json.key(key);
    json.open('[');
    for (const CalibrationStep& step : steps) {
        json.open('[');
        json.value(step.from_bp);
        json.value(step.right_bp);
        json.close(']');
    }
    json.close(']');
}

void write_score(JsonWriter& json, std::string_view key, const ModelScore& score) {
    json.key(key);
    json.open('[');
    json.value(score.loss_micro);
    json.value(static_cast<std::int64_t>(score.right));
    json.value(static_cast<std::int64_t>(score.wrong));
    json.close(']');
}

std::uint64_t read_count(JsonReader& json) {
    return static_cast<std::uint64_t>(json.number());
}

template <class Value>
Value known(const std::optional<Value>& value) {
    if (!value) {
        throw JsonDamaged("unknown name");
    }
    return *value;
}

Weight read_weight(JsonReader& json) {
    json.open('[');
    const Weight weight{.feature = known(parse_feature(json.text())),
                        .level = known(parse_level(json.text())),
                        .weight = json.number()};
    json.close(']');
    return weight;
}

Certificate read_certificate(JsonReader& json) {
    json.open('[');
    Certificate certificate{.stratum = json.text(),
                            .threshold_bp = static_cast<int>(json.number()),
                            .pool = json.text(),
                            .lines = read_count(json),
                            .wrong = read_count(json),
                            .wrong_max_per_million = static_cast<int>(json.number()),
                            .basis = known(parse_basis(json.text()))};
    json.close(']');
    return certificate;
}

// Models that were kept before there were calibrations have none.
std::vector<CalibrationStep> read_steps(JsonReader& json, std::string_view key) {
    std::vector<CalibrationStep> steps;
    if (!json.try_key(key)) {
        return steps;
    }
    json.open('[');
    while (!json.try_close(']')) {
        json.open('[');
        steps.push_back({.from_bp = static_cast<int>(json.number()),
                         .right_bp = static_cast<int>(json.number())});
        json.close(']');
    }
    return steps;
}

ModelScore read_score(JsonReader& json, std::string_view key) {
    json.key(key);
    json.open('[');
    const ModelScore score{
        .loss_micro = json.number(), .right = read_count(json), .wrong = read_count(json)};
    json.close(']');
    return score;
}

[[noreturn]] void throw_damaged(const JsonDamaged& damage) {
    throw StoreError("a stored model is damaged (" + std::string(damage.what()) +
                     "). Restore the latest backup.");
}

}  // namespace

std::string content_of(const MatchModel& model) {
    JsonWriter json;
    json.open('{');
    json.key("prior");
    json.value(model.prior);
    json.key("weights");
    json.open('[');
    for (const Weight& weight : model.weights) {
        write_weight(json, weight);
    }
    json.close(']');
    json.key("certificates");
    json.open('[');
    for (const Certificate& certificate : model.certificates) {
        write_certificate(json, certificate);
    }
    json.close(']');
    write_steps(json, "first_suggestion", model.calibration.first);
    write_steps(json, "other_suggestions", model.calibration.others);
    json.close('}');
    return json.take();
}

std::string text_of(const Judgement& judgement) {
    JsonWriter json;
    json.open('{');
    json.key("decisions");
    json.value(static_cast<std::int64_t>(judgement.decisions));
    json.key("live");
    json.value(judgement.live);
    write_score(json, "of_live", judgement.of_live);
    write_score(json, "of_new", judgement.of_new);
    json.close('}');
    return json.take();
}

void read_content(std::string_view json, MatchModel& model) {
    try {
        JsonReader reader(json);
        reader.open('{');
        reader.key("prior");
        model.prior = reader.number();
        reader.key("weights");
        reader.open('[');
        while (!reader.try_close(']')) {
            model.weights.push_back(read_weight(reader));
        }
        reader.key("certificates");
        reader.open('[');
        while (!reader.try_close(']')) {
            model.certificates.push_back(read_certificate(reader));
        }
        model.calibration.first = read_steps(reader, "first_suggestion");
        model.calibration.others = read_steps(reader, "other_suggestions");
        reader.close('}');
        reader.end();
    } catch (const JsonDamaged& damage) {
        throw_damaged(damage);
    }
}

void read_judgement(std::string_view json, Judgement& judgement) {
    try {
        JsonReader reader(json);
        reader.open('{');
        reader.key("decisions");
        judgement.decisions = read_count(reader);
        reader.key("live");
        judgement.live = reader.text();
        judgement.of_live = read_score(reader, "of_live");
        judgement.of_new = read_score(reader, "of_new");
        reader.close('}');
        reader.end();
    } catch (const JsonDamaged& damage) {
        throw_damaged(damage);
    }
}

}  // namespace afletter

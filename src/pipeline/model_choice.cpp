// Which model decides: the shipped one, the one made live, or one that the configuration names.
#include "model_choice.hpp"

#include <afletter/pipeline.hpp>

#include <algorithm>

namespace afletter {

namespace pipeline {

namespace {

Diagnostic unknown_model(const std::string& version) {
    return {.severity = Severity::error,
            .code = "model.unknown",
            .message = "expected the version of a model of this ledger, found '" + version + "'",
            .hint = "`afletter learn status` has the versions; \"shipped\" is always there."};
}

}  // namespace

Result<StoredModel, Diagnostic> stored_model(const Ledger& ledger, const std::string& version) {
    std::vector<StoredModel> models = ledger.models();
    const auto found = std::ranges::find(
        models, version, [](const StoredModel& stored) { return stored.model.version; });
    if (found == models.end()) {
        return fail(unknown_model(version));
    }
    return std::move(*found);
}

}  // namespace pipeline

Result<MatchModel, Diagnostic> model_in_force(const Ledger& ledger, const ModelChoice& choice) {
    std::string version = choice.model;
    if (version == "live") {
        version = choice.learning ? ledger.live_model() : "";
    }
    if (version.empty() || version == "shipped") {
        return marked(changed(shipped_model(), choice.changes), choice.rules);
    }
    return pipeline::stored_model(ledger, version).map([&choice](StoredModel&& stored) {
        return marked(changed(std::move(stored.model), choice.changes), choice.rules);
    });
}

}  // namespace afletter

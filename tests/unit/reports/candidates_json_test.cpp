// A candidate as `exceptions` and `explain` write it.
#include <sstream>

#include <nlohmann/json.hpp>

#include "evidence_json.hpp"
#include "support/test.hpp"

using namespace afletter;

namespace {

nlohmann::json json_of(const Candidate& candidate) {
    std::ostringstream out;
    rendering::JsonWriter json(out);
    json.begin_object();
    rendering::write_candidate_members(json, candidate);
    json.end_object();
    return nlohmann::json::parse(out.str());
}

}  // namespace

TEST_CASE("a suggestion has the percentage that is shown, and beside it what its weights say",
          "[reports]") {
    Candidate candidate;
    candidate.confidence_bp = 9'712;
    const auto match = json_of(candidate);
    CHECK(match.at("confidence") == Approx(0.9712));
    CHECK_FALSE(match.contains("raw_confidence"));

    candidate.calibrated_bp = 8'500;
    const auto suggestion = json_of(candidate);
    CHECK(suggestion.at("confidence") == Approx(0.85));
    CHECK(suggestion.at("raw_confidence") == Approx(0.9712));
}

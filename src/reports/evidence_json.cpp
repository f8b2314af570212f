// Candidates as JSON.
#include "evidence_json.hpp"

namespace afletter::rendering {

namespace {

void write_evidence(JsonWriter& json, const Evidence& evidence, const EvidenceDetail& detail) {
    json.begin_object();
    json.text("feature", name_of(evidence.feature));
    json.text("level", name_of(evidence.level));
    json.thousandths("weight", evidence.weight);
    json.text("bank", evidence.bank_text);
    json.text("ledger", evidence.ledger_text);
    if (detail) {
        detail(json, evidence);
    }
    json.end_object();
}

}  // namespace

void write_candidate_members(JsonWriter& json, const Candidate& candidate,
                             const EvidenceDetail& detail) {
    json.begin_array("items");
    for (const Allocation& allocation : candidate.allocations) {
        json.element(allocation.item_id);
    }
    json.end_array();
    json.begin_object("allocations");
    for (const Allocation& allocation : candidate.allocations) {
        json.amount(allocation.item_id, allocation.amount);
    }
    json.end_object();
    json.probability("confidence", candidate.confidence_bp);
    json.thousandths("prior", candidate.prior);
    json.thousandths("log_odds", candidate.log_odds);
    json.begin_array("evidence");
    for (const Evidence& evidence : candidate.evidence) {
        write_evidence(json, evidence, detail);
    }
    json.end_array();
}

void write_candidates(JsonWriter& json, const std::vector<Candidate>& candidates,
                      const EvidenceDetail& detail) {
    json.begin_array("candidates");
    for (const Candidate& candidate : candidates) {
        json.begin_object();
        write_candidate_members(json, candidate, detail);
        json.end_object();
    }
    json.end_array();
}

}  // namespace afletter::rendering

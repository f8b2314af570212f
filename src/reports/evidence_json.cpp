// Candidates as JSON.
#include "evidence_json.hpp"

#include <algorithm>

namespace afletter::rendering {

namespace {

void write_evidence(JsonWriter& json, const Evidence& evidence, const EvidenceDetail& detail) {
    json.begin_object();
    json.text("feature", name_of(evidence.feature));
    json.text("level", name_of(evidence.level));
    json.thousandths("weight", evidence.weight);
    json.text("bank", evidence.bank_text);
    json.text("ledger", evidence.ledger_text);
    json.text("type", evidence.type);
    if (detail) {
        detail(json, evidence);
    }
    json.end_object();
}

bool is_without_item(const Allocation& allocation) {
    return allocation.item_id.empty();
}

// Amounts by whatever they are allocated to, where they are allocated to that.
void write_amounts(JsonWriter& json, std::string_view key, const Candidate& candidate,
                   std::string Allocation::* target) {
    json.begin_object(key);
    for (const Allocation& allocation : candidate.allocations) {
        if (!(allocation.*target).empty()) {
            json.amount(allocation.*target, allocation.amount);
        }
    }
    json.end_object();
}

}  // namespace

void write_candidate_members(JsonWriter& json, const Candidate& candidate,
                             const EvidenceDetail& detail) {
    json.begin_array("items");
    for (const Allocation& allocation : candidate.allocations) {
        if (!allocation.item_id.empty()) {
            json.element(allocation.item_id);
        }
    }
    json.end_array();
    write_amounts(json, "allocations", candidate, &Allocation::item_id);
    if (std::ranges::any_of(candidate.allocations, is_without_item)) {
        write_amounts(json, "gl_allocations", candidate, &Allocation::gl_account);
    }
    json.probability("confidence", shown_bp(candidate));
    if (candidate.calibrated_bp) {
        json.probability("raw_confidence", candidate.confidence_bp);
    }
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

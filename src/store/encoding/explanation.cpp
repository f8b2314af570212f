// What was concluded about a line, as it is stored.
#include "encoding/explanation.hpp"

#include <afletter/ledger_store.hpp>

#include <array>

#include "encoding/json.hpp"

namespace afletter {

namespace {

void write_allocation(JsonWriter& json, const Allocation& allocation) {
    json.open('[');
    json.value(allocation.item_id);
    json.value(allocation.amount.minor_units());
    json.value(allocation.amount.currency().code());
    if (!allocation.gl_account.empty()) {
        json.value(allocation.gl_account);
    }
    json.close(']');
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
    json.open('[');
    json.value(name_of(evidence.feature));
    json.value(name_of(evidence.level));
    json.value(evidence.weight);
    json.value(evidence.bank_text);
    json.value(evidence.ledger_text);
    if (!evidence.type.empty()) {
        json.value(evidence.type);
    }
    json.close(']');
}

void write_candidate(JsonWriter& json, const Candidate& candidate) {
    json.open('{');
    json.key("allocations");
    json.open('[');
    for (const Allocation& allocation : candidate.allocations) {
        write_allocation(json, allocation);
    }
    json.close(']');
    json.key("evidence");
    json.open('[');
    for (const Evidence& evidence : candidate.evidence) {
        write_evidence(json, evidence);
    }
    json.close(']');
    json.key("prior");
    json.value(candidate.prior);
    json.key("log_odds");
    json.value(candidate.log_odds);
    json.key("confidence_bp");
    json.value(candidate.confidence_bp);
    if (candidate.calibrated_bp) {
        json.key("calibrated_bp");
        json.value(*candidate.calibrated_bp);
    }
    json.close('}');
}

void write_suspension(JsonWriter& json, const Suspension& suspension) {
    json.key("suspension");
    json.open('[');
    json.value(suspension.stratum);
    json.value(static_cast<std::int64_t>(suspension.lines));
    json.value(static_cast<std::int64_t>(suspension.wrong));
    json.close(']');
}

template <class Value>
Value known(const std::optional<Value>& value) {
    if (!value) {
        throw JsonDamaged("unknown name");
    }
    return *value;
}

Money read_money(JsonReader& json) {
    const std::int64_t minor_units = json.number();
    const auto currency = Currency::parse(json.text());
    if (!currency) {
        throw JsonDamaged("unknown currency");
    }
    return {minor_units, *currency};
}

Allocation read_allocation(JsonReader& json) {
    json.open('[');
    Allocation allocation{.item_id = json.text(), .amount = read_money(json)};
    if (!json.try_close(']')) {
        allocation.gl_account = json.text();
        json.close(']');
    }
    return allocation;
}

Evidence read_evidence(JsonReader& json) {
    json.open('[');
    Evidence evidence{.feature = known(parse_feature(json.text())),
                      .level = known(parse_level(json.text())),
                      .weight = json.number(),
                      .bank_text = json.text(),
                      .ledger_text = json.text()};
    if (!json.try_close(']')) {
        evidence.type = json.text();
        json.close(']');
    }
    return evidence;
}

Candidate read_candidate(JsonReader& json) {
    Candidate candidate;
    json.open('{');
    json.key("allocations");
    json.open('[');
    while (!json.try_close(']')) {
        candidate.allocations.push_back(read_allocation(json));
    }
    json.key("evidence");
    json.open('[');
    while (!json.try_close(']')) {
        candidate.evidence.push_back(read_evidence(json));
    }
    json.key("prior");
    candidate.prior = json.number();
    json.key("log_odds");
    candidate.log_odds = json.number();
    json.key("confidence_bp");
    candidate.confidence_bp = static_cast<int>(json.number());
    if (json.try_key("calibrated_bp")) {
        candidate.calibrated_bp = static_cast<int>(json.number());
    }
    json.close('}');
    return candidate;
}

Suspension read_suspension(JsonReader& json) {
    json.open('[');
    Suspension suspension{.stratum = json.text()};
    suspension.lines = static_cast<std::uint64_t>(json.number());
    suspension.wrong = static_cast<std::uint64_t>(json.number());
    json.close(']');
    return suspension;
}

void read_conclusion(JsonReader& json, Decision& decision) {
    json.open('{');
    json.key("candidates");
    json.open('[');
    while (!json.try_close(']')) {
        decision.candidates.push_back(read_candidate(json));
    }
    json.key("obstacles");
    json.open('[');
    while (!json.try_close(']')) {
        decision.obstacles.push_back(known(parse_obstacle(json.text())));
    }
    if (json.try_key("stratum")) {
        decision.stratum = json.text();
    }
    if (json.try_key("certificate")) {
        decision.certificate = known(parse_basis(json.text()));
    }
    if (json.try_key("threshold_bp")) {
        decision.threshold_bp = static_cast<int>(json.number());
    }
    if (json.try_key("suspension")) {
        decision.suspension = read_suspension(json);
    }
    json.close('}');
    json.end();
}

struct Stage {
    const char* name;
    std::uint32_t SearchFunnel::* count;
};
constexpr std::array stages{
    Stage{"items", &SearchFunnel::items},
    Stage{"open_items", &SearchFunnel::open_items},
    Stage{"issued", &SearchFunnel::issued},
    Stage{"by_reference", &SearchFunnel::by_reference},
    Stage{"by_end_to_end", &SearchFunnel::by_end_to_end},
    Stage{"by_batch", &SearchFunnel::by_batch},
    Stage{"by_document", &SearchFunnel::by_document},
    Stage{"by_number_part", &SearchFunnel::by_number_part},
    Stage{"by_repair", &SearchFunnel::by_repair},
    Stage{"by_mandate", &SearchFunnel::by_mandate},
    Stage{"by_amount", &SearchFunnel::by_amount},
    Stage{"by_account", &SearchFunnel::by_account},
    Stage{"by_name_and_amount", &SearchFunnel::by_name_and_amount},
    Stage{"by_text_and_amount", &SearchFunnel::by_text_and_amount},
    Stage{"by_name", &SearchFunnel::by_name},
    Stage{"by_amount_alone", &SearchFunnel::by_amount_alone},
    Stage{"candidates", &SearchFunnel::candidates},
    Stage{"sure", &SearchFunnel::sure},
};

[[noreturn]] void throw_damaged(const JsonDamaged& damage) {
    throw StoreError("a stored decision is damaged (" + std::string(damage.what()) +
                     "). Restore the latest backup.");
}

}  // namespace

std::string explanation_of(const Decision& decision) {
    JsonWriter json;
    json.open('{');
    json.key("candidates");
    json.open('[');
    for (const Candidate& candidate : decision.candidates) {
        write_candidate(json, candidate);
    }
    json.close(']');
    json.key("obstacles");
    json.open('[');
    for (const Obstacle obstacle : decision.obstacles) {
        json.value(name_of(obstacle));
    }
    json.close(']');
    if (!decision.stratum.empty()) {
        json.key("stratum");
        json.value(decision.stratum);
    }
    if (decision.certificate != Basis::none) {
        json.key("certificate");
        json.value(name_of(decision.certificate));
    }
    if (decision.threshold_bp) {
        json.key("threshold_bp");
        json.value(*decision.threshold_bp);
    }
    if (decision.suspension) {
        write_suspension(json, *decision.suspension);
    }
    json.close('}');
    return json.take();
}

std::string search_of(const Decision& decision) {
    JsonWriter json;
    json.open('{');
    for (const Stage& stage : stages) {
        if (const std::uint32_t count = decision.funnel.*stage.count; count > 0) {
            json.key(stage.name);
            json.value(count);
        }
    }
    json.close('}');
    return json.take();
}

void read_explanation(std::string_view json, Decision& decision) {
    try {
        JsonReader reader(json);
        read_conclusion(reader, decision);
    } catch (const JsonDamaged& damage) {
        throw_damaged(damage);
    }
}

void read_search(std::string_view json, Decision& decision) {
    try {
        JsonReader reader(json);
        reader.open('{');
        for (const Stage& stage : stages) {
            if (reader.try_key(stage.name)) {
                decision.funnel.*stage.count = static_cast<std::uint32_t>(reader.number());
            }
        }
        reader.close('}');
        reader.end();
    } catch (const JsonDamaged& damage) {
        throw_damaged(damage);
    }
}

}  // namespace afletter

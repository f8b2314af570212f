// The line, the conclusion, the candidates, and the four layers' sentences as JSON.
#include "story/story_json.hpp"

#include "evidence_json.hpp"
#include "json_writer.hpp"
#include "line_json.hpp"
#include "story/comparison.hpp"
#include "story/conclusion.hpp"
#include "story/differences.hpp"
#include "story/kind_of_evidence.hpp"
#include "story/remedies.hpp"
#include "story/verdicts.hpp"
#include "story/versus.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

void write_line(JsonWriter& json, const LineRecord& record) {
    const Line& line = record.line;
    json.text("line_id", to_text(line.id));
    json.text("account", record.account);
    json.text("statement", record.statement);
    json.text("booking_date", to_iso(line.booking_date));
    json.text("value_date", to_iso(line.value_date));
    json.amount("amount", line.amount);
    json.text("currency", line.amount.currency().code());
    json.text("counterparty_name", line.detail.counterparty.name);
    json.text("counterparty_iban",
              line.detail.counterparty.iban ? line.detail.counterparty.iban->text() : "");
    json.text("structured_reference", line.detail.structured_reference);
    json.text("end_to_end_id", line.detail.end_to_end_id);
    json.text("bank_reference", line.detail.bank_reference);
    json.text("remittance", line.detail.remittance);
    json.text("source_file", record.source_file);
    json.number("source_line", static_cast<std::int64_t>(line.source_line));
}

void write_funnel(JsonWriter& json, const SearchFunnel& funnel) {
    json.begin_object("search");
    json.number("items", funnel.items);
    json.number("open_items", funnel.open_items);
    json.number("issued", funnel.issued);
    json.number("by_reference", funnel.by_reference);
    json.number("by_end_to_end", funnel.by_end_to_end);
    json.number("by_batch", funnel.by_batch);
    json.number("by_document", funnel.by_document);
    json.number("by_number_part", funnel.by_number_part);
    json.number("by_repair", funnel.by_repair);
    json.number("by_mandate", funnel.by_mandate);
    json.number("by_amount", funnel.by_amount);
    json.number("by_account", funnel.by_account);
    json.number("by_name_and_amount", funnel.by_name_and_amount);
    json.number("by_text_and_amount", funnel.by_text_and_amount);
    json.number("by_name", funnel.by_name);
    json.number("by_amount_alone", funnel.by_amount_alone);
    json.number("candidates", funnel.candidates);
    json.truth("ended_early", funnel.sure > 0);
    json.end_object();
}

// Where the marks are: pairs of the first and the last letter, counted from 1.
void write_marks(JsonWriter& json, std::string_view key, const MarkedText& text) {
    if (!has_marks(text)) {
        return;
    }
    json.begin_array(key);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i].marked) {
            json.number({}, static_cast<std::int64_t>(i + 1));
        }
    }
    json.end_array();
}

// The verdict in words, and which letters differ.
EvidenceDetail detail_in(Language language) {
    return [language](JsonWriter& json, const Evidence& evidence) {
        json.text("verdict", verdict_of(evidence, language));
        const MarkedPair pair = marked_pair(evidence);
        write_marks(json, "bank_differs", pair.bank);
        write_marks(json, "ledger_differs", pair.ledger);
    };
}

void write_items(JsonWriter& json, const Candidate& candidate) {
    json.begin_array("items");
    for (const Allocation& allocation : candidate.allocations) {
        json.element(allocation.item_id);
    }
    json.end_array();
}

void write_comparison(JsonWriter& json, const Candidate& best, const Candidate& other,
                      Language language) {
    const Comparison comparison(best, other);
    write_items(json, other);
    json.thousandths("behind", comparison.behind());
    json.text("sentence", comparison.sentence(language));
    json.begin_array("differences");
    for (const FeatureDifference& feature : comparison.features()) {
        if (feature.behind() != 0) {
            json.begin_object();
            json.text("feature", name_of(feature.feature));
            json.thousandths("best", feature.best == nullptr ? 0 : feature.best->weight);
            json.thousandths("other", feature.other == nullptr ? 0 : feature.other->weight);
            json.thousandths("behind", feature.behind());
            json.end_object();
        }
    }
    json.end_array();
}

void write_runners_up(JsonWriter& json, const Decision& decision, Language language) {
    json.begin_array("runners_up");
    for (std::size_t i = 1; i < decision.candidates.size(); ++i) {
        json.begin_object();
        write_comparison(json, decision.candidates.front(), decision.candidates[i], language);
        json.end_object();
    }
    json.end_array();
}

void write_remedies(JsonWriter& json, const LineStory& story, Language language) {
    json.begin_array("would_be_automatic");
    for (const Remedy& remedy : remedies_of(story, language)) {
        json.begin_object();
        json.text("obstacle", name_of(remedy.obstacle));
        json.text("text", remedy.text);
        json.end_object();
    }
    json.end_array();
}

void write_counterfactuals(JsonWriter& json, const Decision& decision, Language language) {
    json.begin_array("would_stop");
    for (const Counterfactual& one : counterfactuals_of(decision, language)) {
        json.begin_object();
        json.text("without", name_of(one.feature));
        json.thousandths("log_odds", one.log_odds);
        json.probability("confidence", one.confidence_bp);
        json.text("text", one.text);
        json.end_object();
    }
    json.end_array();
}

void write_payments(JsonWriter& json, const std::vector<ItemPayment>& payments) {
    json.begin_array("payments");
    for (const ItemPayment& payment : payments) {
        json.begin_object();
        json.text("item_id", payment.item_id);
        json.text("line_id", to_text(payment.line));
        json.text("booking_date", to_iso(payment.booking_date));
        json.amount("amount", payment.amount);
        json.text("currency", payment.amount.currency().code());
        json.end_object();
    }
    json.end_array();
}

void write_conclusion(JsonWriter& json, const LineStory& story, Language language) {
    const Decision& decision = story.decision;
    json.text("conclusion", conclusion_of(story, language));
    if (decision.method) {
        json.text("method", name_of(*decision.method));
    }
    if (decision.is_match() || decision.reason) {
        json.text("decided_by", story.decided_by);
        json.text("decided_at", to_iso(story.decided_at));
    }
    json.text("model", decision.model);
    if (decision.certificate != Basis::none) {
        json.text("certificate", name_of(decision.certificate));
    }
    if (decision.reason) {
        json.text("reason", name_of(*decision.reason));
        json.text("reason_text", wording(*decision.reason).in(language));
        json.text("next_step", next_step(*decision.reason).in(language));
    }
    json.text("stratum", decision.stratum);
    json.text("stratum_text", kind_sentence(decision, language));
    if (decision.threshold_bp) {
        json.probability("threshold", *decision.threshold_bp);
    }
    if (decision.suspension) {
        json.begin_object("audit_sample");
        json.text("stratum", decision.suspension->stratum);
        json.number("lines", static_cast<std::int64_t>(decision.suspension->lines));
        json.number("wrong", static_cast<std::int64_t>(decision.suspension->wrong));
        json.end_object();
    }
}

// All but the closing of the object.
void write_story(JsonWriter& json, const LineStory& story, Language language) {
    const Decision& decision = story.decision;
    write_line(json, story.line);
    write_conclusion(json, story, language);
    json.begin_array("obstacles");
    for (const Obstacle obstacle : decision.obstacles) {
        json.element(name_of(obstacle));
    }
    json.end_array();
    write_candidates(json, decision.candidates, detail_in(language));
    write_runners_up(json, decision, language);
    write_funnel(json, decision.funnel);
    write_return_reason(json, story.line.line, language);
    if (decision.is_match()) {
        write_refund_right(json, story.line.line);
        write_counterfactuals(json, decision, language);
    } else {
        write_remedies(json, story, language);
    }
    write_payments(json, story.payments);
}

}  // namespace

void write_story_json(std::ostream& out, const LineStory& story, Language language) {
    JsonWriter json(out);
    json.begin_object();
    write_story(json, story, language);
    json.end_object();
    json.line_end();
}

void write_versus_json(std::ostream& out, const Versus& versus, Language language) {
    JsonWriter json(out);
    json.begin_object();
    write_story(json, versus.story, language);
    json.begin_object("versus");
    json.text("item_id", versus.item_id);
    json.truth("weighed_now", versus.is_weighed_now);
    json.truth("led_to", versus.is_led_to);
    if (const Candidate* best = best_beside(versus)) {
        write_comparison(json, *best, versus.candidate, language);
    } else {
        write_items(json, versus.candidate);
        json.text("sentence", sentence_of(versus, language));
    }
    json.begin_array("notes");
    for (const std::string& note : notes_of(versus, language)) {
        json.element(note);
    }
    json.end_array();
    json.begin_object("candidate");
    write_candidate_members(json, versus.candidate, detail_in(language));
    json.end_object();
    write_payments(json, versus.payments);
    json.end_object();
    json.end_object();
    json.line_end();
}

}  // namespace afletter::rendering

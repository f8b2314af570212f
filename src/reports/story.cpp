// `explain`: what was decided about a line, with every reason, for people and for programs.
#include <afletter/reports.hpp>

#include <algorithm>

#include <fmt/format.h>

#include "evidence_json.hpp"
#include "rows.hpp"
#include "text_table.hpp"
#include "wording.hpp"

namespace afletter {

namespace {

using namespace rendering;

struct Labels {
    Text matched{"Matched", "Afgeletterd"};
    Text to{"to", "met"};
    Text not_matched{"Not matched by itself.", "Niet automatisch afgeletterd."};
    Text candidate{"Candidate", "Kandidaat"};
    Text chosen{"Chosen", "Gekozen"};
    Text undecided{"No run has looked at this line yet.", "Geen run heeft deze regel nog bekeken."};
    Text feature{"fact", "gegeven"};
    Text bank{"the bank says", "de bank zegt"};
    Text ledger{"the books say", "de boeken zeggen"};
    Text verdict{"verdict", "oordeel"};
    Text weight{"weight", "gewicht"};
    Text prior{"before any evidence", "voor er bewijs is"};
    Text sum{"together (log odds)", "samen (log odds)"};
    Text funnel{"Search:", "Gezocht:"};
    Text open_items{"open items", "openstaande posten"};
    Text by_reference{"by reference", "op kenmerk"};
    Text by_end_to_end{"by end-to-end id", "op end-to-end-kenmerk"};
    Text by_batch{"by batch", "op verzamelboeking"};
    Text by_document{"by document number", "op documentnummer"};
    Text by_account{"by account", "op rekening"};
    Text by_name{"by name and amount", "op naam en bedrag"};
    Text weighed{"explanations weighed", "verklaringen gewogen"};
    Text obstacles{"It would have been automatic, but:", "Het was automatisch gegaan, maar:"};
    Text step{"What to do:", "Wat te doen:"};
    Text sure{"sure", "zeker"};
    Text stratum{"Kind of evidence", "Bewijssoort"};
    Text model{"Weights", "Gewichten"};
    Text certificate{"certificate", "certificaat"};
};
constexpr Labels labels;

std::string percent(int ten_thousandths) {
    return fmt::format("{}.{:02} %", ten_thousandths / 100, ten_thousandths % 100);
}

class StoryTeller {
  public:
    StoryTeller(std::ostream& out, const LineStory& story, const ReportOptions& options)
        : out_(out), story_(story), options_(options) {}

    void tell() {
        tell_line();
        tell_verdict();
        const auto& candidates = story_.decision.candidates;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            tell_candidate(candidates[i], i + 1);
        }
        tell_funnel();
        tell_obstacles();
    }

  private:
    [[nodiscard]] std::string_view say(const Text& text) const {
        return text.in(options_.language);
    }

    void tell_line() {
        const Line& line = story_.line.line;
        const TransactionDetail& detail = line.detail;
        out_ << fmt::format("{}  {}  {} {}  {}\n", to_text(line.id), to_iso(line.booking_date),
                            to_decimal(line.amount), line.amount.currency().code(),
                            printable(story_.line.account));
        for (const std::string_view text : std::initializer_list<std::string_view>{
                 detail.counterparty.name, text_if_known(detail.counterparty.iban),
                 detail.counterparty.account, detail.structured_reference, detail.remittance,
                 line.description}) {
            if (!text.empty()) {
                out_ << "  " << printable(text) << '\n';
            }
        }
        out_ << fmt::format("  {}:{}\n\n", printable(story_.line.source_file), line.source_line);
    }

    void tell_verdict() {
        const Decision& decision = story_.decision;
        if (decision.is_match()) {
            const Candidate& chosen = decision.candidates.front();
            out_ << fmt::format("{} {} {}, {}: {} {} ({}, {}).\n", say(labels.matched),
                                say(labels.to), printable(items_of(chosen)),
                                say(wording(*decision.method)), percent(chosen.confidence_bp),
                                say(labels.sure), printable(story_.decided_by),
                                to_iso(story_.decided_at));
        } else if (decision.reason) {
            out_ << say(labels.not_matched) << ' ' << say(wording(*decision.reason)) << '\n';
        } else {
            out_ << say(labels.undecided) << '\n';
        }
        if (!decision.stratum.empty()) {
            out_ << fmt::format("{}: {}\n", say(labels.stratum), printable(decision.stratum));
        }
        tell_model();
    }

    void tell_model() {
        const Decision& decision = story_.decision;
        if (decision.model.empty()) {
            return;
        }
        out_ << fmt::format("{}: {}", say(labels.model), printable(decision.model));
        if (decision.certificate != Basis::none) {
            out_ << fmt::format("; {}: {}", say(labels.certificate), name_of(decision.certificate));
        }
        out_ << '\n';
    }

    void tell_candidate(const Candidate& candidate, std::size_t number) {
        const bool chosen = story_.decision.is_match() && number == 1;
        out_ << fmt::format("\n{} {}: {}  ({})\n", say(chosen ? labels.chosen : labels.candidate),
                            number, printable(items_of(candidate)),
                            percent(candidate.confidence_bp));
        using enum Alignment;
        TextTable table({{std::string(say(labels.feature)), left, 22},
                         {std::string(say(labels.bank)), left, 24},
                         {std::string(say(labels.ledger)), left, 24},
                         {std::string(say(labels.weight)), right},
                         {std::string(say(labels.verdict)), left, 48}});
        table.add({std::string(say(labels.prior)), "", "", signed_weight(candidate.prior), ""});
        for (const Evidence& evidence : candidate.evidence) {
            table.add({std::string(say(wording(evidence.feature))), evidence.bank_text,
                       evidence.ledger_text, signed_weight(evidence.weight),
                       in_words(evidence, options_.language)});
        }
        table.add({std::string(say(labels.sum)), "", "", signed_weight(candidate.log_odds), ""});
        table.write(out_, std::max<std::size_t>(options_.width, 100));
    }

    static std::string signed_weight(MilliNats weight) {
        return (weight > 0 ? "+" : "") + decimal_of_thousandths(weight);
    }

    void tell_funnel() {
        const SearchFunnel& funnel = story_.decision.funnel;
        out_ << fmt::format("\n{} {} {}", say(labels.funnel), funnel.open_items,
                            say(labels.open_items));
        const std::pair<std::uint32_t, Text> ways[]{{funnel.by_reference, labels.by_reference},
                                                    {funnel.by_end_to_end, labels.by_end_to_end},
                                                    {funnel.by_batch, labels.by_batch},
                                                    {funnel.by_document, labels.by_document},
                                                    {funnel.by_account, labels.by_account},
                                                    {funnel.by_name_and_amount, labels.by_name}};
        for (const auto& [count, way] : ways) {
            if (count > 0) {
                out_ << fmt::format(", {} {}", count, say(way));
            }
        }
        out_ << fmt::format("; {} {}.\n", funnel.candidates, say(labels.weighed));
    }

    void tell_obstacles() {
        const Decision& decision = story_.decision;
        if (!decision.obstacles.empty()) {
            out_ << '\n' << say(labels.obstacles) << '\n';
            for (const Obstacle obstacle : decision.obstacles) {
                out_ << "  - " << say(wording(obstacle)) << '\n';
            }
        }
        if (decision.reason) {
            out_ << '\n' << say(labels.step) << ' ' << say(next_step(*decision.reason)) << '\n';
        }
    }

    std::ostream& out_;
    const LineStory& story_;
    const ReportOptions& options_;
};

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
    json.number("open_items", funnel.open_items);
    json.number("by_reference", funnel.by_reference);
    json.number("by_end_to_end", funnel.by_end_to_end);
    json.number("by_batch", funnel.by_batch);
    json.number("by_document", funnel.by_document);
    json.number("by_account", funnel.by_account);
    json.number("by_name_and_amount", funnel.by_name_and_amount);
    json.number("candidates", funnel.candidates);
    json.end_object();
}

void write_json(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    const Decision& decision = story.decision;
    JsonWriter json(out);
    json.begin_object();
    write_line(json, story.line);
    if (decision.method) {
        json.text("method", name_of(*decision.method));
        json.text("decided_by", story.decided_by);
        json.text("decided_at", to_iso(story.decided_at));
    }
    if (decision.reason) {
        json.text("reason", name_of(*decision.reason));
        json.text("reason_text", wording(*decision.reason).in(options.language));
        json.text("next_step", next_step(*decision.reason).in(options.language));
    }
    json.text("stratum", decision.stratum);
    json.text("model", decision.model);
    json.text("certificate", name_of(decision.certificate));
    json.begin_array("obstacles");
    for (const Obstacle obstacle : decision.obstacles) {
        json.element(name_of(obstacle));
    }
    json.end_array();
    write_candidates(json, decision.candidates);
    write_funnel(json, decision.funnel);
    json.end_object();
    json.line_end();
}

}  // namespace

void write_story(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    if (options.format == Format::json) {
        write_json(out, story, options);
    } else {
        StoryTeller(out, story, options).tell();
    }
}

}  // namespace afletter

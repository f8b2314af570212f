// One paragraph for each line.
#include "bench/accuracy/dump.hpp"

#include <string_view>

#include <fmt/format.h>

#include "bench/accuracy/core.hpp"

namespace afletter::judging {

namespace {

std::string decimal(std::int64_t cents) {
    return to_decimal(Money(cents, Currency::euro()));
}

// "name value" for each that has a value.
void append(std::string& text, std::string_view name, std::string_view value) {
    if (!value.empty()) {
        text += fmt::format("  {} [{}]", name, value);
    }
}

std::string shown(const Line& line) {
    const TransactionDetail& detail = line.detail;
    std::string text = fmt::format("{} {} {}{}", to_text(line.id), to_iso(line.booking_date),
                                   to_decimal(line.amount), line.reversal ? " reversal" : "");
    append(text, "name", detail.counterparty.name);
    append(text, "account", text_if_known(detail.counterparty.iban));
    append(text, "reference", detail.structured_reference);
    append(text, "text", detail.remittance);
    append(text, "end-to-end", detail.end_to_end_id);
    append(text, "mandate", detail.mandate_id);
    append(text, "batch", detail.batch_id);
    append(text, "return", detail.return_reason);
    append(text, "code", line.transaction_code);
    return text;
}

std::string shown(const OpenItem& item, std::int64_t cents) {
    std::string text =
        fmt::format("{} for {} of {} {} open {}", decimal(cents), item.item_id, name_of(item.kind),
                    to_decimal(item.amount), to_decimal(item.open_amount));
    std::string ibans;
    for (const Iban& iban : item.party_ibans) {
        ibans += fmt::format("{}{}", ibans.empty() ? "" : " ", iban.text());
    }
    append(text, "party", item.party_id + " " + item.party_name);
    append(text, "accounts", ibans);
    append(text, "document", item.document_number);
    append(text, "reference", item.reference);
    append(text, "issued", to_iso(item.issue_date));
    append(text, "description", item.description);
    append(text, "end-to-end", item.end_to_end_id);
    append(text, "batch", item.batch_id);
    return text;
}

// A batch has many; a few show what it is.
constexpr std::size_t shares_shown = 12;

void write_shares(std::FILE* out, std::string_view heading, const simulator::Books& books,
                  const Shares& shares) {
    fmt::print(out, "  {}:{}\n", heading, shares.empty() ? " nothing" : "");
    for (std::size_t place = 0; place < shares.size() && place < shares_shown; ++place) {
        fmt::print(out, "    {}\n", shown(books.items[shares[place].item], shares[place].cents));
    }
    if (shares.size() > shares_shown) {
        fmt::print(out, "    and {} more\n", shares.size() - shares_shown);
    }
}

void write_evidence(std::FILE* out, const Candidate& candidate) {
    fmt::print(out, "    prior {}, log-odds {}, confidence {} bp\n", candidate.prior,
               candidate.log_odds, candidate.confidence_bp);
    for (const Evidence& evidence : candidate.evidence) {
        fmt::print(out, "    {:>7} {} {} [{}] [{}]\n", evidence.weight, name_of(evidence.feature),
                   name_of(evidence.level), evidence.bank_text, evidence.ledger_text);
    }
}

void write_line(std::FILE* out, const CoreRun& run, std::size_t line, std::string_view verdict) {
    const simulator::LineTruth& truth = run.books->truths[line];
    fmt::print(out, "{} {} {}\n  {}\n", run.world, name_of(truth.kind), verdict,
               shown(run.books->lines[line]));
    write_shares(out, truth.complete ? "truth" : "truth, as far as the ledger has it", *run.books,
                 truth.shares);
}

void write_candidates(std::FILE* out, const CoreRun& run, std::size_t line, std::size_t most) {
    const std::vector<Candidate>& candidates = run.decisions[line].candidates;
    for (std::size_t place = 0; place < candidates.size() && place < most; ++place) {
        write_shares(out, fmt::format("candidate {}", place + 1), *run.books,
                     shares_of(*run.books, candidates[place]));
        write_evidence(out, candidates[place]);
    }
}

std::string why_left(const Decision& decision, const Answer& answer,
                     const simulator::LineTruth& truth) {
    const auto rank = rank_of_truth(answer, truth);
    std::string text = fmt::format(
        "left: {}; truth {} of {} candidates;", decision.reason ? name_of(*decision.reason) : "",
        rank ? fmt::format("is number {}", *rank) : "is not among", decision.candidates.size());
    for (const Obstacle obstacle : decision.obstacles) {
        text += fmt::format(" {}", name_of(obstacle));
    }
    return text;
}

}  // namespace

void write_wrong(std::FILE* out, const CoreRun& run) {
    for (std::size_t line = 0; line < run.answers.size(); ++line) {
        const Answer& answer = run.answers[line];
        if (!answer.match.empty() && answer.match != run.books->truths[line].shares) {
            write_line(out, run, line, fmt::format("wrong by {}", answer.stratum));
            write_candidates(out, run, line, 3);
            fmt::print(out, "\n");
        }
    }
}

void write_left(std::FILE* out, const CoreRun& run, std::uint64_t one_in) {
    std::uint64_t seen = 0;
    for (std::size_t line = 0; line < run.answers.size(); ++line) {
        const Answer& answer = run.answers[line];
        const simulator::LineTruth& truth = run.books->truths[line];
        if (answer.match.empty() && is_paying(truth) && seen++ % one_in == 0) {
            write_line(out, run, line, why_left(run.decisions[line], answer, truth));
            write_candidates(out, run, line, 3);
            fmt::print(out, "\n");
        }
    }
}

}  // namespace afletter::judging

// The one place where parsers, matchers, store and reports meet: each function is a command.
#pragma once

#include <afletter/ledger_store.hpp>
#include <afletter/matchers.hpp>
#include <afletter/model/what_if.hpp>
#include <afletter/model_changes.hpp>
#include <afletter/parsers.hpp>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

// Told how far a command is; shows it only when that takes longer than a second.
class Progress {
  public:
    virtual ~Progress() = default;
    virtual void advance(std::string_view stage, std::uint64_t done, std::uint64_t total) = 0;
};

// What became of the inputs of an import.
struct ImportReport {
    std::uint64_t files = 0;
    std::uint64_t files_known = 0;    // the same bytes were imported before
    std::uint64_t files_refused = 0;  // set aside with an error; nothing of them was booked
    std::uint64_t statements = 0;
    std::uint64_t statements_known = 0;
    std::uint64_t statements_set_aside = 0;  // cannot be proved by their balances
    std::uint64_t messages_not_booked = 0;   // no statements: camt.052, camt.054, MT941, MT942
    std::uint64_t entries_not_booked = 0;    // pending, information: shown by `parse`, never posted
    std::uint64_t lines = 0;
    std::uint64_t entries_itemised = 0;  // by a notification: their details are lines now
    std::uint64_t details_known = 0;     // entries that had theirs already, or are matched as one
    std::uint64_t details_waiting = 0;   // entries of notifications whose statement is not there
    std::uint64_t items_added = 0;
    std::uint64_t items_changed = 0;
    std::uint64_t items_unchanged = 0;
};

// Reads files and folders (their files in order of name; hidden ones left out) into the ledger,
// in one transaction; a file that is refused is set aside whole and the rest goes on.
[[nodiscard]] ImportReport import_statements(Ledger& ledger, std::span<const std::string> paths,
                                             const Stamp& stamp, const DiagnosticHandler& report,
                                             Progress& progress);
[[nodiscard]] ImportReport import_items(Ledger& ledger, std::span<const std::string> paths,
                                        const Stamp& stamp, const DiagnosticHandler& report,
                                        Progress& progress);

// Which model a configuration asks for, what it changes about it, and which rules hold beside it.
struct ModelChoice {
    std::string model = "live";  // that was made live, "shipped", or the version of a stored one
    ModelChanges changes;
    bool learning = false;  // off: only the shipped model is live
    MatchRules rules;
};
// Fails when the ledger has no model of that version.
[[nodiscard]] Result<MatchModel, Diagnostic> model_in_force(const Ledger& ledger,
                                                            const ModelChoice& choice);

struct MatchRunOptions {
    bool dry_run = false;
    std::optional<Date> as_of;  // only lines booked until then
    MatchPolicy policy;
    AuditDraw draw;
};
struct MatchRunReport {
    std::uint64_t lines = 0;       // looked at
    std::uint64_t matched = 0;     // by this run
    std::uint64_t exceptions = 0;  // waiting after this run
    std::uint64_t unchanged = 0;   // of those: exceptions that say what they said before
    std::vector<Tally> matched_by_method;
    std::vector<Tally> exceptions_by_reason;
    std::uint64_t drawn = 0;            // of those matched: for the audit sample
    std::vector<Suspension> suspended;  // kinds of evidence that the audit sample keeps stopped
};
[[nodiscard]] MatchRunReport match_lines(Ledger& ledger, const MatchRunOptions& options,
                                         const Stamp& stamp, Progress& progress);

// What the answers to the audit sample say of each kind of evidence, and which alarms there were.
[[nodiscard]] SampleStatus sample_status(const Ledger& ledger);
// The alarms that nobody has cleared; in the order in which they were raised.
[[nodiscard]] std::vector<Suspension> suspensions_of(const Ledger& ledger);

// What became of an answer.
struct SampleAnswered {
    bool agrees = false;              // the items are those that the line was matched to
    std::vector<Suspension> alarmed;  // what the answer has stopped
};
// Takes a person's answer about a drawn line: the items that it pays, none for none of the books.
// Fails when the line does not wait for one, or there is no such item.
[[nodiscard]] Result<SampleAnswered, Diagnostic> answer_sample(
    Ledger& ledger, std::string_view line_id, const std::vector<std::string>& items,
    const Stamp& stamp);
// Lets a stopped kind of evidence decide again; empty is the alarm of all. Its test begins anew.
// Fails when it is not stopped, or no reason is given.
[[nodiscard]] Result<Suspension, Diagnostic> clear_alarm(Ledger& ledger, const std::string& stratum,
                                                         const std::string& reason,
                                                         const Stamp& stamp);

// Why the line is not (or is) explained by this item: the candidate of its decision that has the
// item, else the item weighed alone by the books as they are now.
[[nodiscard]] Result<Versus, Diagnostic> explain_versus(const Ledger& ledger,
                                                        std::string_view line_id,
                                                        const std::string& item_id,
                                                        const MatchRules& rules = no_rules);
// Decides the past again, run by run, with each of two policies, and compares; writes nothing.
[[nodiscard]] WhatIfReport what_if(const Past& past, const MatchPolicy& now,
                                   const MatchPolicy& then, Progress& progress);

// A learnt model needs so many confirmed decisions, about lines of more than one day.
inline constexpr std::uint64_t decisions_min = 200;

// Fits a model on the earlier seven tenths of the decisions that people confirmed, judges it beside
// the live one on the later ones, and keeps it; it decides nothing yet. Fails when there are too
// few.
[[nodiscard]] Result<StoredModel, Diagnostic> learn(Ledger& ledger, const ModelChoice& choice,
                                                    const Stamp& stamp, Progress& progress);
// Judges the model anew, beside the one that is live, on every decision later than those it was
// learnt from, and makes it live if it is at least as good; "shipped" always is.
[[nodiscard]] Result<Judgement, Diagnostic> activate(Ledger& ledger, const std::string& version,
                                                     const ModelChoice& choice, const Stamp& stamp,
                                                     Progress& progress);

[[nodiscard]] LearningStatus learning_status(const Ledger& ledger, const ModelChoice& choice);

}  // namespace afletter

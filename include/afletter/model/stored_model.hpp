// A model that was learnt from this ledger's own decisions, with how it came about and how it was
// judged before it was kept.
#pragma once

#include <afletter/model/audit_sample.hpp>
#include <afletter/model/date.hpp>
#include <afletter/model/match_model.hpp>
#include <afletter/model/records.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace afletter {

// What a model makes of decisions that people confirmed.
struct ModelScore {
    std::int64_t loss_micro = 0;  // the mean of -ln(chance given to the truth), in millionths
    std::uint64_t right = 0;      // matched as they were confirmed
    std::uint64_t wrong = 0;      // matched otherwise
    friend bool operator==(const ModelScore&, const ModelScore&) = default;
};

// Two models before the same decisions, all of them later than those that were learnt from.
struct Judgement {
    std::uint64_t decisions = 0;
    std::string live;  // version of the model that was in force
    ModelScore of_live;
    ModelScore of_new;
    friend bool operator==(const Judgement&, const Judgement&) = default;
};
// The new model promises no worse, matches no less, and errs no more.
[[nodiscard]] bool is_at_least_as_good(const Judgement& judgement);

struct StoredModel {
    MatchModel model;
    std::string parent;           // version of the model it was kept near
    std::uint64_t decisions = 0;  // learnt from
    Date learnt_until;            // booking date of the last of them
    Judgement judgement;
    std::string made_by;  // given by the ledger, with made_at
    Instant made_at;
};

struct LearningStatus {
    std::string live;             // version that decides now
    std::uint64_t confirmed = 0;  // decisions to learn from
    std::uint64_t needed = 0;     // at least
    std::vector<StoredModel> models;
    SampleStatus sample;
};

}  // namespace afletter

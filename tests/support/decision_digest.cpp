// Every member of every decision as bytes, hashed and chained.
#include "support/decision_digest.hpp"

#include <array>
#include <cstdio>
#include <functional>

namespace afletter::test {

void DecisionDigest::put(std::string_view text) {
    put_number(static_cast<std::int64_t>(text.size()));
    bytes_ += text;
}

void DecisionDigest::put_number(std::int64_t number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void DecisionDigest::put_candidate(const Candidate& candidate) {
    put_number(static_cast<std::int64_t>(candidate.allocations.size()));
    for (const Allocation& allocation : candidate.allocations) {
        put(allocation.item_id);
        put_number(allocation.amount.minor_units());
        put(allocation.amount.currency().code());
        put(allocation.gl_account);
    }
    put_number(static_cast<std::int64_t>(candidate.evidence.size()));
    for (const Evidence& evidence : candidate.evidence) {
        put_number(static_cast<std::int64_t>(evidence.feature));
        put_number(static_cast<std::int64_t>(evidence.level));
        put_number(evidence.weight);
        put(evidence.bank_text);
        put(evidence.ledger_text);
    }
    put_number(candidate.prior);
    put_number(candidate.log_odds);
    put_number(candidate.confidence_bp);
    put_number(candidate.calibrated_bp.value_or(-1));
}

void DecisionDigest::add(std::size_t line, const Decision& decision) {
    constexpr std::int64_t none = -1;
    bytes_.clear();
    put_number(static_cast<std::int64_t>(line));
    put_number(decision.line.value);
    put_number(decision.method ? static_cast<std::int64_t>(*decision.method) : none);
    put_number(decision.reason ? static_cast<std::int64_t>(*decision.reason) : none);
    put(decision.stratum);
    put_number(decision.threshold_bp ? *decision.threshold_bp : none);
    put(decision.model);
    put_number(static_cast<std::int64_t>(decision.certificate));
    put_number(static_cast<std::int64_t>(decision.candidates.size()));
    for (const Candidate& candidate : decision.candidates) {
        put_candidate(candidate);
    }
    put_number(static_cast<std::int64_t>(decision.obstacles.size()));
    for (const Obstacle obstacle : decision.obstacles) {
        put_number(static_cast<std::int64_t>(obstacle));
    }
    const SearchFunnel& funnel = decision.funnel;
    for (const std::uint32_t count :
         {funnel.items, funnel.open_items, funnel.issued, funnel.by_reference, funnel.by_end_to_end,
          funnel.by_batch, funnel.by_document, funnel.by_number_part, funnel.by_repair,
          funnel.by_mandate, funnel.by_amount, funnel.by_account, funnel.by_name_and_amount,
          funnel.by_text_and_amount, funnel.by_name, funnel.by_amount_alone, funnel.candidates}) {
        put_number(count);
    }
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ULL;
    value_ = (value_ ^ std::hash<std::string_view>{}(bytes_)) * odd;
    value_ ^= value_ >> 32U;
}

std::string DecisionDigest::text() const {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(value_));
    return digits.data();
}

}  // namespace afletter::test

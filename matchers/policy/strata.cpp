// Reading a stratum off the findings, and which are worth a certificate.
#include "policy/strata.hpp"

#include <afletter/assert.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace afletter::matching {

namespace {

constexpr std::array<std::string_view, identity_count> identities{
    "end_to_end", "payments",  "gross",    "counted",    "batch", "counted_remainder",
    "remainder",  "reference", "document", "completion", "part",  "repair",
    "account",    "text",      "name",     "amount"};
constexpr std::array<std::string_view, proof_count> proofs{"account", "learnt", "name",
                                                           "text",    "none",   "other"};
constexpr std::array<std::string_view, extent_count> extents{
    "open", "instalment", "together", "earlier", "rounded", "tolerated", "part", "over", "differs"};

bool has_checked_reference(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    return std::ranges::all_of(hypothesis.items, [&](ItemIndex index) {
        return std::ranges::any_of(inquiry.naming.numbers, [&](const NamedNumber& number) {
            return is_checked_reference(number, inquiry.books.item(index));
        });
    });
}

// What we collected, by what the bank says of how much of it was booked.
Identity identity_of_collection(const Findings& findings) {
    if (findings.is(Feature::count, Level::whole)) {
        return Identity::gross;
    }
    return findings.is(Feature::count, Level::equal) ? Identity::counted : Identity::batch;
}

Identity identity_of(const Inquiry& inquiry, const Weighed& weighed) {
    const Trails& trails = weighed.hypothesis.trails;
    if (trails.has(Trail::number) && has_checked_reference(inquiry, weighed.hypothesis)) {
        return Identity::reference;
    }
    if (trails.has(Trail::end_to_end)) {
        return Identity::end_to_end;
    }
    if (trails.has(Trail::batch)) {
        return inquiry.line.amount.is_negative() ? Identity::payments
                                                 : identity_of_collection(weighed.findings);
    }
    if (trails.has(Trail::number)) {
        return Identity::document;
    }
    if (trails.has(Trail::remainder)) {
        return weighed.findings.is(Feature::count, Level::equal) ? Identity::counted_remainder
                                                                 : Identity::remainder;
    }
    if (trails.has(Trail::completion)) {
        return Identity::completion;
    }
    if (trails.has(Trail::part)) {
        return Identity::part;
    }
    if (trails.has(Trail::repair)) {
        return Identity::repair;
    }
    if (trails.has(Trail::account)) {
        return Identity::account;
    }
    if (trails.has(Trail::text)) {
        return Identity::text;
    }
    return trails.has(Trail::name) ? Identity::name : Identity::amount;
}

Extent extent_of(const Findings& findings) {
    switch (findings.at(Feature::amount).value()) {
        case Level::equal:
            return Extent::open;
        case Level::part:
            return Extent::instalment;
        case Level::together:
            return Extent::together;
        case Level::earlier:
            return Extent::earlier;
        case Level::rounded:
            return Extent::rounded;
        case Level::tolerated:
            return Extent::tolerated;
        case Level::below:
            return Extent::part;
        case Level::above:
            return Extent::over;
        default:
            return Extent::differs;
    }
}

Proof proof_of(const Findings& findings) {
    if (findings.is(Feature::account, Level::equal)) {
        return Proof::account;
    }
    if (findings.is(Feature::account, Level::learnt)) {
        return Proof::learnt;
    }
    if (findings.is(Feature::name, Level::equal)) {
        return Proof::name;
    }
    if (findings.is(Feature::text, Level::equal)) {
        return Proof::text;
    }
    if (findings.is(Feature::account, Level::other)) {
        return Proof::other;
    }
    return findings.is(Feature::name, Level::similar) ? Proof::name : Proof::none;
}

bool is_named(Identity identity) {
    return identity == Identity::reference || identity == Identity::document;
}

bool is_confirmed(Proof proof) {
    return proof == Proof::account || proof == Proof::learnt || proof == Proof::name ||
           proof == Proof::text;
}

}  // namespace

Stratum stratum_of(const Inquiry& inquiry, const Weighed& weighed) {
    return {.identity = identity_of(inquiry, weighed),
            .extent = extent_of(weighed.findings),
            .proof = proof_of(weighed.findings),
            .several = weighed.hypothesis.items.size() > 1};
}

std::string name_of(const Stratum& stratum) {
    std::string name(identities.at(static_cast<std::size_t>(stratum.identity)));
    name.append("/").append(extents.at(static_cast<std::size_t>(stratum.extent)));
    name.append("/").append(proofs.at(static_cast<std::size_t>(stratum.proof)));
    if (stratum.several) {
        name.append("/several");
    }
    return name;
}

bool may_be_tolerated(const Stratum& stratum) {
    return stratum.extent == Extent::tolerated && !stratum.several && is_named(stratum.identity) &&
           is_confirmed(stratum.proof);
}

Stratum certified_as(const Stratum& stratum) {
    Stratum certified = stratum;
    if (stratum.extent == Extent::tolerated) {
        certified.extent = Extent::open;
    }
    return certified;
}

bool is_certifiable(const Stratum& stratum) {
    const auto& [identity, extent, proof, several] = stratum;
    const bool confirmed = is_confirmed(proof);
    if (extent == Extent::open) {
        switch (identity) {
            case Identity::end_to_end:
            case Identity::payments:
            case Identity::gross:
            case Identity::counted:
            case Identity::batch:
            case Identity::counted_remainder:
            case Identity::remainder:
            case Identity::reference:
                return true;
            case Identity::document:
            case Identity::completion:
            case Identity::part:
            case Identity::repair:
                return confirmed;
            case Identity::account:
                return true;
            case Identity::text:
            case Identity::name:
                return !several;
            case Identity::amount:
                return false;
        }
    }
    const bool partial = extent == Extent::instalment || extent == Extent::together ||
                         extent == Extent::earlier || extent == Extent::rounded;
    if (extent == Extent::instalment && !several && identity == Identity::account) {
        return true;
    }
    return partial && !several && is_named(identity) && confirmed;
}

const std::vector<Stratum>& certifiable_strata() {
    static const std::vector<Stratum> strata = [] {
        std::vector<Stratum> found;
        for (std::size_t place = 0; place < stratum_count; ++place) {
            const std::size_t kind = place / 2 / proof_count;
            const Stratum stratum{.identity = static_cast<Identity>(kind / extent_count),
                                  .extent = static_cast<Extent>(kind % extent_count),
                                  .proof = static_cast<Proof>(place / 2 % proof_count),
                                  .several = place % 2 == 1};
            AFLETTER_ASSERT(place_of(stratum) == place);
            if (is_certifiable(stratum)) {
                found.push_back(stratum);
            }
        }
        std::ranges::sort(found, {}, [](const Stratum& stratum) { return name_of(stratum); });
        return found;
    }();
    return strata;
}

}  // namespace afletter::matching

// Strata: kinds of evidence that are certified apart, so that the errors of one cannot hide behind
// the multitude of another. Which of them may match a line by itself is for the model's
// certificates to say (policy/scales).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "candidates/inquiry.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

// What names the items of an explanation; the strongest that does.
enum class Identity : std::uint8_t {
    end_to_end,         // our own EndToEndId
    payments,           // our own PmtInfId or MsgId, of payments that we made
    gross,              // the same, of what we collected; the bank says that nothing was taken off
    counted,            // the same, and the bank counts as many payments
    batch,              // the same: rejects may have been taken off
    counted_remainder,  // the same, less the rejects, and the bank's count fits
    remainder,          // the same, less the rejects
    reference,          // a reference with check digits
    document,           // a document number
    completion,         // one of these two, and items that nothing names
    part,               // a part of a document number
    repair,             // a reference one typing error away
    account,            // nothing but who pays, by account
    text,               // nothing but whom the text names
    name,               // nothing but who pays, by name
    amount,             // nothing at all
};

// What confirms that the payer has to do with the items' party.
enum class Proof : std::uint8_t {
    account,
    learnt,  // the account has paid for the party before
    name,
    text,
    none,
    other,
};

// What the amount is to what is open.
enum class Extent : std::uint8_t {
    open,
    instalment,
    together,
    earlier,
    rounded,
    tolerated,  // what is open, but for a difference that the configuration lets go
    part,
    over,
    differs,
};

struct Stratum {
    Identity identity = Identity::name;
    Extent extent = Extent::differs;
    Proof proof = Proof::none;
    bool several = false;  // items

    friend bool operator==(const Stratum&, const Stratum&) = default;
};
[[nodiscard]] Stratum stratum_of(const Inquiry& inquiry, const Weighed& weighed);
// "reference/open/account", "account/open/account/several".
[[nodiscard]] std::string name_of(const Stratum& stratum);

// Whether it may let a difference go; what was named must then be proved for the open amount.
[[nodiscard]] bool may_be_tolerated(const Stratum& stratum);
// The stratum whose certificate it rests on: its own, or that of the open amount.
[[nodiscard]] Stratum certified_as(const Stratum& stratum);

// Whether a certificate may be sought for it: what was tried without one is not tried again.
[[nodiscard]] bool is_certifiable(const Stratum& stratum);
// Those, in order of name.
[[nodiscard]] const std::vector<Stratum>& certifiable_strata();

inline constexpr std::size_t identity_count = static_cast<std::size_t>(Identity::amount) + 1;
inline constexpr std::size_t proof_count = static_cast<std::size_t>(Proof::other) + 1;
inline constexpr std::size_t extent_count = static_cast<std::size_t>(Extent::differs) + 1;
inline constexpr std::size_t stratum_count = identity_count * extent_count * proof_count * 2;
// Its place among all, below stratum_count.
[[nodiscard]] constexpr std::size_t place_of(const Stratum& stratum) {
    const std::size_t kind = static_cast<std::size_t>(stratum.identity) * extent_count +
                             static_cast<std::size_t>(stratum.extent);
    return (kind * proof_count + static_cast<std::size_t>(stratum.proof)) * 2 +
           (stratum.several ? 1 : 0);
}

}  // namespace afletter::matching

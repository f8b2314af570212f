// Strata: kinds of evidence that are certified apart, so that the errors of one cannot hide behind
// the multitude of another. Whether a line may be matched by itself is asked of its stratum first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "candidates/inquiry.hpp"
#include "evidence/weighing.hpp"

namespace afletter::matching {

// What names the items of an explanation; the strongest that does.
enum class Identity : std::uint8_t {
    end_to_end,  // our own EndToEndId
    batch,       // our own PmtInfId or MsgId
    remainder,   // the same, less the rejects
    reference,   // a reference with check digits
    document,    // a document number
    completion,  // one of these two, and items that nothing names
    part,        // a part of a document number
    repair,      // a reference one typing error away
    account,     // nothing but who pays, by account
    text,        // nothing but whom the text names
    name,        // nothing but who pays, by name
};

// What confirms that the payer has to do with the items' party.
enum class Proof : std::uint8_t { account, name, text, none, other };

// What the amount is to what is open.
enum class Extent : std::uint8_t {
    open,
    instalment,
    together,
    earlier,
    rounded,
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

// The least confidence, in ten-thousandths, at which this stratum may match by itself; empty when
// it never may.
[[nodiscard]] std::optional<int> threshold_bp(const Stratum& stratum);

}  // namespace afletter::matching

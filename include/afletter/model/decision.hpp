// What the matchers conclude about one line, with everything needed to say why: a match, or the
// reason why a person must look. Stored as it was made; `explain` shows it unchanged.
#pragma once

#include <afletter/model/identifiers.hpp>
#include <afletter/model/money.hpp>
#include <afletter/model/suspension.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace afletter {

// The pass that found the item. The names are part of the CSV interface.
enum class Method : std::uint8_t {
    reference,    // a checked structured reference
    end_to_end,   // the EndToEndId we gave it
    batch,        // PmtInfId or MsgId with the sum of its items
    document,     // a document number in the text
    combination,  // several named items that together are the amount
    iban_amount,  // the party's account and the exact amount, unique
    fuzzy,        // a repaired or partial number, or a name, with the amount
    returned,     // takes back what was settled: its name is "return"
    transfer,     // between accounts of ours
    details,      // to the lines that a notification says it is made of
    reversal,     // an entry of the bank's, and the bank's reversal of it
};
[[nodiscard]] std::string_view name_of(Method method);
[[nodiscard]] std::optional<Method> parse_method(std::string_view name);

// Why a line waits for a person. The names are part of the CSV interface.
enum class ExceptionReason : std::uint8_t {
    ambiguous,
    no_candidate,
    low_confidence,
    amount_differs,
    overpaid,
    duplicate_payment,
    already_settled,
    contradiction,
    damaged_reference,
    returned,
    unknown_return,
    batch_incomplete,
    currency_differs,
    in_transit,
    party_blocked,
    needs_second_person,
};
[[nodiscard]] std::string_view name_of(ExceptionReason reason);
[[nodiscard]] std::optional<ExceptionReason> parse_exception_reason(std::string_view name);

// A kind of evidence, and how far it holds. Names are keys of the JSON interface.
enum class Feature : std::uint8_t {
    reference,    // structured reference of the item
    end_to_end,   // EndToEndId
    batch,        // PmtInfId or MsgId
    count,        // payments that the bank counts in a batch
    document,     // document number
    number_part,  // digits or last part of a document number
    amount,       // amount of the line against what is open
    rarity,       // how many items of the books have that amount
    settled,      // amount of a return against what was settled
    account,      // counterparty's IBAN
    own_account,  // counterparty's account is one of ours
    other_leg,    // the line on that account of ours
    reversal,     // the entry and its reversal by the bank
    name,         // counterparty's name
    namesakes,    // how rare the name is that agrees
    text,         // the party's name in the free text
    date,         // booking date against issue date
    shape,        // how the items belong together
    sequence,     // whether an equal payment was booked before
    claims,       // how much other lines want the same items
    competition,  // how many other candidates fit, and how well
};
enum class Level : std::uint8_t {
    equal,      // the same
    similar,    // shares its distinctive part
    absent,     // one side does not say
    below,      // amount: less than open; date: before issue
    above,      // amount: more than open
    part,       // amount: an instalment of what is open
    together,   // amount: with those of other lines what is open
    differs,    // says something else
    other,      // belongs to somebody (something) else that we know
    rivals,     // competition: others fit too
    alone,      // competition: nothing else fits
    unique,     // rarity: no other item of the books has this amount; namesakes: nobody's name
    rare,       // rarity and namesakes: few have
    common,     // rarity and namesakes: many have
    mass,       // rarity: a bill that everybody gets
    one,        // shape: a single item
    all,        // shape: everything open of the party
    run,        // shape: successive items of the party
    subset,     // shape: any other set of the party's items
    later,      // sequence: an equal payment of an earlier day has settled it
    earlier,    // amount: what was open before costs were added
    rounded,    // amount: what is open, rounded up
    mistyped,   // reference: one typing error away
    whole,      // count: the bank says that nothing was taken off
    tolerated,  // amount: what is open, but for a difference that the configuration lets go
    learnt,     // account: has paid for the party before, under its name
};
inline constexpr std::size_t feature_count = static_cast<std::size_t>(Feature::competition) + 1;
inline constexpr std::size_t level_count = static_cast<std::size_t>(Level::learnt) + 1;
[[nodiscard]] std::string_view name_of(Feature feature);
[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::optional<Feature> parse_feature(std::string_view name);
[[nodiscard]] std::optional<Level> parse_level(std::string_view name);

// Natural-log weights in thousandths (milli-nats): whole numbers, so sums are exact and replay.
using MilliNats = std::int64_t;

// The probability that goes with log odds, in ten-thousandths; never quite 0 or 1.
[[nodiscard]] int confidence_bp_of(MilliNats log_odds);

struct Evidence {
    Feature feature;
    Level level;
    MilliNats weight = 0;
    std::string bank_text;    // what the line says, as the bank wrote it
    std::string ledger_text;  // what the item says
    std::string type = {};    // of a reference: the name that the configuration gives its kind
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// Part of a line, signed as the line: what it settles of an item, or opens again where it goes the
// other way; or what of it is booked to an account of the general ledger.
struct Allocation {
    std::string item_id;  // empty: booked to gl_account
    Money amount;
    std::string gl_account = {};
    friend bool operator==(const Allocation&, const Allocation&) = default;
};

// One explanation of a line: the items it would pay, and why one should believe it.
// prior + sum of the evidence's weights = log_odds, exactly.
struct Candidate {
    std::vector<Allocation> allocations;  // by item_id, then by gl_account
    std::vector<Evidence> evidence;
    MilliNats prior = 0;
    MilliNats log_odds = 0;
    int confidence_bp = 0;  // probability in ten-thousandths, from log_odds
    // Of a suggestion: how often suggestions as sure as this one were right. It decides nothing.
    std::optional<int> calibrated_bp = {};
    friend bool operator==(const Candidate&, const Candidate&) = default;
};
// The probability that a person is shown, in ten-thousandths.
[[nodiscard]] int shown_bp(const Candidate& candidate);

// What kept a line from being matched by itself. Names are stable.
enum class Obstacle : std::uint8_t {
    no_item_found,           // nothing in the books answers to this line
    another_fits_as_well,    // a second explanation is as good
    amount_not_equal,        // the items named do not add up to the line
    account_of_another,      // the account belongs to another party of the books
    account_has_another,     // the payer has another item that fits as well
    name_not_confirmed,      // an unprotected number without account or name beside it
    unknown_number_in_text,  // the text names a number that the books do not hold
    item_claimed_twice,      // another line claims the same item
    item_closed,             // the item is settled already
    paid_before_issue,       // booked before the item existed
    is_a_return,             // a return must reopen what it returns
    check_digits_wrong,      // a reference of the bank fails its check
    batch_sum_differs,       // the items of the batch do not add up to the line
    currency_not_equal,      // the item is in another currency
    only_weak_evidence,      // nothing that was certified to decide by itself
    amount_is_common,        // too many items of the books have this amount
    text_names_another,      // the text names somebody else who owes this amount
    number_is_mistyped,      // the payer owes under a number one typing error away
    nothing_to_reopen,       // what comes back is not what was settled of the item
    other_leg_missing,       // the line on our other account is not there
    party_is_blocked,        // the configuration leaves the party's items to people
    above_amount_limit,      // the configuration leaves such an amount to a second person
    batch_count_differs,     // the bank counts other payments in the batch than the books have
    stopped_by_sample,       // the audit sample has stopped this kind of evidence
};
[[nodiscard]] std::string_view name_of(Obstacle obstacle);
[[nodiscard]] std::optional<Obstacle> parse_obstacle(std::string_view name);

// How many items each index offered for the line.
struct SearchFunnel {
    std::uint32_t items = 0;       // in the books, open and closed
    std::uint32_t open_items = 0;  // of those, open, in this direction
    std::uint32_t issued = 0;      // of those, issued by the day of booking
    std::uint32_t by_reference = 0;
    std::uint32_t by_end_to_end = 0;
    std::uint32_t by_batch = 0;
    std::uint32_t by_document = 0;
    std::uint32_t by_number_part = 0;
    std::uint32_t by_repair = 0;
    std::uint32_t by_mandate = 0;
    std::uint32_t by_amount = 0;  // that have or had this amount, open and closed
    std::uint32_t by_account = 0;
    std::uint32_t by_name_and_amount = 0;
    std::uint32_t by_text_and_amount = 0;  // whose party the text names
    std::uint32_t by_name = 0;             // asked only where nothing above led anywhere
    std::uint32_t by_amount_alone = 0;     // as before; open ones
    std::uint32_t candidates = 0;          // explanations weighed
    // 1: number or order, amount and payer left no doubt, and no other index was asked.
    std::uint32_t sure = 0;
    friend bool operator==(const SearchFunnel&, const SearchFunnel&) = default;
};

// Where the proof comes from that a kind of evidence may decide. Names are part of the JSON
// interface.
enum class Basis : std::uint8_t {
    none,        // nothing was proved, and nothing was matched on it
    shipped,     // made-up worlds whose truth is known
    own,         // decisions of this administration that a person confirmed
    identity,    // the line names the item by its own number: needs no statistics
    configured,  // the configuration says so
};
[[nodiscard]] std::string_view name_of(Basis basis);
[[nodiscard]] std::optional<Basis> parse_basis(std::string_view name);

// A method, a reason, or both: what an overpaid item leaves of a line waits for a person.
struct Decision {
    LineId line;
    std::optional<Method> method;  // present: matched to candidates.front()
    // Present: waits for a person. Beside a method it is the rest of the line that waits.
    std::optional<ExceptionReason> reason;
    std::string stratum;  // kind of evidence that speaks for the best candidate
    // The least confidence at which this stratum was booked by itself; empty when it never was.
    std::optional<int> threshold_bp;
    std::string model;  // name and version of the weights and thresholds it was decided with
    Basis certificate = Basis::none;    // that a match rests on
    std::vector<Candidate> candidates;  // best first, at most three
    std::vector<Obstacle> obstacles;    // why not by itself; empty for a match
    // What the audit sample found, where it stopped the best candidate's kind of evidence.
    std::optional<Suspension> suspension;
    SearchFunnel funnel;

    [[nodiscard]] bool is_match() const { return method.has_value(); }
};

}  // namespace afletter

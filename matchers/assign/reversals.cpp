// Pairing of entries with their reversals, among those of one account and amount.
#include "assign/reversals.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <tuple>
#include <utility>

#include "candidates/naming.hpp"
#include "candidates/returns.hpp"

namespace afletter::matching {

namespace {

// A bank takes back what it booked wrongly when it finds out, mostly the next banking day.
constexpr int days_apart_max = 10;

// Of one account and amount; beyond it nobody could tell them apart.
constexpr std::size_t bookings_compared_max = 256;

constexpr const char* reversed_account = "assets:reversed";

// The mark alone does not tell: banks give it to returned payments and debits as well.
bool is_taken_back_by_bank(const Line& line) {
    return line.reversal && line.detail.return_reason.empty() && line.detail.mandate_id.empty() &&
           line.detail.creditor_id.empty() && !has_return_code(line);
}

bool names_an_item(const Line& line, const Books& books) {
    return !read_numbers(line, books).numbers.empty() ||
           !books.with_end_to_end_id(line.detail.end_to_end_id).empty();
}

struct Booking {
    std::int64_t account = 0;
    Currency currency;
    std::int64_t amount = 0;  // of the entry that was taken back, in minor units
    bool takes_back = false;
    std::uint32_t line = 0;

    [[nodiscard]] auto pair() const { return std::tuple(account, currency, amount); }
};

Booking booking_of(const Line& line, std::uint32_t index, bool takes_back) {
    const std::int64_t amount = line.amount.minor_units();
    return {.account = line.account.value,
            .currency = line.amount.currency(),
            .amount = takes_back ? -amount : amount,
            .takes_back = takes_back,
            .line = index};
}

bool says_the_same(const Line& entry, const Line& reversal) {
    const Counterparty& one = entry.detail.counterparty;
    const Counterparty& other = reversal.detail.counterparty;
    const bool says_something = !one.name.empty() || one.iban || !one.account.empty() ||
                                !entry.detail.remittance.empty() || !entry.description.empty();
    return says_something && one.name == other.name && one.iban == other.iban &&
           one.account == other.account && entry.detail.remittance == reversal.detail.remittance &&
           entry.description == reversal.description;
}

class Finder {
  public:
    Finder(const PackedLines& lines, const std::vector<std::optional<Leg>>& legs,
           const Books& books)
        : lines_(lines), legs_(legs), books_(books), found_(lines.size()) {}

    std::vector<std::optional<Reversal>> run() {
        std::vector<Booking> bookings = bookings_taken_back();
        std::ranges::sort(bookings, {}, [](const Booking& booking) {
            return std::tuple(booking.pair(), booking.line);
        });
        for (std::size_t begin = 0; begin < bookings.size();) {
            std::size_t end = begin + 1;
            while (end < bookings.size() && bookings[end].pair() == bookings[begin].pair()) {
                ++end;
            }
            if (end - begin > 1 && end - begin <= bookings_compared_max) {
                pair(std::span(bookings).subspan(begin, end - begin));
            }
            begin = end;
        }
        return std::move(found_);
    }

  private:
    // What the bank took back, and what that could be. Most banks take back nothing, and then no
    // line is looked at.
    [[nodiscard]] std::vector<Booking> bookings_taken_back() const {
        std::vector<Booking> bookings;
        for (const std::uint32_t index : lines_.reversals()) {
            const Line line = lines_.unpack(index);
            if (!legs_[index] && is_taken_back_by_bank(line) && !names_an_item(line, books_)) {
                bookings.push_back(booking_of(line, index, true));
            }
        }
        std::ranges::sort(bookings, {}, &Booking::pair);
        const std::size_t reversals = bookings.size();
        for (std::uint32_t index = 0; reversals > 0 && index < lines_.size(); ++index) {
            const Line line = lines_.unpack(index);
            const Booking entry = booking_of(line, index, false);
            const bool may_be = !line.reversal && !legs_[index] &&
                                std::ranges::binary_search(std::span(bookings).first(reversals),
                                                           entry.pair(), {}, &Booking::pair);
            if (may_be && !has_return_code(line) && line.detail.return_reason.empty() &&
                !names_an_item(line, books_)) {
                bookings.push_back(entry);
            }
        }
        return bookings;
    }

    void pair(std::span<const Booking> bookings) {
        std::vector<Line> entries;
        std::vector<Line> reversals;
        std::vector<std::uint32_t> entry_lines;
        std::vector<std::uint32_t> reversal_lines;
        for (const Booking& booking : bookings) {
            (booking.takes_back ? reversals : entries).push_back(lines_.unpack(booking.line));
            (booking.takes_back ? reversal_lines : entry_lines).push_back(booking.line);
        }
        for (std::size_t r = 0; r < reversals.size(); ++r) {
            const auto entry = sole_partner(reversals[r], entries, true);
            const auto back =
                entry ? sole_partner(entries[entry->place], reversals, false) : std::nullopt;
            if (!back || back->place != r) {
                continue;
            }
            const std::uint32_t line = entry_lines[entry->place];
            found_[line] = Reversal{reversal_lines[r], entry->by_reference};
            found_[reversal_lines[r]] = Reversal{line, entry->by_reference};
        }
    }

    struct Partner {
        std::size_t place = 0;
        bool by_reference = false;
    };
    // The only one by the bank's reference; without any, the only one that says the same.
    [[nodiscard]] static std::optional<Partner> sole_partner(const Line& line,
                                                             const std::vector<Line>& others,
                                                             bool is_reversal) {
        for (const bool by_reference : {true, false}) {
            std::vector<std::size_t> fits;
            for (std::size_t place = 0; place < others.size(); ++place) {
                const Line& entry = is_reversal ? others[place] : line;
                const Line& reversal = is_reversal ? line : others[place];
                if (belong_together(entry, reversal, by_reference)) {
                    fits.push_back(place);
                }
            }
            if (!fits.empty()) {
                return fits.size() == 1 ? std::optional(Partner{fits.front(), by_reference})
                                        : std::nullopt;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] static bool belong_together(const Line& entry, const Line& reversal,
                                              bool by_reference) {
        const int days = days_between(entry.booking_date, reversal.booking_date);
        if (days < 0 || days > days_apart_max) {
            return false;
        }
        const std::string& reference = entry.detail.bank_reference;
        return by_reference ? !reference.empty() && reference == reversal.detail.bank_reference
                            : says_the_same(entry, reversal);
    }

    const PackedLines& lines_;
    const std::vector<std::optional<Leg>>& legs_;
    const Books& books_;
    std::vector<std::optional<Reversal>> found_;
};

}  // namespace

std::vector<std::optional<Reversal>> find_reversals(const PackedLines& lines,
                                                    const std::vector<std::optional<Leg>>& legs,
                                                    const Books& books) {
    return Finder(lines, legs, books).run();
}

Decision decision_of_reversal(const PackedLines& lines, std::uint32_t line,
                              const Reversal& reversal, const Scales& scales) {
    const Line here = lines.unpack(line);
    const Line there = lines.unpack(reversal.other);
    const Level level = reversal.by_reference ? Level::equal : Level::similar;
    const auto told = [](const Line& one) {
        return to_iso(one.booking_date) + (one.detail.bank_reference.empty() ? "" : " ") +
               one.detail.bank_reference;
    };
    Candidate candidate{
        .allocations = {{.item_id = {}, .amount = here.amount, .gl_account = reversed_account}},
        .evidence = {{.feature = Feature::reversal,
                      .level = level,
                      .weight = scales.weight_of(Feature::reversal, level),
                      .bank_text = told(here),
                      .ledger_text = to_text(there.id) + " " + told(there)}},
        .prior = scales.prior(),
        .log_odds = scales.prior()};
    candidate.log_odds += candidate.evidence.front().weight;
    candidate.confidence_bp = confidence_bp_of(candidate.log_odds);
    Decision decision;
    decision.line = here.id;
    decision.model = scales.version();
    decision.method = Method::reversal;
    decision.certificate = Basis::identity;
    decision.stratum = reversal.by_reference ? "reversal/bank_reference" : "reversal/same_text";
    decision.candidates.push_back(std::move(candidate));
    return decision;
}

}  // namespace afletter::matching

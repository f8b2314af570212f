// All that is known of one line before any explanation is weighed: its numbers, its payer, and
// what is asked of the books about it. Handed through candidates, evidence and policy.
#pragma once

#include <afletter/model/line.hpp>
#include <afletter/model/match_rules.hpp>

#include <optional>
#include <vector>

#include "candidates/books.hpp"
#include "candidates/name_levels.hpp"
#include "candidates/naming.hpp"
#include "text/names.hpp"

namespace afletter::matching {

// The other side of the line: who pays, or who is paid.
struct Payer {
    NameKey name;
    // That have this account: in the books, or because it has paid for them under their names.
    std::vector<PartyIndex> parties;
    std::vector<PartyIndex> learnt;  // of these, those of the second kind; ascending
    bool is_in_books = false;        // there are some of the first
};

// What the free text says of people: "for my mother A. Bakker".
struct TextNames {
    NameKey words;
    std::vector<ItemIndex> items;  // with the line's amount, of parties named there; ascending
};

// Items of any party that the payer's name and some amount could mean.
struct NamesakeItems {
    std::vector<ItemIndex> items;  // with a name that is similar or equal; ascending
    bool too_many = false;         // no word of the name is rare enough to list its items
};

struct Inquiry {
    const Line& line;
    const Books& books;
    const MatchRules& rules;
    Naming naming;
    Payer payer;
    std::vector<ItemIndex> by_end_to_end;
    // Of a return: what lines that name its order settled. Then they, and nothing else, come back.
    std::vector<ItemShare> settled_order;
    bool is_return = false;
    // What many lines are settled without, looked up when it is first asked for: see namesakes_of()
    // and text_of(). An inquiry belongs to one thread.
    mutable std::optional<NamesakeItems> namesakes{};
    mutable std::optional<TextNames> text{};
    mutable NameLevels name_levels{};  // for name_level()
};

// All must outlive the inquiry.
[[nodiscard]] Inquiry open_inquiry(const Line& line, const Books& books,
                                   const MatchRules& rules = no_rules);
// Only the line's numbers, for putting into words what was found before.
[[nodiscard]] Inquiry numbers_inquiry(const Line& line, const Books& books, const MatchRules& rules,
                                      Naming naming);

// Whether the payer's account is one of this party's, or has paid for it under its name.
[[nodiscard]] bool pays_from_account_of(const Inquiry& inquiry, PartyIndex party);
[[nodiscard]] bool has_paid_for(const Inquiry& inquiry, PartyIndex party);  // the second alone
// The payer's name beside the party's; of several names the best.
[[nodiscard]] Level name_level(const Inquiry& inquiry, PartyIndex party);

// Whether the line holds the party's own number.
[[nodiscard]] bool names_number_of(const Inquiry& inquiry, PartyIndex party);
// The party's number or name in the free text: equal, similar (a name without what tells him from
// his namesakes), or absent.
[[nodiscard]] Level text_level(const Inquiry& inquiry, PartyIndex party);

// For the line's own amount; and for any.
[[nodiscard]] const NamesakeItems& namesakes_of(const Inquiry& inquiry);
[[nodiscard]] NamesakeItems namesake_items(const Inquiry& inquiry, const Money& amount);
[[nodiscard]] const TextNames& text_of(const Inquiry& inquiry);

}  // namespace afletter::matching

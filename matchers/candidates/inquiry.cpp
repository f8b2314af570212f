// Reading a line against the books.
#include "candidates/inquiry.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "candidates/returns.hpp"

namespace afletter::matching {

namespace {

// Items of one word and one amount. A word that offers more is no name but a fashion (Jan, Zorg):
// it is passed over where a rarer word of the name offers something.
constexpr std::size_t namesakes_max = 128;
constexpr std::size_t end_to_end_min = 4;  // a shorter EndToEndId is anybody's

NamesakeItems search_namesakes(const Inquiry& inquiry, const Money& amount) {
    NamesakeItems found;
    bool any_common = false;
    bool any_rare = false;
    for (const std::string_view word : inquiry.payer.name.words()) {
        const auto offered = inquiry.books.with_word_and_amount(word, amount);
        if (offered.size() > namesakes_max) {
            any_common = true;
            continue;
        }
        any_rare = any_rare || !offered.empty();
        std::ranges::copy_if(offered, std::back_inserter(found.items), [&](ItemIndex index) {
            return inquiry.books.has_amount(index, amount) &&
                   agreement(name_level(inquiry, inquiry.books.item(index).party)) > 0;
        });
    }
    found.too_many = any_common && !any_rare;
    std::ranges::sort(found.items);
    const auto repeated = std::ranges::unique(found.items);
    found.items.erase(repeated.begin(), repeated.end());
    return found;
}

// Items of the line's amount whose party the text names. A word that offers more items than may be
// looked at names nobody.
std::vector<ItemIndex> search_text_names(const Inquiry& inquiry) {
    std::vector<ItemIndex> found;
    for (const std::string_view word : inquiry.text->words.words()) {
        const auto offered = inquiry.books.with_word_and_amount(word, inquiry.line.amount);
        if (offered.size() > namesakes_max) {
            continue;
        }
        std::ranges::copy_if(offered, std::back_inserter(found), [&](ItemIndex index) {
            return inquiry.books.has_amount(index, inquiry.line.amount) &&
                   text_level(inquiry, inquiry.books.item(index).party) != Level::absent;
        });
    }
    for (const DebtorNumber& named : inquiry.naming.parties) {
        for (const PartyIndex party : named.parties) {
            std::ranges::copy(inquiry.books.of_party_with_amount(party, inquiry.line.amount),
                              std::back_inserter(found));
        }
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    return found;
}

// The items that the order was for are known from what it settled, whatever the books say of them.
void read_settled_order(Inquiry& inquiry) {
    inquiry.settled_order = inquiry.books.settled_under(inquiry.line.detail.end_to_end_id);
    if (!inquiry.settled_order.empty()) {
        inquiry.by_end_to_end.clear();
        std::ranges::transform(inquiry.settled_order, std::back_inserter(inquiry.by_end_to_end),
                               &ItemShare::item);
    }
}

void read_account(Payer& payer, const Books& books, std::string_view iban) {
    payer.parties = books.with_iban(iban);
    payer.is_in_books = !payer.parties.empty();
    for (const PartyIndex party : books.with_learnt_iban(iban)) {
        payer.parties.push_back(party);  // learn_account() has none that the books have
        payer.learnt.push_back(party);
    }
}

// First letters of words count as initials: "Jan de Vries" is J. de Vries.
bool shares_initials(const NameKey& text, const NameKey& name) {
    return name.initials == 0 || (name.initials & (text.initials | word_letters(text))) != 0;
}

}  // namespace

Inquiry numbers_inquiry(const Line& line, const Books& books, const MatchRules& rules,
                        Naming naming) {
    return {.line = line,
            .books = books,
            .rules = rules,
            .naming = std::move(naming),
            .payer = {},
            .by_end_to_end = {},
            .settled_order = {},
            .is_return = is_return(line)};
}

Inquiry open_inquiry(const Line& line, const Books& books, const MatchRules& rules) {
    const Counterparty& counterparty = line.detail.counterparty;
    Inquiry inquiry = numbers_inquiry(line, books, rules, read_numbers(line, books));
    inquiry.payer.name = name_key(counterparty.name);
    books.weigh(inquiry.payer.name);
    if (counterparty.iban) {
        read_account(inquiry.payer, books, counterparty.iban->text());
    }
    if (line.detail.end_to_end_id.size() >= end_to_end_min) {
        inquiry.by_end_to_end = books.with_end_to_end_id(line.detail.end_to_end_id);
        if (inquiry.is_return) {
            read_settled_order(inquiry);
        }
    }
    return inquiry;
}

bool pays_from_account_of(const Inquiry& inquiry, PartyIndex party) {
    return std::ranges::find(inquiry.payer.parties, party) != inquiry.payer.parties.end();
}

bool has_paid_for(const Inquiry& inquiry, PartyIndex party) {
    return std::ranges::binary_search(inquiry.payer.learnt, party);
}

Level name_level(const Inquiry& inquiry, PartyIndex party) {
    if (const auto known = inquiry.name_levels.of(party)) {
        return *known;
    }
    Level best = Level::absent;
    for (const NameKey& name : inquiry.books.party(party).names) {
        const Level level = compare_names(inquiry.payer.name, name);
        if (agreement(level) > agreement(best) || best == Level::absent) {
            best = level;
        }
    }
    inquiry.name_levels.add(party, best);
    return best;
}

bool names_number_of(const Inquiry& inquiry, PartyIndex party) {
    return std::ranges::any_of(inquiry.naming.parties, [party](const DebtorNumber& named) {
        return std::ranges::find(named.parties, party) != named.parties.end();
    });
}

Level text_level(const Inquiry& inquiry, PartyIndex party) {
    if (names_number_of(inquiry, party)) {
        return Level::equal;
    }
    const NameKey& text = text_of(inquiry).words;
    Level best = Level::absent;
    for (const NameKey& name : inquiry.books.party(party).names) {
        if (name.is_empty() || !std::ranges::includes(text.words(), name.words())) {
            continue;
        }
        const bool tells_apart = name.words().size() > 1 || name.initials != 0;
        if (tells_apart && shares_initials(text, name)) {
            return Level::equal;
        }
        best = Level::similar;
    }
    return best;
}

const NamesakeItems& namesakes_of(const Inquiry& inquiry) {
    if (!inquiry.namesakes) {
        inquiry.namesakes = search_namesakes(inquiry, inquiry.line.amount);
    }
    return *inquiry.namesakes;
}

NamesakeItems namesake_items(const Inquiry& inquiry, const Money& amount) {
    return amount == inquiry.line.amount ? namesakes_of(inquiry)
                                         : search_namesakes(inquiry, amount);
}

const TextNames& text_of(const Inquiry& inquiry) {
    if (!inquiry.text) {
        inquiry.text.emplace().words = text_key(inquiry.line.detail.remittance);
        inquiry.text->items = search_text_names(inquiry);
    }
    return *inquiry.text;
}

}  // namespace afletter::matching

// One function for each index; each adds all that it offers, or says that it is too many.
#include "candidates/search.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "candidates/returns.hpp"
#include "candidates/sure.hpp"
#include "combine/named_sets.hpp"
#include "combine/party_sets.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t likely_parties_max = 256;  // whose names are read for a suggestion
constexpr std::size_t same_amount_max = 8;       // more items of one amount suggest nothing

std::uint32_t count_of(std::size_t size) {
    return static_cast<std::uint32_t>(size);
}

class Searcher {
  public:
    Searcher(const Inquiry& inquiry, const MatchPolicy& policy, Depth depth)
        : inquiry_(inquiry), books_(inquiry.books), policy_(policy), depth_(depth) {}

    Search run() {
        count_books();
        add_named();
        add_end_to_end();
        if (depth_ == Depth::until_sure && is_sure(inquiry_, search_.hypotheses)) {
            search_.funnel.sure = 1;
        } else {
            add_all_others();
        }
        search_.funnel.candidates = count_of(search_.hypotheses.size());
        return std::move(search_);
    }

  private:
    void add_all_others() {
        if (inquiry_.is_return) {
            add_mandate();
            add_returned_order(inquiry_.by_end_to_end, Trail::end_to_end);
            add_returned_order(books_.with_batch(inquiry_.line.detail.batch_id), Trail::batch);
        } else {
            add_batch();
            add_account();
            add_namesakes();
            add_named_in_text();
        }
        add_partial();
        add_repaired();
        if (!inquiry_.is_return && leads_nowhere()) {
            add_by_name_alone();
            add_by_amount_alone();
        }
    }

    void count_books() {
        const bool outgoing = inquiry_.line.amount.is_negative();
        search_.funnel.items = count_of(books_.item_count());
        search_.funnel.open_items = books_.open_count(outgoing);
        search_.funnel.issued = books_.issued_count(outgoing, inquiry_.line.booking_date);
        search_.funnel.by_amount = count_of(books_.count_with_amount(inquiry_.line.amount));
    }

    void add_named() {
        std::vector<ItemIndex> named;
        for (const NamedNumber& number : inquiry_.naming.numbers) {
            named.insert(named.end(), number.items.begin(), number.items.end());
            for (const ItemIndex index : number.items) {
                const bool checked = is_checked_reference(number, books_.item(index));
                ++(checked ? search_.funnel.by_reference : search_.funnel.by_document);
            }
        }
        NamedSets sets = named_sets(inquiry_.naming, books_, policy_.candidates_weighed_max);
        search_.too_many_named = sets.too_many;
        for (const std::vector<ItemIndex>& set : sets.sets) {
            add_completion(set);
            add(set, Trail::number);
        }
        if (named.size() <= policy_.candidates_weighed_max) {  // one alone is only a suggestion
            add_each(named, Trail::number);
        }
    }

    // What is named, with what else the payer may have taken into the sum.
    void add_completion(const std::vector<ItemIndex>& named) {
        const std::vector<ItemIndex> others =
            inquiry_.is_return ? std::vector<ItemIndex>()
                               : sole_completion(books_, named, inquiry_.line.amount);
        if (!others.empty()) {
            std::vector<ItemIndex> all;
            std::ranges::set_union(named, others, std::back_inserter(all));
            add(all, Trail::completion);
        }
    }

    void add_end_to_end() {
        search_.funnel.by_end_to_end = count_of(inquiry_.by_end_to_end.size());
        search_.too_many_named |= !add_each(inquiry_.by_end_to_end, Trail::end_to_end);
    }

    void add_mandate() {
        const std::string& mandate = inquiry_.line.detail.mandate_id;
        if (!mandate.empty()) {
            const std::vector<ItemIndex> items = books_.with_mandate(mandate);
            search_.funnel.by_mandate = count_of(items.size());
            search_.too_many_of_account |= !add_each(items, Trail::mandate);
        }
    }

    // An order of ours that comes back as a whole: all its items that were settled.
    void add_returned_order(std::span<const ItemIndex> items, Trail trail) {
        const std::vector<ItemIndex> returned = wholly_returned(inquiry_, items);
        if (!returned.empty()) {
            add(returned, trail);
        }
    }

    // The details of a batch name their own items; only the batch as a whole is looked up here.
    void add_batch() {
        const std::string& batch = inquiry_.line.detail.batch_id;
        if (batch.empty() || !inquiry_.by_end_to_end.empty()) {
            return;
        }
        std::vector<ItemIndex> items = books_.with_batch(batch);
        if (std::ranges::any_of(items, [this](ItemIndex index) { return is_other_order(index); })) {
            return;
        }
        search_.funnel.by_batch = count_of(items.size());
        std::erase_if(items, [this](ItemIndex index) { return books_.item(index).closed; });
        if (items.empty()) {
            search_.batch_is_closed = search_.funnel.by_batch > 0;
            return;
        }
        const bool exact = open_sum(books_, items) == inquiry_.line.amount;
        search_.batch_sum_differs = !exact;
        if (!exact) {
            if (const auto rest = sole_remainder(books_, items, inquiry_.line.amount);
                !rest.empty()) {
                add(rest, Trail::remainder);
            }
        }
        if (exact || items.size() <= policy_.candidates_weighed_max) {
            add(items, Trail::batch);
        }
    }

    // The line is one order of a batch, and this item went by another.
    [[nodiscard]] bool is_other_order(ItemIndex index) const {
        const std::string_view order = books_.item(index).source.end_to_end_id();
        const std::string& named = inquiry_.line.detail.end_to_end_id;
        return !named.empty() && !order.empty() && named != order;
    }

    void add_account() {
        const bool named = std::ranges::any_of(search_.hypotheses, [this](const Hypothesis& known) {
            return known.trails.name_the_item() &&
                   open_sum(books_, known.items) == inquiry_.line.amount;
        });
        for (const PartyIndex party : inquiry_.payer.parties) {
            std::vector<ItemIndex> open;
            std::ranges::copy_if(books_.open_items_of(party), std::back_inserter(open),
                                 [this](ItemIndex index) { return is_in_currency(index); });
            search_.funnel.by_account += count_of(open.size());
            // What was settled of it, perhaps in this very run, does not make the rest tell more.
            if (books_.party(party).items.size() > policy_.candidates_weighed_max) {
                search_.too_many_of_account = true;
                search_.ways_not_counted = true;
            }
            if (open.size() > policy_.candidates_weighed_max) {
                add_exact_of_large(party);
                continue;
            }
            if (!named) {
                add_sets(open);
            }
            // Other amounts are worth showing where nothing better is known.
            std::erase_if(open, [&](ItemIndex index) {
                return named ? !settles_exactly(index) : !is_in_direction(index);
            });
            add_each(open, Trail::account);
        }
    }

    void add_sets(const std::vector<ItemIndex>& open) {
        PartySets found = exact_party_sets(books_, open, inquiry_.line.amount);
        search_.ways += found.ways;
        search_.ways_not_counted |= !found.complete;
        for (const std::vector<ItemIndex>& set : found.sets) {
            add(set, Trail::account);
        }
    }

    // A party with more open items than may be weighed has sets of any amount: nothing follows
    // from the amount of one.
    void add_exact_of_large(PartyIndex party) {
        search_.too_many_of_account = true;
        search_.ways_not_counted = true;
        std::vector<ItemIndex> exact = books_.of_party_with_amount(party, inquiry_.line.amount);
        std::erase_if(exact, [this](ItemIndex index) { return !settles_exactly(index); });
        add_each(exact, Trail::account);
    }

    void add_namesakes() {
        NamesakeItems namesakes = namesakes_of(inquiry_);
        std::erase_if(namesakes.items, [this](ItemIndex index) { return !settles_exactly(index); });
        search_.funnel.by_name_and_amount = count_of(namesakes.items.size());
        search_.too_many_namesakes = namesakes.too_many || !add_each(namesakes.items, Trail::name);
    }

    void add_named_in_text() {
        std::vector<ItemIndex> items = text_of(inquiry_).items;
        std::erase_if(items, [this](ItemIndex index) { return !settles_exactly(index); });
        search_.funnel.by_text_and_amount = count_of(items.size());
        search_.too_many_namesakes |= !add_each(items, Trail::text);
        for (const DebtorNumber& named : inquiry_.naming.parties) {
            for (const PartyIndex party : named.parties) {
                add_open_items(party);
            }
        }
    }

    // Of a party whose number stands in the line: what it owes is worth showing.
    void add_open_items(PartyIndex party) {
        std::vector<ItemIndex> open;
        std::ranges::copy_if(
            books_.open_items_of(party), std::back_inserter(open),
            [this](ItemIndex index) { return is_in_currency(index) && is_in_direction(index); });
        search_.too_many_namesakes |= !add_each(open, Trail::text);
    }

    // A short form means many items: those that fit the amount, or are the payer's.
    void add_partial() {
        for (const NamedNumber& number : inquiry_.naming.partial) {
            std::vector<ItemIndex> items = number.items;
            std::erase_if(items, [this](ItemIndex index) {
                return !settles_exactly(index) &&
                       !pays_from_account_of(inquiry_, books_.item(index).party);
            });
            search_.funnel.by_number_part += count_of(items.size());
            search_.too_many_namesakes |= !add_each(items, Trail::part);
        }
    }

    void add_repaired() {
        const std::vector<ItemIndex> items = items_repaired_by_check(inquiry_.naming);
        search_.funnel.by_repair = count_of(items.size());
        search_.too_many_namesakes |= !add_each(items, Trail::repair);
    }

    // Nothing names an item, and none of those found is what the line pays.
    [[nodiscard]] bool leads_nowhere() const {
        return inquiry_.payer.parties.empty() &&
               std::ranges::none_of(search_.hypotheses, [this](const Hypothesis& known) {
                   return known.trails.name_the_item() ||
                          open_sum(books_, known.items) == inquiry_.line.amount;
               });
    }

    // What the payer owes who is known by name alone, also where the bank has cut a word of it off.
    void add_by_name_alone() {
        std::vector<PartyIndex> parties;
        for (const std::string_view word : inquiry_.payer.name.words()) {
            const auto offered = books_.named_like(word);
            if (offered.size() <= likely_parties_max) {
                parties.insert(parties.end(), offered.begin(), offered.end());
            }
        }
        std::ranges::sort(parties);
        const auto repeated = std::ranges::unique(parties);
        parties.erase(repeated.begin(), repeated.end());
        std::vector<ItemIndex> items;
        std::vector<ItemIndex> perhaps;
        for (const PartyIndex party : parties) {
            const bool agrees = agreement(name_level(inquiry_, party)) > 0;
            std::ranges::copy_if(
                books_.open_items_of(party), std::back_inserter(agrees ? items : perhaps),
                [&](ItemIndex index) {
                    return settles_exactly(index) ||
                           (agrees && is_instalment(books_.item(index), inquiry_.line.amount));
                });
        }
        search_.funnel.by_name = count_of(items.size() + perhaps.size());
        search_.too_many_namesakes |= !add_each(items, Trail::name);
        add_each(perhaps, Trail::amount);  // the name may be cut too short to agree
    }

    void add_by_amount_alone() {
        const auto offered = books_.with_amount(inquiry_.line.amount);
        if (offered.size() > same_amount_max) {
            return;
        }
        std::vector<ItemIndex> items;
        std::ranges::copy_if(offered, std::back_inserter(items),
                             [this](ItemIndex index) { return settles_exactly(index); });
        search_.funnel.by_amount_alone = count_of(items.size());
        add_each(items, Trail::amount);
    }

    bool is_in_currency(ItemIndex index) const {
        return books_.item(index).settling.currency() == inquiry_.line.amount.currency();
    }

    bool is_in_direction(ItemIndex index) const {
        return books_.item(index).settling.is_negative() == inquiry_.line.amount.is_negative();
    }

    bool settles_exactly(ItemIndex index) const {
        const BookItem& item = books_.item(index);
        return !item.closed && item.settling == inquiry_.line.amount;
    }

    // Each item alone; all of them or, beyond what may be weighed, none.
    bool add_each(std::span<const ItemIndex> items, Trail trail) {
        if (items.size() > policy_.candidates_weighed_max) {
            return false;
        }
        for (const ItemIndex index : items) {
            add(std::span(&index, 1), trail);
        }
        return true;
    }

    void add(std::span<const ItemIndex> items, Trail trail) {
        const auto is_same = [items](const Hypothesis& known) {
            return std::ranges::equal(known.items, items);
        };
        const auto known = std::ranges::find_if(search_.hypotheses, is_same);
        if (known != search_.hypotheses.end()) {
            known->trails.add(Trails(trail));
        } else {
            search_.hypotheses.push_back({ItemSet(items), Trails(trail)});
        }
    }

    const Inquiry& inquiry_;
    const Books& books_;
    const MatchPolicy& policy_;
    const Depth depth_;
    Search search_;
};

}  // namespace

Search find_candidates(const Inquiry& inquiry, const MatchPolicy& policy, Depth depth) {
    return Searcher(inquiry, policy, depth).run();
}

}  // namespace afletter::matching

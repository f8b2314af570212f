// Reading the items into the books: numbers, parties, indexes. Each index is made by itself, so
// that they can be made side by side.
#include <afletter/ascii.hpp>
#include <afletter/assert.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>

#include "candidates/books.hpp"
#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t number_min = 4;  // a shorter number names nothing
constexpr std::size_t items_at_a_time = 4096;

PackedItems packed(std::span<const OpenItem> items) {
    PackedItems packed;
    for (const OpenItem& item : items) {
        packed.add(item);
    }
    return packed;
}

bool is_checked(std::string_view reference) {
    constexpr std::size_t unchecked_length = 7;  // a betalingskenmerk of 7 digits has no check
    return CreditorReference::parse(reference).has_value() ||
           (reference.size() != unchecked_length && PaymentReference::parse(reference));
}

// What the number is as one of a configured type; where it is of none, what it was.
struct ReadNumber {
    std::string canonical;
    TypeIndex type = 0;
    bool checked = false;
};
ReadNumber read_number(const ReferenceTypes& types, std::string_view printed) {
    ReadNumber number;
    if (auto typed = types.read(Names::item, printed)) {
        number = {std::move(typed->canonical), typed->type, typed->checked};
    } else {
        number.canonical = canonical_number(printed);
    }
    if (number.canonical.size() < number_min || !has_digit(number.canonical)) {
        number.canonical.clear();
    }
    return number;
}

// Keeps the canonical numbers of some items. What is written as it is printed is there already.
class NumberKeeper {
  public:
    explicit NumberKeeper(std::string& text) : text_(text) {}

    // `number` may be moved until the end, when it is told where it lies.
    void keep(std::string_view& number, std::string_view canonical, std::string_view printed) {
        if (canonical == printed) {
            number = printed;
        } else {
            moved_.push_back({&number, text_.size(), canonical.size()});
            text_ += canonical;
        }
    }
    void end() {
        text_.shrink_to_fit();
        for (const Moved& moved : moved_) {
            *moved.number = std::string_view(text_).substr(moved.begin, moved.size);
        }
    }

  private:
    struct Moved {
        std::string_view* number;
        std::size_t begin;
        std::size_t size;
    };
    std::string& text_;
    std::vector<Moved> moved_;
};

// Calls fill twice, first to count.
template <class Fill>
void build(GroupedIndex& index, const Fill& fill) {
    std::size_t entries = 0;
    fill([&entries](std::uint64_t, std::uint32_t) { ++entries; });
    index.reserve(entries);
    fill([&index](std::uint64_t key, std::uint32_t value) { index.add(key, value); });
    index.build();
}

// Files each item by the text that it has, if any.
void index_texts(std::span<const BookItem> items, GroupedIndex& index,
                 std::string_view (PackedItem::*text_of)() const) {
    build(index, [&](const auto& file) {
        for (ItemIndex i = 0; i < items.size(); ++i) {
            if (const std::string_view text = (items[i].source.*text_of)(); !text.empty()) {
                file(hash_of(text), i);
            }
        }
    });
}

// Calls file_amount(item, amount_hash, file) for each amount that an item can be found by.
template <class FileAmount>
void index_amounts(std::span<const BookItem> items, GroupedIndex& index,
                   const FileAmount& file_amount) {
    build(index, [&](const auto& file) {
        for (ItemIndex i = 0; i < items.size(); ++i) {
            for (const Money& amount : amounts_of(items[i])) {
                file_amount(i, hash_of_amount(amount), file);
            }
        }
    });
}

// Calls file(word) for each word of each name of the party.
template <class File>
void for_each_word_of(const Party& party, const File& file) {
    for (const NameKey& name : party.names) {
        for (const std::string_view word : name.words()) {
            file(word);
        }
    }
}

}  // namespace

Books::Books(std::span<const OpenItem> items, std::span<const SettledOrder> orders,
             std::span<const ReferenceFormat> formats)
    : Books(packed(items), orders, formats) {}

Books::Books(PackedItems items, std::span<const SettledOrder> orders,
             std::span<const ReferenceFormat> formats)
    : packed_(std::move(items)), types_(formats) {
    add_items(packed_.by_id());
    read_numbers();
    collect_party_numbers();
    build_indexes();
    for (const SettledOrder& order : orders) {
        add_order(order);
    }
}

void Books::add_items(std::span<const PackedItem> sources) {
    const std::vector<PartyIndex> of_items = Parties::of_items(sources);
    parties_ = Parties(sources, of_items);
    items_.reserve(sources.size());
    for (ItemIndex index = 0; index < sources.size(); ++index) {
        const PackedItem& source = sources[index];
        items_.push_back({.source = source,
                          .party = of_items[index],
                          .issue_date = source.issue_date(),
                          .due_date = source.due_date(),
                          .kind = source.kind(),
                          .closed = source.was_closed(),
                          .settling = source.settling_amount(),
                          .original = source.original_amount(),
                          .reference = {},
                          .document = {}});
        const BookItem& item = items_.back();
        if (!item.closed) {
            parties_.open(item.party, index);
            ++open_counts_[item.settling.is_negative()];
            issue_days_[item.settling.is_negative()].add(item.issue_date);
        }
    }
    for (DayCounts& days : issue_days_) {
        days.build();
    }
}

void Books::read_numbers() {
    const std::size_t shares = (items_.size() + items_at_a_time - 1) / items_at_a_time;
    numbers_text_.resize(shares);
    tbb::parallel_for(std::size_t{0}, shares, [this](std::size_t share) {
        NumberKeeper keeper(numbers_text_[share]);
        const std::size_t begin = share * items_at_a_time;
        const std::size_t count = std::min(items_at_a_time, items_.size() - begin);
        for (BookItem& item : std::span(items_).subspan(begin, count)) {
            const ReadNumber reference = read_number(types_, item.source.reference());
            item.reference_type = reference.type;
            item.reference_checked =
                reference.type == 0 ? is_checked(reference.canonical) : reference.checked;
            keeper.keep(item.reference, reference.canonical, item.source.reference());
            const ReadNumber document = read_number(types_, item.source.document_number());
            item.document_type = document.type;
            item.document_checked = document.checked;
            keeper.keep(item.document, document.canonical, item.source.document_number());
        }
        keeper.end();
    });
}

void Books::collect_party_numbers() {
    for (PartyIndex i = 0; types_.any_of(Names::party) && i < parties_.size(); ++i) {
        const std::string_view printed = items_[parties_.at(i).items.front()].source.party_id();
        if (const auto typed = types_.read(Names::party, printed)) {
            party_numbers_[typed->canonical].push_back(i);
        }
    }
}

void Books::build_indexes() {
    tbb::parallel_invoke(
        [&] {
            index_amounts(items_, by_word_amount_,
                          [this](ItemIndex i, std::uint64_t amount, auto& file) {
                              for_each_word(i, amount, [&](std::uint64_t key) { file(key, i); });
                          });
        },
        [&] { numbers_.build(items_); },
        [&] {
            index_amounts(items_, by_amount_,
                          [](ItemIndex i, std::uint64_t amount, auto& file) { file(amount, i); });
        },
        [&] {
            index_amounts(items_, by_party_amount_,
                          [this](ItemIndex i, std::uint64_t amount, auto& file) {
                              if (is_large(items_[i].party)) {
                                  file(combined(items_[i].party, amount), i);
                              }
                          });
        },
        [&] { index_parties(); },
        [&] {
            for (const BookItem& item : items_) {
                habits_.add(hash_of_amount(item.original), item.party);
            }
            habits_.build();
        },
        [&] {
            index_texts(items_, by_end_to_end_, &PackedItem::end_to_end_id);
            index_texts(items_, by_mandate_, &PackedItem::mandate_id);
            index_texts(items_, by_batch_, &PackedItem::batch_id);
        });
}

void Books::index_parties() {
    build(by_iban_, [this](const auto& file) {
        for (PartyIndex i = 0; i < parties_.size(); ++i) {
            for (const std::string_view iban : parties_.at(i).ibans) {
                file(hash_of(iban), i);
            }
        }
    });
    build(by_word_start_, [this](const auto& file) {
        for (PartyIndex i = 0; i < parties_.size(); ++i) {
            for_each_word_of(parties_.at(i), [&](std::string_view word) {
                file(hash_of(word.substr(0, word_start_size)), i);
            });
        }
    });
}

std::vector<Money> amounts_of(const BookItem& item) {
    std::vector<Money> amounts{item.original};
    const auto add = [&amounts](const Money& amount) {
        if (std::ranges::find(amounts, amount) == amounts.end()) {
            amounts.push_back(amount);
        }
    };
    item.source.for_each_earlier_balance(add);
    if (const Money opening = item.opening(); !opening.is_zero()) {
        add(opening);
    }
    if (!item.closed) {
        add(item.settling);
    }
    if (const auto paid = paid_part(item)) {
        add(*paid);
    }
    return amounts;
}

std::optional<Money> paid_part(const BookItem& item) {
    const auto paid = checked_subtract(item.original, item.settling);
    return paid && !paid->is_zero() ? std::optional<Money>(*paid) : std::nullopt;
}

std::uint64_t hash_of_amount(const Money& amount) {
    return combined(static_cast<std::uint64_t>(amount.minor_units()),
                    hash_of(amount.currency().code()));
}

}  // namespace afletter::matching

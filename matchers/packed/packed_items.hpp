// The items of one matching, packed: what decides or explains, in some 150 bytes instead of a
// kilobyte. Filled by Matcher, read by candidates/books as long as the matching lasts.
#pragma once

#include <afletter/model/open_item.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "packed/chunks.hpp"
#include "packed/packing.hpp"

namespace afletter::matching {

// One of them, as it was given; see OpenItem. As cheap as a pointer; valid as long as PackedItems.
class PackedItem {
  public:
    explicit PackedItem(const char* bytes) : bytes_(bytes) {}

    [[nodiscard]] ItemKind kind() const { return head().kind; }
    [[nodiscard]] Date issue_date() const { return head().issue_date; }
    // Of issue where the source has none.
    [[nodiscard]] Date due_date() const { return head().due_date; }
    // As bank amounts: with the sign of the money's direction.
    [[nodiscard]] Money original_amount() const { return head().original; }
    [[nodiscard]] Money settling_amount() const { return head().settling; }
    [[nodiscard]] bool was_closed() const { return head().is_closed; }
    // Calls visit(amount) for each; bank amounts, too.
    template <class Visit>
    void for_each_earlier_balance(const Visit& visit) const;

    [[nodiscard]] std::string_view item_id() const { return text(0); }
    [[nodiscard]] std::string_view document_number() const { return text(1); }
    [[nodiscard]] std::string_view reference() const { return text(2); }
    [[nodiscard]] std::string_view party_id() const { return text(3); }
    [[nodiscard]] std::string_view party_name() const { return text(4); }
    [[nodiscard]] std::string_view end_to_end_id() const { return text(5); }
    [[nodiscard]] std::string_view batch_id() const { return text(6); }
    [[nodiscard]] std::string_view mandate_id() const { return text(7); }
    // Calls visit(text) for each.
    template <class Visit>
    void for_each_iban(const Visit& visit) const;

  private:
    friend class PackedItems;
    static constexpr std::size_t texts = 8;

    struct Head {
        Money original;
        Money settling;
        Date issue_date;
        Date due_date;
        ItemKind kind = ItemKind::receivable;
        bool is_closed = false;
        std::uint32_t ibans = 0;
        std::uint32_t earlier_balances = 0;
    };
    [[nodiscard]] Head head() const {
        Head head{.original = Money(0, Currency::euro()), .settling = Money(0, Currency::euro())};
        Unpacker(bytes_).value(head);
        return head;
    }
    // At the text in this place; behind the last text are the accounts, then the balances.
    [[nodiscard]] Unpacker unpacker_at(std::size_t place) const {
        Unpacker unpacker(bytes_ + sizeof(Head));
        for (std::size_t before = 0; before < place; ++before) {
            static_cast<void>(unpacker.text());
        }
        return unpacker;
    }
    [[nodiscard]] std::string_view text(std::size_t place) const {
        return unpacker_at(place).text();
    }

    const char* bytes_;
};

class PackedItems {
  public:
    void add(const OpenItem& item);
    [[nodiscard]] std::size_t size() const { return places_.size(); }
    // All of them, by id: so nothing depends on the order they came in. No id is there twice.
    [[nodiscard]] std::vector<PackedItem> by_id() const;

  private:
    std::vector<Chunks::Place> places_;
    Chunks chunks_;
    std::string next_;  // is packed here
};

template <class Visit>
void PackedItem::for_each_iban(const Visit& visit) const {
    Unpacker unpacker = unpacker_at(texts);
    for (std::uint32_t i = 0; i < head().ibans; ++i) {
        visit(unpacker.text());
    }
}

template <class Visit>
void PackedItem::for_each_earlier_balance(const Visit& visit) const {
    const Head head = this->head();
    if (head.earlier_balances == 0) {
        return;
    }
    Unpacker unpacker = unpacker_at(texts + head.ibans);
    for (std::uint32_t i = 0; i < head.earlier_balances; ++i) {
        Money balance(0, Currency::euro());
        unpacker.value(balance);
        visit(balance);
    }
}

}  // namespace afletter::matching

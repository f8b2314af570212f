// Decides what truly happens: draws kinds of lines and makes each true, with the item it pays,
// the party that pays it, the day and the cents. Fills World::transactions, payments and entries.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "simulator/items.hpp"
#include "simulator/random.hpp"
#include "simulator/world.hpp"

namespace afletter::simulator {

class Planner {
  public:
    explicit Planner(World& world);
    void plan();

  private:
    void pay_twins_in_order();
    void pay_in_order(std::vector<const Entry*> entries);
    [[nodiscard]] bool pays_what_it_names(const Transaction& transaction) const;
    void reopen_what_came_back();
    // Takes the share of WorldOptions::missing_percent of what was paid out of the ledger again.
    void lose_items();

    // Each makes one draw of its kind true, or answers that it cannot be done now.
    bool plan(LineKind kind);
    bool plan_what_others_pay(LineKind kind);
    bool pay_one(LineKind kind);
    bool pay_more_than_due();
    bool pay_in_parts();
    bool pay_wrong_item_number();
    bool pay_several(bool named);
    bool pay_one_of_twins();
    bool pay_net_of_credit();
    bool pay_missing_item(bool with_reference);
    bool pay_again();
    bool pay_earlier_balance();
    bool pay_part();
    bool pay_over_lines();
    bool collect(LineKind kind);
    bool pay_supplier();
    bool pay_suppliers();
    bool return_collection();
    bool return_transfer();
    bool receive_unknown();
    bool book_of_bank(LineKind kind);
    bool transfer_between_own();

    struct Booked {
        std::uint32_t transaction = absent;
        std::uint8_t account = 0;
        std::uint16_t day = 0;
    };
    // An item that we collected or paid, and that may come back.
    struct Sent {
        std::uint32_t item = absent;
        std::uint8_t account = 0;
        std::uint16_t day = 0;
    };
    // The whole of an item, paid by its party; none when there is no such item, or no day left.
    std::optional<Booked> settle(LineKind kind, std::optional<std::uint32_t> item,
                                 std::int64_t extra = 0);
    // A single transaction as an entry of its own.
    Booked book(const Entry& entry, Transaction transaction, std::span<const Payment> payments);
    // One entry for many items; with details a transaction for each item, else one for all.
    void book_batch(Entry entry, LineKind kind, std::span<const Payment> payments, bool itemised);
    std::uint32_t add_transaction(Transaction transaction, std::span<const Payment> payments);

    [[nodiscard]] std::uint32_t lines_left() const;
    [[nodiscard]] std::uint8_t any_account();
    [[nodiscard]] std::optional<std::uint8_t> account_that_itemises(bool itemises);
    // A banking day on which something issued then may be paid; none when the world ends before.
    [[nodiscard]] std::optional<std::uint16_t> payment_day(std::chrono::sys_days issued);
    [[nodiscard]] std::optional<std::uint16_t> later_day(std::uint16_t day, std::uint16_t most);
    [[nodiscard]] std::uint16_t any_day();

    [[nodiscard]] bool fits(LineKind kind, std::uint32_t item) const;
    [[nodiscard]] bool is_free(std::uint32_t item) const;
    // The free receivables of its party, credit notes and direct debits left out, oldest first.
    [[nodiscard]] std::vector<std::uint32_t> payable_with(std::uint32_t item) const;
    [[nodiscard]] std::size_t same_amount_count(std::uint32_t item) const;
    // Another item whose reference is this one's with one digit wrong and passes the same check.
    [[nodiscard]] std::optional<std::uint32_t> neighbour_by_typing(std::uint32_t item) const;
    [[nodiscard]] std::optional<std::uint32_t> item_numbered(ItemType type,
                                                             std::uint32_t number) const;
    [[nodiscard]] std::uint32_t third_party_for(std::uint32_t party) const;

    // A random item of the range that fits, tried a few hundred times.
    template <class Fits>
    std::optional<std::uint32_t> pick(ItemRange range, const Fits& fits) {
        for (int tries = 0; tries < 300 && range.count > 0; ++tries) {
            const std::uint32_t item = range.first + random_.below(range.count);
            if (is_free(item) && fits(item)) {
                return item;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] ItemRange ordinary_receivables() const;

    World& world_;
    Random random_;
    std::uint32_t lines_ = 0;
    std::uint32_t batches_ = 0;
    std::vector<Booked> repeatable_;
    std::vector<Sent> collected_;
    std::vector<Sent> paid_suppliers_;
};

}  // namespace afletter::simulator

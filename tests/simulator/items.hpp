// What the municipality is owed and owes, as its administration would export it.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "simulator/world.hpp"

namespace afletter::simulator {

// Fills World::items, item_ranges and the index by party.
void make_items(World& world);

enum class ReferenceType : std::uint8_t {
    none,
    payment,   // betalingskenmerk
    creditor,  // RF
};
[[nodiscard]] ReferenceType reference_type_of(const World& world, std::uint32_t item);
// In canonical form; empty when the item has none.
[[nodiscard]] std::string reference_of(const World& world, std::uint32_t item);
// The 15 digits behind the check digit of the betalingskenmerk of this type and number.
[[nodiscard]] std::string payment_reference_digits(ItemType type, std::uint32_t number);

[[nodiscard]] std::string item_id(std::uint32_t item);
[[nodiscard]] std::string document_number_of(const World& world, std::uint32_t item);
[[nodiscard]] std::string description_of(const World& world, std::uint32_t item);
[[nodiscard]] std::chrono::sys_days due_date_of(const Item& item);
[[nodiscard]] std::string mandate_id_of(const World& world, std::uint32_t item);
[[nodiscard]] std::string end_to_end_id_of(const World& world, std::uint32_t item);
[[nodiscard]] std::string batch_id_of(bool collected, std::uint32_t batch);

[[nodiscard]] bool is_receivable(ItemType type);
[[nodiscard]] std::string_view month_name(std::chrono::sys_days day);

}  // namespace afletter::simulator

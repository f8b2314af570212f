// The names and numbers of an item, derived from its type and number.
#include "simulator/items.hpp"

#include <afletter/model/identifiers.hpp>

#include <array>

#include <fmt/format.h>

#include "simulator/streams.hpp"

namespace afletter::simulator {

namespace {

constexpr auto month_names =
    std::to_array<std::string_view>({"januari", "februari", "maart", "april", "mei", "juni", "juli",
                                     "augustus", "september", "oktober", "november", "december"});

constexpr auto permit_subjects = std::to_array<std::string_view>(
    {"Leges omgevingsvergunning", "Leges evenement", "Standplaats markt", "Precario terras",
     "Leges uittreksel", "Grafrechten", "Liggeld haven", "Parkeervergunning"});

// How invoices of a party refer to themselves; the same for all of one kind and party.
enum class Scheme : std::uint8_t { none, payment_16, payment_9, creditor };

Scheme scheme_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    const std::uint32_t draw = stream(world, Stream::reference, it.party).below(100);
    switch (it.type) {
        case ItemType::assessment:
        case ItemType::dog_tax:
        case ItemType::collection:
            return Scheme::payment_16;
        case ItemType::rent:
            return draw < 70 ? Scheme::creditor : Scheme::none;
        case ItemType::permit:
            break;
        case ItemType::credit_note:
        case ItemType::supplier_invoice:
            return Scheme::none;
    }
    return draw < 55   ? Scheme::creditor
           : draw < 70 ? Scheme::payment_16
           : draw < 80 ? Scheme::payment_9
                       : Scheme::none;
}

std::string without_hyphen(std::string text) {
    std::erase(text, '-');
    return text;
}

// Suppliers number as they like, and no two alike.
std::string supplier_document(const World& world, std::uint32_t item) {
    Random random = stream(world, Stream::document, world.items[item].party);
    const std::uint32_t style = random.below(4);
    const std::uint32_t start = random.below(9000);
    const std::uint32_t number = start + world.items[item].number;
    switch (style) {
        case 0:
            return fmt::format("2026{:05}", number % 100'000);
        case 1:
            return fmt::format("VF26-{}", number);
        case 2:
            return fmt::format("{}", 700'000 + number);
        default:
            return fmt::format("INV/2026/{:04}", number);
    }
}

}  // namespace

std::string payment_reference_digits(ItemType type, std::uint32_t number) {
    return fmt::format("063926{}{:08}", static_cast<int>(type) + 1, number);
}

ReferenceType reference_type_of(const World& world, std::uint32_t item) {
    switch (scheme_of(world, item)) {
        case Scheme::none:
            return ReferenceType::none;
        case Scheme::creditor:
            return ReferenceType::creditor;
        case Scheme::payment_16:
        case Scheme::payment_9:
            break;
    }
    return ReferenceType::payment;
}

std::string reference_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    switch (scheme_of(world, item)) {
        case Scheme::none:
            return {};
        case Scheme::creditor:
            return std::string(
                make_creditor_reference(without_hyphen(document_number_of(world, item)))
                    .value()
                    .text());
        case Scheme::payment_9:
            return std::string(
                make_payment_reference(fmt::format("{:07}", it.number)).value().text());
        case Scheme::payment_16:
            break;
    }
    return std::string(
        make_payment_reference(payment_reference_digits(it.type, it.number)).value().text());
}

std::string item_id(std::uint32_t item) {
    return fmt::format("I{:07}", item + 1);
}

std::string document_number_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    if (world.options.numbering == Numbering::bare && it.type != ItemType::supplier_invoice) {
        return fmt::format("{}{:06}", static_cast<int>(it.type) + 1, it.number);
    }
    switch (it.type) {
        case ItemType::assessment:
            return fmt::format("26{:07}", it.number);
        case ItemType::dog_tax:
            return fmt::format("H26-{:06}", it.number);
        case ItemType::rent:
            return fmt::format("F2026-{:06}", it.number);
        case ItemType::permit:
            return fmt::format("L2026-{:06}", it.number);
        case ItemType::credit_note:
            return fmt::format("C2026-{:06}", it.number);
        case ItemType::collection:
            return fmt::format("T2026-{:06}", it.number);
        case ItemType::supplier_invoice:
            break;
    }
    return supplier_document(world, item);
}

std::string description_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    switch (it.type) {
        case ItemType::assessment:
            return "Aanslag gemeentelijke belastingen 2026";
        case ItemType::dog_tax:
            return "Hondenbelasting 2026";
        case ItemType::rent:
            return fmt::format("Huur {} 2026", month_name(it.issued));
        case ItemType::permit:
            return std::string(permit_subjects[it.number % permit_subjects.size()]);
        case ItemType::credit_note:
            return "Creditnota, \"vervallen\" deel";
        case ItemType::collection:
            return fmt::format("Termijn {} 2026", month_name(it.issued));
        case ItemType::supplier_invoice:
            break;
    }
    return "Inkoopfactuur; diensten, " + std::string(month_name(it.issued));
}

std::chrono::sys_days due_date_of(const Item& item) {
    return item.issued + std::chrono::days(item.type == ItemType::assessment ? 60 : 30);
}

std::string mandate_id_of(const World& world, std::uint32_t item) {
    return fmt::format("WWM{:07}-1", world.items[item].party + 1);
}

std::string end_to_end_id_of(const World& world, std::uint32_t item) {
    const bool collected = world.items[item].type == ItemType::collection;
    return fmt::format("{}-2026-{:08}", collected ? "INC" : "CRED", world.items[item].number);
}

std::string batch_id_of(bool collected, std::uint32_t batch) {
    return fmt::format("{}-2026-{:05}", collected ? "WW-SDD" : "WW-SCT", batch);
}

bool is_receivable(ItemType type) {
    return type != ItemType::supplier_invoice;
}

std::string_view month_name(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return month_names[static_cast<unsigned>(date.month()) - 1];
}

}  // namespace afletter::simulator

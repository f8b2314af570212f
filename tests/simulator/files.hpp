// The world as files: statements, the open items as the ledger is given them, and the truth.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>

#include "simulator/world.hpp"

namespace afletter::simulator {

enum class FilePeriod : std::uint8_t { day, month };

// One file for each account and period, by account and date; name without folder, and bytes.
void for_each_statement_file(
    const World& world, FilePeriod period,
    const std::function<void(const std::string& name, const std::string& bytes)>& visit);

// The columns of docs/interfaces.md.
void write_items_csv(std::ostream& out, const World& world);
// account,bank_reference,booking_date,amount,kind,items; `items` are item_id=amount joined by '+',
// empty for a line that pays nothing the ledger holds.
void write_truth_csv(std::ostream& out, const World& world);

// Makes folder/items.csv, folder/truth.csv and folder/statements/*. Throws std::system_error or
// std::ios_base::failure when it cannot.
void write_files(const World& world, FilePeriod period, const std::filesystem::path& folder);

}  // namespace afletter::simulator

// Field 86, the information to the account owner: what the counterparty and the bank say about a
// booking, in the dialect of the bank that wrote it.
#pragma once

#include <afletter/model/statement.hpp>

#include <span>
#include <string_view>

namespace afletter::mt940 {

// Completes `entry` from its :86: fields (several in old files) and the supplementary details of
// its :61:. Adds one detail when they say anything. What finds no place of its own stays in
// entry.description, so that nothing is lost.
void add_information(std::span<const std::string_view> fields, std::string_view supplementary,
                     Entry& entry);

}  // namespace afletter::mt940

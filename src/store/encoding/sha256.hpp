// SHA-256 of bytes that are at hand; Sha256Stream (ledger_store.hpp) is for those that come by.
#pragma once

#include <afletter/model/records.hpp>

#include <string_view>

namespace afletter {

[[nodiscard]] Sha256 sha256(std::string_view bytes);

[[nodiscard]] std::string_view bytes_of(const Sha256& digest);

}  // namespace afletter

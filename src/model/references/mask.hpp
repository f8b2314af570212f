// The mask of a configurable reference type, taken apart once: reference_type.cpp checks by it.
#pragma once

#include <afletter/model/reference_type.hpp>
#include <afletter/result.hpp>

#include <string_view>
#include <vector>

namespace afletter {

[[nodiscard]] Result<std::vector<MaskPlace>, ReferenceTypeError> read_mask(std::string_view mask);

}  // namespace afletter

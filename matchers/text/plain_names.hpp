// Most names are plain: one surname, with initials or one first name. Two of the same surname are
// compared here without being aligned; what comes out is what aligning them would say.
#pragma once

#include <afletter/model/decision.hpp>

#include <optional>

#include "text/names.hpp"

namespace afletter::matching {

// Whether and how the name is plain, once its tokens have ids.
void tell_whether_plain(NameTokens& name);

// Empty where they are not plain, or have two surnames: then they must be aligned.
[[nodiscard]] std::optional<Level> compare_plain_names(const NameKey& left, const NameKey& right);

}  // namespace afletter::matching

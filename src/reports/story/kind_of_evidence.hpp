// A stratum in words, and why some kinds of evidence are never booked by themselves.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/text.hpp>

#include <string>
#include <string_view>

namespace afletter::rendering {

// "payment reference with check digits, for exactly what is open, the account is the party's".
[[nodiscard]] std::string kind_in_words(std::string_view stratum, Language language);
// Two sentences: the kind of evidence, and from which confidence on it is booked by itself, or why
// never. Empty for a decision without a stratum.
[[nodiscard]] std::string kind_sentence(const Decision& decision, Language language);

}  // namespace afletter::rendering

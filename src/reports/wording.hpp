// The words for reasons, obstacles, next steps and evidence, in both languages.
#pragma once

#include <afletter/model/decision.hpp>
#include <afletter/text.hpp>

#include <string>

namespace afletter::rendering {

// Why a line waits, in one sentence.
[[nodiscard]] Text wording(ExceptionReason reason);
// What to do about it.
[[nodiscard]] Text next_step(ExceptionReason reason);
// What kept it from being matched by itself.
[[nodiscard]] Text wording(Obstacle obstacle);
// How the item was found.
[[nodiscard]] Text wording(Method method);
[[nodiscard]] Text wording(Feature feature);

// "payment reference is the same".
// What a piece of evidence is about: the feature, or the name of the type of reference.
[[nodiscard]] std::string fact_of(const Evidence& evidence, Language language);
[[nodiscard]] std::string in_words(const Evidence& evidence, Language language);
// The evidence of a candidate, joined by "; ".
[[nodiscard]] std::string in_words(const Candidate& candidate, Language language);
// The obstacles of a decision, joined by "; ".
[[nodiscard]] std::string why_not_automatic(const Decision& decision, Language language);

}  // namespace afletter::rendering

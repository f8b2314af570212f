// What happens to a payer's words on the way to the statement when noise is high.
#pragma once

#include "simulator/random.hpp"
#include "simulator/statements.hpp"

namespace afletter::simulator {

// Typing errors, a cut name, lost separators, breaks within numbers, capitals, transcribed marks,
// and references in fields that are not made for them: each now and then, and rarely all at once.
void disturb(Wording& words, Random& random);

}  // namespace afletter::simulator

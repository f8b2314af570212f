// The people and firms that one text names: a joint account has two, an administrator's line names
// his client behind his own. Each can then be aligned by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/names.hpp"

namespace afletter::matching {

struct NamedParty {
    std::string text;  // as it is written, with the surname that two share
    NameKey key;
};

// One to three, in the order they are named; none of a text that names nobody. More than three are
// taken for one: a text that lists names is not the name of an account.
//   "A. de Vries en/of B. Jansen"  -> A. de Vries | B. Jansen
//   "Hr A en Mw B de Vries"        -> Hr A de Vries | Mw B de Vries
//   "Bakker Bewind BV inz. J. Bos" -> Bakker Bewind BV | J. Bos
//   "Jansen & Zonen"               -> Jansen & Zonen
[[nodiscard]] std::vector<NamedParty> names_in(std::string_view text);

}  // namespace afletter::matching

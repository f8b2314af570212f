// How much each piece of evidence weighs before anything is learnt: the weights of the shipped
// model, and the prior that learning stays near.
#pragma once

#include <afletter/model/match_model.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace afletter::matching {

// Natural logarithms in thousandths of: how much more often this is seen when the explanation is
// true than when it is not. Set by hand, on the safe side of what is known:
// - A checked reference is somebody else's only after a typing error (about 1 in 100 lines) that
//   the check digit misses (betalingskenmerk 1.6 %, ISO 11649 0 %) and that hits another open item
//   (0.7 % at most): below 1 in 800,000. A random number of 16 digits passes in 9.9 %, but must
//   also be in the books.
// - Document numbers are dense: a mistyped digit is another open item in 26 to 75 % of cases, so
//   a hit is wrong in about 1 of 300 lines even before one asks who pays.
// - An exact amount is common in mass billing (98.5 % of bills share theirs), rare within one
//   party; 77 % of payments are exact.
// - Accounts are nearly unique to a household; names are not.
// - A number in the text that names something else is the strongest evidence against.
inline constexpr MilliNats prior_weight = -8'000;  // about 1 line in 3,000 pays any given item

inline constexpr std::array weights{
    Weight{Feature::reference, Level::equal, 14'000},
    Weight{Feature::reference, Level::similar, 2'500},  // part of what it stands for
    Weight{Feature::reference, Level::mistyped, 6'000},
    Weight{Feature::reference, Level::other, -12'000},
    Weight{Feature::end_to_end, Level::equal, 13'000},
    Weight{Feature::end_to_end, Level::other, -12'000},
    Weight{Feature::batch, Level::equal, 12'000},
    Weight{Feature::batch, Level::similar, 12'000},  // less what came back
    Weight{Feature::count, Level::equal, 2'000},
    Weight{Feature::count, Level::whole, 4'000},
    Weight{Feature::count, Level::differs, -6'000},
    Weight{Feature::document, Level::equal, 8'000},
    Weight{Feature::document, Level::similar, -2'000},  // part of what the number stands for
    Weight{Feature::document, Level::differs, -2'000},  // a number the books do not hold
    Weight{Feature::document, Level::other, -6'000},
    Weight{Feature::number_part, Level::equal, 5'000},
    Weight{Feature::number_part, Level::other, -1'000},
    Weight{Feature::amount, Level::equal, 3'000},
    Weight{Feature::amount, Level::part, -1'000},
    Weight{Feature::amount, Level::together, 1'000},
    Weight{Feature::amount, Level::earlier, 1'000},
    Weight{Feature::amount, Level::rounded, -1'000},
    Weight{Feature::amount, Level::tolerated, 1'000},
    Weight{Feature::amount, Level::below, -4'000},
    Weight{Feature::amount, Level::above, -5'000},
    Weight{Feature::amount, Level::differs, -8'000},
    Weight{Feature::rarity, Level::unique, 4'000},
    Weight{Feature::rarity, Level::rare, 3'000},
    Weight{Feature::rarity, Level::common, 1'500},
    Weight{Feature::rarity, Level::mass, 0},
    Weight{Feature::settled, Level::equal, 5'000},
    Weight{Feature::settled, Level::absent, -5'000},
    Weight{Feature::settled, Level::differs, -6'000},
    Weight{Feature::account, Level::equal, 9'000},
    Weight{Feature::account, Level::learnt, 7'000},
    Weight{Feature::account, Level::similar, 5'000},  // by the mandate
    Weight{Feature::account, Level::differs, -1'000},
    Weight{Feature::account, Level::other, -3'000},
    Weight{Feature::own_account, Level::equal, 20'000},  // the bank knows the number, and so do we
    Weight{Feature::other_leg, Level::equal, 3'000},
    Weight{Feature::reversal, Level::equal, 20'000},
    Weight{Feature::reversal, Level::similar, 16'000},
    Weight{Feature::name, Level::equal, 4'000},
    Weight{Feature::name, Level::similar, 2'500},
    Weight{Feature::name, Level::differs, -1'500},
    Weight{Feature::namesakes, Level::unique, 4'000},
    Weight{Feature::namesakes, Level::rare, 2'000},
    Weight{Feature::text, Level::equal, 4'000},
    Weight{Feature::text, Level::similar, 2'000},
    Weight{Feature::text, Level::other, -4'000},
    Weight{Feature::date, Level::below, -3'000},
    Weight{Feature::shape, Level::all, -2'000},
    Weight{Feature::shape, Level::run, -3'000},
    Weight{Feature::shape, Level::subset, -6'000},
    Weight{Feature::sequence, Level::later, -9'000},
};

}  // namespace afletter::matching

// The payer's name beside the party's; of several parties the one it speaks for best.
#include "evidence/weighing.hpp"

namespace afletter::matching {

Level name_level(const Inquiry& inquiry, const Hypothesis& hypothesis) {
    Level best = Level::absent;
    for (const ItemIndex index : hypothesis.items) {
        const Level level = name_level(inquiry, inquiry.books.item(index).party);
        if (agreement(level) > agreement(best) || best == Level::absent) {
            best = level;
        }
        if (best == Level::equal) {
            break;
        }
    }
    return best;
}

}  // namespace afletter::matching

// One walk over the pieces of the text for each of the two.
#include "candidates/typed_numbers.hpp"

#include <algorithm>
#include <utility>

namespace afletter::matching {

namespace {

// Less those that a longer one overlaps.
template <class Found, class SpanOf>
std::vector<Found> longest_of(const NumberText& text, std::vector<Found> found, SpanOf span_of) {
    const auto size = [&](const Found& one) { return text.canonical(span_of(one)).size(); };
    std::vector<Found> kept;
    std::ranges::copy_if(found, std::back_inserter(kept), [&](const Found& one) {
        return std::ranges::none_of(found, [&](const Found& other) {
            return size(other) > size(one) && span_of(other).overlaps(span_of(one));
        });
    });
    return kept;
}

}  // namespace

std::vector<PartyNumber> find_party_numbers(const NumberText& text, const Books& books,
                                            const WordMarks& marks) {
    const ReferenceTypes& types = books.types();
    std::vector<PartyNumber> found;
    text.for_each_span(
        types.letters_max(), [&](ShapeKey shape) { return types.may_be(Names::party, shape); },
        [&](const NumberSpan& span, std::string_view) {
            const auto typed =
                marks.touches(span) ? std::nullopt : types.read(Names::party, text.written(span));
            std::vector<PartyIndex> parties =
                typed ? books.with_party_number(typed->canonical) : std::vector<PartyIndex>();
            if (!parties.empty()) {
                found.push_back({span, typed->type, std::move(parties)});
            }
        });
    return longest_of(text, std::move(found), [](const PartyNumber& one) { return one.span; });
}

std::vector<NumberSpan> find_missing_references(const NumberText& text, const Books& books,
                                                const WordMarks& marks) {
    const ReferenceTypes& types = books.types();
    std::vector<NumberSpan> found;
    text.for_each_span(
        types.letters_max(), [&](ShapeKey shape) { return types.may_be(Names::item, shape); },
        [&](const NumberSpan& span, std::string_view) {
            if (!marks.touches(span) && types.is_checked(text.written(span))) {
                found.push_back(span);
            }
        });
    return longest_of(text, std::move(found), [](const NumberSpan& span) { return span; });
}

}  // namespace afletter::matching

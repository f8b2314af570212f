// The third layer: how the books were narrowed down to the explanations that were weighed.
#include <array>
#include <vector>

#include <fmt/format.h>

#include "story/layers.hpp"

namespace afletter::rendering {

namespace {

constexpr Text heading{"Search", "Gezocht"};
constexpr Text all_items{"items in the books", "posten in de boeken"};
constexpr Text incoming{"open, settled by money that comes in",
                        "open, te voldoen met geld dat binnenkomt"};
constexpr Text outgoing{"open, settled by money that goes out",
                        "open, te voldoen met geld dat uitgaat"};
constexpr Text issued{"of those issued by {}", "daarvan met een datum tot en met {}"};
constexpr Text found_by{"found by:", "gevonden op:"};
constexpr Text found_nothing{"found by reference, amount, account or name",
                             "gevonden op kenmerk, bedrag, rekening of naam"};
constexpr Text same_amount{"with this amount, open or closed", "met dit bedrag, open of gesloten"};
constexpr Text ended_early{
    "number, amount and payer leave no doubt: not looked for by account, name or text",
    "nummer, bedrag en betaler laten geen twijfel: niet gezocht op rekening, naam of omschrijving"};
constexpr Text weighed{"explanations weighed", "verklaringen gewogen"};

struct Way {
    std::uint32_t SearchFunnel::* count;
    Text text;
};
constexpr auto ways = std::to_array<Way>({
    {&SearchFunnel::by_reference, {"payment reference", "betalingskenmerk"}},
    {&SearchFunnel::by_end_to_end, {"end-to-end id", "end-to-end-kenmerk"}},
    {&SearchFunnel::by_batch, {"batch", "verzamelboeking"}},
    {&SearchFunnel::by_document, {"document number", "documentnummer"}},
    {&SearchFunnel::by_number_part, {"part of a number", "deel van een nummer"}},
    {&SearchFunnel::by_repair, {"reference with a typing error", "kenmerk met een tikfout"}},
    {&SearchFunnel::by_mandate, {"mandate", "machtiging"}},
    {&SearchFunnel::by_account, {"account", "rekening"}},
    {&SearchFunnel::by_name_and_amount, {"name and amount", "naam en bedrag"}},
    {&SearchFunnel::by_text_and_amount,
     {"name in the text and amount", "naam in omschrijving en bedrag"}},
    {&SearchFunnel::by_name, {"name alone", "alleen de naam"}},
    {&SearchFunnel::by_amount_alone, {"amount alone", "alleen het bedrag"}},
});

void write_count(std::ostream& out, std::uint32_t count, std::string_view text) {
    out << fmt::format("  {:>9}  {}\n", count, text);
}

void write_ways(std::ostream& out, const SearchFunnel& funnel, const ReportOptions& options) {
    std::string found;
    for (const Way& way : ways) {
        if (const std::uint32_t count = funnel.*way.count; count > 0) {
            found += fmt::format("{}{} ({})", found.empty() ? "" : ", ",
                                 way.text.in(options.language), count);
        }
    }
    if (found.empty()) {
        write_count(out, 0, found_nothing.in(options.language));
        return;
    }
    write_paragraph(out, "             ",
                    fmt::format("{} {}", found_by.in(options.language), found), options);
}

}  // namespace

void write_search_layer(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    const SearchFunnel& funnel = story.decision.funnel;
    const Line& line = story.line.line;
    const Language language = options.language;
    out << '\n';
    write_heading(out, heading.in(language), options);
    write_count(out, funnel.items, all_items.in(language));
    write_count(out, funnel.open_items,
                (line.amount.is_negative() ? outgoing : incoming).in(language));
    write_count(out, funnel.issued,
                fmt::format(fmt::runtime(issued.in(language)), to_iso(line.booking_date)));
    write_count(out, funnel.by_amount, same_amount.in(language));
    write_ways(out, funnel, options);
    if (funnel.sure > 0) {
        write_paragraph(out, "             ", std::string(ended_early.in(language)), options);
    }
    write_count(out, funnel.candidates, weighed.in(language));
}

}  // namespace afletter::rendering

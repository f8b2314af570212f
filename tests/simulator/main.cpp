// afletter-simulator: writes a made-up municipality to a folder, and says what is in it.
#include <array>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "simulator/files.hpp"
#include "simulator/statements.hpp"

namespace {

using namespace afletter::simulator;

void print_counts(const World& world) {
    struct Count {
        std::size_t lines = 0;
        std::size_t paying = 0;
        std::size_t items = 0;
    };
    std::array<Count, kind_count> counts{};
    Count total;
    for_each_truth_row(world, [&](const TruthRow& row) {
        for (Count* count : {&counts[static_cast<std::size_t>(row.kind)], &total}) {
            ++count->lines;
            count->paying += row.payments.empty() ? 0U : 1U;
            count->items += row.payments.size();
        }
    });
    fmt::print("{:<28}{:>10}{:>12}{:>12}\n", "kind", "lines", "that pay", "items");
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        fmt::print("{:<28}{:>10}{:>12}{:>12}\n", name_of(static_cast<LineKind>(kind)),
                   counts[kind].lines, counts[kind].paying, counts[kind].items);
    }
    std::size_t open = 0;
    for (const Item& item : world.items) {
        open += item.exported && !item.taken ? 1U : 0U;
    }
    fmt::print("{:<28}{:>10}{:>12}{:>12}\nitems that nobody pays: {}\n", "all", total.lines,
               total.paying, total.items, open);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Writes a made-up municipality: statements, open items, and the truth.");
    WorldOptions options;
    std::uint32_t items = 0;
    std::string mix = "ordinary";
    std::string folder;
    FilePeriod period = FilePeriod::day;
    const std::map<std::string, FormatChoice> formats{{"mt940", FormatChoice::mt940},
                                                      {"camt", FormatChoice::camt},
                                                      {"mixed", FormatChoice::mixed}};
    const std::map<std::string, Numbering> numberings{
        {"dense", Numbering::dense}, {"sparse", Numbering::sparse}, {"bare", Numbering::bare}};
    const std::map<std::string, Noise> noises{
        {"low", Noise::low}, {"normal", Noise::normal}, {"high", Noise::high}};
    const std::map<std::string, Society> societies{{"simple", Society::simple},
                                                   {"lifelike", Society::lifelike}};
    const std::map<std::string, FilePeriod> periods{{"day", FilePeriod::day},
                                                    {"month", FilePeriod::month}};
    app.add_option("--seed", options.seed, "The same seed gives the same bytes");
    app.add_option("--lines", options.lines, "Bank lines, exactly")->check(CLI::PositiveNumber);
    CLI::Option* given =
        app.add_option("--items", items, "Items nobody pays, about; else as --lines");
    app.add_option("--mix", mix)
        ->check(CLI::IsMember(std::vector<std::string>(mix_names.begin(), mix_names.end())));
    app.add_option("--format", options.format)->transform(CLI::CheckedTransformer(formats));
    app.add_option("--missing", options.missing_percent,
                   "Percent of the items that lines pay which the ledger never got")
        ->check(CLI::Range(0, 100));
    app.add_option("--numbering", options.numbering, "Gaps between numbers: dense has none")
        ->transform(CLI::CheckedTransformer(numberings));
    app.add_option("--noise", options.noise, "What happens to names and texts")
        ->transform(CLI::CheckedTransformer(noises));
    app.add_option("--society", options.society, "Who pays for whom")
        ->transform(CLI::CheckedTransformer(societies));
    app.add_option("--files", period, "A file for each account and day, or month")
        ->transform(CLI::CheckedTransformer(periods));
    app.add_option("--out", folder, "Folder to write to")->required();
    CLI11_PARSE(app, argc, argv);
    if (given->count() > 0) {
        options.items = items;
    }
    try {
        options.mix = mix_named(mix).value();
        const World world = make_world(options);
        write_files(world, period, folder);
        print_counts(world);
    } catch (const std::exception& error) {
        std::fputs(error.what(), stderr);
        std::fputc('\n', stderr);
        return 1;
    }
    return 0;
}

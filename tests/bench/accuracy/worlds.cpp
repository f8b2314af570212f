// The standard worlds, and those of a request.
#include "bench/accuracy/worlds.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

namespace afletter::judging {

using simulator::Noise;
using simulator::Numbering;
using simulator::Society;

namespace {

struct Setting {
    std::string_view mix;
    std::uint32_t missing_percent;
    Numbering numbering;
    Noise noise;
    Society society;
};

// Every mix with few, more and many items missing; the other difficulties spread over them.
constexpr auto standard = std::to_array<Setting>({
    {"ordinary", 0, Numbering::dense, Noise::normal, Society::simple},
    {"ordinary", 1, Numbering::sparse, Noise::low, Society::simple},
    {"ordinary", 5, Numbering::dense, Noise::normal, Society::lifelike},
    {"ordinary", 10, Numbering::sparse, Noise::high, Society::lifelike},
    {"ordinary", 5, Numbering::bare, Noise::high, Society::simple},
    {"nasty", 0, Numbering::dense, Noise::normal, Society::simple},
    {"nasty", 1, Numbering::sparse, Noise::normal, Society::simple},
    {"nasty", 5, Numbering::dense, Noise::high, Society::lifelike},
    {"nasty", 10, Numbering::dense, Noise::high, Society::simple},
    {"mass", 1, Numbering::dense, Noise::normal, Society::simple},
    {"mass", 5, Numbering::sparse, Noise::normal, Society::lifelike},
    {"mass", 10, Numbering::dense, Noise::high, Society::lifelike},
    {"mass", 5, Numbering::bare, Noise::high, Society::lifelike},
    {"states", 1, Numbering::sparse, Noise::normal, Society::simple},
    {"states", 5, Numbering::dense, Noise::normal, Society::lifelike},
    {"states", 10, Numbering::dense, Noise::high, Society::lifelike},
});

std::string name_of(const Setting& setting, std::uint64_t seed) {
    std::string name = fmt::format("{} {} %", setting.mix, setting.missing_percent);
    name += setting.numbering == Numbering::sparse ? " sparse"
            : setting.numbering == Numbering::bare ? " bare"
                                                   : " dense";
    name += setting.noise == Noise::normal ? "" : setting.noise == Noise::low ? " clean" : " noisy";
    name += setting.society == Society::lifelike ? " lifelike" : "";
    return name + fmt::format(" #{}", seed);
}

template <class Value>
std::vector<Value> or_usual(std::vector<Value> asked, Value usual) {
    if (asked.empty()) {
        asked.push_back(usual);
    }
    return asked;
}

std::vector<Setting> settings_of(const WorldRequest& request) {
    if (request.mixes.empty() && request.missing_percents.empty() && request.numberings.empty() &&
        request.noises.empty() && request.societies.empty()) {
        return {standard.begin(), standard.end()};
    }
    std::vector<Setting> settings{
        {"ordinary", 0, Numbering::dense, Noise::normal, Society::simple}};
    // Each list in turn multiplies what there is.
    const auto vary = [&settings](const auto& values, auto Setting::* member) {
        std::vector<Setting> varied;
        for (const Setting& setting : settings) {
            for (const auto& value : values) {
                varied.push_back(setting);
                varied.back().*member = value;
            }
        }
        settings = std::move(varied);
    };
    if (!request.mixes.empty()) {
        vary(request.mixes, &Setting::mix);
    }
    vary(or_usual(request.missing_percents, 0U), &Setting::missing_percent);
    vary(or_usual(request.numberings, Numbering::dense), &Setting::numbering);
    vary(or_usual(request.noises, Noise::normal), &Setting::noise);
    vary(or_usual(request.societies, Society::simple), &Setting::society);
    return settings;
}

}  // namespace

std::vector<NamedWorld> worlds_of(const WorldRequest& request) {
    std::vector<NamedWorld> worlds;
    std::uint64_t place = 0;
    for (const Setting& setting : settings_of(request)) {
        ++place;
        for (std::uint32_t count = 0; count < request.seeds; ++count) {
            const std::uint64_t seed = 100 * (request.first_seed + count) + place;
            worlds.push_back({.name = name_of(setting, seed),
                              .options = {.seed = seed,
                                          .lines = request.lines,
                                          .mix = simulator::mix_named(setting.mix).value(),
                                          .format = simulator::FormatChoice::camt,
                                          .missing_percent = setting.missing_percent,
                                          .numbering = setting.numbering,
                                          .noise = setting.noise,
                                          .society = setting.society}});
        }
    }
    return worlds;
}

}  // namespace afletter::judging

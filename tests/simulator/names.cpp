// Draws names, and writes them as ledgers, banks and payers do.
#include "simulator/names.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "simulator/name_lists.hpp"

namespace afletter::simulator {

namespace {

constexpr auto surname_weights = [] {
    std::array<std::uint32_t, common_surnames.size() + 1> weights{};
    for (std::size_t place = 0; place < common_surnames.size(); ++place) {
        weights[place] = common_surnames[place].per_10000;
    }
    weights.back() = rare_surnames_per_10000;
    return weights;
}();

void draw_surname(PersonName& name, Random& random) {
    const std::size_t place = random.weighted(surname_weights);
    if (place < common_surnames.size()) {
        name.prefix = common_surnames[place].prefix;
        name.surname = common_surnames[place].name;
        return;
    }
    name.prefix = random.pick(rare_prefixes);
    name.surname = random.pick(rare_heads);
    name.surname += random.pick(rare_tails);
}

// "J.P." with dots, "J P" with blanks, "JP" with neither.
std::string initials(const PersonName& name, std::string_view after_each, std::size_t how_many) {
    std::string text;
    for (std::size_t place = 0; place < name.given.size() && place < how_many; ++place) {
        text += name.given[place].front();
        text += after_each;
    }
    while (text.ends_with(' ')) {
        text.pop_back();
    }
    return text;
}

std::string family(const PersonName& name) {
    return name.prefix.empty() ? name.surname : name.prefix + " " + name.surname;
}

// The UTF-8 of each marked letter of name_lists.hpp, and the letter that is left of it.
constexpr auto marked_letters = std::to_array<std::pair<std::string_view, char>>({
    {"Ö", 'O'},
    {"ö", 'o'},
    {"ü", 'u'},
    {"Ç", 'C'},
    {"ç", 'c'},
    {"č", 'c'},
    {"ć", 'c'},
    {"Ş", 'S'},
    {"ś", 's'},
    {"ë", 'e'},
    {"é", 'e'},
});

}  // namespace

PersonName make_person_name(Random& random) {
    PersonName name;
    name.woman = random.percent(50);
    const std::size_t given = 1 + random.below(3);
    for (std::size_t count = 0; count < given; ++count) {
        name.given.push_back(name.woman ? random.pick(women) : random.pick(men));
    }
    draw_surname(name, random);
    return name;
}

std::string make_company_name(Random& random) {
    if (random.percent(25)) {
        return fmt::format("{} {}", random.pick(institutions), random.pick(causes));
    }
    PersonName owner;
    draw_surname(owner, random);
    const std::string name = family(owner);
    const std::string_view form = random.pick(legal_forms);
    return random.percent(70) ? fmt::format("{} {}{}", random.pick(trades), name, form)
                              : fmt::format("{}{}", name, form.empty() ? " Holding B.V." : form);
}

std::string make_supplier_name(Random& random) {
    PersonName owner;
    draw_surname(owner, random);
    return fmt::format("{} {} {}", owner.surname, random.pick(supplier_words),
                       random.percent(80) ? "B.V." : "Nederland N.V.");
}

std::string make_administrator_name(Random& random) {
    PersonName owner;
    draw_surname(owner, random);
    return fmt::format("{} Bewindvoering {}", owner.surname, random.percent(50) ? "B.V." : "");
}

std::string make_provider_name(Random& random) {
    return fmt::format("Stichting Derdengelden {}", random.pick(provider_names));
}

std::string make_bailiff_name(Random& random) {
    PersonName owner;
    draw_surname(owner, random);
    return fmt::format("{} Gerechtsdeurwaarders {}", owner.surname,
                       random.percent(50) ? "en Incasso B.V." : "");
}

std::string make_branch_name(std::uint32_t brand, Random& random) {
    const std::string_view name = brands[brand % brands.size()];
    return random.percent(50) ? std::string(name)
                              : fmt::format("{} filiaal {}", name, random.between(2, 980));
}

std::string make_street_and_number(Random& random) {
    return fmt::format("{} {}", random.pick(streets), random.between(1, 240));
}

std::string formal_name(const PersonName& name) {
    return fmt::format("{} {}", initials(name, ".", 3), family(name));
}

std::string name_at_bank(const PersonName& name, Random& random) {
    const std::string_view title = name.woman ? "Mw" : "Hr";
    switch (random.below(9)) {
        case 0:
            return upper(fmt::format("{} {}", initials(name, " ", 3), family(name)));
        case 1:
            return fmt::format("{} {} {}", title, initials(name, " ", 3), family(name));
        case 2:
            return upper(fmt::format("{} {}", family(name), initials(name, " ", 3)));
        case 3:
            return fmt::format("{} {}", initials(name, ".", 1), family(name));
        case 4:
            return fmt::format("{} {}", name.given.front(), family(name));
        case 5:
            return fmt::format("{}, {} {}", name.surname, initials(name, ".", 3), name.prefix);
        case 6:
            return fmt::format("{} {}", initials(name, "", 3), family(name));
        case 7: {
            PersonName other;
            draw_surname(other, random);
            return fmt::format("{} {}-{}", initials(name, ".", 3), family(name), other.surname);
        }
        default:
            return formal_name(name);
    }
}

std::string joint_name(const PersonName& name, const PersonName& partner, Random& random) {
    switch (random.below(4)) {
        case 0:
            return fmt::format("{} e/o {}", formal_name(name), formal_name(partner));
        case 1:
            return fmt::format("{} EN/OF {}", upper(formal_name(partner)),
                               upper(formal_name(name)));
        case 2:
            return fmt::format("Hr {} en Mw {}", formal_name(name), formal_name(partner));
        default:
            return fmt::format("{} cj", formal_name(name));
    }
}

std::string mangled(std::string_view name, Random& random) {
    std::string text = without_diacritics(name);
    if (random.percent(60)) {
        text = upper(text);
    }
    if (text.size() > 8 && random.percent(60)) {
        text.resize(8 + random.below(text.size() - 8));
    }
    return text;
}

std::string without_diacritics(std::string_view text) {
    std::string plain(text);
    for (const auto& [marked, letter] : marked_letters) {
        for (std::size_t at = plain.find(marked); at != std::string::npos;
             at = plain.find(marked)) {
            plain.replace(at, marked.size(), 1, letter);
        }
    }
    return plain;
}

std::string upper(std::string_view text) {
    std::string capitals = without_diacritics(text);
    for (char& letter : capitals) {
        if (letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
    }
    return capitals;
}

}  // namespace afletter::simulator

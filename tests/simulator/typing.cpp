// Writes numbers and texts the way payers do.
#include "simulator/typing.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "simulator/names.hpp"

namespace afletter::simulator {

namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

std::string grouped(std::string_view text, std::string_view separator) {
    std::string groups;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && at % 4 == 0) {
            groups += separator;
        }
        groups += text[at];
    }
    return groups;
}

std::string lower(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return small;
}

std::string around(std::string typed, Random& random) {
    constexpr auto before =
        std::to_array<std::string_view>({"", "", "", "kenmerk ", "betalingskenmerk: ", "bet.kenm. ",
                                         "Betreft ", "o.v.v. ", "ref "});
    constexpr auto after = std::to_array<std::string_view>(
        {"", "", "", " belasting", " OZB 2026", " aanslag 2026", ", bedankt", " / dhr", "."});
    return fmt::format("{}{}{}", random.pick(before), std::move(typed), random.pick(after));
}

}  // namespace

std::string typed_reference(std::string_view reference, Random& random) {
    switch (random.below(6)) {
        case 0:
            return around(grouped(reference, " "), random);
        case 1:
            return around(grouped(reference, "."), random);
        case 2:
            return around(lower(reference), random);
        case 3:
            return grouped(reference, " ");
        default:
            return around(std::string(reference), random);
    }
}

std::string typed_document(std::string_view document, Random& random) {
    constexpr auto before = std::to_array<std::string_view>(
        {"", "", "factuur ", "fact.nr. ", "Factuurnummer: ", "nota ", "inz. ", "betr "});
    std::string typed(document);
    switch (random.below(6)) {
        case 0:
            std::erase(typed, '-');
            break;
        case 1:
            std::ranges::replace(typed, '-', ' ');
            break;
        case 2:
            typed = lower(typed);
            break;
        default:
            break;
    }
    return fmt::format("{}{}", random.pick(before), typed);
}

std::string bare_document(std::string_view document, Random& random) {
    const std::string_view digits = document.substr(document.find_first_of("0123456789"));
    const std::size_t hyphen = digits.find('-');
    const std::string_view last =
        hyphen == std::string_view::npos ? digits : digits.substr(hyphen + 1);
    const std::size_t first = std::min(last.find_first_not_of('0'), last.size() - 1);
    switch (random.below(4)) {
        case 0:
            return std::string(digits);
        case 1:
            return fmt::format("factuur {}", last);
        case 2:
            return fmt::format("nr {}", last.substr(first));
        default:
            return std::string(last);
    }
}

std::string mistyped(std::string_view reference, Random& random) {
    for (;;) {
        std::string wrong(reference);
        const std::size_t at = random.below(wrong.size());
        if (!is_digit(wrong[at])) {
            continue;
        }
        const char digit = static_cast<char>('0' + random.below(10));
        switch (random.below(5)) {
            case 0:
                wrong.erase(at, 1);
                break;
            case 1:
                wrong.insert(at, 1, digit);
                break;
            case 2:
                if (at + 1 < wrong.size() && is_digit(wrong[at + 1])) {
                    std::swap(wrong[at], wrong[at + 1]);
                }
                break;
            default:
                wrong[at] = digit;
                break;
        }
        if (wrong != reference) {
            return wrong;
        }
    }
}

std::string chatter(Random& random) {
    constexpr auto texts = std::to_array<std::string_view>(
        {"", "betaling", "Gemeente Waterwoude", "belasting 2026", "zie brief", "voldaan", "aanslag",
         "gem. belastingen", "rekening", "met vriendelijke groet", "graag ontvangstbevestiging",
         "cf afspraak", "-", "laatste termijn", "2026"});
    switch (random.below(12)) {
        case 0:
            return make_street_and_number(random);
        case 1:
            return fmt::format("{} {} {}", random.pick(texts), random.between(1000, 9999),
                               random.percent(50) ? "AB" : "KL");
        case 2:
            return fmt::format("vragen: bel 06-{:08}", random.below(100'000'000));
        case 3:
            return fmt::format("brief van {:02}-02-2026", random.between(1, 28));
        default:
            return std::string(random.pick(texts));
    }
}

std::string unrelated_text(Random& random) {
    constexpr auto texts = std::to_array<std::string_view>(
        {"subsidie 2026", "teruggave", "declaratie", "bijdrage Rijk", "verhaal schade lantaarnpaal",
         "restitutie polis", "afdracht", "gevonden voorwerpen", "borg zaalhuur", "kopie akte"});
    switch (random.below(5)) {
        case 0:
            return fmt::format("{} {:016}", random.pick(texts),
                               random.next() % 10'000'000'000'000'000);
        case 1:
            return fmt::format("{} nr {}", random.pick(texts), random.between(1000, 9'999'999));
        case 2:
            return chatter(random);
        default:
            return std::string(random.pick(texts));
    }
}

}  // namespace afletter::simulator

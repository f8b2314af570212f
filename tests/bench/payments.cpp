// The stock of parties and references, and the draw.
#include "bench/payments.hpp"

#include <afletter/model/identifiers.hpp>

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "simulator/names.hpp"

namespace afletter::bench {

namespace {

constexpr std::size_t stock = 5000;
struct Bank {
    std::string_view code;
    std::string_view bic;
};
constexpr auto banks = std::to_array<Bank>(
    {{"INGB", "INGBNL2A"}, {"RABO", "RABONL2U"}, {"ABNA", "ABNANL2A"}, {"TRIO", "TRIONL2U"}});
constexpr auto texts = std::to_array<std::string_view>(
    {"Betreft aanslag gemeentelijke belastingen 2026 aanslagnummer {:010}, met dank",
     "Factuur {} leges omgevingsvergunning", "huur januari {}",
     "NOTA {} KLANT 4711 BETALING CONFORM AFSPRAAK MET DE AFDELING INVORDERING",
     "hondenbelasting {} tweede termijn"});

}  // namespace

PaymentMaker::PaymentMaker(std::uint64_t seed) : random_(seed) {
    for (std::size_t place = 0; place < stock; ++place) {
        const auto& [bank, bic] = random_.pick(banks);
        const std::string number = fmt::format("{}{:010}", bank, random_.below(1'000'000'000));
        const std::string name =
            simulator::name_at_bank(simulator::make_person_name(random_), random_);
        parties_.push_back({simulator::without_diacritics(name),
                            std::string(make_iban("NL", number).value().text()), std::string(bic)});
        payment_references_.emplace_back(
            make_payment_reference(fmt::format("{:015}", random_.next() % 1'000'000'000'000'000))
                .value()
                .text());
    }
}

Payment PaymentMaker::next() {
    const Party& party = random_.pick(parties_);
    Payment payment{.cents = random_.between(100, 250'000) * (random_.percent(20) ? -1 : 1),
                    .bank_reference = fmt::format("26{:014}", ++count_),
                    .name = party.name,
                    .iban = party.iban,
                    .bic = party.bic,
                    .end_to_end_id = {},
                    .payment_reference = {},
                    .text = {}};
    if (random_.percent(40)) {
        payment.end_to_end_id = fmt::format("E2E-{:016x}", random_.next());
    }
    if (random_.percent(50)) {
        payment.payment_reference = random_.pick(payment_references_);
    } else {
        payment.text = fmt::format(fmt::runtime(random_.pick(texts)), random_.below(1'000'000));
    }
    return payment;
}

}  // namespace afletter::bench

// MT940 in five dialects; each differs in what stands around a statement and in the :86:.
#include <cstdlib>
#include <functional>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "bench/payments.hpp"
#include "bench/statement_files.hpp"

namespace afletter::bench {

namespace {

constexpr int entries_in_statement = 1000;
constexpr std::size_t columns = 65;

std::string comma_amount(std::int64_t cents) {
    return fmt::format("{},{:02}", std::abs(cents) / 100, std::abs(cents) % 100);
}

char mark(std::int64_t cents) {
    return cents < 0 ? 'D' : 'C';
}

// Text in lines of 65, cut wherever that falls.
std::string in_lines(std::string_view text) {
    std::string lines;
    for (std::size_t at = 0; at < text.size(); at += columns) {
        lines.append(text.substr(at, columns)).append("\r\n");
    }
    return lines;
}

// --- the :86: of each dialect ---

std::string ing(const Payment& payment) {
    std::string text = payment.end_to_end_id.empty()
                           ? std::string()
                           : fmt::format("/EREF/{}/", payment.end_to_end_id);
    text += fmt::format("/CNTP/{}/{}/{}///", payment.iban, payment.bic, payment.name);
    return in_lines(text + (payment.payment_reference.empty()
                                ? fmt::format("REMI/USTD//{}/", payment.text)
                                : fmt::format("REMI/STRD/CUR/{}/", payment.payment_reference)));
}

std::string abn_amro(const Payment& payment) {
    const std::string remittance =
        payment.payment_reference.empty()
            ? payment.text
            : fmt::format("{:<29}REF: {}", "ISSUER: CUR", payment.payment_reference);
    return in_lines(
        fmt::format("/TRTP/SEPA OVERBOEKING/IBAN/{}/BIC/{}/NAME/{}/REMI/{}/EREF/{}", payment.iban,
                    payment.bic, payment.name, remittance,
                    payment.end_to_end_id.empty() ? "NOTPROVIDED" : payment.end_to_end_id));
}

std::string rabobank(const Payment& payment) {
    const std::string remittance =
        payment.payment_reference.empty()
            ? payment.text
            : fmt::format("/CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/{}", payment.payment_reference);
    return in_lines(
        fmt::format("{}/{}//NAME/{}/REMI/{}/ISDT/2026-01-05",
                    payment.end_to_end_id.empty() ? "" : "/EREF/" + payment.end_to_end_id,
                    payment.cents < 0 ? "BENM" : "ORDP", payment.name, remittance));
}

// Subfields of 27 characters, with the SEPA keywords inside ?20 to ?29.
std::string german(const Payment& payment) {
    const std::string purpose = fmt::format(
        "EREF+{} SVWZ+{}{}", payment.end_to_end_id.empty() ? "NOTPROVIDED" : payment.end_to_end_id,
        payment.payment_reference, payment.text);
    std::string text = "166?00SEPA-GUTSCHRIFT?109310";
    int field = 20;
    for (std::size_t at = 0; at < purpose.size() && field < 30; at += 27, ++field) {
        text += fmt::format("?{}{}", field, purpose.substr(at, 27));
    }
    return in_lines(text + fmt::format("?30{}?31{}?32{}", payment.bic, payment.iban,
                                       payment.name.substr(0, 27)));
}

std::string free_text(const Payment& payment) {
    return fmt::format("{} {}\r\n{}{}\r\n{}\r\n", payment.iban, payment.name, payment.text,
                       payment.payment_reference,
                       payment.end_to_end_id.empty() ? "OVERBOEKING" : payment.end_to_end_id);
}

// --- statements ---

struct Dialect {
    std::string_view before;
    std::string_view after;
    std::string_view type;
    bool has_iban_line = false;  // Rabobank: the counterparty below the :61:
    std::string (*information)(const Payment&) = nullptr;
};

class Mt940Maker final : public FileMaker {
  public:
    Mt940Maker(Dialect dialect, std::uint64_t seed) : dialect_(dialect), payments_(seed) {}

    std::string next_statement() override {
        ++sequence_;
        std::string text(dialect_.before);
        const auto into = std::back_inserter(text);
        fmt::format_to(into, ":20:P260105{:09}\r\n:25:NL34BNGH0285000001EUR\r\n:28C:{}/1\r\n",
                       sequence_, sequence_ % 100'000);
        fmt::format_to(into, ":60F:{}260104EUR{}\r\n", mark(balance_), comma_amount(balance_));
        for (int count = 0; count < entries_in_statement; ++count) {
            add_entry(text, payments_.next());
        }
        fmt::format_to(into, ":62F:{}260105EUR{}\r\n", mark(balance_), comma_amount(balance_));
        return text.append(dialect_.after);
    }

  private:
    void add_entry(std::string& text, const Payment& payment) {
        balance_ += payment.cents;
        fmt::format_to(std::back_inserter(text), ":61:2601050105{}{}{}{}//{}\r\n",
                       mark(payment.cents), comma_amount(payment.cents), dialect_.type,
                       payment.end_to_end_id.empty() ? "NONREF" : "EREF", payment.bank_reference);
        if (dialect_.has_iban_line) {
            text.append(payment.iban).append("\r\n");
        }
        text.append(":86:").append(dialect_.information(payment));
    }

    Dialect dialect_;
    PaymentMaker payments_;
    std::int64_t balance_ = 1'250'000'00;
    std::uint32_t sequence_ = 0;
};

template <Dialect (*dialect)()>
std::unique_ptr<FileMaker> make(std::uint64_t seed) {
    return std::make_unique<Mt940Maker>(dialect(), seed);
}

Dialect ing_dialect() {
    return {"{1:F01INGBNL2AXXXX0000000000}\r\n{2:I940INGBNL2AXXXN}\r\n{4:\r\n", "-}\r\n", "NTRF",
            false, ing};
}
Dialect abn_amro_dialect() {
    return {"ABNANL2A\r\n940\r\nABNANL2A\r\n", "-\r\n", "N658", false, abn_amro};
}
Dialect rabobank_dialect() {
    return {"", "", "N541", true, rabobank};
}
Dialect german_dialect() {
    return {"", "-\r\n", "NTRF", false, german};
}
Dialect free_text_dialect() {
    return {"", "-\r\n", "NMSC", false, free_text};
}

}  // namespace

const std::vector<FileKind>& mt940_kinds() {
    static const std::vector<FileKind> kinds{{"MT940, ING", false, make<ing_dialect>},
                                             {"MT940, ABN AMRO", false, make<abn_amro_dialect>},
                                             {"MT940, Rabobank", false, make<rabobank_dialect>},
                                             {"MT940, German ?20", false, make<german_dialect>},
                                             {"MT940, free text", false, make<free_text_dialect>}};
    return kinds;
}

}  // namespace afletter::bench

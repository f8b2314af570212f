// The three Dutch dialects of MT940: one set of functions for the fields that are the same, and one
// for each dialect's :61: and :86:.
#include "simulator/mt940_writer.hpp"

#include <afletter/model/date.hpp>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "simulator/names.hpp"

namespace afletter::simulator {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t columns = 65;

std::string short_date(sys_days day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{:02}{:02}{:02}", static_cast<int>(date.year()) % 100,
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

char mark(std::int64_t cents) {
    return cents < 0 ? 'D' : 'C';
}

std::string comma_amount(std::int64_t cents, int width = 1) {
    const std::int64_t size = std::abs(cents);
    return fmt::format("{:0{}},{:02}", size / 100, width, size % 100);
}

// The characters that SWIFT carries; a dot stands for every other.
std::string swift_text(std::string_view text) {
    constexpr std::string_view others = "/-?:().,'+ ";
    std::string carried = without_diacritics(text);
    std::ranges::replace_if(
        carried,
        [&](char letter) {
            const bool alphanumeric = (letter >= '0' && letter <= '9') ||
                                      (letter >= 'A' && letter <= 'Z') ||
                                      (letter >= 'a' && letter <= 'z');
            return !alphanumeric && others.find(letter) == std::string_view::npos;
        },
        '.');
    return carried;
}

// Cut at the last column, in the middle of words and keywords.
void append_information(std::string& out, std::string_view text, bool trims, std::string_view end) {
    out += ":86:";
    for (std::size_t at = 0; at < text.size(); at += columns) {
        std::string_view line = text.substr(at, columns);
        while (trims && line.ends_with(' ')) {
            line.remove_suffix(1);
        }
        out += line;
        out += end;
    }
}

std::string cut(std::string_view text, std::size_t most) {
    return swift_text(text).substr(0, most);
}

const BankTransaction* only(const BankEntry& entry) {
    return entry.transactions.size() == 1 ? &entry.transactions.front() : nullptr;
}

std::string_view owner_reference(const BankEntry& entry) {
    const BankTransaction* transaction = only(entry);
    if (transaction == nullptr) {
        return "PREF";
    }
    return transaction->words.end_to_end_id.empty() ? "NONREF" : "EREF";
}

// --- ING ---

struct IngCode {
    std::string_view type;         // SWIFT transaction type
    std::string_view transaction;  // after /TRCD/
};
IngCode ing_code(const BankEntry& entry) {
    switch (entry.type) {
        case EntryType::receipt:
            return {"NTRF", "00100"};
        case EntryType::transfer:
            return {"NTRF", "00200"};
        case EntryType::collection:
            return {"NDDT", "01010"};
        case EntryType::collection_return:
            return {"NRTI", "01304"};
        case EntryType::transfer_return:
            return {"NRTI", "00190"};
        case EntryType::charges:
            return {"NCHG", "04001"};
        case EntryType::interest:
            return {"NINT", "04002"};
        case EntryType::own_account:
            return {"NTRF", "05002"};
        case EntryType::treasury:
            break;
    }
    return {"NCMZ", "05001"};
}

std::string ing_information(const BankEntry& entry) {
    const BankTransaction* transaction = only(entry);
    if (transaction == nullptr) {
        return fmt::format("/PREF/{}//REMI/USTD//TOTAAL {} POSTEN/", entry.batch_id,
                           entry.batch_count);
    }
    const Wording& words = transaction->words;
    std::string text;
    if (!words.return_reason.empty()) {
        text += fmt::format("/RTRN/{}/", words.return_reason);
    }
    if (!words.end_to_end_id.empty()) {
        text += fmt::format("/EREF/{}/", words.end_to_end_id);
    }
    if (!words.mandate_id.empty()) {
        text += fmt::format("/MARF/{}//CSID/{}/", words.mandate_id, owner_creditor_id);
    }
    if (!words.iban.empty()) {
        text += fmt::format("/CNTP/{}/{}/{}//", words.iban, words.bic, cut(words.name, 70));
    }
    if (!words.structured_reference.empty()) {
        const bool payment = words.reference_type == ReferenceType::payment;
        return text + fmt::format("/REMI/STRD/{}/{}/", payment ? "CUR" : "ISO",
                                  words.structured_reference);
    }
    return text + fmt::format("/REMI/USTD//{}/", swift_text(words.remittance));
}

void append_ing(std::string& out, const BankStatement& statement) {
    constexpr std::string_view end = "\r\n";
    const auto into = std::back_inserter(out);
    const std::string date = short_date(statement.date);
    const std::string before = short_date(statement.date - days(1));
    const std::string_view bic = statement.account->bic;
    fmt::format_to(into, "{{1:F01{0}XXXX0000000000}}\r\n{{2:I940{0}XXXN}}\r\n{{4:\r\n", bic);
    fmt::format_to(into, ":20:P{}{:09}\r\n:25:{}EUR\r\n:28C:{:05}\r\n", date, statement.sequence,
                   statement.account->number, 0);
    fmt::format_to(into, ":60F:{}{}EUR{}\r\n", mark(statement.opening), before,
                   comma_amount(statement.opening));
    std::int64_t debits = 0;
    std::int64_t credits = 0;
    std::size_t debit_count = 0;
    for (const BankEntry& entry : statement.entries) {
        const IngCode code = ing_code(entry);
        fmt::format_to(into, ":61:{}{}{}{}{}{}//{}\r\n/TRCD/{}/\r\n", short_date(entry.value_date),
                       date.substr(2), mark(entry.cents), comma_amount(entry.cents), code.type,
                       owner_reference(entry), entry.bank_reference, code.transaction);
        append_information(out, ing_information(entry), false, end);
        (entry.cents < 0 ? debits : credits) += std::abs(entry.cents);
        debit_count += entry.cents < 0 ? 1 : 0;
    }
    const std::string closing = comma_amount(statement.closing);
    for (const std::string_view tag : {":62F:", ":64:", ":65:"}) {
        fmt::format_to(into, "{}{}{}EUR{}\r\n", tag, mark(statement.closing), date, closing);
    }
    fmt::format_to(into, ":86:/SUM/{}/{}/{}/{}/\r\n-}}\r\n", debit_count,
                   statement.entries.size() - debit_count, comma_amount(debits),
                   comma_amount(credits));
}

// --- ABN AMRO ---

std::string_view abnamro_type(const BankEntry& entry) {
    switch (entry.type) {
        case EntryType::collection:
            return entry.transactions.empty() ? "SEPA INCASSO BATCH" : "SEPA INCASSO";
        case EntryType::transfer:
            return entry.transactions.empty() ? "SEPA BATCH" : "SEPA OVERBOEKING";
        case EntryType::collection_return:
        case EntryType::transfer_return:
            return "SEPA TERUGBOEKING";
        default:
            return "SEPA OVERBOEKING";
    }
}

std::string_view abnamro_code(const BankEntry& entry) {
    switch (entry.type) {
        case EntryType::collection:
            return "N247";
        case EntryType::collection_return:
            return "N245";
        case EntryType::transfer_return:
            return "N657";
        case EntryType::charges:
        case EntryType::interest:
            return "N192";
        default:
            return entry.cents < 0 ? "N654" : "N658";
    }
}

std::string abnamro_information(const BankEntry& entry) {
    std::string text = fmt::format("/TRTP/{}", abnamro_type(entry));
    const BankTransaction* transaction = only(entry);
    if (transaction == nullptr) {
        return text + fmt::format("/PREF/{0}/NRTX/{1:07}{2}/PIIF/{0}", entry.batch_id,
                                  entry.batch_count, entry.is_gross ? "/PIND/BRUTO" : "");
    }
    const Wording& words = transaction->words;
    if (words.iban.empty()) {
        return swift_text(words.remittance);
    }
    text += fmt::format("/IBAN/{}/BIC/{}/NAME/{}", words.iban, words.bic, cut(words.name, 35));
    if (!words.return_reason.empty()) {
        text += fmt::format("/RTRN/{}", words.return_reason);
    }
    if (!words.mandate_id.empty()) {
        text += fmt::format("/MARF/{}", words.mandate_id);
    }
    if (words.structured_reference.empty()) {
        text += fmt::format("/REMI/{}", swift_text(words.remittance));
    } else {
        const bool payment = words.reference_type == ReferenceType::payment;
        text += fmt::format("/REMI/{:<29}REF: {}", payment ? "ISSUER: CUR" : "ISSUER: ISO",
                            words.structured_reference);
    }
    return text + fmt::format("/EREF/{}",
                              words.end_to_end_id.empty() ? "NOTPROVIDED" : words.end_to_end_id);
}

void append_abnamro(std::string& out, const BankStatement& statement) {
    constexpr std::string_view end = "\r\n";
    const auto into = std::back_inserter(out);
    const std::string date = short_date(statement.date);
    out += "ABNANL2A\r\n940\r\nABNANL2A\r\n:20:ABN AMRO BANK NV\r\n";
    fmt::format_to(into, ":25:{}\r\n:28:{}/1\r\n", statement.account->number,
                   6000 + statement.sequence);
    fmt::format_to(into, ":60F:{}{}EUR{}\r\n", mark(statement.opening),
                   short_date(statement.date - days(1)), comma_amount(statement.opening));
    for (const BankEntry& entry : statement.entries) {
        fmt::format_to(into, ":61:{}{}{}{}{}NONREF//{}\r\n", short_date(entry.value_date),
                       date.substr(2), mark(entry.cents), comma_amount(entry.cents),
                       abnamro_code(entry), entry.bank_reference);
        append_information(out, abnamro_information(entry), true, end);
    }
    fmt::format_to(into, ":62F:{}{}EUR{}\r\n-\r\n", mark(statement.closing), date,
                   comma_amount(statement.closing));
}

// --- Rabobank ---

std::string_view rabobank_code(const BankEntry& entry) {
    switch (entry.type) {
        case EntryType::transfer:
            return entry.transactions.empty() ? "N586" : "N547";
        case EntryType::collection:
            return "N064";
        case EntryType::collection_return:
            return "N505";
        case EntryType::transfer_return:
            return "N540";
        case EntryType::charges:
        case EntryType::interest:
            return "N093";
        default:
            return "N541";
    }
}

std::string rabobank_information(const BankEntry& entry, sys_days date) {
    const BankTransaction* transaction = only(entry);
    if (transaction == nullptr) {
        return fmt::format("/PREF/{}", entry.batch_id);
    }
    const Wording& words = transaction->words;
    std::string text;
    if (!words.return_reason.empty()) {
        text += fmt::format("/RTRN/{}", words.return_reason);
    }
    if (!words.mandate_id.empty()) {
        text += fmt::format("/MARF/{}", words.mandate_id);
    }
    if (!words.end_to_end_id.empty()) {
        text += fmt::format("/EREF/{}", words.end_to_end_id);
    }
    if (!words.iban.empty()) {
        text += fmt::format("/{}//NAME/{}", entry.cents < 0 ? "BENM" : "ORDP", cut(words.name, 70));
    }
    text += "/REMI/";
    if (words.structured_reference.empty()) {
        text += swift_text(words.remittance);
    } else {
        const bool payment = words.reference_type == ReferenceType::payment;
        text += fmt::format("/CDTRREFTP//CD/SCOR/{}CDTRREF/{}", payment ? "ISSR/CUR/" : "",
                            words.structured_reference);
    }
    return text + fmt::format("/ISDT/{}", to_iso(Date(date)));
}

void append_rabobank(std::string& out, const BankStatement& statement, bool first_of_file) {
    constexpr int width = 12;
    const auto into = std::back_inserter(out);
    const std::string date = short_date(statement.date);
    out += first_of_file ? ":940:\n" : "";
    fmt::format_to(into, ":20:940S{}\n:25:{} EUR\n:28C:0\n", date, statement.account->number);
    fmt::format_to(into, ":60F:{}{}EUR{}\n", mark(statement.opening),
                   short_date(statement.date - days(1)), comma_amount(statement.opening, width));
    for (const BankEntry& entry : statement.entries) {
        // No entry date: a reader has nothing but the value date.
        fmt::format_to(into, ":61:{}{}{}{}{}//{}\n", short_date(entry.value_date),
                       mark(entry.cents), comma_amount(entry.cents, width), rabobank_code(entry),
                       owner_reference(entry), entry.bank_reference);
        const BankTransaction* transaction = only(entry);
        if (transaction != nullptr && !transaction->words.iban.empty()) {
            fmt::format_to(into, "{}\n", transaction->words.iban);
        }
        append_information(out, rabobank_information(entry, statement.date), false, "\n");
    }
    fmt::format_to(into, ":62F:{}{}EUR{}\n", mark(statement.closing), date,
                   comma_amount(statement.closing, width));
}

}  // namespace

void append_mt940(std::string& out, const BankStatement& statement, bool first_of_file) {
    switch (statement.account->format) {
        case StatementFormat::mt940_ing:
            return append_ing(out, statement);
        case StatementFormat::mt940_abnamro:
            return append_abnamro(out, statement);
        default:
            return append_rabobank(out, statement, first_of_file);
    }
}

}  // namespace afletter::simulator

// What Dutch banks wrote before keywords, and some write still: labels in columns, an account in
// front of the text, a first line with IBAN and name. Only what stands out beyond doubt is placed.
#include <algorithm>
#include <array>

#include "mt940/information/dialects.hpp"
#include "mt940/information/lines.hpp"
#include "mt940/information/marks.hpp"
#include "mt940/information/placer.hpp"
#include "mt940/information/references.hpp"
#include "mt940/information/text_buffer.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

struct Label {
    std::string_view text;
    void (Placer::*place)(std::string_view, std::string_view);
};

// Without a place the value is the remittance.
constexpr std::array<Label, 9> labels = {{{"IBAN:", &Placer::account},
                                          {"REK:", &Placer::account},
                                          {"BIC:", &Placer::bic},
                                          {"NAAM:", &Placer::name},
                                          {"OMSCHRIJVING:", nullptr},
                                          {"KENMERK:", &Placer::end_to_end_id},
                                          {"MACHTIGING:", &Placer::mandate_id},
                                          {"INCASSANT:", &Placer::creditor_id},
                                          {"BETALINGSKENM.:", &Placer::structured_reference}}};

const Label* label_at(std::string_view text) {
    const auto* const found = std::find_if(labels.begin(), labels.end(), [text](const Label& one) {
        return text.starts_with(one.text);
    });
    return found == labels.end() ? nullptr : found;
}

void place(const Label& label, std::string_view value, Placer& placer) {
    value = trimmed(value);
    if (label.place == nullptr) {
        placer.remittance(value);
    } else {
        (placer.*label.place)(label.text.substr(0, label.text.size() - 1), value);
    }
}

// "IBAN: ..  NAAM: .." and "REK: ../NAAM: ..", each label once. Returns what stands before the
// first.
std::string_view place_labels(std::string_view text, char separator, Placer& placer) {
    const Label* open = nullptr;
    std::size_t start = 0;
    unsigned taken = 0;
    std::string_view before = text;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool may_begin = i == 0 || text[i - 1] == separator;
        const Label* const next = may_begin ? label_at(text.substr(i)) : nullptr;
        const unsigned bit =
            next == nullptr ? 0 : 1U << static_cast<unsigned>(next - labels.data());
        if (i < text.size() && (next == nullptr || (taken & bit) != 0)) {
            continue;
        }
        const std::size_t end = i - (i < text.size() && i > 0 ? 1 : 0);
        if (open != nullptr) {
            place(*open, text.substr(start, end - start), placer);
        } else {
            before = text.substr(0, end);
        }
        open = next;
        taken |= bit;
        start = i + (next == nullptr ? 0 : next->text.size());
    }
    return before;
}

// Two columns of 32 with a blank between: a full one goes on in the next.
void append_column(TextBuffer& joined, std::string_view column, bool& was_full) {
    constexpr std::size_t column_size = 32;
    const std::string_view text = trimmed_at_end(column);
    if (!joined.empty() && !(was_full && label_at(text) == nullptr)) {
        joined += ' ';
    }
    joined += text;
    was_full = text.size() == column_size;
}

void join_columns(std::string_view field, TextBuffer& joined) {
    constexpr std::size_t column_size = 32;
    bool was_full = false;
    joined.clear();
    for (Lines lines(field); !lines.is_at_end();) {
        const std::string_view line = lines.next();
        const bool has_two = line.size() > column_size + 1 && line[column_size] == ' ';
        append_column(joined, line.substr(0, has_two ? column_size : line.size()), was_full);
        if (has_two) {
            append_column(joined, line.substr(column_size + 1), was_full);
        }
    }
}

// Where the first line begins that has one of Knab's labels; the size of the field when none has.
std::size_t find_knab_label(std::string_view field) {
    Marks colons(field, ':');
    for (std::size_t colon = colons.next(); colon < field.size(); colon = colons.next()) {
        for (const std::string_view label : {"REK", "NAAM"}) {
            const std::size_t start = colon - std::min(colon, label.size());
            const bool begins_line =
                start == 0 || field[start - 1] == '\n' || field[start - 1] == '\r';
            if (begins_line && field.substr(start, colon - start) == label &&
                field.substr(colon + 1).starts_with(' ')) {
                return start;
            }
        }
    }
    return field.size();
}

// Knab's account and name stand in the last line.
bool read_knab(std::string_view field, Placer& placer, TextBuffer& memory) {
    const std::size_t start = find_knab_label(field);
    if (start == field.size()) {
        return false;
    }
    memory.clear();
    append_information(memory, field.substr(0, start), '\0');
    placer.remittance(memory.text());
    memory.clear();
    append_information(memory, field.substr(start), '\0');
    place_labels(memory.text(), '/', placer);
    place_named_reference(placer.detail().remittance, placer);
    return true;
}

bool is_account(std::string_view text) {
    return is_old_account(text) || (begins_like_iban(text) && Iban::parse(text));
}

// "Europese incasso door:VITENS NV NL-Factuurnr 7-Incassant ID: NL84..-Kenmerk Machtiging: M1"
void place_sns_text(std::string_view text, Placer& placer) {
    constexpr std::string_view creditor = "-Incassant ID: ";
    constexpr std::string_view mandate = "-Kenmerk Machtiging: ";
    const std::size_t first = text.rfind(creditor);
    const std::size_t second = text.rfind(mandate);
    if (!text.starts_with("Europese incasso") || first == std::string_view::npos ||
        second == std::string_view::npos || second < first) {
        placer.remittance(text);
        place_named_reference(text, placer);
        return;
    }
    placer.remittance(text.substr(0, first));
    placer.creditor_id("CSID",
                       text.substr(first + creditor.size(), second - first - creditor.size()));
    placer.mandate_id("MARF", text.substr(second + mandate.size()));
}

bool is_account_character(char c) {
    return is_digit(c) || c == '.';
}

// "64.45.12.113 NAME", "GIRO   428428 NAME" of ABN AMRO, the name in a column of 32.
bool read_abn_column(std::string_view text, Placer& placer) {
    constexpr std::string_view giro = "GIRO ";
    constexpr std::size_t dotted_size = 12;  // 64.45.12.113
    constexpr std::size_t column_size = 32;
    const bool is_giro = text.starts_with(giro);
    if (!is_giro && !(text.size() > dotted_size && text[2] == '.')) {
        return false;
    }
    const std::string_view rest = is_giro ? trimmed(text.substr(giro.size())) : text;
    const std::string_view account = first_word(rest);
    const bool is_dotted = account.size() == dotted_size && account[2] == '.' &&
                           account[5] == '.' && account[8] == '.';
    if (account.empty() || account.size() == rest.size() || !(is_giro || is_dotted) ||
        !std::all_of(account.begin(), account.end(), is_account_character)) {
        return false;
    }
    placer.account("ACCOUNT", account);
    const auto used = static_cast<std::size_t>(account.data() - text.data()) + account.size();
    // Where no blank ends the column, there is none.
    const bool has_column =
        text.size() <= column_size || text[column_size - 1] == ' ' || text[column_size] == ' ';
    const std::string_view column = used < column_size && has_column
                                        ? trimmed(text.substr(used, column_size - used))
                                        : std::string_view();
    const std::string_view name = column.substr(0, column.find("  "));
    placer.name("NAME", name);
    const auto text_start =
        name.empty() ? used : static_cast<std::size_t>(name.data() - text.data()) + name.size();
    placer.remittance(text.substr(text_start));
    place_named_reference(placer.detail().remittance, placer);
    return true;
}

// "NL57ABNA.. ABNANL2A J AAP NOTPROVIDED .." of ING: the name ends only where no reference is.
bool read_ing_iban(std::string_view text, Placer& placer) {
    constexpr std::string_view no_reference = " NOTPROVIDED ";
    constexpr std::size_t bank_start = 4;
    constexpr std::size_t bank_size = 4;
    if (!begins_like_iban(text)) {
        return false;
    }
    const std::string_view iban = first_word(text);
    if (!has_form_of_iban(iban)) {
        return false;
    }
    const bool has_its_bic = trimmed(text.substr(iban.size(), 2 * bank_size))
                                 .starts_with(iban.substr(bank_start, bank_size));
    if (const auto checked = Iban::parse(iban)) {
        placer.iban("IBAN", *checked, iban);
    } else if (has_its_bic) {
        placer.account("IBAN", iban);
    } else {
        return false;
    }
    text = trimmed(text.substr(iban.size()));
    if (const std::string_view bic = first_word(text); looks_like_bic(bic)) {
        placer.bic("BIC", bic);
        text = trimmed(text.substr(bic.size()));
    }
    if (const std::size_t end = text.find(no_reference); end != std::string_view::npos) {
        placer.name("NAME", text.substr(0, end));
        placer.remittance(text.substr(end + no_reference.size()));
    } else {
        placer.remittance(text);
    }
    place_named_reference(text, placer);
    return true;
}

// "0111111111 V. DE JONG ..": ten digits in front, a giro number's first three zero.
bool read_ing_account(std::string_view text, Placer& placer) {
    constexpr std::size_t size = 10;
    const std::string_view account = text.substr(0, size);
    if (text.size() <= size || text[size] != ' ' || !all_digits(account) ||
        !(account.starts_with("000") || passes_elfproef(account))) {
        return false;
    }
    placer.account("ACCOUNT", account);
    placer.remittance(text.substr(size));
    place_named_reference(text, placer);
    return true;
}

}  // namespace

bool read_labels(std::string_view field, Placer& placer, TextBuffer& memory) {
    if (!field.starts_with("SEPA ") || field.find("IBAN: ") == std::string_view::npos) {
        return read_knab(field, placer, memory);
    }
    join_columns(field, memory);
    placer.describe(place_labels(memory.text(), ' ', placer));
    place_named_reference(placer.detail().remittance, placer);
    return true;
}

bool read_sns(std::string_view field, Placer& placer, TextBuffer& memory) {
    Lines lines(field);
    const std::string_view first = trimmed(lines.next());
    if (lines.is_at_end() || !trimmed(lines.next()).empty()) {
        return false;
    }
    const std::string_view account = first_word(first);
    if (!is_account(account)) {
        return false;
    }
    memory.clear();
    for (bool is_rest = false; !lines.is_at_end() && !is_rest;) {
        const std::string_view line = lines.next();
        is_rest = !trimmed(line).empty();
        if (is_rest) {
            const auto start = static_cast<std::size_t>(line.data() - field.data());
            append_information(memory, field.substr(start), '\0');
        }
    }
    const std::string_view name = trimmed(first.substr(account.size()));
    placer.account("ACCOUNT", account);
    if (!read_keyed(memory.text(), placer)) {
        place_sns_text(memory.text(), placer);
    }
    if (!begins_alike(name, placer.counterparty().name) || placer.counterparty().name.empty()) {
        placer.name("NAME", name);
    }
    return true;
}

bool read_leading_account(std::string_view text, Placer& placer) {
    return read_abn_column(text, placer) || read_ing_iban(text, placer) ||
           read_ing_account(text, placer);
}

}  // namespace afletter::mt940

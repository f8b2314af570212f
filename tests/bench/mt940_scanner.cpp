// MT940 cut into fields by hand: what the grammars are measured against. It looks at each byte as
// rarely as it can and takes the form of every field for granted.
#include <cstring>

#include "bench/mt940_fields.hpp"
#include "mt940/text.hpp"

namespace afletter::bench {

namespace {

std::string_view between(const char* first, const char* last) {
    return {first, static_cast<std::size_t>(last - first)};
}

const char* line_end(const char* at, const char* last) {
    const auto* const end =
        static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(last - at)));
    return end == nullptr ? last : end;
}

const char* without_line_end(const char* first, const char* last) {
    while (last != first && (last[-1] == '\n' || last[-1] == '\r' || last[-1] == ' ')) {
        --last;
    }
    return last;
}

mt940::Digits digits(const char*& at, const char* last, std::ptrdiff_t size) {
    std::uint32_t number = 0;
    for (std::ptrdiff_t i = 0; i < size; ++i) {
        if (at + i == last || !is_digit(at[i])) {
            return {};
        }
        number = number * 10 + static_cast<std::uint32_t>(at[i] - '0');
    }
    at += size;
    return {between(at - size, at), number};
}

mt940::Decimal decimal(const char*& at, const char* last) {
    const char* const first = at;
    std::int64_t number = 0;
    int fraction_digits = -1;
    for (; at != last && (is_digit(*at) || *at == ','); ++at) {
        if (*at == ',') {
            fraction_digits = 0;
        } else {
            number = number * 10 + (*at - '0');
            fraction_digits += fraction_digits >= 0 ? 1 : 0;
        }
    }
    return {between(first, at), number, fraction_digits};
}

std::string_view capitals(const char*& at, const char* last, std::ptrdiff_t size) {
    if (last - at < size || !is_upper(*at)) {
        return {};
    }
    at += size;
    return between(at - size, at);
}

mt940::BalanceText scan_balance(const char* at, const char* last) {
    mt940::BalanceText balance;
    balance.mark = capitals(at, last, 1);
    balance.date = digits(at, last, 6);
    balance.currency = capitals(at, last, 3);
    balance.amount = decimal(at, last);
    balance.rest = between(at, last);
    return balance;
}

std::string_view scan_mark(const char*& at) {
    const char* const first = at;
    at += *at == 'R' || *at == 'E' ? 2 : 1;
    return between(first, at);
}

mt940::StatementLineText scan_line(const char* at, const char* last) {
    mt940::StatementLineText line;
    const char* const end = line_end(at, last);
    const char* const text_end = without_line_end(at, end);
    line.value_date = digits(at, text_end, 6);
    line.entry_date = digits(at, text_end, 4);
    line.mark = scan_mark(at);
    line.funds_code = capitals(at, text_end, 1);
    line.amount = decimal(at, text_end);
    line.type = capitals(at, text_end, 4);
    const char* reference_end = at;
    while (reference_end != text_end &&
           !(reference_end[0] == '/' && reference_end + 1 != text_end && reference_end[1] == '/')) {
        ++reference_end;
    }
    line.reference = between(at, reference_end);
    if (reference_end != text_end) {
        line.bank_reference = between(reference_end + 2, text_end);
    }
    if (end < last) {
        line.supplementary = between(end + 1, last);
    }
    return line;
}

// Whether the line at `at` ends the field before it: by a tag or by the end of the message.
bool ends_field(const char* at, const char* last) {
    if (*at == ':') {
        return last - at > 4 && (at[3] == ':' || at[4] == ':') && is_digit(at[1]) &&
               is_digit(at[2]);
    }
    return (*at == '-' && (last - at < 2 || at[1] == '}' || at[1] == '\r' || at[1] == '\n')) ||
           *at == '{';
}

const char* field_end(const char* at, const char* last) {
    do {
        at = line_end(at, last);
        at += at == last ? 0 : 1;
    } while (at != last && !ends_field(at, last));
    return at;
}

void visit(const char* tag, const char* last, Mt940Visitor& visitor) {
    const char* const value = tag + (tag[3] == ':' ? 4 : 5);
    const char* const end = without_line_end(value, last);
    if (tag[1] == '6' && tag[2] == '1') {
        visitor.line(scan_line(value, end));
    } else if (tag[1] == '8') {
        visitor.information(between(value, end));
    } else if (tag[1] == '6' && (tag[2] == '0' || tag[2] == '2')) {
        visitor.balance(scan_balance(value, end));
    }
}

}  // namespace

void visit_by_hand(std::string_view text, Mt940Visitor& visitor) {
    const char* at = text.data();
    const char* const last = at + text.size();
    while (at != last) {
        if (*at == ':' && ends_field(at, last)) {
            const char* const end = field_end(at, last);
            visit(at, end, visitor);
            at = end;
        } else {
            at = line_end(at, last);
            at += at == last ? 0 : 1;
        }
    }
}

}  // namespace afletter::bench

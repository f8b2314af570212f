// Finds each field of a header, and the currency wherever it stands.
#include "mt940/header.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "mt940/account.hpp"
#include "mt940/balance.hpp"
#include "mt940/floor_limit.hpp"
#include "mt940/text.hpp"

namespace afletter::mt940 {

namespace {

// An MT942 reports within the day: floor limits, and no balances.
std::string format_of(const Field& front, const Field* floor_limit, const Field* opening) {
    if (!front.message_type.empty()) {
        return "mt" + std::string(front.message_type);
    }
    return floor_limit != nullptr && opening == nullptr ? "mt942" : "mt940";
}

std::string text_of(const Field* field) {
    return field == nullptr ? std::string() : join_lines(field->value);
}

// What :28C: holds is up to the bank ("1/1", "0", "STMNR"), and some break it over two lines.
std::string sequence_of(const Field* field) {
    std::string sequence = text_of(field);
    std::erase(sequence, ' ');
    return sequence;
}

bool is_mark(char c) {
    return to_upper(c) == 'C' || to_upper(c) == 'D';
}

bool is_balance(Tag tag) {
    return tag == Tag::opening_balance || tag == Tag::closing_balance ||
           tag == Tag::available_balance;
}

// The currency of a field that has one, where the standard has it: "C240131EUR1,00" of a balance,
// "EURD0," of :34F:, "2EUR1,00" of :90C:.
std::optional<Currency> currency_in(std::string_view value, Tag tag) {
    constexpr std::size_t code_size = 3;
    if (!is_balance(tag) && tag != Tag::floor_limit && tag != Tag::entry_sums) {
        return std::nullopt;
    }
    value = trimmed(value);
    if (is_balance(tag) && is_mark(value.empty() ? '\0' : value.front())) {
        value = trimmed(value.substr(1));
    }
    const auto* const code = std::find_if_not(value.begin(), value.end(), is_digit);
    value = trimmed(value.substr(static_cast<std::size_t>(code - value.begin())));
    const auto currency = Currency::parse(value.substr(0, code_size));
    return currency ? std::optional(*currency) : std::nullopt;
}

// Whether the statement has ended where a line begins with this tag.
bool begins_statement(Tag tag) {
    return tag == Tag::reference || tag == Tag::account || tag == Tag::opening_balance;
}

// The currency of a balance that stands in `text`, behind entries of the same statement.
std::optional<Currency> currency_ahead(std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = first_line(text);
        const std::string_view field = trimmed(line);
        if (const TagAtStart tag = tag_at_start(field)) {
            if (begins_statement(tag.tag)) {
                return std::nullopt;
            }
            if (const auto currency = currency_in(field.substr(tag.size), tag.tag)) {
                return currency;
            }
        }
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return std::nullopt;
}

}  // namespace

void refuse_late(const Field& field, FieldFindings& findings) {
    findings.error(field,
                   {"order",
                    fmt::format("expected one :{}: and that before the entries, found another",
                                name_of(field.tag)),
                    "The beginning of a statement is missing here. Download the file again from "
                    "the bank.",
                    {}});
}

bool is_of_header(Tag tag) {
    switch (tag) {
        case Tag::reference:
        case Tag::related_reference:
        case Tag::account:
        case Tag::sequence:
        case Tag::opening_balance:
        case Tag::floor_limit:
        case Tag::created:
            return true;
        default:
            return false;
    }
}

void HeaderFields::clear() {
    all_.clear();
    has_account_ = false;
    has_opening_ = false;
}

void HeaderFields::add(const Field& field, FieldFindings& findings) {
    bool is_first = true;
    if (field.tag == Tag::account) {
        is_first = !std::exchange(has_account_, true);
    } else if (field.tag == Tag::opening_balance) {
        is_first = !std::exchange(has_opening_, true);
    }
    if (!is_first) {
        refuse_late(field, findings);
    }
    all_.push_back(field);
}

StatementHeader HeaderFields::read(FieldFindings& findings) {
    renew();
    AccountIdentification account = this->account(findings);
    const Currency currency = this->currency(account, findings);
    account.currency = currency;
    check_floor_limits(findings);
    const Field* const opening = find(Tag::opening_balance);
    return {
        .source = findings.source_name(),
        .format = format_of(front(), find(Tag::floor_limit), opening),
        .statement_id = text_of(find(Tag::reference)),
        .sequence = sequence_of(find(Tag::sequence)),
        .created = text_of(find(Tag::created)),
        .account = std::move(account),
        .opening = opening == nullptr ? std::nullopt : read_balance(*opening, currency, findings),
        .source_line = front().line,
    };
}

// Reading on makes their values invalid.
void HeaderFields::renew() {
    for (Field& field : all_) {
        fields_.renew(field);
    }
}

AccountIdentification HeaderFields::account(FieldFindings& findings) const {
    const Field* const account = find(Tag::account);
    if (account != nullptr && !trimmed(account->value).empty()) {
        return read_account(account->value);
    }
    findings.error_of_message(account != nullptr ? *account : front(),
                              {"account",
                               "expected an account in :25:, found none",
                               "A statement without an account cannot be booked. Ask the bank.",
                               {}});
    return {};
}

// Nothing is made of them, for entries below them are just not there.
void HeaderFields::check_floor_limits(FieldFindings& findings) const {
    for (const Field& field : all_) {
        if (field.tag != Tag::floor_limit) {
            continue;
        }
        if (const auto text = parse_floor_limit(field.value); !text) {
            findings.warn(field, text.error());
        }
    }
}

std::optional<Currency> HeaderFields::own_currency() const {
    for (const Field& field : all_) {
        if (const auto currency = currency_in(field.value, field.tag)) {
            return currency;
        }
    }
    return std::nullopt;
}

// Field 61 has no currency of its own: it is the balances', in whichever of them it stands.
Currency HeaderFields::currency(const AccountIdentification& account, FieldFindings& findings) {
    std::optional<Currency> currency = own_currency();
    if (!currency) {
        currency = currency_ahead(fields_.look_ahead());
        renew();
    }
    if (currency || account.currency) {
        return currency ? *currency : *account.currency;
    }
    findings.warn_of_message(front(), {"currency",
                                       "expected a currency with a balance, found none",
                                       "Amounts are read as EUR. Ask the bank if they are not.",
                                       {}});
    return Currency::euro();
}

const Field* HeaderFields::find(Tag tag) const {
    const auto found = std::find_if(all_.begin(), all_.end(),
                                    [tag](const Field& field) { return field.tag == tag; });
    return found == all_.end() ? nullptr : &*found;
}

}  // namespace afletter::mt940

// Field by field, in the order of the model's headers.
#include "fuzz/digest.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace afletter::fuzz {

namespace {

// Written again here, so that the readers are not judged by their own decoder (RFC 3629).
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&text](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto continues = [&byte](std::size_t at) { return (byte(at) & 0xc0U) == 0x80U; };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xc2 && first <= 0xdf && continues(1)) {
        return 2;
    }
    if (first >= 0xe0 && first <= 0xef && continues(1) && continues(2)) {
        const bool is_overlong = first == 0xe0 && second < 0xa0;
        const bool is_surrogate = first == 0xed && second >= 0xa0;
        return is_overlong || is_surrogate ? 0 : 3;
    }
    if (first >= 0xf0 && first <= 0xf4 && continues(1) && continues(2) && continues(3)) {
        const bool is_overlong = first == 0xf0 && second < 0x90;
        const bool is_beyond = first == 0xf4 && second >= 0x90;
        return is_overlong || is_beyond ? 0 : 4;
    }
    return 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

void add_detail(Digest& digest, const TransactionDetail& detail) {
    digest.add(detail.amount)
        .add(detail.bank_reference)
        .add(detail.end_to_end_id)
        .add(detail.mandate_id)
        .add(detail.creditor_id)
        .add(detail.batch_id)
        .add(detail.counterparty.name)
        .add(detail.counterparty.ultimate_name)
        .add(detail.counterparty.iban)
        .add(detail.counterparty.account)
        .add(detail.counterparty.bic)
        .add(detail.structured_reference)
        .add(detail.remittance)
        .add(detail.return_reason)
        .add(detail.purpose)
        .add(detail.amount_details)
        .add(detail.other);
}

std::string_view name_of(Event::Kind kind) {
    switch (kind) {
        case Event::Kind::begin:
            return "header";
        case Event::Kind::entry:
            return "entry";
        case Event::Kind::end:
            return "closing";
        case Event::Kind::finding:
            return "finding";
        case Event::Kind::item:
            return "item";
    }
    return "";
}

}  // namespace

void require(bool holds, std::string_view promise) {
    if (!holds) {
        std::fprintf(stderr, "A promise of the readers is broken: %.*s\n",
                     static_cast<int>(promise.size()), promise.data());
        std::abort();
    }
}

Digest& Digest::add(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) {
        value_ = (value_ ^ ((value >> shift) & 0xffU)) * 0x100'0000'01b3U;
    }
    return *this;
}

Digest& Digest::add(std::string_view text) {
    require(is_utf8(text), "every text is UTF-8");
    for (const char character : text) {
        value_ = (value_ ^ static_cast<unsigned char>(character)) * 0x100'0000'01b3U;
    }
    return add(text.size());
}

Digest& Digest::add(const Money& amount) {
    return add(static_cast<std::uint64_t>(amount.minor_units()))
        .add(amount.currency().code())
        .add(static_cast<std::uint64_t>(amount.currency().minor_digits()));
}

Digest& Digest::add(Date date) {
    require(date.ok(), "every date is in the calendar");
    const auto days = std::chrono::sys_days(date).time_since_epoch().count();
    return add(static_cast<std::uint64_t>(days));
}

Digest& Digest::add(const Balance& balance) {
    return add(balance.amount).add(balance.date).add(static_cast<std::uint64_t>(balance.kind));
}

Digest& Digest::add(const AmountDetails& details) {
    return add(details.instructed).add(details.charges).add(details.exchange_rate);
}

Digest& Digest::add(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        add(std::string_view(text));
    }
    return add(texts.size());
}

std::uint64_t digest_of(const StatementHeader& header) {
    Digest digest;
    digest.add(header.source).add(header.format).add(header.statement_id).add(header.sequence);
    digest.add(header.created).add(header.account.iban).add(header.account.other);
    if (header.account.currency) {
        digest.add(header.account.currency->code());
    }
    digest.add(header.account.owner).add(header.account.servicer_bic).add(header.opening);
    return digest.add(header.source_line).value();
}

std::uint64_t digest_of(const Entry& entry) {
    Digest digest;
    digest.add(std::uint64_t{entry.index}).add(entry.booking_date).add(entry.value_date);
    digest.add(entry.amount).add(static_cast<std::uint64_t>(entry.status));
    digest.add(std::uint64_t{entry.reversal}).add(entry.bank_reference);
    digest.add(entry.customer_reference).add(entry.transaction_code).add(entry.batch_id);
    digest.add(entry.description).add(entry.amount_details).add(entry.other);
    for (const TransactionDetail& detail : entry.details) {
        add_detail(digest, detail);
    }
    return digest.add(entry.details.size()).add(entry.source_line).value();
}

std::uint64_t digest_of(const StatementClosing& closing) {
    Digest digest;
    digest.add(closing.opening).add(closing.closing).add(closing.information);
    digest.add(closing.balanced ? std::uint64_t{*closing.balanced} + 1 : 0);
    digest.add(std::uint64_t{closing.entry_count});
    return digest.add(closing.reversals ? static_cast<std::uint64_t>(*closing.reversals) + 1 : 0)
        .value();
}

std::uint64_t digest_of(const Diagnostic& finding) {
    Digest digest;
    digest.add(static_cast<std::uint64_t>(finding.severity)).add(finding.code);
    digest.add(finding.place.file).add(finding.place.line).add(finding.place.column);
    digest.add(finding.place.byte).add(finding.message).add(finding.excerpt).add(finding.hint);
    return digest.value();
}

std::uint64_t digest_of(const OpenItem& item) {
    Digest digest;
    digest.add(item.item_id).add(static_cast<std::uint64_t>(item.kind)).add(item.party_id);
    digest.add(item.party_name);
    for (const Iban& iban : item.party_ibans) {
        digest.add(iban);
    }
    digest.add(item.document_number).add(item.reference).add(item.issue_date).add(item.due_date);
    digest.add(item.amount).add(item.open_amount).add(item.description).add(item.mandate_id);
    digest.add(item.end_to_end_id).add(item.batch_id).add(item.gl_account).add(item.taakveld);
    return digest.add(item.cost_centre).value();
}

void require_same(const Transcript& whole, const Transcript& pieces, std::size_t piece_size) {
    if (whole == pieces) {
        return;
    }
    const auto [left, right] = std::ranges::mismatch(whole, pieces);
    const std::string_view kind = left != whole.end()     ? name_of(left->kind)
                                  : right != pieces.end() ? name_of(right->kind)
                                                          : "";
    std::fprintf(stderr, "Event %td (%.*s) differs when %zu bytes are read at a time.\n",
                 left - whole.begin(), static_cast<int>(kind.size()), kind.data(), piece_size);
    require(false, "the same bytes give the same statements and findings, however they arrive");
}

}  // namespace afletter::fuzz

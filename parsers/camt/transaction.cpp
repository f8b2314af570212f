// Reads one TxDtls that is held whole.
#include "camt/transaction.hpp"

#include <fmt/format.h>

#include "camt/counterparty.hpp"
#include "camt/names.hpp"
#include "camt/remittance.hpp"

namespace afletter::camt {

namespace {

// The first amount that is in the account's currency. An amount that cannot be read refuses the
// file, whether or not it would have been chosen: what is damaged here may be damaged elsewhere.
struct DetailAmount {
    bool readable = true;
    std::optional<Money> amount;
};
DetailAmount read_detail_amount(Reading& reading, const xml::Element& details, Direction direction,
                                Currency account_currency) {
    for (const std::string_view path : names::detail_amount) {
        const xml::Element element = details.find(path);
        if (!element) {
            continue;
        }
        const std::optional<Money> amount =
            read_amount(reading, element, direction, account_currency);
        if (!amount) {
            return {false, std::nullopt};
        }
        if (amount->currency() == account_currency) {
            return {true, amount};
        }
    }
    return {};
}

// The first identification of scheme SEPA below PrvtId.
std::string read_sepa_id(const xml::Element& private_id) {
    for (auto other = private_id.child("Othr"); other; other = other.next_alike()) {
        if (other.find("SchmeNm/Prtry").text() == "SEPA") {
            return reference_text(other.child("Id"));
        }
    }
    return "";
}

std::string read_creditor_id(const xml::Element& details) {
    for (const std::string_view path : names::creditor_private_id) {
        std::string id = read_sepa_id(details.find(path));
        if (!id.empty()) {
            return id;
        }
    }
    return "";
}

void read_return(const xml::Element& details, TransactionDetail& detail) {
    detail.return_reason = text_of(details, names::return_reason);
    const xml::Element information = details.child("RtrInf");
    for (auto text = information.child("AddtlInf"); text; text = text.next_alike()) {
        append_text(detail.remittance, text.text());
    }
}

}  // namespace

std::string read_transaction_code(const xml::Element& holder) {
    const xml::Element code = holder.child("BkTxCd");
    const xml::Element domain = code.child("Domn");
    if (!domain.child("Cd").text().empty()) {
        return fmt::format("{}/{}/{}", domain.child("Cd").text(), domain.find("Fmly/Cd").text(),
                           domain.find("Fmly/SubFmlyCd").text());
    }
    return std::string(code.find("Prtry/Cd").text());
}

std::string read_batch_id(const xml::Element& holder) {
    for (const std::string_view name : names::batch_id) {
        std::string id = reference_text(holder.child(name));
        if (!id.empty()) {
            return id;
        }
    }
    return "";
}

void append_text(std::string& whole, std::string_view text) {
    if (text.empty() || text == whole) {
        return;
    }
    if (!whole.empty()) {
        whole += ' ';
    }
    whole += text;
}

std::optional<Transaction> read_transaction(Reading& reading, const xml::Element& details,
                                            const EntryContext& entry, const Owner& owner) {
    const std::optional<Direction> direction = details.child("CdtDbtInd")
                                                   ? read_direction(reading, details)
                                                   : std::optional(entry.direction);
    if (!direction) {
        return std::nullopt;
    }
    const DetailAmount amount =
        read_detail_amount(reading, details, *direction, entry.amount.currency());
    if (!amount.readable) {
        return std::nullopt;
    }
    const xml::Element references = details.child("Refs");
    Remittance remittance = read_remittance(details.child("RmtInf"));

    Transaction transaction;
    TransactionDetail& detail = transaction.detail;
    detail.amount = amount.amount;
    detail.bank_reference = reference_text(references.child("AcctSvcrRef"));
    detail.end_to_end_id = reference_text(references.child("EndToEndId"));
    detail.mandate_id = reference_text(references.child("MndtId"));
    detail.batch_id = read_batch_id(references);
    detail.creditor_id = read_creditor_id(details);
    detail.structured_reference = std::move(remittance.structured_reference);
    detail.remittance = std::move(remittance.text);
    detail.purpose = text_of(details, names::purpose);
    read_return(details, detail);
    const bool is_return = entry.reversal || details.child("RtrInf");
    detail.counterparty = read_counterparty(details, *direction, is_return, owner);

    transaction.information = details.child("AddtlTxInf").text();
    transaction.transaction_code = read_transaction_code(details);
    return transaction;
}

}  // namespace afletter::camt

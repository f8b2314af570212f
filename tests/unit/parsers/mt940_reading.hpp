// What the readers make of an entry, as one list: a test compares all of it, so that nothing is
// placed which it does not expect.
#pragma once

#include <afletter/model/statement.hpp>

#include <sstream>
#include <string>
#include <vector>

#include "mt940_samples.hpp"

namespace afletter::test {

using Reading = std::vector<std::string>;

// "name: Jansen", "other: TRTP=IDEAL", .. in the order of the members.
inline Reading reading_of(const Entry& entry) {
    Reading lines;
    const auto add = [&lines](const std::string& name, const std::string& value) {
        if (!value.empty()) {
            lines.push_back(name + ": " + value);
        }
    };
    add("description", entry.description);
    for (const TransactionDetail& detail : entry.details) {
        const Counterparty& party = detail.counterparty;
        const AmountDetails& amounts = detail.amount_details;
        add("bank reference", detail.bank_reference);
        add("end-to-end id", detail.end_to_end_id);
        add("mandate", detail.mandate_id);
        add("creditor", detail.creditor_id);
        add("batch", detail.batch_id);
        const std::uint32_t count = entry.batch.transactions;
        add("batch of", count == 0 ? "" : std::to_string(count));
        add("batch", entry.batch.gross ? "gross" : "");
        add("name", party.name);
        add("ultimate", party.ultimate_name);
        add("iban", std::string(text_if_known(party.iban)));
        add("account", party.account);
        add("bic", party.bic);
        add("structured", detail.structured_reference);
        add("remittance", detail.remittance);
        add("return reason", detail.return_reason);
        add("purpose", detail.purpose);
        add("instructed", amounts.instructed ? std::string(amounts.instructed->currency().code()) +
                                                   " " + to_decimal(*amounts.instructed)
                                             : "");
        add("charges", amounts.charges ? to_decimal(*amounts.charges) : "");
        add("rate", amounts.exchange_rate);
        std::istringstream pieces(detail.other);
        for (std::string piece; std::getline(pieces, piece);) {
            add("other", piece);
        }
    }
    return lines;
}

// Cut as banks cut: every 65 characters, in the middle of whatever stands there.
inline std::string cut_at_65(std::string text) {
    constexpr std::size_t width = 65;
    for (std::size_t i = width; i < text.size(); i += width + 1) {
        text.insert(i, "\n");
    }
    return text;
}

struct InformationExample {
    std::string text;  // of the :86:
    Reading reading;
};

// The same reading from one long line and from lines that are cut; `supplementary` is of the :61:.
#define CHECK_INFORMATION(example, ...)                                                        \
    do {                                                                                       \
        CAPTURE((example).text);                                                               \
        CHECK(reading_of(mt940_entry((example).text __VA_OPT__(, ) __VA_ARGS__)) ==            \
              (example).reading);                                                              \
        CHECK(reading_of(mt940_entry(cut_at_65((example).text) __VA_OPT__(, ) __VA_ARGS__)) == \
              (example).reading);                                                              \
    } while (false)

}  // namespace afletter::test

// Keeps the last statement of each account and compares the next one with it.
#include "camt/chain.hpp"

#include <utility>

#include <fmt/format.h>

namespace afletter::camt {

namespace {

std::optional<Money> amount_of(const std::optional<Balance>& balance) {
    return balance ? std::optional(balance->amount) : std::nullopt;
}

std::string key_of(const StatementHeader& header) {
    const AccountIdentification& account = header.account;
    std::string key = account.iban ? std::string(account.iban->text()) : account.other;
    return key.append(" ").append(account.currency ? account.currency->code() : "");
}

}  // namespace

void StatementChain::add(Reading& reading, const Record& head, const StatementHeader& header,
                         const StatementClosing& closing) {
    if (!is_statement(header)) {
        return;
    }
    Link link{header.statement_id, amount_of(closing.opening), amount_of(closing.closing)};
    std::string key = key_of(header);
    const auto found = last_.find(key);
    if (found == last_.end()) {
        if (last_.size() < accounts_max) {
            last_.emplace(std::move(key), std::move(link));
        }
        return;
    }
    const Link before = std::exchange(found->second, link);
    if (!before.closing || !link.opening || *before.closing == *link.opening) {
        return;
    }
    // The same statement once more, or the newest first.
    const bool repeats = before.opening == link.opening && before.closing == link.closing;
    const bool goes_back = before.opening && before.opening == link.closing;
    const auto difference = checked_subtract(*link.opening, *before.closing);
    if (repeats || goes_back || !difference) {
        return;
    }
    reading.report(Severity::warning, "camt.balance.chain", reading.start_of(head),
                   fmt::format("expected the opening balance {} {} (closing balance of {}, the "
                               "statement before it), found {}: a difference of {}",
                               link.opening->currency().code(), to_decimal(*before.closing),
                               in_quotes(before.statement_id), to_decimal(*link.opening),
                               to_decimal(*difference)),
                   "A statement between the two is missing. Ask the bank for it.");
}

}  // namespace afletter::camt

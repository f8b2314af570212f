// Small worlds for the matchers' tests: items and lines said in a line each.
#pragma once

#include <afletter/matchers.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace afletter::test {

[[nodiscard]] Money euros(std::string_view decimal);
[[nodiscard]] Date day(std::string_view iso);
// The IBAN of an account with this number at a made-up bank.
[[nodiscard]] Iban iban(int number);
// A betalingskenmerk of 16 digits over this number.
[[nodiscard]] std::string payment_reference(int number);
[[nodiscard]] std::string creditor_reference(std::string_view body);

// An item of party "P" with the item's id as its own: open, issued 2026-01-01, no numbers.
[[nodiscard]] OpenItem receivable(std::string id, std::string_view amount);
[[nodiscard]] OpenItem payable(std::string id, std::string_view amount);
[[nodiscard]] OpenItem closed(OpenItem item);
// The item as one of this party's; the party's account and name go with it.
[[nodiscard]] OpenItem of_party(OpenItem item, std::string party, int account, std::string name);
[[nodiscard]] OpenItem with_reference(OpenItem item, std::string reference);
[[nodiscard]] OpenItem with_document(OpenItem item, std::string number);

// A line booked 2026-02-01; positive came in.
[[nodiscard]] Line line(int id, std::string_view amount, std::string remittance = {});
[[nodiscard]] Line from(Line line, int account, std::string name);
[[nodiscard]] Line named(Line line, std::string name);

[[nodiscard]] Decision decide(const Line& line, const std::vector<OpenItem>& items);
[[nodiscard]] bool has(const Decision& decision, Obstacle obstacle);
// Ids of the best candidate's items, joined by '+'; empty when there is none.
[[nodiscard]] std::string best(const Decision& decision);
[[nodiscard]] std::string items_of(const Candidate& candidate);

}  // namespace afletter::test

// One truth from two formats: the bank shows the same day of the same account as MT940 and as CAMT,
// and both readings must give the same entries, up to what the characters of SWIFT can carry.
#include <afletter/parsers.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "simulator/camt_writer.hpp"
#include "simulator/mt940_writer.hpp"
#include "simulator/names.hpp"
#include "simulator/statements.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
namespace simulator = afletter::simulator;

struct Reading final : StatementSink {
    std::vector<Statement> statements;
    std::vector<Diagnostic> findings;

    void begin(const StatementHeader& header) override { statements.push_back({header, {}, {}}); }
    void entry(const Entry& entry) override { statements.back().entries.push_back(entry); }
    void end(const StatementClosing& closing) override { statements.back().closing = closing; }
    void report(Diagnostic finding) override { findings.push_back(std::move(finding)); }
};

// What the bank would show of the statement in either format, read.
Statement read(const std::string& name, std::string bytes) {
    Reading reading;
    const auto source = open_memory(std::move(bytes));
    const bool accepted = read_statements(name, *source, reading);
    CAPTURE(name, reading.findings.empty() ? "" : reading.findings.front().message);
    REQUIRE(accepted);
    REQUIRE(reading.findings.empty());
    REQUIRE(reading.statements.size() == 1);
    return reading.statements.front();
}

Statement read_as_mt940(const simulator::BankStatement& statement) {
    std::string bytes;
    simulator::append_mt940(bytes, statement, true);
    return read("mt940", std::move(bytes));
}

Statement read_as_camt(simulator::BankStatement statement, simulator::StatementFormat version) {
    simulator::BankAccount account = *statement.account;
    account.format = version;
    statement.account = &account;
    std::string bytes;
    simulator::begin_camt(bytes, statement);
    simulator::append_camt(bytes, statement);
    simulator::end_camt(bytes);
    return read("camt", std::move(bytes));
}

// --- what SWIFT can carry ---

// Letters lose their marks, characters outside SWIFT's set x become dots, and blanks at either end
// are lost (SWIFT User Handbook, character sets). Nothing else is forgiven.
std::string in_swift_characters(std::string_view text) {
    constexpr std::string_view others = "/-?:().,'+ ";
    std::string carried = simulator::without_diacritics(text);
    for (char& letter : carried) {
        const bool is_alphanumeric = (letter >= '0' && letter <= '9') ||
                                     (letter >= 'A' && letter <= 'Z') ||
                                     (letter >= 'a' && letter <= 'z');
        letter = is_alphanumeric || others.find(letter) != std::string_view::npos ? letter : '.';
    }
    const std::size_t first = carried.find_first_not_of(' ');
    return first == std::string::npos
               ? ""
               : carried.substr(first, carried.find_last_not_of(' ') + 1 - first);
}

std::string shown(const std::optional<Date>& date) {
    return date ? to_iso(*date) : "none";
}

const TransactionDetail& detail_of(const Entry& entry) {
    static const TransactionDetail none;
    return entry.details.size() == 1 ? entry.details.front() : none;
}

using Fields = std::map<std::string_view, std::string>;

// What a bank's MT940 leaves out, so that only CAMT has it.
struct Carried {
    std::size_t name_size = 70;    // ABN AMRO gives a name 35 characters
    bool has_booking_date = true;  // Rabobank's :61: has no entry date; the value date stands in
    bool has_account_iban = true;  // ABN AMRO's :25: has the number within the IBAN
};

Carried carried_by(simulator::StatementFormat format) {
    return {.name_size = format == simulator::StatementFormat::mt940_abnamro ? 35U : 70U,
            .has_booking_date = format != simulator::StatementFormat::mt940_rabobank,
            .has_account_iban = format != simulator::StatementFormat::mt940_abnamro};
}

Fields fields_of_booking(const Entry& entry, const Carried& carried) {
    return {{"amount", to_decimal(entry.amount)},
            {"booking date", carried.has_booking_date ? shown(entry.booking_date) : ""},
            {"value date", shown(entry.value_date)},
            {"bank reference", entry.bank_reference},
            {"status", std::string(name_of(entry.status))}};
}

Fields fields_of(const Entry& entry, const Carried& carried) {
    const TransactionDetail& detail = detail_of(entry);
    const std::string name = in_swift_characters(detail.counterparty.name);
    Fields fields = fields_of_booking(entry, carried);
    fields["end-to-end id"] = detail.end_to_end_id;
    fields["mandate"] = detail.mandate_id;
    fields["structured reference"] = detail.structured_reference;
    fields["counterparty IBAN"] = detail.counterparty.iban ? detail.counterparty.iban->text() : "";
    fields["counterparty name"] = in_swift_characters(name.substr(0, carried.name_size));
    fields["remittance"] = in_swift_characters(detail.remittance);
    fields["return reason"] = detail.return_reason;
    return fields;
}

// MT940 has one sum and the batch's name for what CAMT itemises.
Fields fields_of_batch(const Entry& entry, const Carried& carried) {
    Fields fields = fields_of_booking(entry, carried);
    fields["batch"] = entry.batch_id.empty() ? detail_of(entry).batch_id : entry.batch_id;
    return fields;
}

class Comparison {
  public:
    void add(const simulator::BankStatement& statement, const Statement& mt940,
             const Statement& camt) {
        const Carried carried = carried_by(statement.account->format);
        CHECK(camt.header.account.iban.has_value());
        CHECK(mt940.header.account.iban.has_value() == carried.has_account_iban);
        CHECK(mt940.header.opening->amount == camt.header.opening->amount);
        CHECK(mt940.closing.closing->amount == camt.closing.closing->amount);
        CHECK(mt940.closing.balanced == true);
        CHECK(camt.closing.balanced == true);
        REQUIRE(mt940.entries.size() == statement.entries.size());
        REQUIRE(camt.entries.size() == statement.entries.size());
        for (std::size_t at = 0; at < statement.entries.size(); ++at) {
            const bool is_batch = !statement.entries[at].batch_id.empty();
            const auto fields = [&](const Entry& entry) {
                return is_batch ? fields_of_batch(entry, carried) : fields_of(entry, carried);
            };
            compare(statement.account->bic, fields(mt940.entries[at]), fields(camt.entries[at]));
        }
        ++pairs_;
    }

    [[nodiscard]] std::size_t pairs() const { return pairs_; }
    // Examples of what differs, by bank and field.
    [[nodiscard]] const std::map<std::string, std::string>& differences() const {
        return differences_;
    }

  private:
    void compare(const std::string& bank, const Fields& mt940, const Fields& camt) {
        for (const auto& [name, value] : mt940) {
            if (value != camt.at(name)) {
                differences_.try_emplace(bank + " " + std::string(name),
                                         "MT940 [" + value + "] CAMT [" + camt.at(name) + "] " +
                                             mt940.at("bank reference"));
            }
        }
    }

    std::size_t pairs_ = 0;
    std::map<std::string, std::string> differences_;
};

}  // namespace

TEST_CASE("a day of an account gives the same entries as MT940 and as CAMT", "[two_formats]") {
    const auto version =
        GENERATE(simulator::StatementFormat::camt_053_02, simulator::StatementFormat::camt_053_08);
    const simulator::World world =
        simulator::make_world({.seed = 21,
                               .lines = 8000,
                               .mix = simulator::mix_named("nasty").value(),
                               .format = simulator::FormatChoice::mt940});
    Comparison comparison;
    simulator::for_each_statement(world, [&](const simulator::BankStatement& statement) {
        comparison.add(statement, read_as_mt940(statement), read_as_camt(statement, version));
    });
    CHECK(comparison.pairs() >= 500);
    for (const auto& [field, example] : comparison.differences()) {
        FAIL_CHECK(field << " differs: " << example);
    }
}

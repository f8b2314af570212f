// The front end of the CAMT reader by itself: bytes that are checked, elements that nest, every
// field found, and the amounts that prove the balances. No entry is made of them.
#include <stdexcept>
#include <string>

#include "balance_proof.hpp"
#include "bench/own_parts.hpp"
#include "camt/balances.hpp"
#include "camt/record_reader.hpp"
#include "support/view_source.hpp"
#include "utf8_source.hpp"

namespace afletter::bench {

namespace {

// A finding would mean that the made-up file is wrong.
[[noreturn]] void refuse(const Diagnostic& finding) {
    throw std::runtime_error(finding.message);
}

class NoSink final : public StatementSink {
  public:
    void begin(const StatementHeader&) override {}
    void entry(const Entry&) override {}
    void end(const StatementClosing&) override {}
    void report(Diagnostic finding) override { refuse(finding); }
};

class ProvingHandler final : public camt::RecordHandler {
  public:
    explicit ProvingHandler(camt::Reading& reading) : reading_(reading) {}

    void begin_message(const xml::Event&) override {}
    void begin_statement(const camt::Record&) override {
        balances_ = {};
        proof_ = {};
    }
    void balance(const camt::Record&, const camt::Record& balance) override {
        balances_.add(reading_, balance, std::nullopt);
    }
    void begin_entry(const camt::Record&) override {}
    void batch(const camt::Record&) override {}
    void transaction(const camt::Record&, const camt::Record& transaction) override {
        field_count_ += transaction.facts().size();
    }
    void end_entry(const camt::Record& entry) override {
        field_count_ += entry.facts().size();
        const auto direction = camt::read_direction(reading_, entry);
        const camt::Fact* const amount = entry.find(camt::Field::amount);
        if (!direction || amount == nullptr) {
            throw std::runtime_error("a made-up entry has no amount");
        }
        proof_.add(camt::read_amount(reading_, entry, *amount, *direction, std::nullopt).value(),
                   EntryStatus::booked);
    }
    void end_statement(const camt::Record&) override {
        if (proof_.holds(balances_.opening(), balances_.closing()) != true || field_count_ == 0) {
            throw std::runtime_error("a made-up statement does not add up");
        }
    }

  private:
    camt::Reading& reading_;
    camt::Balances balances_;
    BalanceProof proof_;
    std::size_t field_count_ = 0;
};

void read_records(std::string_view file) {
    test::ViewSource source(file);
    Utf8Source utf8("benchmark", source, refuse);
    camt::ElementNames names;
    xml::Scanner scanner("benchmark", utf8, names);
    NoSink sink;
    Findings findings("benchmark", refuse);
    camt::Reading reading{scanner, names, sink, findings, {}};
    ProvingHandler handler(reading);
    camt::RecordReader records(reading, handler);
    records.read_all();
    if (scanner.fault() || !records.found_statement()) {
        throw std::runtime_error("a made-up file was refused");
    }
}

}  // namespace

Contestant camt_front_end(std::string_view file) {
    return {.name = "every field, balances proved",
            .target = "",
            .prepare = [] {},
            .run = [file] { read_records(file); }};
}

}  // namespace afletter::bench

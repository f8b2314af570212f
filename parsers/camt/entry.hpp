// Ntry -> Entry.
#pragma once

#include <afletter/model/statement.hpp>

#include <cstdint>
#include <optional>
#include <vector>

#include "camt/transaction.hpp"
#include "camt/values.hpp"
#include "xml/element_tree.hpp"
#include "xml/reader.hpp"

namespace afletter::camt {

// Reads one entry after another. Its transactions are read and forgotten one by one, so that a
// batch of any size needs no more memory than the entry that comes of it.
class EntryReader {
  public:
    EntryReader(Reading& reading, Owner owner, std::optional<Currency> account_currency);

    // The entry whose start was just read. Absent when an error was reported or the XML failed.
    [[nodiscard]] std::optional<Entry> read(const xml::Event& start, std::uint32_t index);

  private:
    void read_child(const xml::Event& start);
    void read_detail(const xml::Event& start);
    void read_context();
    void check_currency(const xml::Element& amount, const Money& money);
    [[nodiscard]] std::optional<EntryStatus> read_status();
    [[nodiscard]] std::optional<Entry> finish(std::uint32_t index);
    void place_information(Entry& entry);

    Reading& reading_;
    Owner owner_;
    std::optional<Currency> account_currency_;

    // Of the entry being read.
    xml::ElementTree tree_;    // everything but its transactions
    xml::ElementTree detail_;  // one Btch or TxDtls
    bool is_readable_ = true;  // false after an error
    std::optional<EntryContext> context_;
    std::string batch_id_;
    std::vector<Transaction> transactions_;
};

}  // namespace afletter::camt

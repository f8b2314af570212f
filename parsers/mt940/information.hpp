// Field 86, the information to the account owner: what the counterparty and the bank say about a
// booking, in the dialect of the bank that wrote it.
#pragma once

#include <afletter/model/statement.hpp>

#include <span>
#include <string_view>

#include "mt940/information/text_buffer.hpp"

namespace afletter::mt940 {

class Placer;

// Reads one entry after another, and uses its memory again for the next.
class InformationReader {
  public:
    // Completes `entry` from its :86: and :NS: fields (several in old files) and the supplementary
    // details of its :61:. Its details are empty, or one that is cleared; there is one afterwards
    // when anything was found that belongs into it. All text has a place in the end:
    // entry.description holds what the bank calls the booking, the detail the rest.
    void read(std::span<const std::string_view> fields, std::string_view supplementary,
              Entry& entry);

  private:
    // The text of the fields, and the mark of its subfields or 0; what is numbered by lines (:NS:)
    // is placed at once.
    char join(std::span<const std::string_view> fields, Placer& placer);

    TextBuffer text_;
    TextBuffer memory_;
};

// The same text where another format has it: ABN AMRO writes "/TRTP/SEPA OVERBOEKING/IBAN/.." into
// CAMT as well. Completes an entry without details; false, and nothing done, when the text is not
// of keywords between slashes.
[[nodiscard]] bool read_keyed_information(std::string_view text, Entry& entry);

}  // namespace afletter::mt940

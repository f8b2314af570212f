// Made-up MT940 messages of a made-up municipality, put together from the part a test is about.
#pragma once

#include <string>
#include <string_view>

#include "collected.hpp"
#include "readers.hpp"

namespace afletter::test {

inline CollectedStatements read_mt940_text(std::string text) {
    CollectedStatements collected;
    collected.accepted = read_mt940("input", *open_memory(std::move(text)), collected);
    return collected;
}

// A statement of 1000 euro with `fields` between its balances; they need not add up.
inline std::string mt940_statement(std::string_view fields,
                                   std::string_view closing = ":62F:C260105EUR1000,00\n") {
    std::string text = ":20:AFSCHRIFT1\n:25:NL34BNGH0285000001\n:28C:5/1\n:60F:C260104EUR1000,00\n";
    return text.append(fields).append(closing);
}

// The first entry of a statement with one :61: that came in, and this :86:.
inline Entry mt940_entry(std::string_view information, std::string_view supplementary = "",
                         std::string_view reference = "NONREF") {
    std::string fields = ":61:2601050105C12,34NTRF";
    fields.append(reference).append("\n").append(supplementary);
    if (!information.empty()) {
        fields.append(":86:").append(information).append("\n");
    }
    const CollectedStatements read = read_mt940_text(mt940_statement(fields));
    return read.statements.at(0).entries.at(0);
}
inline TransactionDetail mt940_detail(std::string_view information,
                                      std::string_view supplementary = "") {
    return mt940_entry(information, supplementary).details.at(0);
}

}  // namespace afletter::test

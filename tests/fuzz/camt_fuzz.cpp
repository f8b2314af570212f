// CAMT, mutated by elements; what does not begin as XML is put into a statement.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/camt_mutator.hpp"
#include "fuzz/libfuzzer.hpp"
#include "fuzz/properties.hpp"

namespace fuzz = afletter::fuzz;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string message(fuzz::text_of(data, size));
    if (message.find('<') != message.find_first_not_of(" \t\r\n")) {
        message =
            "<Document><BkToCstmrStmt><Stmt>" + message + "</Stmt></BkToCstmrStmt></Document>";
    }
    fuzz::check_statements(message);
    return 0;
}

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t size_max,
                                    unsigned int seed) {
    fuzz::Chance chance(seed);
    return fuzz::put(fuzz::mutated_camt(std::string(fuzz::text_of(data, size)), chance), data,
                     size_max);
}

// CAMT, mutated by elements; what does not begin as XML is put into a statement.
#include <cstddef>
#include <cstdint>
#include <string>

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

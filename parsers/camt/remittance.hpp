// RmtInf -> the structured reference and the unstructured text of a transaction.
#pragma once

#include <string>

#include "xml/element_tree.hpp"

namespace afletter::camt {

struct Remittance {
    std::string structured_reference;
    std::string text;
};
[[nodiscard]] Remittance read_remittance(const xml::Element& information);

}  // namespace afletter::camt

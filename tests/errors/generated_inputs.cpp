// Makes the large inputs.
#include "generated_inputs.hpp"

namespace afletter::test {

namespace {

std::string message(const std::string& inside) {
    return "<Document>\n<BkToCstmrStmt>\n<Stmt>\n" + inside +
           "\n</Stmt>\n</BkToCstmrStmt>\n</Document>\n";
}

std::string many_texts() {
    std::string inside = "<Acct>\n";
    for (int i = 0; i < 150; ++i) {
        inside += "<Nm>" + std::string(60'000, 'x') + "</Nm>\n";
    }
    return inside + "</Acct>";
}

std::string many_faulty_items() {
    std::string rows = "item_id,kind,issue_date,currency,amount\n";
    for (int i = 1; i <= 103; ++i) {
        rows += "I" + std::to_string(i) + ",receivable,2026-01-05,EUR,ten\n";
    }
    return rows;
}

}  // namespace

std::vector<GeneratedInput> generated_inputs() {
    return {{"xml_text_size.xml", message("<Id>" + std::string(70'000, 'x') + "</Id>")},
            {"xml_markup_size.xml", message("<!--" + std::string(2'000'000, 'x') + "-->")},
            {"xml_element_size.xml", message(many_texts())},
            {"items_more.csv", many_faulty_items()}};
}

}  // namespace afletter::test

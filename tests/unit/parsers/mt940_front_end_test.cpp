// The grammars against the scanner that the benchmark measures them with: the same fields.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/mt940_fields.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

// Each field on a line, its subfields separated by '|'.
class Outline final : public bench::Mt940Visitor {
  public:
    std::vector<std::string> fields;

    void balance(const mt940::BalanceText& balance) override {
        add({balance.mark, balance.date.text, balance.currency, balance.amount.text, balance.rest});
        add_numbers(balance.date.number, 0, balance.amount);
    }
    void line(const mt940::StatementLineText& line) override {
        add({line.value_date.text, line.entry_date.text, line.mark, line.funds_code,
             line.amount.text, line.type, line.reference, line.bank_reference, line.supplementary});
        add_numbers(line.value_date.number, line.entry_date.number, line.amount);
    }
    void information(std::string_view text) override {
        const std::size_t last = text.find_last_not_of(" \r\n");
        add({text.substr(0, last == text.npos ? 0 : last + 1)});
    }

  private:
    void add(std::initializer_list<std::string_view> subfields) {
        std::string field;
        for (const std::string_view subfield : subfields) {
            field.append(subfield).append("|");
        }
        fields.push_back(std::move(field));
    }
    void add_numbers(std::uint32_t date, std::uint32_t other_date, const mt940::Decimal& amount) {
        fields.back() += std::to_string(date) + "|" + std::to_string(other_date) + "|" +
                         std::to_string(amount.number) + "|" +
                         std::to_string(amount.fraction_digits);
    }
};

}  // namespace

TEST_CASE("the grammars and the scanner of the benchmark yield the same fields",
          "[parsers][mt940][bench]") {
    std::size_t files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(project_file("samples/statements"))) {
        if (entry.path().extension() != ".sta") {
            continue;
        }
        ++files;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        Outline by_grammar;
        Outline by_hand;
        bench::visit_by_grammar(text, by_grammar);
        bench::visit_by_hand(text, by_hand);
        CAPTURE(entry.path());
        CHECK(by_grammar.fields.size() > 10);
        CHECK(by_grammar.fields == by_hand.fields);
    }
    CHECK(files > 0);
}

}  // namespace afletter::test

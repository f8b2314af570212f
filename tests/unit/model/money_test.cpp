// Amounts: exact parsing, checked sums, printing.
#include <afletter/model/money.hpp>

#include <cstdint>
#include <limits>

#include <nlohmann/json.hpp>

#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

const Currency euro = Currency::euro();
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();

std::string told(const Result<Money, MoneyError>& amount) {
    if (amount) {
        return std::to_string(amount->minor_units());
    }
    switch (amount.error()) {
        case MoneyError::precision:
            return "precision";
        case MoneyError::overflow:
            return "overflow";
        default:
            return "bad";
    }
}

Currency currency_with(int minor_digits) {
    return Currency::parse(minor_digits == 0 ? "JPY" : minor_digits == 3 ? "BHD" : "EUR").value();
}

}  // namespace

TEST_CASE("a currency is a code of ISO 4217 and knows its minor digits", "[money]") {
    struct Row {
        const char* code;
        int digits;
    };
    for (const Row& row : {Row{"EUR", 2}, Row{"JPY", 0}, Row{"BHD", 3}, Row{"CLF", 4},
                           Row{"BGN", 2}, Row{"HRK", 2}, Row{"HUF", 2}}) {
        CAPTURE(row.code);
        REQUIRE(Currency::parse(row.code));
        CHECK(Currency::parse(row.code)->minor_digits() == row.digits);
        CHECK(Currency::parse(row.code)->code() == row.code);
    }
    for (const char* text : {"", "EU", "EURO", "eur", "XXX", "XAU", "R E", "UR ", "BHDB"}) {
        CAPTURE(text);
        CHECK_FALSE(Currency::parse(text));
    }
}

TEST_CASE("the standard's amounts in MT940 form are read or refused as it says", "[money]") {
    for (const auto& vector : test::standard_vectors("amount_mt")) {
        const auto input = nlohmann::json::parse(vector.input);
        CAPTURE(vector.input);
        CHECK(told(parse_swift_amount(input[0].get<std::string>(),
                                      currency_with(input[1].get<int>()))) == vector.expect);
    }
}

TEST_CASE("the standard's amounts in ISO 20022 form are read or refused as it says", "[money]") {
    for (const auto& vector : test::standard_vectors("amount_camt")) {
        const auto input = nlohmann::json::parse(vector.input);
        CAPTURE(vector.input);
        CHECK(told(parse_iso20022_amount(input[0].get<std::string>(),
                                         currency_with(input[1].get<int>()))) == vector.expect);
    }
}

TEST_CASE("an ISO 20022 amount has at most 18 digits and fits in 64 bits or is refused",
          "[money]") {
    CHECK(told(parse_iso20022_amount("9999999999999999.99", euro)) == "999999999999999999");
    CHECK(told(parse_iso20022_amount("99999999999999999.99", euro)) == "bad");
    CHECK(told(parse_iso20022_amount("92233720368547758", euro)) == "9223372036854775800");
    CHECK(told(parse_iso20022_amount("92233720368547759", euro)) == "overflow");
    for (const char* text : {"", ".", "1.2.3", "+1", "1 0", ".50", "0x10", "1_000"}) {
        CAPTURE(text);
        CHECK(told(parse_iso20022_amount(text, euro)) == "bad");
    }
    CHECK(told(parse_iso20022_amount("1.", euro)) == "100");
}

TEST_CASE("a SWIFT amount is at most 15 characters long", "[money]") {
    CHECK(told(parse_swift_amount("123456789012,34", euro)) == "12345678901234");
    CHECK(told(parse_swift_amount("1234567890123,45", euro)) == "bad");
}

TEST_CASE("a machine decimal may be negative and prints back as it was", "[money]") {
    for (const char* text : {"0.00", "-0.01", "12.34", "-12.34", "92233720368547758.07",
                             "-92233720368547758.07", "1000000.00"}) {
        CAPTURE(text);
        REQUIRE(parse_decimal(text, euro));
        CHECK(to_decimal(*parse_decimal(text, euro)) == text);
    }
    for (const char* text : {"", "-", "--1", "1,00", "1.", "1e3", " 1", "1.005"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_decimal(text, euro));
    }
    CHECK(to_decimal(Money(smallest, euro)) == "-92233720368547758.08");
    CHECK(to_decimal(Money(-5, Currency::parse("JPY").value())) == "-5");
    CHECK(to_decimal(Money(5, Currency::parse("BHD").value())) == "0.005");
}

TEST_CASE("sums say when they overflow or mix currencies, and never wrap", "[money]") {
    const Currency yen = Currency::parse("JPY").value();
    CHECK(checked_add(Money(largest - 1, euro), Money(1, euro))->minor_units() == largest);
    CHECK(checked_add(Money(largest, euro), Money(1, euro)).error() == MoneyError::overflow);
    CHECK(checked_subtract(Money(smallest + 1, euro), Money(1, euro))->minor_units() == smallest);
    CHECK(checked_subtract(Money(smallest, euro), Money(1, euro)).error() == MoneyError::overflow);
    CHECK(checked_add(Money(1, euro), Money(1, yen)).error() == MoneyError::currency_mismatch);
    CHECK(checked_subtract(Money(1, euro), Money(1, yen)).error() == MoneyError::currency_mismatch);
    CHECK(negated(Money(7, euro)) == Money(-7, euro));
    CHECK(negated(Money(smallest, euro)).error() == MoneyError::overflow);
}

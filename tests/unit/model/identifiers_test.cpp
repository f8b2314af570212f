// IBAN, BIC, RF, betalingskenmerk: what passes, what does not, and why not.
#include <afletter/model/identifiers.hpp>

#include <array>
#include <random>
#include <set>

#include <nlohmann/json.hpp>

#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;

template <class Identifier>
std::string told(const Result<Identifier, IdentifierError>& identifier) {
    if (identifier) {
        return "ok";
    }
    switch (identifier.error()) {
        case IdentifierError::malformed:
            return "bad-structure";
        case IdentifierError::length:
            return "bad-length";
        case IdentifierError::check_digits:
            return "bad-check";
        case IdentifierError::length_code:
            return "bad-length-code";
        case IdentifierError::unknown_country:
            return "unknown-country";
    }
    return "?";
}

// The check of ISO 13616 as it is told: the head behind the rest, letters as two digits, mod 97.
bool slow_passes_mod_97(std::string_view iban) {
    const std::string rotated = std::string(iban.substr(4)).append(iban.substr(0, 4));
    unsigned remainder = 0;
    for (const char c : rotated) {
        const std::string digits = c >= 'A' ? std::to_string(c - 'A' + 10) : std::string(1, c);
        for (const char digit : digits) {
            remainder = (remainder * 10 + static_cast<unsigned>(digit - '0')) % 97;
        }
    }
    return remainder == 1;
}

}  // namespace

TEST_CASE("the standard's IBANs pass or fail for the reason it gives", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("iban")) {
        CAPTURE(vector.input);
        const std::string expect = vector.expect == "bad-format" ? "bad-structure" : vector.expect;
        CHECK(told(Iban::parse(vector.input)) == expect);
    }
}

TEST_CASE("an IBAN is kept without blanks and in upper case", "[identifiers]") {
    CHECK(Iban::parse("nl91 abna 0417 1643 00")->text() == "NL91ABNA0417164300");
    CHECK(told(Iban::parse("NL92ABNA0417164300")) == "bad-check");
    CHECK(told(Iban::parse("NL91ABNA041716430")) == "bad-length");
    CHECK(told(Iban::parse("NL91ABNA0417*64300")) == "bad-structure");
    CHECK(told(Iban::parse("1234567890")) == "bad-structure");
}

TEST_CASE("an IBAN passes as it does digit by digit, also with blanks in it",
          "[identifiers][twins]") {
    constexpr std::array<std::string_view, 3> forms = {
        "NL__ABNA__________", "DE____________________", "MT__MALT_____ABCDEFGHIJKLMNOPQ_"};
    constexpr int count = 30'000;  // about one in a hundred passes
    std::mt19937 random(1);
    int passed = 0;
    for (int i = 0; i < count; ++i) {
        std::string iban(forms[random() % forms.size()]);
        for (char& c : iban) {
            c = c == '_' ? static_cast<char>('0' + random() % 10) : c;
        }
        CAPTURE(iban);
        const std::string check = iban.substr(2, 2);
        const bool is_issued = check != "00" && check != "01" && check != "99";
        const bool passes = is_issued && slow_passes_mod_97(iban);
        passed += passes ? 1 : 0;
        REQUIRE(told(Iban::parse(iban)) == (passes ? "ok" : "bad-check"));
        REQUIRE(told(Iban::parse(iban.insert(4 + random() % 4, " "))) ==
                (passes ? "ok" : "bad-check"));
    }
    CHECK(passed > count / 200);
}

TEST_CASE("every wrong single character among the digits of an IBAN is found", "[identifiers]") {
    for (const std::string good : {"NL91ABNA0417164300", "DE89370400440532013000"}) {
        for (std::size_t i = 8; i < good.size(); ++i) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed = good;
                changed[i] = static_cast<char>(byte);
                CAPTURE(changed);
                CHECK(Iban::parse(changed).has_value() == (changed == good));
            }
        }
    }
}

TEST_CASE("an IBAN is made from country and BBAN as the standard has it", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("iban_make")) {
        const auto input = nlohmann::json::parse(vector.input);
        const auto iban = make_iban(input[0].get<std::string>(), input[1].get<std::string>());
        REQUIRE(iban);
        CHECK(iban->text() == vector.expect);
    }
    CHECK_FALSE(make_iban("NL", "INGB000123456"));
    CHECK_FALSE(make_iban("QQ", "INGB0001234567"));
}

TEST_CASE("a BIC has 8 or 11 characters and is upper case", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("bic")) {
        CAPTURE(vector.input);
        CHECK(Bic::parse(vector.input).has_value() == (vector.expect == "true"));
    }
    CHECK(Bic::parse("BNGHNL2G"));
    CHECK(Bic::parse("INGBNL2AXXX"));
    CHECK_FALSE(Bic::parse("INGBNL2AXX"));
    CHECK_FALSE(Bic::parse("INGB1L2A"));
}

TEST_CASE("the standard's RF references pass or fail as it says", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("rf")) {
        CAPTURE(vector.input);
        CHECK(CreditorReference::parse(vector.input).has_value() == (vector.expect == "true"));
    }
    CHECK(CreditorReference::parse("rf18 5390 0754 7034")->text() == "RF18539007547034");
    CHECK(told(CreditorReference::parse("RF17539007547034")) == "bad-check");
    CHECK(told(CreditorReference::parse("RF18")) == "bad-length");
    CHECK(told(CreditorReference::parse("RFAB539007547034")) == "bad-structure");
}

TEST_CASE("an RF reference is made with check digits that pass", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("rf_make")) {
        CHECK(make_creditor_reference(vector.input).has_value());
    }
    CHECK(make_creditor_reference("539007547034")->text() == "RF18539007547034");
    CHECK_FALSE(make_creditor_reference(""));
    CHECK_FALSE(make_creditor_reference("1234567890123456789012"));
}

TEST_CASE("the standard's betalingskenmerken pass or fail for the reason it gives",
          "[identifiers]") {
    for (const auto& vector : test::standard_vectors("nl_betalingskenmerk")) {
        CAPTURE(vector.input);
        const std::string expect = vector.expect == "ok-unchecked" ? "ok" : vector.expect;
        CHECK(told(PaymentReference::parse(vector.input)) == expect);
    }
}

TEST_CASE("a betalingskenmerk has 7, 9 to 14, or 16 digits", "[identifiers]") {
    CHECK(told(PaymentReference::parse("5000056789012345")) == "ok");
    CHECK(PaymentReference::parse("5000.0567.8901.2345")->text() == "5000056789012345");
    CHECK(told(PaymentReference::parse("6000056789012345")) == "bad-check");
    CHECK(told(PaymentReference::parse("13234534622567")) == "bad-length-code");
    CHECK(told(PaymentReference::parse("1234567")) == "ok");
    for (const char* text : {"123456", "12345678", "123456789012345", "12345678901234567"}) {
        CAPTURE(text);
        CHECK(told(PaymentReference::parse(text)) == "bad-length");
    }
    CHECK(told(PaymentReference::parse("50000567890l2345")) == "bad-structure");
    CHECK(told(PaymentReference::parse("")) == "bad-structure");
}

TEST_CASE("a betalingskenmerk is made as the standard has it", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("nl_betalingskenmerk_make")) {
        CAPTURE(vector.input);
        REQUIRE(make_payment_reference(vector.input));
        CHECK(make_payment_reference(vector.input)->text() == vector.expect);
    }
    for (const char* digits : {"123456", "1234567890123", "12345678901234", "1234567890123456"}) {
        CAPTURE(digits);
        CHECK(told(make_payment_reference(digits)) == "bad-length");
    }
}

TEST_CASE("the elfproef holds for account numbers of nine and ten digits", "[identifiers]") {
    for (const auto& vector : test::standard_vectors("nl_elfproef")) {
        CAPTURE(vector.input);
        CHECK(passes_elfproef(vector.input) == (vector.expect == "true"));
    }
    CHECK(passes_elfproef("123456789"));
    CHECK_FALSE(passes_elfproef("123456788"));
    CHECK_FALSE(passes_elfproef("12345678"));
}

TEST_CASE("a line id is twelve characters that nobody misreads", "[identifiers]") {
    CHECK(to_text(LineId{0}) == "000000000000");
    CHECK(to_text(LineId{31}) == "00000000000z");
    CHECK(to_text(LineId{32}) == "000000000010");
    CHECK(to_text(LineId{(std::int64_t{1} << 60) - 1}) == "zzzzzzzzzzzz");
    std::set<char> seen;
    for (std::int64_t value = 0; value < 32; ++value) {
        seen.insert(to_text(LineId{value}).back());
    }
    CHECK(seen.size() == 32);
    for (const char misread : {'i', 'l', 'o', 'u'}) {
        CHECK(seen.count(misread) == 0);
    }
}

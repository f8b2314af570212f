// Configurable reference types: what a definition may say, and what then passes.
#include <afletter/model/reference_type.hpp>

#include "support/test.hpp"

using namespace afletter;

namespace {

// As of Bergkamen; the check method is made up.
ReferenceType kassenzeichen() {
    return {.name = "Kassenzeichen",
            .mask = "01 9999999999 01 999",
            .groups = {2},
            .weights = {2, 3, 4, 5, 6, 7},
            .method = CheckMethod::mod_11,
            .normaliser = {.strip_prefix = "KZ", .drop_leading_zeros = false, .upper_case = true}};
}

ReferenceFormat format_of(ReferenceType type) {
    return ReferenceFormat::parse(std::move(type)).value();
}

std::string fault_of(ReferenceType type) {
    const auto format = ReferenceFormat::parse(std::move(type));
    return format ? "ok" : to_text(format.error());
}

}  // namespace

TEST_CASE("a Kassenzeichen passes by its mask and the check of one of its groups",
          "[references][types]") {
    const ReferenceFormat format = format_of(kassenzeichen());
    // 0*2 9*3 8*4 7*5 6*6 5*7 4*2 3*3 2*4 = 190 from the right; 190 mod 11 = 3; 11 - 3 = 8.
    CHECK(format.check("01 2345678908 01 123") == Verdict::ok);
    CHECK(format.check("KZ 01.2345678908.01.123") == Verdict::ok);
    CHECK(format.check("kz0123456789080 1123") == Verdict::ok);
    CHECK(format.check("01 2345678907 01 123") == Verdict::wrong_check);
    CHECK(format.check("02 2345678908 01 123") == Verdict::wrong_shape);
    CHECK(format.check("01 234567890 01 123") == Verdict::wrong_shape);
    CHECK(format.check("01 234567890A 01 123") == Verdict::wrong_shape);
    CHECK(format.canonical("KZ 01 2345678908 01 123") == "01234567890801123");
}

TEST_CASE("mod 11 never issues the number whose check would be 10", "[references][types]") {
    ReferenceType type = kassenzeichen();
    type.mask = "999";
    type.groups = {};
    const ReferenceFormat format = format_of(type);
    // 0*2 + 4*3 = 12, of which 1 remains.
    for (char digit = '0'; digit <= '9'; ++digit) {
        CHECK(format.check(std::string("40") + digit) == Verdict::wrong_check);
    }
    CHECK(format.check("000") == Verdict::ok);
    CHECK(format.check("018") == Verdict::wrong_check);
    CHECK(format.check("019") == Verdict::ok);
}

TEST_CASE("a type without a check is only a shape", "[references][types]") {
    const ReferenceFormat assessment = format_of({.name = "assessment", .mask = "A99-9999X"});
    CHECK(assessment.check("b26 0012q") == Verdict::unchecked);
    CHECK(assessment.check("b26-00127") == Verdict::unchecked);
    CHECK(assessment.check("926-00127") == Verdict::wrong_shape);
    CHECK(assessment.canonical("b26-0012q") == "B260012Q");
    const ReferenceFormat literal = format_of({.name = "literal", .mask = R"(\A\99)"});
    CHECK(literal.check("A97") == Verdict::unchecked);
    CHECK(literal.check("B97") == Verdict::wrong_shape);
    CHECK(literal.check("A87") == Verdict::wrong_shape);
}

TEST_CASE("upper and lower case are told apart where the type says so", "[references][types]") {
    ReferenceType type{.name = "exact", .mask = "A99b"};
    type.normaliser.upper_case = false;
    const ReferenceFormat format = format_of(type);
    CHECK(format.check("q12b") == Verdict::unchecked);
    CHECK(format.check("q12B") == Verdict::wrong_shape);
    type.normaliser.upper_case = true;
    CHECK(format_of(type).check("q12b") == Verdict::unchecked);
}

TEST_CASE("leading zeros of a debtor number may be left out", "[references][types]") {
    ReferenceType type{.name = "debtor", .mask = "99999999", .method = CheckMethod::mod_10};
    type.normaliser.strip_prefix = "D-";
    type.normaliser.drop_leading_zeros = true;
    const ReferenceFormat format = format_of(type);
    CHECK(format.check("00001230") == Verdict::ok);
    CHECK(format.check("D1230") == Verdict::ok);
    CHECK(format.check("1231") == Verdict::wrong_check);
    CHECK(format.check("100001230") == Verdict::wrong_shape);
    CHECK(format.check("D") == Verdict::wrong_shape);
    CHECK(format.canonical("d 00001230") == "1230");
    CHECK(format.canonical("0000") == "0");
}

TEST_CASE("mod 10 with weights, mod 97 and a house method each check their way",
          "[references][types]") {
    ReferenceType type{
        .name = "t", .mask = "9999", .weights = {7, 3, 1}, .method = CheckMethod::mod_10};
    CHECK(format_of(type).check("1232") == Verdict::ok);  // as a viite
    CHECK(format_of(type).check("1233") == Verdict::wrong_check);

    const ReferenceFormat mod_97 =
        format_of({.name = "t", .mask = "AA99", .method = CheckMethod::mod_97});
    int passing = 0;
    for (int check = 0; check < 100; ++check) {
        const std::string digits{static_cast<char>('0' + check / 10),
                                 static_cast<char>('0' + check % 10)};
        passing += mod_97.check("AB" + digits) == Verdict::ok ? 1 : 0;
    }
    CHECK(passing >= 1);
    CHECK(passing <= 2);  // 97 remainders among 100 pairs of digits

    const ReferenceFormat house = format_of({.name = "t",
                                             .mask = "999A",
                                             .weights = {1, 2},
                                             .method = CheckMethod::house,
                                             .modulus = 5,
                                             .remainder_table = "PQR!T"});
    CHECK(house.check("100Q") == Verdict::ok);           // 1
    CHECK(house.check("110T") == Verdict::wrong_check);  // 1 + 2, never issued
    CHECK(house.check("111T") == Verdict::ok);           // 1 + 2 + 1
    CHECK(house.check("1110") == Verdict::wrong_shape);
}

TEST_CASE("a definition that cannot be used says where, why and what to do",
          "[references][types]") {
    CHECK(fault_of(kassenzeichen()) == "ok");
    const auto changed = [](auto change) {
        ReferenceType type = kassenzeichen();
        change(type);
        return fault_of(std::move(type));
    };
    CHECK(changed([](ReferenceType& type) { type.name.clear(); }) ==
          "name: expected a name, found none. Explanations call the reference by it.");
    CHECK(changed([](ReferenceType& type) { type.mask = "99\\"; }) ==
          "mask, column 3: expected a character after the backslash, found the end of the mask. "
          "Write two backslashes for a backslash, or leave it out.");
    CHECK(changed([](ReferenceType& type) {
              type.mask = " - ";
          }).starts_with("mask: expected 1 to 35 letters and digits, found 0."));
    CHECK(changed([](ReferenceType& type) {
              type.mask = std::string(36, '9');
              type.groups = {};
          }).starts_with("mask: expected 1 to 35"));
    CHECK(changed([](ReferenceType& type) {
              type.mask = std::string(35, '9');
              type.groups = {};
          }) == "ok");
    CHECK(changed([](ReferenceType& type) {
              type.groups = {2, 5};
          }).starts_with("groups, column 2: expected groups of the mask in their order, 1 to 4"));
    CHECK(changed([](ReferenceType& type) {
              type.groups = {3, 2};
          }).starts_with("groups, column 2:"));
    CHECK(changed([](ReferenceType& type) { type.groups = {0}; }).starts_with("groups, column 1:"));
    CHECK(changed([](ReferenceType& type) {
              type.weights.clear();
          }).starts_with("weights: expected at least one weight, found 0."));
    CHECK(changed([](ReferenceType& type) {
              type.method = CheckMethod::mod_97;
          }).starts_with("weights: expected no weights with this method, found 6."));
    CHECK(changed([](ReferenceType& type) {
              type.method = CheckMethod::house;
          }).starts_with("modulus: expected 2 or more, found 0."));
    CHECK(changed([](ReferenceType& type) {
              type.remainder_table = "0";
          }).starts_with("remainder_table: expected 0 characters"));
    CHECK(changed([](ReferenceType& type) {
              type.method = CheckMethod::house;
              type.modulus = 3;
              type.remainder_table = "0-1";
          }).starts_with("remainder_table, column 2: expected a digit, a letter or !, found '-'."));
    CHECK(changed([](ReferenceType& type) {
              type.mask = "01 999999999A 01 999";
          }).starts_with("mask: expected digits only in the groups that are checked"));
    CHECK(changed([](ReferenceType& type) {
              type.mask = "99 9";
          }).starts_with("groups: expected more characters than the check digits, found 1."));
    CHECK(changed([](ReferenceType& type) {
              type.normaliser.drop_leading_zeros = true;
          }).starts_with("normaliser.drop_leading_zeros: expected a mask of 9s only"));
}

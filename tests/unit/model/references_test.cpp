// The kinds of references: the standards' vectors, a table of our own that always runs, and the
// strength of each check measured again.
#include <afletter/model/references.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <nlohmann/json.hpp>

#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
using nlohmann::json;

struct Example {
    ReferenceKind kind;
    std::string_view text;
    Verdict verdict;
};

const std::vector<Example> examples{
    {ReferenceKind::document, "F2026-001234", Verdict::unchecked},
    {ReferenceKind::document, "factuur", Verdict::wrong_shape},
    {ReferenceKind::iban, "nl91 abna 0417 1643 00", Verdict::ok},
    {ReferenceKind::iban, "NL92ABNA0417164300", Verdict::wrong_check},
    {ReferenceKind::iban, "NL91ABNA041716430", Verdict::wrong_shape},
    {ReferenceKind::iban, "QQ91ABNA0417164300", Verdict::wrong_shape},
    {ReferenceKind::bic, "BNGHNL2G", Verdict::unchecked},
    {ReferenceKind::bic, "bnghnl2g", Verdict::wrong_shape},
    {ReferenceKind::creditor_reference, "RF18 5390 0754 7034", Verdict::ok},
    {ReferenceKind::creditor_reference, "RF17539007547034", Verdict::wrong_check},
    {ReferenceKind::creditor_reference, "RF18", Verdict::wrong_shape},
    {ReferenceKind::payment_reference, "5000.0567.8901.2345", Verdict::ok},
    {ReferenceKind::payment_reference, "6000056789012345", Verdict::wrong_check},
    {ReferenceKind::payment_reference, "13234534622567", Verdict::wrong_check},
    {ReferenceKind::payment_reference, "1234567", Verdict::unchecked},
    {ReferenceKind::payment_reference, "12345678", Verdict::wrong_shape},
    {ReferenceKind::payment_reference, "123456789012345", Verdict::wrong_shape},
    {ReferenceKind::payment_reference, "12345678901234567", Verdict::wrong_shape},
    {ReferenceKind::account_number, "12 34 56 789", Verdict::ok},
    {ReferenceKind::account_number, "123456788", Verdict::wrong_check},
    {ReferenceKind::account_number, "000000000", Verdict::wrong_check},
    {ReferenceKind::account_number, "12345678", Verdict::wrong_shape},
    {ReferenceKind::ogm, "+++010/8068/17183+++", Verdict::ok},
    {ReferenceKind::ogm, "***000/0000/09797***", Verdict::ok},
    {ReferenceKind::ogm, "000/0000/09700", Verdict::wrong_check},
    {ReferenceKind::ogm, "010/8068/1718", Verdict::wrong_shape},
    {ReferenceKind::kid_mod_10, "2345676", Verdict::ok},
    {ReferenceKind::kid_mod_10, "0129550", Verdict::wrong_check},
    {ReferenceKind::kid_mod_11, "0129550", Verdict::ok},
    {ReferenceKind::kid_mod_11, "555-", Verdict::ok},
    {ReferenceKind::kid_mod_11, "5550", Verdict::wrong_check},
    {ReferenceKind::kid_mod_11, "1", Verdict::wrong_shape},
    {ReferenceKind::kid_mod_11, "55-5", Verdict::wrong_shape},
    {ReferenceKind::viite, "2340 96783", Verdict::ok},
    {ReferenceKind::viite, "0000 1232", Verdict::ok},
    {ReferenceKind::viite, "12345673", Verdict::wrong_check},
    {ReferenceKind::viite, "0123", Verdict::wrong_shape},
    {ReferenceKind::ocr, "1230", Verdict::ok},
    {ReferenceKind::ocr, "1231", Verdict::wrong_check},
    {ReferenceKind::ocr_with_length, "1234567890037", Verdict::ok},
    {ReferenceKind::ocr_with_length, "12369", Verdict::wrong_check},
    {ReferenceKind::ocr_with_length, "18", Verdict::wrong_shape},
    {ReferenceKind::qr_reference, "21 00000 00003 13947 14300 09017", Verdict::ok},
    {ReferenceKind::qr_reference, "210000000003139471430009016", Verdict::wrong_check},
    {ReferenceKind::qr_reference, "000000000000000000000000000", Verdict::wrong_check},
    {ReferenceKind::qr_reference, "21000000000313947143000901", Verdict::wrong_shape},
    {ReferenceKind::creditor_identifier, "DE98 ZZZ 09999999999", Verdict::ok},
    {ReferenceKind::creditor_identifier, "DE98ABC09999999999", Verdict::ok},
    {ReferenceKind::creditor_identifier, "DE97ZZZ09999999999", Verdict::wrong_check},
    {ReferenceKind::creditor_identifier, "DE98ZZZ", Verdict::wrong_shape},
    {ReferenceKind::bsn, "1112.22.333", Verdict::ok},
    {ReferenceKind::bsn, "111252333", Verdict::wrong_check},
    {ReferenceKind::bsn, "1112223334", Verdict::wrong_shape},
};

struct VectorSet {
    std::string key;
    ReferenceKind kind;
};
const std::vector<VectorSet> vector_sets{
    {"iban", ReferenceKind::iban},
    {"bic", ReferenceKind::bic},
    {"rf", ReferenceKind::creditor_reference},
    {"nl_betalingskenmerk", ReferenceKind::payment_reference},
    {"nl_elfproef", ReferenceKind::account_number},
    {"nl_bsn_detect", ReferenceKind::bsn},
    {"be_ogm", ReferenceKind::ogm},
    {"fi_viite", ReferenceKind::viite},
    {"ch_qrr", ReferenceKind::qr_reference},
    {"sepa_creditor_id", ReferenceKind::creditor_identifier},
};

bool is_right(Verdict verdict) {
    return verdict == Verdict::ok || verdict == Verdict::unchecked;
}

// The words of the vectors: true, false, ok, ok-unchecked, and bad for different reasons.
bool agrees(const std::string& expected, Verdict verdict) {
    if (expected == "bad-check" || expected == "bad-length-code") {
        return verdict == Verdict::wrong_check;
    }
    if (expected.starts_with("bad-") || expected == "unknown-country") {
        return verdict == Verdict::wrong_shape;
    }
    if (expected == "ok-unchecked" || expected == "ok") {
        return verdict == (expected == "ok" ? Verdict::ok : Verdict::unchecked);
    }
    return is_right(verdict) == (expected == "true");
}

}  // namespace

TEST_CASE("each kind passes and fails as its standard says", "[references]") {
    for (const Example& example : examples) {
        CAPTURE(name_of(example.kind), example.text);
        CHECK(check(example.kind, example.text) == example.verdict);
    }
}

TEST_CASE("every vector of the standards passes or fails as it says", "[references][vectors]") {
    for (const VectorSet& set : vector_sets) {
        for (const auto& vector : test::standard_vectors(set.key)) {
            CAPTURE(set.key, vector.input, vector.expect);
            CHECK(agrees(vector.expect, check(set.kind, vector.input)));
        }
    }
}

TEST_CASE("the vectors of KID say which of the two methods passes", "[references][vectors]") {
    for (const auto& vector : test::standard_vectors("no_kid")) {
        CAPTURE(vector.input);
        json passing = json::array();
        if (check(ReferenceKind::kid_mod_10, vector.input) == Verdict::ok) {
            passing.push_back("mod10");
        }
        if (check(ReferenceKind::kid_mod_11, vector.input) == Verdict::ok) {
            passing.push_back("mod11");
        }
        CHECK(passing == json::parse(vector.expect));
    }
}

TEST_CASE("an OCR reference is made and checked as its vectors say", "[references][vectors]") {
    for (const auto& vector : test::standard_vectors("se_ocr_make")) {
        const json input = json::parse(vector.input);
        CAPTURE(vector.input);
        CHECK(make_ocr(input[0].get<std::string>(), input[1].get<bool>()) == vector.expect);
    }
    for (const auto& vector : test::standard_vectors("se_ocr")) {
        const json input = json::parse(vector.input);
        const auto kind =
            input[1].get<bool>() ? ReferenceKind::ocr_with_length : ReferenceKind::ocr;
        CAPTURE(vector.input);
        CHECK(agrees(vector.expect, check(kind, input[0].get<std::string>())));
    }
    CHECK(make_ocr("1234567890", true) == "123456789023");
    CHECK(make_ocr("123", false) == "1230");
    CHECK(make_ocr("12a", false).error() == IdentifierError::malformed);
    CHECK(make_ocr("", true).error() == IdentifierError::length);
    CHECK(make_ocr(std::string(24, '1'), false).has_value());
    CHECK(make_ocr(std::string(24, '1'), true).error() == IdentifierError::length);
}

TEST_CASE("the makers of references make what passes", "[references][vectors]") {
    for (const auto& vector : test::standard_vectors("nl_betalingskenmerk_make")) {
        CHECK(make_payment_reference(vector.input)->text() == vector.expect);
    }
    for (const auto& vector : test::standard_vectors("rf_make")) {
        const auto made = make_creditor_reference(vector.input);
        CHECK(check(ReferenceKind::creditor_reference, made->text()) == Verdict::ok);
    }
    for (const auto& vector : test::standard_vectors("fi_rf")) {
        CHECK(check(ReferenceKind::viite, vector.input) == Verdict::ok);
        const auto made = make_creditor_reference(vector.input);
        CHECK(check(ReferenceKind::creditor_reference, made->text()) == Verdict::ok);
        CHECK(made->text().substr(4) == vector.input);
    }
}

TEST_CASE("equal references have one canonical form", "[references]") {
    CHECK(canonical_reference(ReferenceKind::iban, "nl91 abna 0417.1643 00") ==
          "NL91ABNA0417164300");
    CHECK(canonical_reference(ReferenceKind::ogm, "+++010/8068/17183+++") == "010806817183");
    CHECK(canonical_reference(ReferenceKind::viite, "000 1232") == "1232");
    CHECK(canonical_reference(ReferenceKind::viite, "000") == "");
    CHECK(canonical_reference(ReferenceKind::kid_mod_11, "55 5-") == "555-");
    CHECK(canonical_reference(ReferenceKind::bic, "INGBNL2AXXX") == "INGBNL2A");
    CHECK(canonical_reference(ReferenceKind::bic, "AGRIFRPP882") == "AGRIFRPP882");
    CHECK(canonical_reference(ReferenceKind::document, "f2026/12") == "F202612");
    CHECK(canonical_reference(ReferenceKind::document, std::string(50, '7')).size() == 50);
}

namespace {

std::string random_digits(std::size_t size, std::mt19937& random) {
    std::string digits(size, '0');
    for (char& digit : digits) {
        digit = static_cast<char>('0' + random() % 10);
    }
    return digits;
}

// In numbers of this kind the first characters may be letters, which stay as they are. Not the
// creditor identifier: its check leaves three characters out.
struct Measured {
    ReferenceKind kind;
    std::string_view head;
    std::size_t digits;
};
const std::vector<Measured> measured_kinds{{ReferenceKind::payment_reference, "", 16},
                                           {ReferenceKind::payment_reference, "", 12},
                                           {ReferenceKind::ogm, "", 12},
                                           {ReferenceKind::kid_mod_10, "", 10},
                                           {ReferenceKind::kid_mod_11, "", 10},
                                           {ReferenceKind::viite, "", 10},
                                           {ReferenceKind::ocr, "", 10},
                                           {ReferenceKind::ocr_with_length, "", 10},
                                           {ReferenceKind::qr_reference, "", 27},
                                           {ReferenceKind::creditor_reference, "RF", 14},
                                           {ReferenceKind::bsn, "", 9},
                                           {ReferenceKind::account_number, "", 9}};

bool passes(ReferenceKind kind, const std::string& text) {
    return check(kind, text) == Verdict::ok;
}

std::string right_one(const Measured& measured, std::mt19937& random) {
    for (;;) {
        std::string text = std::string(measured.head) + random_digits(measured.digits, random);
        if (passes(measured.kind, text)) {
            return text;
        }
    }
}

// Shares of 10'000 among `rounds` numbers.
Strength measured_strength(const Measured& measured, int rounds) {
    std::mt19937 random(7);
    int accepted = 0;
    int digits_missed = 0;
    int swaps_missed = 0;
    for (int i = 0; i < rounds; ++i) {
        accepted += passes(measured.kind,
                           std::string(measured.head) + random_digits(measured.digits, random))
                        ? 1
                        : 0;
        const std::string right = right_one(measured, random);
        const std::size_t at = measured.head.size() + random() % measured.digits;
        std::string wrong = right;
        const auto step = static_cast<int>(1 + random() % 9);
        wrong[at] = static_cast<char>('0' + (wrong[at] - '0' + step) % 10);
        digits_missed += passes(measured.kind, wrong) ? 1 : 0;
        for (;;) {
            const std::size_t left = measured.head.size() + random() % (measured.digits - 1);
            wrong = right;
            std::swap(wrong[left], wrong[left + 1]);
            if (wrong != right) {
                break;
            }
        }
        swaps_missed += passes(measured.kind, wrong) ? 1 : 0;
    }
    const auto share = [rounds](int count) { return count * 10'000 / rounds; };
    return {share(accepted), share(digits_missed), share(swaps_missed)};
}

}  // namespace

TEST_CASE("the strength of each check is as measured", "[references]") {
    constexpr int rounds = 8'000;
    for (const Measured& measured : measured_kinds) {
        const Strength told = strength_of(measured.kind, measured.head.size() + measured.digits);
        const Strength found = measured_strength(measured, rounds);
        CAPTURE(name_of(measured.kind), measured.digits);
        const auto margin = [](int share) { return share == 0 ? 0.0 : 20 + share / 11.0; };
        CHECK(found.random_accepted ==
              Approx(told.random_accepted).margin(margin(told.random_accepted)));
        CHECK(found.digit_missed == Approx(told.digit_missed).margin(margin(told.digit_missed)));
        CHECK(found.swap_missed == Approx(told.swap_missed).margin(margin(told.swap_missed)));
    }
}

TEST_CASE("the strength table is that of the standards", "[references][vectors]") {
    const auto path = test::shared_material("standards/vectors.json");
    if (!path) {
        return;
    }
    std::ifstream file(*path);
    const json strengths = json::parse(file).at("_strength");
    const std::vector<std::tuple<std::string, ReferenceKind, std::size_t>> rows{
        {"nl_betalingskenmerk_16", ReferenceKind::payment_reference, 16},
        {"nl_betalingskenmerk_9-14 (12)", ReferenceKind::payment_reference, 12},
        {"be_ogm_12", ReferenceKind::ogm, 12},
        {"no_kid_mod10", ReferenceKind::kid_mod_10, 10},
        {"no_kid_mod11", ReferenceKind::kid_mod_11, 10},
        {"fi_viite", ReferenceKind::viite, 10},
        {"ch_qrr", ReferenceKind::qr_reference, 27},
        {"rf_numeric", ReferenceKind::creditor_reference, 16},
        {"iban_nl", ReferenceKind::iban, 18},
        {"bsn", ReferenceKind::bsn, 9},
        {"elfproef_9", ReferenceKind::account_number, 9}};
    for (const auto& [key, kind, size] : rows) {
        const json& row = strengths.at(key);
        const Strength told = strength_of(kind, size);
        CAPTURE(key);
        CHECK(std::abs(row.at("accept_random").get<double>() * 10'000 - told.random_accepted) < 1);
        CHECK(std::abs(row.at("undetected_single").get<double>() * 10'000 - told.digit_missed) < 1);
        CHECK(std::abs(row.at("undetected_swap").get<double>() * 10'000 - told.swap_missed) < 1);
    }
}

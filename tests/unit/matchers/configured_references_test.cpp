// Kinds of references that only the configuration knows: found as all others are, believed by
// their own check digits, and told by their names.
#include <algorithm>
#include <string>
#include <utility>

#include "support/test.hpp"
#include "world.hpp"

using namespace afletter;
using namespace afletter::test;

namespace {

ReferenceFormat format_of(ReferenceType type) {
    return ReferenceFormat::parse(std::move(type)).value();
}

// As of Bergkamen; the check method is made up.
const ReferenceFormat kassenzeichen = format_of({.name = "Kassenzeichen",
                                                 .mask = "01 9999999999 01 999",
                                                 .groups = {2},
                                                 .weights = {2, 3, 4, 5, 6, 7},
                                                 .method = CheckMethod::mod_11,
                                                 .normaliser = {.strip_prefix = "KZ"}});
const ReferenceFormat debtor =
    format_of({.name = "debiteurnummer",
               .mask = "999999",
               .normaliser = {.strip_prefix = "D-", .drop_leading_zeros = true},
               .names = Names::party});

// Right, and one that differs from it in the fifth digit alone.
const std::string right = "01 2345678908 01 123";
const std::string mistyped = "01 2346678908 01 123";

MatchRules with(std::vector<ReferenceFormat> formats) {
    return {.amount_limits = {}, .blocked_parties = {}, .references = std::move(formats)};
}

Decision decide_by(const MatchRules& rules, const Line& line, const std::vector<OpenItem>& items) {
    return match(std::vector{line}, items, {.rules = rules}).front();
}

std::string type_in(const Decision& decision, Feature feature) {
    for (const Evidence& evidence : decision.candidates.front().evidence) {
        if (evidence.feature == feature) {
            return evidence.type;
        }
    }
    return "no such evidence";
}

OpenItem fine(std::string id, std::string_view amount, std::string document, int party = 1) {
    return of_party(with_document(receivable(std::move(id), amount), std::move(document)),
                    "D-00100" + std::to_string(party), party,
                    party == 1 ? "J. de Vries" : "P. Bakker");
}

}  // namespace

TEST_CASE("a number of a configured type is a reference with check digits, however it is written",
          "[matchers][types]") {
    const std::vector items{fine("A", "100.00", right),
                            fine("B", "100.00", "01 3345678905 01 123")};
    const std::string text = GENERATE("01 2345678908 01 123", "01234567890801123",
                                      "KZ 01.2345678908.01.123", "Kassenzeichen01234567890801123",
                                      "uw kz01 23456789\n08 01 123 dank", "nrKZ01234567890801123");
    CAPTURE(text);
    const Line paid = named(line(1, "100.00", text), "Somebody else");
    const Decision decision = decide_by(with({kassenzeichen}), paid, items);
    CHECK(decision.method == Method::reference);
    CHECK(decision.stratum == "reference/open/none");
    CHECK(best(decision) == "A");
    CHECK(type_in(decision, Feature::reference) == "Kassenzeichen");
    CHECK(decision.funnel.by_reference == 1);
    CHECK_FALSE(decide(paid, items).is_match());
}

TEST_CASE("a field of the message that is such a number names the item", "[matchers][types]") {
    const std::vector items{with_reference(receivable("A", "100.00"), right)};
    Line paid = line(1, "100.00");
    SECTION("structured reference") {
        paid.detail.structured_reference = "KZ01234567890801123";
    }
    SECTION("EndToEndId") {
        paid.detail.end_to_end_id = "01234567890801123";
    }
    SECTION("customer reference") {
        paid.customer_reference = "KZ-01-2345678908-01-123";
    }
    const Decision decision = decide_by(with({kassenzeichen}), paid, items);
    CHECK(decision.method == Method::reference);
    CHECK(type_in(decision, Feature::reference) == "Kassenzeichen");
}

TEST_CASE("a type without check digits is a document number, whatever check it passes by chance",
          "[matchers][types]") {
    const std::string chance = payment_reference(7);
    const std::vector items{
        of_party(with_reference(receivable("A", "100.00"), chance), "p", 1, "J. de Vries")};
    const Line paid = line(1, "100.00", chance);
    const MatchRules rules = with({format_of({.name = "assessment", .mask = "9999999999999999"})});
    CHECK(decide(paid, items).method == Method::reference);
    const Decision unknown_payer = decide_by(rules, paid, items);
    CHECK(has(unknown_payer, Obstacle::name_not_confirmed));
    CHECK(unknown_payer.stratum == "document/open/none");
    const Decision decision = decide_by(rules, from(paid, 1, ""), items);
    CHECK(decision.method == Method::document);
    CHECK(type_in(decision, Feature::document) == "assessment");
}

TEST_CASE("a short number's check digits tell too little", "[matchers][types]") {
    const MatchRules rules =
        with({format_of({.name = "short", .mask = "99999999", .method = CheckMethod::mod_10})});
    const std::vector items{fine("A", "100.00", "00001230")};
    CHECK(
        has(decide_by(rules, line(1, "100.00", "00001230"), items), Obstacle::name_not_confirmed));
    CHECK(decide_by(rules, from(line(1, "100.00", "00001230"), 1, ""), items).method ==
          Method::document);
}

TEST_CASE("a number of a type that passes its check and is not in the books is missing",
          "[matchers][types]") {
    REQUIRE(kassenzeichen.check(mistyped) == Verdict::wrong_check);
    const std::vector items{fine("A", "123.45", right)};
    const MatchRules rules = with({kassenzeichen});
    const Line paid = from(line(1, "123.45"), 1, "J. de Vries");
    CHECK(decide_by(rules, paid, items).method == Method::iban_amount);
    std::string other = "01 3345678900 01 123";
    while (kassenzeichen.check(other) != Verdict::ok) {
        ++other[12];
    }
    Line named_other = paid;
    named_other.detail.remittance = "kz " + other;
    const Decision stopped = decide_by(rules, named_other, items);
    CHECK_FALSE(stopped.is_match());
    CHECK(has(stopped, Obstacle::unknown_number_in_text));
    CHECK(type_in(stopped, Feature::document) == "Kassenzeichen");
}

TEST_CASE("a mistyped number is repaired by its check, and one that passes it never is",
          "[matchers][types]") {
    const std::vector items{fine("A", "123.45", right)};
    const MatchRules rules = with({kassenzeichen});
    const auto pay = [&](const std::string& text) {
        return decide_by(rules, from(line(1, "123.45", text), 1, "J. de Vries"), items);
    };
    for (const std::string& text :
         {mistyped, "KZ " + mistyped, std::string("KZ01234667890801123")}) {
        CAPTURE(text);
        const Decision repaired = pay(text);
        CHECK(repaired.stratum == "repair/open/account");
        CHECK(repaired.is_match());
        CHECK(type_in(repaired, Feature::reference) == "Kassenzeichen");
        CHECK(repaired.funnel.by_repair == 1);
    }
    CHECK(pay("01 234567890 01 123").stratum == "repair/open/account");  // a digit lost
    // The last three digits are not checked: another account of the same debtor.
    const Decision other = pay("01 2345678908 01 124");
    CHECK(other.funnel.by_repair == 0);
    CHECK(has(other, Obstacle::unknown_number_in_text));
}

TEST_CASE("a debtor number confirms a document as the name in the text does", "[matchers][types]") {
    const std::vector items{fine("A", "100.00", "F2026-0012"), fine("B", "60.00", "F2026-0013", 2)};
    const MatchRules rules = with({debtor});
    for (const char* text : {"F2026-0012 debiteur 001001", "F2026-0012 D-1001",
                             "D 001001 F2026-0012", "F2026-0012 debiteurnummer1001"}) {
        CAPTURE(text);
        const Decision decision = decide_by(rules, line(1, "100.00", text), items);
        CHECK(decision.method == Method::document);
        CHECK(decision.stratum == "document/open/text");
        CHECK(type_in(decision, Feature::text) == "debiteurnummer");
    }
    CHECK_FALSE(decide(line(1, "100.00", "F2026-0012 D-1001"), items).is_match());
    const Decision other =
        decide_by(rules, from(line(1, "100.00", "F2026-0012 D-1002"), 1, ""), items);
    CHECK_FALSE(other.is_match());
    CHECK(has(other, Obstacle::text_names_another));
}

TEST_CASE("a debtor number shows what the debtor owes and decides nothing by itself",
          "[matchers][types]") {
    const std::vector items{fine("A", "123.45", "F2026-0012"), fine("B", "60.00", "F2026-0013")};
    const MatchRules rules = with({debtor});
    const Decision exact = decide_by(rules, line(1, "123.45", "debiteur 1001"), items);
    CHECK(best(exact) == "A");
    CHECK(exact.reason == ExceptionReason::low_confidence);
    CHECK(exact.obstacles == std::vector{Obstacle::only_weak_evidence});
    CHECK(exact.stratum == "text/open/text");
    const Decision part = decide_by(rules, line(1, "50.00", "debiteur 1001"), items);
    CHECK(part.candidates.size() == 2);
    CHECK_FALSE(part.is_match());
    // Nor is it a number that the books do not hold.
    const Line paid = from(line(1, "123.45", "D-001001"), 1, "J. de Vries");
    CHECK(decide_by(rules, paid, items).method == Method::iban_amount);
    CHECK(has(decide(paid, items), Obstacle::unknown_number_in_text));
}

TEST_CASE("of several types a number is of the first whose check it passes", "[matchers][types]") {
    const ReferenceFormat any = format_of({.name = "any", .mask = "99999999999999999"});
    const std::vector items{fine("A", "100.00", right)};
    const Decision decision =
        decide_by(with({any, kassenzeichen}), line(1, "100.00", right), items);
    CHECK(decision.method == Method::reference);
    CHECK(type_in(decision, Feature::reference) == "Kassenzeichen");
}

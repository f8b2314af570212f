// The rules of others do what their descriptions say, the good and the bad, on books of a few
// items.
#include <string>
#include <utility>
#include <vector>

#include "bench/accuracy/rivals.hpp"
#include "support/test.hpp"

namespace {

using namespace afletter;
using namespace afletter::judging;
namespace simulator = afletter::simulator;

constexpr std::string_view account_of_jansen = "NL91ABNA0417164300";
constexpr std::string_view strange_account = "NL20INGB0001234567";

constexpr Date issued = std::chrono::year(2026) / 2 / 1;
constexpr Date paid = std::chrono::year(2026) / 3 / 2;

OpenItem item(std::string party, std::string document, std::string reference, std::int64_t cents) {
    OpenItem made{.item_id = document,
                  .party_id = party,
                  .party_name = party,
                  .document_number = std::move(document),
                  .reference = std::move(reference),
                  .issue_date = issued,
                  .amount = Money(cents, Currency::euro()),
                  .open_amount = Money(cents, Currency::euro())};
    if (party == "J. Jansen") {
        made.party_ibans.push_back(Iban::parse(account_of_jansen).value());
    }
    return made;
}

Line line(std::int64_t cents, std::string text, std::string name, std::string_view account) {
    Line made{.booking_date = paid,
              .value_date = paid,
              .amount = Money(cents, Currency::euro()),
              .detail = {}};
    made.detail.remittance = std::move(text);
    made.detail.counterparty.name = std::move(name);
    made.detail.counterparty.iban = Iban::parse(account).value();
    return made;
}

// Items 0 to 2 are Jansen's, 3 is of Pietersen, 4 and 5 of De Boer.
simulator::Books books_with(Line one) {
    simulator::Books books;
    books.items = {item("J. Jansen", "F2026-000001", "1063926100000001", 100'00),
                   item("J. Jansen", "F2026-000002", "", 100'00),
                   item("J. Jansen", "F2026-000003", "", 40'00),
                   item("K. Pietersen", "2026 000004", "RF18 5390 0754 7034", 75'00),
                   item("L. de Boer", "F2026-000005", "", 20'00),
                   item("L. de Boer", "F2026-000006", "", 30'00)};
    books.lines = {std::move(one)};
    return books;
}

Shares decided(Proposal (*rule)(const View&, const Shelf&), Line one) {
    const simulator::Books books = books_with(std::move(one));
    const Shelf shelf(books);
    return rule(views_of(books, shelf).front(), shelf).shares;
}

const Shares nothing;
Shares whole(std::size_t place, std::int64_t cents) {
    return {{.item = place, .cents = cents}};
}

}  // namespace

TEST_CASE("word match takes a number of another party when digits agree", "[rivals]") {
    CHECK(decided(word_match, line(75'00, "huis 000004", "Iemand", strange_account)) ==
          whole(3, 75'00));
    CHECK(decided(word_match, line(100'00, "f2026-000001", "J. Jansen", account_of_jansen)) ==
          whole(0, 100'00));
}

TEST_CASE("word match fills the oldest items, and writes nothing off", "[rivals]") {
    CHECK(decided(word_match, line(60'00, "2026000005 2026000006", "Iemand", strange_account)) ==
          Shares{{.item = 4, .cents = 20'00}, {.item = 5, .cents = 30'00}});
    CHECK(decided(word_match, line(45'00, "2026000005 2026000006", "Iemand", strange_account)) ==
          nothing);
}

TEST_CASE("unique word wants each word to be one item's, and asks no amount", "[rivals]") {
    CHECK(decided(unique_word, line(10'00, "F2026-000003", "J. Jansen", account_of_jansen)) ==
          whole(2, 10'00));
    CHECK(decided(unique_word, line(10'00, "F2026-000003", "L. de Boer", strange_account)) ==
          nothing);
}

TEST_CASE("unique word takes all of a party when their sum is the amount, or the only equal one",
          "[rivals]") {
    CHECK(decided(unique_word, line(50'00, "dank", "L. de Boer", strange_account)) ==
          Shares{{.item = 4, .cents = 20'00}, {.item = 5, .cents = 30'00}});
    CHECK(decided(unique_word, line(40'00, "dank", "J. Jansen", account_of_jansen)) ==
          whole(2, 40'00));
    CHECK(decided(unique_word, line(100'00, "dank", "J. Jansen", account_of_jansen)) == nothing);
}

TEST_CASE("ranking query matches a number with its amount, when no other ranks as high",
          "[rivals]") {
    CHECK(decided(ranking_query, line(40'00, "F2026-000003", "Iemand", strange_account)) ==
          whole(2, 40'00));
    CHECK(decided(ranking_query, line(41'00, "F2026-000003", "Iemand", strange_account)) ==
          nothing);
    CHECK(decided(ranking_query,
                  line(100'00, "F2026-000001 F2026-000002", "Iemand", strange_account)) == nothing);
}

TEST_CASE("a reference alone is matched whatever the amount", "[rivals]") {
    Line one = line(10'00, "", "Iemand", strange_account);
    one.detail.structured_reference = "RF18539007547034";
    CHECK(decided(reference_alone, one) == whole(3, 10'00));
}

TEST_CASE("the confidence table applies its upper rows at once, and the others only when asked",
          "[rivals]") {
    const Line named = line(40'00, "F2026-000003", "J. Jansen", account_of_jansen);
    CHECK(decided(confidence_table, named) == whole(2, 40'00));
    const Line unnamed = line(40'00, "dank", "J. Jansen", account_of_jansen);
    CHECK(decided(confidence_table, unnamed) == nothing);
    CHECK(decided(confidence_table_without_document, unnamed) == whole(2, 40'00));
    const Line stranger = line(40'00, "F2026-000003", "Iemand", strange_account);
    CHECK(decided(confidence_table_without_document, stranger) == nothing);
}

TEST_CASE("first hit trusts a reference, whoever pays", "[rivals]") {
    CHECK(decided(first_hit, line(100'00, "1063.9261.0000.0001", "Iemand", strange_account)) ==
          whole(0, 100'00));
    CHECK(decided(first_hit, line(25'00, "1063926100000001", "Iemand", strange_account)) ==
          whole(0, 25'00));
    CHECK(decided(first_hit, line(24'99, "1063926100000001", "Iemand", strange_account)) ==
          nothing);
    CHECK(decided(first_hit, line(50'00, "F2026-000006", "Iemand", strange_account)) ==
          Shares{{.item = 4, .cents = 20'00}, {.item = 5, .cents = 30'00}});
}

TEST_CASE("score and margin keeps still when two numbers of one amount are named", "[rivals]") {
    CHECK(decided(score_and_margin, line(100'00, "F2026-000001", "J. Jansen", account_of_jansen)) ==
          whole(0, 100'00));
    CHECK(decided(score_and_margin, line(100'00, "F2026-000001 F2026-000002", "J. Jansen",
                                         account_of_jansen)) == nothing);
}

TEST_CASE("what one line settled is not open for the next", "[rivals]") {
    simulator::Books books = books_with(line(40'00, "F2026-000003", "Iemand", strange_account));
    books.lines.push_back(books.lines.front());
    books.truths.resize(2);
    const Shelf shelf(books);
    const std::vector<View> views = views_of(books, shelf);
    for (const Rival& rival : rivals()) {
        if (rival.name == "ranking query") {
            const std::vector<Answer> answers = answers_of(rival, books, views, shelf);
            CHECK(answers[0].match == whole(2, 40'00));
            CHECK(answers[1].match == nothing);
        }
    }
}

TEST_CASE("pairs learn from a world what true ones look like", "[rivals]") {
    const simulator::World world =
        simulator::make_world({.lines = 2'000, .mix = simulator::mix_named("ordinary").value()});
    const simulator::Books books = simulator::books_of(world);
    const Shelf shelf(books);
    const std::vector<View> views = views_of(books, shelf);
    for (const Rival& rival : rivals()) {
        if (rival.has_threshold) {
            const Tally tally = judge(books, answers_of(rival, books, views, shelf)).all;
            CHECK(tally.right * 10 > tally.paying * 5);
            CHECK(tally.wrong() * 20 < tally.automatic);
        }
    }
}

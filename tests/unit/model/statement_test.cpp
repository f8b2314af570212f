// What a statement's values say by themselves.
#include <afletter/model/statement.hpp>

#include "support/test.hpp"

namespace afletter::test {

TEST_CASE("pieces are found by their key, and a line end in a value starts no new one", "[model]") {
    std::string pieces;
    add_piece(pieces, "A", "one\ntwo");
    add_piece(pieces, "AB", "three=3");
    add_piece(pieces, "A", "four");
    add_piece(pieces, "C", "");
    CHECK(pieces == "A=one two\nAB=three=3\nA=four\nC=");
    CHECK(piece_of(pieces, "A") == "one two");
    CHECK(piece_of(pieces, "AB") == "three=3");
    CHECK(piece_of(pieces, "C").empty());
    CHECK(piece_of(pieces, "B").empty());
    CHECK(piece_of("", "A").empty());
}

TEST_CASE("only a statement is one: reports within the day and notifications say it again",
          "[model]") {
    const auto is_one = [](std::string format) {
        StatementHeader header;
        header.format = std::move(format);
        return is_statement(header);
    };
    for (const char* const format : {"camt.053.001.02", "camt.053", "mt940", "mt950"}) {
        CHECK(is_one(format));
    }
    for (const char* const format : {"camt.052.001.08", "camt.054", "mt941", "mt942", ""}) {
        CHECK_FALSE(is_one(format));
    }
}

}  // namespace afletter::test

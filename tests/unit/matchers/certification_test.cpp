// A kind of evidence earns its certificate by figures, and by nothing else.
#include <afletter/learning.hpp>
#include <afletter/model_changes.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

#include "support/test.hpp"

namespace {

using namespace afletter;

// None wrong of so many proves 3 in 10,000 at a fifth of 5 %: (1 - 0.0003)^n = 0.01.
constexpr int proving = 15'349;

void add(TrackRecord& record, const std::string& stratum, int lines, int wrong,
         int confidence_bp = 9'950) {
    for (int line = 0; line < lines; ++line) {
        record.add(stratum, confidence_bp, line >= wrong);
    }
}

std::optional<Certificate> of(const TrackRecord& record, const std::string& stratum) {
    const auto all = record.certify(Basis::shipped);
    const auto found = std::ranges::find(all, stratum, &Certificate::stratum);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

TEST_CASE("so many lines without an error prove a stratum, and one fewer does not",
          "[matchers][learning]") {
    TrackRecord enough;
    add(enough, "document/open/name", proving, 0);
    const auto certificate = of(enough, "document/open/name");
    REQUIRE(certificate);
    CHECK(certificate->threshold_bp == 9'900);
    CHECK(certificate->pool == "document/open/name");
    CHECK(certificate->lines == proving);
    CHECK(certificate->wrong_max_per_million == 300);

    TrackRecord few;
    add(few, "document/open/name", proving - 1, 0);
    CHECK_FALSE(of(few, "document/open/name"));
}

TEST_CASE("the least threshold of the grid that is proved counts", "[matchers][learning]") {
    TrackRecord record;
    add(record, "document/open/name", 100, 100, 9'950);
    add(record, "document/open/name", proving, 0, 9'990);
    CHECK(of(record, "document/open/name")->threshold_bp == 9'990);
    add(record, "document/open/name", 100, 100, 9'998);
    CHECK_FALSE(of(record, "document/open/name"));
    add(record, "document/open/name", proving, 0, 9'999);
    CHECK(of(record, "document/open/name")->threshold_bp == 9'999);
}

TEST_CASE("sure matches do not make up for those that a lower threshold adds",
          "[matchers][learning]") {
    TrackRecord record;
    add(record, "account/open/account", 150'000, 8, 9'999);
    add(record, "account/open/account", 37'000, 11, 9'995);  // as many as are allowed
    CHECK(of(record, "account/open/account")->threshold_bp == 9'900);
    add(record, "account/open/account", 13, 13, 9'995);
    CHECK(of(record, "account/open/account")->threshold_bp == 9'999);
    CHECK(of(record, "account/open/name")->threshold_bp == 9'999);  // which rests on them
}

TEST_CASE("few lines rest on the pool of their kind, and say which", "[matchers][learning]") {
    TrackRecord record;
    add(record, "document/open/account", proving - 10, 0);
    add(record, "document/open/name/several", 10, 0);
    CHECK(of(record, "document/open/name/several")->pool == "document/open");
    CHECK(of(record, "document/open/name/several")->lines == proving);
    CHECK(of(record, "document/open/account")->pool == "document/open");
    // Nothing was seen of it, and nothing speaks against it.
    CHECK(of(record, "document/open/text")->pool == "document/open");
    // Another extent rests on all of the identity; another identity on nothing.
    CHECK(of(record, "document/together/name")->pool == "document");
    CHECK_FALSE(of(record, "reference/open/name"));
}

TEST_CASE("a pool gives no lower threshold than one of it has earned on its own",
          "[matchers][learning]") {
    TrackRecord record;
    add(record, "document/open/account", 10 * proving, 0);
    CHECK(of(record, "document/open/text")->threshold_bp == 9'900);
    add(record, "document/open/name", 200, 9, 9'950);
    add(record, "document/open/name", proving, 0, 9'990);
    REQUIRE(of(record, "document/open/name")->threshold_bp == 9'990);
    CHECK(of(record, "document/open/text")->threshold_bp == 9'990);
}

TEST_CASE("what its own matches speak against rests on no pool, and does not spoil one",
          "[matchers][learning]") {
    TrackRecord record;
    add(record, "document/open/account", 2 * proving, 0);
    add(record, "document/open/name/several", 900, 11);
    CHECK_FALSE(of(record, "document/open/name/several"));
    CHECK(of(record, "document/open/text")->lines == 2 * proving);
    CHECK(of(record, "document/open/text")->wrong == 0);
}

TEST_CASE("a stratum with lines enough is judged by its own", "[matchers][learning]") {
    TrackRecord record;
    add(record, "document/open/account", 20 * proving, 0);
    add(record, "document/open/name", proving, 3);
    CHECK_FALSE(of(record, "document/open/name"));
}

TEST_CASE("two records added are the record of all their lines", "[matchers][learning]") {
    TrackRecord first;
    TrackRecord second;
    add(first, "part/open/account", proving / 2, 0);
    add(second, "part/open/account", proving - proving / 2, 0);
    CHECK_FALSE(of(first, "part/open/account"));
    first.add(second);
    CHECK(of(first, "part/open/account")->lines == proving);
}

TEST_CASE("the chance of so many errors is that of the binomial distribution",
          "[matchers][learning]") {
    CHECK(std::abs(chance_of_at_least(2, 2, 0.5) - 0.25) < 1e-12);
    CHECK(std::abs(chance_of_at_least(2, 3, 0.5) - 0.5) < 1e-12);
    CHECK(std::abs(chance_of_at_least(1, 100, 0.001) - (1 - std::pow(0.999, 100))) < 1e-12);
    const double fewer = std::pow(0.8, 10) + 2 * std::pow(0.8, 9) + 1.8 * std::pow(0.8, 8);
    CHECK(std::abs(chance_of_at_least(3, 10, 0.2) - (1 - fewer)) < 1e-12);
}

TEST_CASE("the model that is certified allows every kind of evidence", "[matchers][learning]") {
    const MatchModel open = open_to_all({});
    CHECK(open.certificates.size() == stratum_names().size());
    CHECK(std::ranges::all_of(open.certificates, [](const Certificate& one) {
        return one.threshold_bp == certificate_grid_bp.front();
    }));
}

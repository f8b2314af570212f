// The model is a value: what it weighs and what it lets decide is handed in, and every decision
// names it.
#include <afletter/model_changes.hpp>

#include <algorithm>

#include "support/test.hpp"
#include "unit/matchers/world.hpp"

namespace {

using namespace afletter;
using namespace afletter::test;

// A checked reference, the exact amount, nobody's name: "reference/open/none".
const std::vector<OpenItem> books{with_reference(receivable("A", "100.00"), payment_reference(1))};
const Line payment = line(1, "100.00", payment_reference(1));

Decision decide_with(const MatchModel& model) {
    return match(std::span(&payment, 1), books, {.model = model}).front();
}

const Certificate* certificate_of(const MatchModel& model, const std::string& stratum) {
    const auto found = std::ranges::find(model.certificates, stratum, &Certificate::stratum);
    return found == model.certificates.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a decision names its model, and a match the certificate it rests on",
          "[matchers][model]") {
    const Decision matched = decide_with(shipped_model());
    REQUIRE(matched.is_match());
    CHECK(matched.stratum == "reference/open/none");
    CHECK(matched.model == "shipped-1");
    CHECK(matched.certificate == Basis::shipped);

    const Decision left = decide(line(2, "99.00", "no item has this amount"), books);
    CHECK_FALSE(left.is_match());
    CHECK(left.model == "shipped-1");
    CHECK(left.certificate == Basis::none);
}

TEST_CASE("a kind of evidence without a certificate decides nothing", "[matchers][model]") {
    MatchModel model = shipped_model();
    std::erase_if(model.certificates,
                  [](const Certificate& one) { return one.stratum == "reference/open/none"; });
    const Decision decision = decide_with(model);
    CHECK_FALSE(decision.is_match());
    CHECK(decision.obstacles == std::vector{Obstacle::only_weak_evidence});
    CHECK(decision.reason == ExceptionReason::low_confidence);
}

TEST_CASE("a confidence at the threshold decides, and one below it does not", "[matchers][model]") {
    const int confidence = decide_with(shipped_model()).candidates.front().confidence_bp;
    REQUIRE(confidence > 9'900);
    const auto with_threshold = [](int threshold_bp) {
        return changed(shipped_model(), {.thresholds_bp = {{"reference/open/none", threshold_bp}}});
    };
    const Decision at = decide_with(with_threshold(confidence));
    CHECK(at.is_match());
    CHECK(at.certificate == Basis::configured);
    CHECK_FALSE(decide_with(with_threshold(confidence + 1)).is_match());
    CHECK(certificate_of(with_threshold(10'000), "reference/open/none") == nullptr);
}

TEST_CASE("a weight counts as it is handed in, and contributions still add up",
          "[matchers][model]") {
    const auto weigh = [](MilliNats weight) {
        return decide_with(changed(shipped_model(), {.weights = {{"reference.equal", weight}}}));
    };
    const Candidate light = weigh(1'000).candidates.front();
    const Candidate heavy = weigh(2'000).candidates.front();
    CHECK(heavy.log_odds - light.log_odds == 1'000);
    MilliNats sum = light.prior;
    for (const Evidence& evidence : light.evidence) {
        sum += evidence.weight;
    }
    CHECK(sum == light.log_odds);
    CHECK_FALSE(weigh(-3'000).is_match());
}

TEST_CASE("a change shows in the version, and no change does not", "[matchers][model]") {
    const MatchModel shipped = shipped_model();
    CHECK(changed(shipped, {}) == shipped);
    const ModelChanges one{.weights = {{"amount.equal", 2'999}}};
    const ModelChanges other{.weights = {{"amount.equal", 2'998}}};
    CHECK(changed(shipped, one).version == changed(shipped, one).version);
    CHECK(changed(shipped, one).version != changed(shipped, other).version);
    CHECK(changed(shipped, one).version.starts_with("shipped-1+"));
}

TEST_CASE("without shipped certificates only what names the item by itself decides",
          "[matchers][model]") {
    MatchModel model = shipped_model();
    Certificate own = *certificate_of(model, "document/open/name");
    own.basis = Basis::own;
    *std::ranges::find(model.certificates, own.stratum, &Certificate::stratum) = own;
    const MatchModel strict = changed(model, {.own_certificates_only = true});
    CHECK(certificate_of(strict, "document/open/name")->basis == Basis::own);
    CHECK(certificate_of(strict, "document/open/account") == nullptr);
    CHECK(certificate_of(strict, "reference/instalment/account") == nullptr);
    CHECK(certificate_of(strict, "end_to_end/open/account")->basis == Basis::identity);
    CHECK(decide_with(strict).certificate == Basis::identity);
}

TEST_CASE("names of weights and strata are those that a model can have", "[matchers][model]") {
    const MatchModel shipped = shipped_model();
    CHECK(weight_names().size() == shipped.weights.size());
    CHECK(std::ranges::is_sorted(stratum_names()));
    CHECK(std::ranges::adjacent_find(stratum_names()) == stratum_names().end());
    CHECK(std::ranges::is_sorted(shipped.certificates, {}, &Certificate::stratum));
    for (const Certificate& certificate : shipped.certificates) {
        CAPTURE(certificate.stratum);
        CHECK(std::ranges::binary_search(stratum_names(), certificate.stratum));
        CHECK(certificate.threshold_bp >= 9'900);
    }
}

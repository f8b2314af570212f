// What is said of a configuration that cannot be followed, compared with the files beside it.
#include <string>
#include <vector>

#include "scene.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

Scene with_configuration(std::string name, std::string text) {
    return {std::move(name),
            {{"afletter.toml", std::move(text)}},
            {{"init"}, {"--config", "afletter.toml", "match"}}};
}

// Of a line that nobody has drawn.
const std::string one_line_statement =
    ":20:X\r\n:25:NL86INGB0002445588EUR\r\n:28C:1/1\r\n:60F:C260104EUR1,00\r\n"
    ":61:2601050105C2,00NTRFNONREF//B1\r\n:62F:C260105EUR3,00\r\n-\r\n";

std::vector<Scene> scenes() {
    return {
        with_configuration("config_key", "[matching.thresholds]\n\"acount/open/account\" = 9950\n"),
        with_configuration("config_key_unlike", "speed = 3\n"),
        with_configuration("config_threshold",
                           "[matching.thresholds]\n\"document/open/name\" = 99\n"),
        with_configuration("config_weight", "[matching.weights]\namount.equal = 3.5\n"),
        with_configuration("config_word", "[matching]\ncertificates = \"mine\"\n"),
        with_configuration("config_truth", "[learning]\nenabled = \"yes\"\n"),
        with_configuration("config_limit", "[matching]\namount_limit = \"-1.00\"\n"),
        with_configuration("config_limit_twice",
                           "[matching]\namount_limit = [\"1000.00\", \"2000.00 EUR\"]\n"),
        with_configuration("config_parties", "[matching]\nblocked_parties = \"D-1001\"\n"),
        with_configuration("config_reference_form", "references = [\"9999\"]\n"),
        with_configuration("config_reference_key",
                           "[[references]]\nname = \"Kassenzeichen\"\nmsk = \"9999\"\n"),
        with_configuration("config_reference_mask",
                           "[[references]]\nname = \"Kassenzeichen\"\nmask = '99\\'\n"),
        with_configuration("config_reference_short",
                           "[[references]]\nname = \"Kassenzeichen\"\nmask = \"999\"\n"),
        with_configuration("config_reference_weights",
                           "[[references]]\nname = \"Kassenzeichen\"\nmask = \"99999\"\n"
                           "check = \"mod_11\"\n"),
        with_configuration("config_reference_number",
                           "[[references]]\nname = \"a\"\nweights = [7, 300]\n"),
        with_configuration("config_reference_word",
                           "[[references]]\nname = \"a\"\nmask = \"9999\"\ncheck = \"mod 11\"\n"),
        with_configuration("config_reference_twice",
                           "[[references]]\nname = \"a\"\nmask = \"9999\"\n"
                           "[[references]]\nname = \"a\"\nmask = \"99999\"\n"),
        with_configuration("config_tolerance", "[matching.tolerance]\namount = \"1.00\"\n"),
        with_configuration("config_tolerance_account",
                           "[matching.tolerance]\namount = \"1.00\"\n"
                           "gl_account = \"assets:suspense\"\n"),
        with_configuration("config_form", "[matching\n"),
        with_configuration("model_unknown", "[matching]\nmodel = \"own-7\"\n"),
        with_configuration("config_sample", "[matching.sample]\nbasis_points = 0.5\n"),
        with_configuration("config_sample_seed", "[matching.sample]\nseed = -1\n"),
        {"sample_line",
         {{"day.sta", one_line_statement}},
         {{"init"},
          {"import", "statements", "day.sta"},
          {"sample", "answer", "h1rgby8eckrk", "--none"}}},
        {"sample_alarm",
         {},
         {{"init"}, {"sample", "clear", "document/open/name", "--reason", "x"}}},
        {"sample_reason", {}, {{"init"}, {"sample", "clear", "all", "--reason", ""}}},
        {"learn_off", {}, {{"init"}, {"learn", "status"}}},
        {"learn_too_few",
         {{"afletter.toml", "[learning]\nenabled = true\n"}},
         {{"init"}, {"--config", "afletter.toml", "learn", "fit"}}},
    };
}

}  // namespace

TEST_CASE("a configuration that cannot be followed is answered with the key and what it may be",
          "[errors]") {
    for (const Scene& scene : scenes()) {
        DYNAMIC_SECTION(scene.name) {
            check(scene);
        }
    }
}

}  // namespace afletter::test

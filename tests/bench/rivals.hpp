// Readers of others on the same bytes, for ratios that mean something on any machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace afletter::bench {

// Reads the whole file; throws std::runtime_error when it cannot. Preparing is not measured.
struct Contestant {
    std::string name;
    std::string target;  // what issue 3 asks of our reader beside it; may be empty
    std::function<void()> prepare = [] {};
    std::function<void()> run;
};

// pugixml parses in place, into memory that it has used before: nothing is allocated or touched
// for the first time. `file` must outlive what is returned; it is copied before each run.
[[nodiscard]] Contestant pugixml_warm(std::string_view file);
// The same with the memory that malloc gives.
[[nodiscard]] Contestant pugixml_cold(std::string_view file);
// expat with handlers that do nothing.
[[nodiscard]] Contestant expat_pass(std::string_view file);

// Seconds that wolph/mt940 takes for the file; none where python3 cannot import it.
[[nodiscard]] std::optional<double> seconds_of_wolph_mt940(std::string_view file);

}  // namespace afletter::bench

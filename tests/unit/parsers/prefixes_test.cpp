// Every file that breaks off: all prefixes of all public files, and of our own samples.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "collected.hpp"
#include "support/process.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"
#include "support/view_source.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

// There are a million prefixes. AFLETTER_EVERY_PREFIX=1 looks at all of them, which takes some
// minutes; otherwise a part of them, with another beginning in each file. Sanitizers make each
// reading some twenty times slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::size_t usual_step = 499;
#else
constexpr std::size_t usual_step = 29;
#endif

// One file of the corpus is far larger than any other: some of its prefixes are enough.
std::size_t step_in(const std::string& bytes) {
    const bool is_long_form = std::getenv("AFLETTER_EVERY_PREFIX") != nullptr;
    const std::size_t prefixes_max = is_long_form ? 60'000 : 300;
    const std::size_t step = is_long_form ? 1 : usual_step;
    constexpr std::size_t large = std::size_t{100} * 1024;
    return bytes.size() > large ? std::max(step, bytes.size() / prefixes_max) : step;
}

// Keeps nothing but what must hold of any reading.
class PromiseSink final : public StatementSink {
  public:
    void begin(const StatementHeader&) override {
        ++begun_;
        index_ = 0;
    }
    void entry(const Entry& entry) override {
        is_ordered_ = is_ordered_ && entry.index > index_;
        index_ = entry.index;
    }
    void end(const StatementClosing&) override { ++ended_; }
    void report(Diagnostic finding) override {
        has_errors_ = has_errors_ || finding.severity == Severity::error;
        ++findings_;
    }

    // Refused exactly when an error says why; no statement left open without one; never silence.
    [[nodiscard]] bool keeps_promises(bool accepted) const {
        return accepted != has_errors_ && is_ordered_ && (has_errors_ || begun_ == ended_) &&
               begun_ + findings_ > 0;
    }

  private:
    std::size_t begun_ = 0;
    std::size_t ended_ = 0;
    std::size_t findings_ = 0;
    std::uint32_t index_ = 0;
    bool is_ordered_ = true;
    bool has_errors_ = false;
};

void check_prefixes(const fs::path& path) {
    const std::string bytes = read_file(path);
    const std::size_t stride = step_in(bytes);
    for (std::size_t size = bytes.size() % stride; size <= bytes.size(); size += stride) {
        ViewSource source(std::string_view(bytes).substr(0, size));
        PromiseSink sink;
        const bool accepted = read_statements("input", source, sink);
        if (!sink.keeps_promises(accepted)) {
            FAIL_CHECK(path.filename().string() << ", cut off at " << size);
        }
    }
}

std::size_t check_files_below(const fs::path& folder) {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            check_prefixes(entry.path());
            ++files;
        }
    }
    return files;
}

}  // namespace

TEST_CASE("a file that breaks off anywhere is read so far or refused, and never in silence",
          "[parsers][prefixes]") {
    check_prefixes(project_file("tests/errors/mt940_balance.sta"));
    check_prefixes(project_file("tests/errors/camt_balance.xml"));
    const auto corpus = shared_material("corpus");
    if (!corpus) {
        return;
    }
    CHECK(check_files_below(*corpus / "mt940") > 200);
    CHECK(check_files_below(*corpus / "camt") > 100);
}

}  // namespace afletter::test

// What a reader of statements or items delivered, kept for a test to look at.
#pragma once

#include <afletter/parsers.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afletter::test {

struct Findings {
    std::vector<Diagnostic> all;

    [[nodiscard]] const Diagnostic* find(std::string_view code) const {
        const auto found = std::ranges::find(all, code, &Diagnostic::code);
        return found == all.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool has(std::string_view code) const { return find(code) != nullptr; }
    // Their codes, in order, separated by blanks.
    [[nodiscard]] std::string codes() const {
        std::string codes;
        for (const Diagnostic& finding : all) {
            codes += (codes.empty() ? "" : " ") + finding.code;
        }
        return codes;
    }
};

struct CollectedStatements final : StatementSink {
    std::vector<Statement> statements;
    Findings findings;
    bool accepted = false;

    void begin(const StatementHeader& header) override { statements.push_back({header, {}, {}}); }
    void entry(const Entry& entry) override { statements.back().entries.push_back(entry); }
    void end(const StatementClosing& closing) override { statements.back().closing = closing; }
    void report(Diagnostic diagnostic) override { findings.all.push_back(std::move(diagnostic)); }
};

inline CollectedStatements read_statement_bytes(std::string bytes) {
    CollectedStatements collected;
    const auto source = open_memory(std::move(bytes));
    collected.accepted = read_statements("input", *source, collected);
    return collected;
}

struct CollectedItems {
    std::vector<OpenItem> items;
    Findings findings;
    bool accepted = false;
};

inline CollectedItems read_item_bytes(std::string bytes) {
    CollectedItems collected;
    const auto source = open_memory(std::move(bytes));
    collected.accepted = read_open_items(
        "items.csv", *source,
        [&collected](OpenItem item) { collected.items.push_back(std::move(item)); },
        [&collected](Diagnostic finding) { collected.findings.all.push_back(std::move(finding)); });
    return collected;
}

// Hands out one byte at a time, as a slow pipe does.
class OneByteSource final : public ByteSource {
  public:
    explicit OneByteSource(std::string bytes) : bytes_(std::move(bytes)) {}
    std::size_t read(char* buffer, std::size_t size) override {
        if (size == 0 || position_ == bytes_.size()) {
            return 0;
        }
        *buffer = bytes_[position_++];
        return 1;
    }

  private:
    std::string bytes_;
    std::size_t position_ = 0;
};

}  // namespace afletter::test

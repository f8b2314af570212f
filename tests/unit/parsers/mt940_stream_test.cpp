// Streaming: the same statements whatever the chunks, constant memory, and what is too large.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "mt940/window.hpp"
#include "mt940_samples.hpp"
#include "support/memory.hpp"
#include "support/sanitizers.hpp"
#include "support/shared_material.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

namespace fs = std::filesystem;

std::string read_bytes(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The MT940 files of the corpus and of the project's samples.
std::vector<fs::path> mt940_files() {
    std::vector<fs::path> folders = {project_file("samples/statements")};
    if (const auto corpus = shared_material("corpus/mt940")) {
        folders.push_back(*corpus);
    }
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file() && entry.path().extension() != ".xml") {
                files.push_back(entry.path());
            }
        }
    }
    std::ranges::sort(files);
    return files;
}

// Everything that was delivered, as text.
std::string outline(const CollectedStatements& read) {
    std::string text;
    for (const Statement& statement : read.statements) {
        text += statement.header.statement_id + " " + statement.header.sequence + "\n";
        for (const Entry& entry : statement.entries) {
            text += std::to_string(entry.source_line) + " " + to_decimal(entry.amount) + " " +
                    entry.customer_reference + " " + entry.bank_reference + " " +
                    entry.description + "\n";
            for (const TransactionDetail& detail : entry.details) {
                text += detail.remittance + " " + detail.counterparty.name + "\n";
            }
        }
        text += statement.closing.information + "\n";
    }
    for (const Diagnostic& finding : read.findings.all) {
        text += finding.code + " " + std::to_string(finding.place.line) + ":" +
                std::to_string(finding.place.column) + ":" + std::to_string(finding.place.byte) +
                " " + finding.excerpt + "\n";
    }
    return text;
}

// A sink that only counts.
struct Counts final : StatementSink {
    std::uint64_t entries = 0;
    std::uint64_t balanced = 0;
    std::uint64_t findings = 0;

    void begin(const StatementHeader& /*header*/) override {}
    void entry(const Entry& /*entry*/) override { ++entries; }
    void end(const StatementClosing& closing) override {
        balanced += closing.balanced == true ? 1U : 0U;
    }
    void report(Diagnostic /*diagnostic*/) override { ++findings; }
};

// One message of any size, made while it is read.
class LongMessage final : public ByteSource {
  public:
    LongMessage(std::string entry, std::uint64_t count) : entry_(std::move(entry)), left_(count) {}

    std::size_t read(char* buffer, std::size_t size) override {
        if (position_ == current_.size() && !go_on()) {
            return 0;
        }
        const std::size_t count = std::min(size, current_.size() - position_);
        std::copy_n(current_.data() + position_, count, buffer);
        position_ += count;
        return count;
    }

  private:
    bool go_on() {
        position_ = 0;
        if (left_ > 0) {
            --left_;
            current_ = entry_;
            return true;
        }
        current_ = std::exchange(end_, {});
        return !current_.empty();
    }

    std::string entry_;
    std::uint64_t left_;
    std::string current_ = mt940_statement("", "");
    std::string end_ = ":62F:C260105EUR1000,00\n-\n";
    std::size_t position_ = 0;
};

}  // namespace

TEST_CASE("a message of any size takes the same few MiB", "[parsers][mt940][stream]") {
    const std::string pair =
        ":61:2601050105C12,34NTRFAANSLAG 77//BNG0098\n/TRCD/00100/\n"
        ":86:/TRTP/SEPA OVERBOEKING/IBAN/NL61RABO0300123456/BIC/RABONL2U/NAME/J. J\n"
        "ansen/REMI/Rioolheffing 2026, aanslag 6202600012345671/EREF/E2E-1\n"
        ":61:2601050105D12,34NTRFNONREF\n:86:Teruggave\n";
    constexpr std::uint64_t size_min = std::uint64_t{48} * 1024 * 1024;
    const std::uint64_t count = size_min / pair.size();
    constexpr std::uint64_t growth_max_kib = std::uint64_t{16} * 1024;

    const std::uint64_t before = peak_kib();
    LongMessage source(pair, count);
    Counts counts;
    CHECK(read_mt940("long", source, counts));
    CHECK(counts.entries == 2 * count);
    CHECK(counts.balanced == 1);
    CHECK(counts.findings == 0);
    CHECK(peak_kib() - before < growth_max_kib);
}

TEST_CASE("a source that gives one byte at a time gives the same statements",
          "[parsers][mt940][stream]") {
    for (const fs::path& path : mt940_files()) {
        const std::string bytes = read_bytes(path);
        CollectedStatements whole = read_mt940_text(bytes);
        CollectedStatements pieces;
        OneByteSource source(bytes);
        pieces.accepted = read_mt940("input", source, pieces);
        CAPTURE(path);
        CHECK(whole.accepted == pieces.accepted);
        CHECK(outline(whole) == outline(pieces));
    }
}

TEST_CASE("places and statements are the same wherever the window's borders fall",
          "[parsers][mt940][stream]") {
    const std::string filler = mt940_statement("", ":62F:C260105EUR1000,00\n");
    const std::string probe = mt940_statement(
        ":61:260105C1.00NTRFREF//BNG\naanvulling\n:86:een\n-\ntwee\n", ":62F:C260105EUR1001,00\n");
    const CollectedStatements alone = read_mt940_text(probe);
    REQUIRE(alone.findings.codes() == "mt940.61.amount.form");
    const Place place = alone.findings.all[0].place;
    for (std::size_t before = 0; before < probe.size(); before += 3) {
        const std::size_t size = mt940::Window::size_start - before;
        std::string text;
        std::uint64_t lines = 0;
        for (; text.size() + 2 * filler.size() < size; lines += 5) {
            text += filler;
        }
        text += std::string(size - text.size() - 1, 'x') + "\n";
        text += probe;
        const CollectedStatements read = read_mt940_text(text);
        CAPTURE(before);
        REQUIRE(read.findings.codes() == "mt940.61.amount.form");
        const Diagnostic& finding = read.findings.all[0];
        CHECK(finding.place.line == lines + 1 + place.line);
        CHECK(finding.place.column == place.column);
        CHECK(finding.place.byte == size + place.byte);
        CHECK(finding.excerpt == alone.findings.all[0].excerpt);
        const Statement& last = read.statements.back();
        CHECK(last.entries.at(0).description == alone.statements[0].entries.at(0).description);
        CHECK(last.closing.balanced == true);
    }
}

TEST_CASE("a currency behind the entries is found as far as the window reaches",
          "[parsers][mt940][stream]") {
    const std::string head = ":20:A\n:25:NL34BNGH0285000001\n:28C:1\n";
    const std::string entry = ":61:260105C1,NTRFX\n:86:tekst\n";
    const std::string end = ":62F:C260105JPY5000,\n";
    std::string entries;
    while (entries.size() < mt940::Window::size_start / 4) {
        entries += entry;
    }
    CHECK(read_mt940_text(head + entries + end).findings.codes().empty());
    while (entries.size() < 2 * mt940::Window::size_start) {
        entries += entry;
    }
    CHECK(read_mt940_text(head + entries + end).findings.codes() == "mt940.currency");
}

TEST_CASE("what must be kept may take 4 MiB and no more", "[parsers][mt940][stream]") {
    const auto read_with_text = [](std::size_t size) {
        const std::string line = std::string(99, 'x') + "\n";
        std::string text = ":61:260105C1,00NTRFX\n:86:";
        while (text.size() + line.size() < size) {
            text += line;
        }
        return read_mt940_text(mt940_statement(text, ":62F:C260105EUR1001,00\n"));
    };
    const CollectedStatements large = read_with_text(mt940::Window::size_max - 1000);
    CHECK(large.accepted);
    CHECK(large.findings.codes().empty());
    CHECK(large.statements.at(0).entries.size() == 1);

    const CollectedStatements too_large = read_with_text(mt940::Window::size_max + 1000);
    CHECK_FALSE(too_large.accepted);
    CHECK(too_large.findings.codes() == "mt940.size");
    CHECK(too_large.statements.at(0).entries.empty());
}

}  // namespace afletter::test

// A sink that believes nothing, and sources that hand out their bytes in pieces.
#include "fuzz/properties.hpp"

#include <afletter/model/line.hpp>
#include <afletter/parsers.hpp>

#include <algorithm>
#include <cstring>
#include <set>
#include <string>
#include <utility>

#include "fuzz/digest.hpp"

namespace afletter::fuzz {

namespace {

constexpr std::size_t piece_sizes[] = {1, 7};

class PieceSource final : public ByteSource {
  public:
    PieceSource(std::string_view bytes, std::size_t piece_size)
        : rest_(bytes), piece_size_(piece_size) {}

    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = std::min({size, piece_size_, rest_.size()});
        std::memcpy(buffer, rest_.data(), count);
        rest_.remove_prefix(count);
        return count;
    }

  private:
    std::string_view rest_;
    std::size_t piece_size_;
};

// How far a place may point. Text of another encoding grows when it becomes UTF-8: a byte of
// Windows-1252 takes up to three. What an archive holds may be far longer than the archive.
struct Extent {
    explicit Extent(std::string_view bytes) {
        if (bytes.starts_with("PK") || bytes.starts_with("\x1f\x8b")) {
            return;
        }
        const bool is_ascii = std::ranges::all_of(
            bytes, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
        byte_max = bytes.size() * (is_ascii ? 1 : 3) + 1;
        // Banks end lines with LF, CR LF, CR, and FinTS with @@.
        line_max = 1 + static_cast<std::uint64_t>(std::ranges::count_if(
                           bytes, [](char byte) { return std::strchr("\n\r@", byte) != nullptr; }));
    }

    std::uint64_t byte_max = ~std::uint64_t{0};
    std::uint64_t line_max = ~std::uint64_t{0};
};

void check_finding(const Diagnostic& finding, const Extent& extent) {
    require(finding.code.find('.') != std::string::npos, "every finding has a code");
    require(!finding.message.empty(), "every finding says what is wrong");
    require(finding.place.byte <= extent.byte_max, "a finding's byte is in the input");
    require(finding.place.line <= extent.line_max, "a finding's line is in the input");
    require(std::ranges::none_of(
                finding.message,
                [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f; }),
            "no message can steer a terminal");
}

// Wide enough for any sum of what one input can hold.
__extension__ using WideSum = __int128;

void check_lines(const Entry& entry) {
    constexpr Date fallback{std::chrono::year(2026), std::chrono::January, std::chrono::day(2)};
    WideSum sum = 0;
    for (const Line& line : lines_of(entry, fallback)) {
        require(line.amount.currency() == entry.amount.currency(), "a line has its entry's money");
        sum += line.amount.minor_units();
    }
    require(sum == entry.amount.minor_units(), "the lines of an entry sum to the entry");
}

class SuspiciousSink final : public StatementSink {
  public:
    explicit SuspiciousSink(const Extent& extent) : extent_(extent) {}

    void begin(const StatementHeader& header) override {
        require(!is_open_ || has_errors_, "a statement ends before the next begins");
        require(header.source_line <= extent_.line_max, "a statement's line is in the input");
        is_open_ = true;
        index_ = 0;
        booked_ = 0;
        is_beyond_64_bits_ = false;
        currencies_.clear();
        transcript_.push_back({Event::Kind::begin, digest_of(header)});
    }

    void entry(const Entry& entry) override {
        require(is_open_, "a header comes before the entries");
        require(entry.index == index_ + 1 || (has_errors_ && entry.index > index_),
                "entries are counted from 1; only one that could not be read is left out");
        index_ = entry.index;
        require(entry.source_line <= extent_.line_max, "an entry's line is in the input");
        check_lines(entry);
        if (entry.status == EntryStatus::booked) {
            booked_ += entry.amount.minor_units();
            is_beyond_64_bits_ =
                is_beyond_64_bits_ || booked_ != static_cast<std::int64_t>(booked_);
            currencies_.insert(entry.amount.currency());
        }
        transcript_.push_back({Event::Kind::entry, digest_of(entry)});
    }

    void end(const StatementClosing& closing) override {
        require(is_open_, "a statement that ends has begun");
        require(closing.entry_count == index_ || has_errors_,
                "the closing counts the entries, unless one could not be read");
        is_open_ = false;
        if (closing.balanced) {
            check_balance(closing);
        }
        transcript_.push_back({Event::Kind::end, digest_of(closing)});
    }

    void report(Diagnostic finding) override {
        check_finding(finding, extent_);
        has_errors_ = has_errors_ || finding.severity == Severity::error;
        transcript_.push_back({Event::Kind::finding, digest_of(finding)});
    }

    // What was read, when the reader has said whether it accepts it.
    [[nodiscard]] Transcript finish(bool accepted) && {
        require(accepted == !has_errors_, "the answer is false exactly when an error was reported");
        require(!is_open_ || has_errors_, "a statement that began ends");
        require(!transcript_.empty(), "an input is never passed over in silence");
        return std::move(transcript_);
    }

  private:
    void check_balance(const StatementClosing& closing) {
        require(closing.opening && closing.closing, "a judgement needs both balances");
        const Money& opening = closing.opening->amount;
        currencies_.insert(opening.currency());
        const WideSum computed = WideSum{opening.minor_units()} + booked_;
        const bool adds_up = opening.currency() == closing.closing->amount.currency() &&
                             !is_beyond_64_bits_ &&
                             computed == closing.closing->amount.minor_units();
        // An entry that names another currency than the balances may count as theirs, with a
        // finding, as long as its unit is as small; or the reader judges that nothing adds up.
        const bool has_one_unit = std::ranges::all_of(currencies_, [&](const Currency& currency) {
            return currency.minor_digits() == opening.currency().minor_digits();
        });
        require(*closing.balanced ? adds_up && has_one_unit : !adds_up || currencies_.size() > 1,
                "balanced says whether opening and booked entries make the closing balance");
    }

    const Extent& extent_;
    bool is_open_ = false;
    bool has_errors_ = false;
    std::uint32_t index_ = 0;
    WideSum booked_ = 0;
    bool is_beyond_64_bits_ = false;  // the readers judge no such sum
    std::set<Currency> currencies_;
    Transcript transcript_;
};

Transcript read_statements_in_pieces(std::string_view bytes, std::size_t piece_size,
                                     const Extent& extent) {
    PieceSource source(bytes, piece_size);
    SuspiciousSink sink(extent);
    const bool accepted = read_statements("input", source, sink);
    return std::move(sink).finish(accepted);
}

void check_item(const OpenItem& item, std::set<std::string>& seen) {
    require(!item.item_id.empty(), "every item has a number");
    require(seen.insert(item.item_id).second, "no item comes twice");
    require(item.amount.currency() == item.open_amount.currency(), "an item has one currency");
}

Transcript read_items_in_pieces(std::string_view bytes, std::size_t piece_size,
                                const Extent& extent) {
    PieceSource source(bytes, piece_size);
    Transcript transcript;
    std::set<std::string> seen;
    bool has_errors = false;
    const bool accepted = read_open_items(
        "input", source,
        [&](const OpenItem& item) {
            check_item(item, seen);
            transcript.push_back({Event::Kind::item, digest_of(item)});
        },
        [&](const Diagnostic& finding) {
            check_finding(finding, extent);
            has_errors = has_errors || finding.severity == Severity::error;
            transcript.push_back({Event::Kind::finding, digest_of(finding)});
        });
    require(accepted == !has_errors, "the answer is false exactly when an error was reported");
    return transcript;
}

// Reading in pieces costs more than all the rest. While fuzzing only a share of the inputs, which
// libFuzzer makes by the thousand and all alike, is read so: the bytes choose, so that one input is
// always treated the same.
bool is_read_in_pieces(std::string_view bytes) {
    std::uint64_t chosen = 0xcbf2'9ce4'8422'2325;
    for (const char byte : bytes) {
        chosen = (chosen ^ static_cast<unsigned char>(byte)) * 0x100'0000'01b3U;
    }
    return (chosen >> 32U) % AFLETTER_READ_IN_PIECES_ONE_IN == 0;
}

// A reading that differs from the first shows a dependence on how the bytes arrive, or on memory
// that nobody wrote: each reading is also a repetition.
void check_pieces(std::string_view bytes,
                  Transcript (*read)(std::string_view, std::size_t, const Extent&)) {
    const Extent extent(bytes);
    const Transcript whole = read(bytes, bytes.size() + 1, extent);
    if (!is_read_in_pieces(bytes)) {
        return;
    }
    for (const std::size_t piece_size : piece_sizes) {
        require_same(whole, read(bytes, piece_size, extent), piece_size);
    }
}

}  // namespace

void check_statements(std::string_view bytes) {
    check_pieces(bytes, read_statements_in_pieces);
}

void check_open_items(std::string_view bytes) {
    check_pieces(bytes, read_items_in_pieces);
}

}  // namespace afletter::fuzz

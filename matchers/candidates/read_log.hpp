// What a line was judged by: every part of the books that may change between rounds and that was
// looked at. As long as none of it has changed, judging the line again would say the same. Books
// notes what it is asked; matching/round keeps the logs of lines that wait.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace afletter::matching {

// A part of the books: what a party owes, item by item; the items of an amount; what an order has
// settled; or for whom an account has paid. All but parties go by a hash: two may be one part.
class BooksPart {
  public:
    BooksPart() = default;  // none
    [[nodiscard]] static BooksPart party(std::uint32_t index) { return BooksPart(0, index); }
    [[nodiscard]] static BooksPart amount(std::uint64_t hash) { return hashed(1, hash); }
    [[nodiscard]] static BooksPart order(std::uint64_t hash) { return hashed(2, hash); }
    [[nodiscard]] static BooksPart account(std::uint64_t hash) { return hashed(3, hash); }

    [[nodiscard]] std::uint32_t kind() const { return bits_ >> index_bits; }
    [[nodiscard]] std::uint32_t index() const { return bits_ & index_max; }

    friend auto operator<=>(const BooksPart&, const BooksPart&) = default;

  private:
    static constexpr unsigned index_bits = 30;
    static constexpr std::uint32_t index_max = (1U << index_bits) - 1;

    BooksPart(std::uint32_t kind, std::uint32_t index) : bits_(kind << index_bits | index) {}
    static BooksPart hashed(std::uint32_t kind, std::uint64_t hash) {
        return {kind, static_cast<std::uint32_t>((hash * 0x9e3779b97f4a7c15ULL) >> 40U)};
    }

    std::uint32_t bits_ = 0xffffffff;
};

// Notes what this thread reads while it lives; logs do not nest.
class ReadLog {
  public:
    ReadLog();
    ReadLog(const ReadLog&) = delete;
    ReadLog& operator=(const ReadLog&) = delete;
    ~ReadLog();

    static void note(BooksPart part) {
        if (current != nullptr) {
            current->add(part);
        }
    }
    // Each part once.
    [[nodiscard]] std::vector<BooksPart> take();

  private:
    // What was noted lately is not noted again: most is asked many times in a row.
    void add(BooksPart part) {
        BooksPart& noted = noted_[part.index() % noted_.size()];
        if (noted != part) {
            noted = part;
            parts_.push_back(part);
            if (parts_.size() >= parts_max_) {
                thin_out();
            }
        }
    }
    void thin_out();

    static thread_local ReadLog* current;
    static thread_local std::vector<BooksPart> memory;  // of the log before

    std::array<BooksPart, 64> noted_;
    std::vector<BooksPart> parts_;
    std::size_t parts_max_ = 1024;
};

// Which parts of the books have changed.
class BooksChanges {
  public:
    void add(BooksPart part);
    [[nodiscard]] bool has(BooksPart part) const {
        const std::vector<bool>& parts = by_kind_[part.kind()];
        return part.index() < parts.size() && parts[part.index()];
    }
    [[nodiscard]] bool has_any(std::span<const BooksPart> parts) const;

  private:
    static constexpr std::size_t kinds = 4;
    std::array<std::vector<bool>, kinds> by_kind_;
};

// The logs of many lines, one behind the other; a line may have none.
class ReadLists {
  public:
    // Of the next line.
    void add(std::span<const BooksPart> parts);
    void add_none();

    [[nodiscard]] bool has(std::size_t line) const { return known_[line]; }
    [[nodiscard]] std::span<const BooksPart> of(std::size_t line) const {
        return std::span(parts_).subspan(begins_[line], begins_[line + 1] - begins_[line]);
    }

  private:
    std::vector<BooksPart> parts_;
    std::vector<std::size_t> begins_{0};
    std::vector<bool> known_;
};

}  // namespace afletter::matching

// read_statements: from an input of any kind to the reader of its format.
#include <afletter/parsers.hpp>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "archive.hpp"
#include "content.hpp"
#include "readers.hpp"
#include "utf8_source.hpp"

namespace afletter {

namespace {

// Shows the beginning of a source and then gives all of it.
class PeekedSource final : public ByteSource {
  public:
    explicit PeekedSource(ByteSource& rest) : rest_(rest) {
        std::size_t used = 0;
        head_.resize(head_size);
        while (used < head_.size()) {
            const std::size_t count = rest_.read(head_.data() + used, head_.size() - used);
            if (count == 0) {
                break;
            }
            used += count;
        }
        head_.resize(used);
    }

    [[nodiscard]] std::string_view head() const { return head_; }

    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = std::min(size, head_.size() - given_);
        if (count == 0) {
            return rest_.read(buffer, size);
        }
        std::memcpy(buffer, head_.data() + given_, count);
        given_ += count;
        return count;
    }

  private:
    ByteSource& rest_;
    std::string head_;
    std::size_t given_ = 0;
};

// Hands statements on. Once an archive is given up, what its readers find wrong with the text that
// broke off is not said: it would send the clerk after the wrong fault.
class EntrySink final : public StatementSink {
  public:
    EntrySink(const Archive& archive, StatementSink& sink) : archive_(archive), sink_(sink) {}

    void begin(const StatementHeader& header) override { sink_.begin(header); }
    void entry(const Entry& entry) override { sink_.entry(entry); }
    void end(const StatementClosing& closing) override { sink_.end(closing); }
    void report(Diagnostic diagnostic) override {
        if (!archive_.fault()) {
            sink_.report(std::move(diagnostic));
        }
    }

  private:
    const Archive& archive_;
    StatementSink& sink_;
};

bool refuse(const std::string& name, StatementSink& sink, std::string code, Description what) {
    sink.report({Severity::error, std::move(code), Place{name, 1, 1, 1},
                 "expected a bank statement (MT940 or CAMT), found " + what.found, "",
                 std::move(what.hint)});
    return false;
}

bool read_text(const std::string& name, Content content, ByteSource& bytes, StatementSink& sink) {
    const bool is_mt940 = content == Content::mt940;
    Utf8Source utf8(
        name, bytes, [&sink](Diagnostic finding) { sink.report(std::move(finding)); },
        is_mt940 ? NulBytes::blanked : NulBytes::kept);
    if (!utf8.can_read()) {
        return false;
    }
    const bool is_read = is_mt940 ? read_mt940(name, utf8, sink) : read_camt(name, utf8, sink);
    return is_read && !utf8.has_errors();
}

enum class EntryOutcome : std::uint8_t { read, refused, passed_over };

EntryOutcome read_entry(const std::string& name, ByteSource& bytes, StatementSink& sink) {
    PeekedSource source(bytes);
    switch (const Content content = content_of(source.head())) {
        case Content::camt:
        case Content::mt940:
            return read_text(name, content, source, sink) ? EntryOutcome::read
                                                          : EntryOutcome::refused;
        case Content::zip:
        case Content::gzip:
        case Content::other_archive:
            refuse(name, sink, "source.archive.nested",
                   {"an archive within an archive",
                    "Unpack the outer one, and import what is in "
                    "it."});
            return EntryOutcome::refused;
        case Content::empty:
            return EntryOutcome::passed_over;
        case Content::unknown:
            break;
    }
    sink.report(
        {Severity::warning, "source.archive.entry", Place{name, 1, 1, 1},
         "expected a bank statement (MT940 or CAMT), found " + description_of(source.head()).found,
         "", "It is passed over. Import the statement by itself if this should be one."});
    return EntryOutcome::passed_over;
}

bool read_archive(const std::string& name, Archive& archive, StatementSink& sink) {
    EntrySink entry_sink(archive, sink);
    bool has_read = false;
    bool has_refused = false;
    while (archive.next()) {
        const EntryOutcome outcome = read_entry(archive.entry_name(), archive.entry(), entry_sink);
        has_read = has_read || outcome == EntryOutcome::read;
        has_refused = has_refused || outcome == EntryOutcome::refused;
    }
    if (archive.fault()) {
        sink.report(*archive.fault());
        return false;
    }
    if (!has_read && !has_refused) {
        return refuse(name, sink, "source.archive.empty",
                      {"an archive without one",
                       "Is it the right file? Ask the bank for the "
                       "statement as MT940 or CAMT.053."});
    }
    return !has_refused;
}

}  // namespace

bool read_statements(const std::string& source_name, ByteSource& bytes, StatementSink& sink) {
    PeekedSource source(bytes);
    switch (const Content content = content_of(source.head())) {
        case Content::camt:
        case Content::mt940:
            return read_text(source_name, content, source, sink);
        case Content::zip:
            return read_archive(source_name, *open_zip(source_name, source), sink);
        case Content::gzip:
            return read_archive(source_name, *open_gzip(source_name, source), sink);
        case Content::other_archive:
            return refuse(source_name, sink, "source.archive",
                          {"an archive that is neither zip nor gzip",
                           "Unpack it first and import the files in it."});
        case Content::empty:
            return refuse(source_name, sink, "source.empty",
                          {"an empty file",
                           "The download may have failed. Download it again from the bank."});
        case Content::unknown:
            break;
    }
    return refuse(source_name, sink, "source.unknown_format", description_of(source.head()));
}

}  // namespace afletter

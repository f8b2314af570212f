// Zip archives, read front to back by libarchive: the only file that includes it. The list at the
// end of the archive then shows that nothing is missing.
#include <afletter/assert.hpp>

#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

#include "archive.hpp"
#include "archive/entry_label.hpp"
#include "archive/meter.hpp"

namespace afletter {

namespace {

// The bytes of the archive on their way to the library, which is C: what a source throws waits
// here until the library has returned.
class PackedBytes {
  public:
    explicit PackedBytes(ByteSource& bytes) : bytes_(bytes) {}

    // The next chunk; empty at the end.
    std::string_view next() {
        std::swap(previous_, current_);
        current_.resize(chunk_size);
        std::size_t used = 0;
        while (used < chunk_size) {
            const std::size_t count = bytes_.read(current_.data() + used, chunk_size - used);
            if (count == 0) {
                break;
            }
            used += count;
        }
        current_.resize(used);
        if (used == 0) {
            std::swap(previous_, current_);  // so that the last bytes stay at hand
            return {};
        }
        return current_;
    }

    static la_ssize_t give(struct archive* /*unused*/, void* self, const void** chunk) {
        auto& packed = *static_cast<PackedBytes*>(self);
        try {
            const std::string_view bytes = packed.next();
            *chunk = bytes.data();
            return static_cast<la_ssize_t>(bytes.size());
        } catch (...) {
            packed.thrown_ = std::current_exception();
            return ARCHIVE_FATAL;
        }
    }

    void rethrow() {
        if (thrown_) {
            std::rethrow_exception(std::exchange(thrown_, nullptr));
        }
    }

    // Reads to the end and returns the last bytes, at least a chunk if there is one.
    std::string last_bytes() {
        while (!next().empty()) {
        }
        return previous_ + current_;
    }

  private:
    // The record at the end of an archive and its comment fit into one chunk.
    static constexpr std::size_t chunk_size = std::size_t{128} * 1024;

    ByteSource& bytes_;
    std::string previous_;
    std::string current_;
    std::exception_ptr thrown_;
};

struct ArchiveDeleter {
    void operator()(struct archive* handle) const { archive_read_free(handle); }
};

class ZipArchive final : public Archive, private ByteSource {
  public:
    ZipArchive(std::string source_name, ByteSource& bytes, const ArchiveLimits& limits)
        : packed_(bytes), meter_(std::move(source_name), limits), handle_(archive_read_new()) {
        if (!handle_) {
            throw std::bad_alloc();
        }
        archive_read_support_format_zip_streamable(handle_.get());
        check(archive_read_open(handle_.get(), &packed_, nullptr, PackedBytes::give, nullptr));
    }

    bool next() override {
        while (!meter_.fault() && open_next()) {
            if (!meter_.fault() && !is_no_file(name_)) {
                label_ = archive::entry_label(meter_.source_name(), name_);
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] const std::string& entry_name() const override { return label_; }
    ByteSource& entry() override { return *this; }
    [[nodiscard]] const std::optional<Diagnostic>& fault() const override { return meter_.fault(); }

  private:
    // The next entry of any kind. False at the end.
    bool open_next() {
        pass_over_rest();
        if (meter_.fault()) {
            return false;
        }
        struct archive_entry* entry = nullptr;
        const int status = archive_read_next_header(handle_.get(), &entry);
        packed_.rethrow();
        if (status == ARCHIVE_EOF) {
            check_list();
            return false;
        }
        // A warning is about a name that the locale cannot show, which no one asked it to.
        if (status < ARCHIVE_WARN) {
            meter_.damaged(words());
            return false;
        }
        is_open_ = true;
        meter_.add_entry();
        const char* name = archive_entry_pathname(entry);
        name = name != nullptr ? name : archive_entry_pathname_utf8(entry);
        name_ = name != nullptr ? name : "?";
        if (archive_entry_is_encrypted(entry) != 0) {
            meter_.encrypted(archive::entry_label(meter_.source_name(), name_));
        }
        return true;
    }

    std::size_t read(char* buffer, std::size_t size) override {
        if (!is_open_ || meter_.fault()) {
            return 0;
        }
        const la_ssize_t count = archive_read_data(handle_.get(), buffer, size);
        packed_.rethrow();
        if (count < 0) {
            meter_.damaged(words());
            return 0;
        }
        is_open_ = count > 0;
        const auto packed = static_cast<std::uint64_t>(archive_filter_bytes(handle_.get(), -1));
        meter_.add_unpacked(static_cast<std::uint64_t>(count), packed);
        return meter_.fault() ? 0 : static_cast<std::size_t>(count);
    }

    // Whatever is not wanted counts, and is checked, like everything else.
    void pass_over_rest() {
        std::vector<char> chunk(is_open_ ? pass_over_size : 0);
        while (is_open_ && read(chunk.data(), chunk.size()) > 0) {
        }
        is_open_ = false;
    }

    // APPNOTE 4.3.16: the last record says how many entries there are; 0xffff: see elsewhere.
    void check_list() {
        constexpr std::size_t count_offset = 10;
        constexpr std::size_t record_size = 22;
        constexpr std::uint64_t elsewhere = 0xffff;
        const std::string last = packed_.last_bytes();
        const std::size_t record = last.rfind("PK\x05\x06");
        if (record == std::string::npos || record + record_size > last.size()) {
            meter_.damaged("the end of the file before the list of its entries");
            return;
        }
        const auto byte = [&last, record](std::size_t offset) {
            return std::uint64_t{static_cast<unsigned char>(last[record + offset])};
        };
        const std::uint64_t listed = byte(count_offset) | byte(count_offset + 1) << 8;
        if (listed != elsewhere && listed != meter_.entries()) {
            meter_.damaged("other entries than it lists");
        }
    }

    void check(int status) {
        packed_.rethrow();
        if (status != ARCHIVE_OK) {
            meter_.damaged(words());
        }
    }

    [[nodiscard]] std::string words() const {
        const char* words = archive_error_string(handle_.get());
        return words != nullptr ? std::string("damage: ") + words : "the end of the file";
    }

    static bool is_no_file(std::string_view name) { return archive::is_no_file(name); }
    static constexpr std::size_t pass_over_size = std::size_t{64} * 1024;

    PackedBytes packed_;
    archive::Meter meter_;
    std::unique_ptr<struct archive, ArchiveDeleter> handle_;
    bool is_open_ = false;  // an entry that is not read to its end
    std::string name_;
    std::string label_;
};

}  // namespace

std::unique_ptr<Archive> open_zip(std::string source_name, ByteSource& bytes,
                                  const ArchiveLimits& limits) {
    return std::make_unique<ZipArchive>(std::move(source_name), bytes, limits);
}

}  // namespace afletter

// A gzip file (RFC 1952) as an archive of one entry, by zlib, which checks its checksum as
// libarchive does not: the only file that includes it.
#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>

#include "archive.hpp"
#include "archive/meter.hpp"

namespace afletter {

namespace {

class GzipArchive final : public Archive, private ByteSource {
  public:
    GzipArchive(std::string source_name, ByteSource& bytes, const ArchiveLimits& limits)
        : bytes_(bytes), meter_(std::move(source_name), limits) {
        if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    GzipArchive(const GzipArchive&) = delete;
    GzipArchive& operator=(const GzipArchive&) = delete;
    ~GzipArchive() override { inflateEnd(&stream_); }

    bool next() override {
        if (std::exchange(is_begun_, true)) {
            std::array<char, 4096> rest;
            while (read(rest.data(), rest.size()) > 0) {
            }
            return false;
        }
        meter_.add_entry();
        return true;
    }
    [[nodiscard]] const std::string& entry_name() const override { return meter_.source_name(); }
    ByteSource& entry() override { return *this; }
    [[nodiscard]] const std::optional<Diagnostic>& fault() const override { return meter_.fault(); }

  private:
    std::size_t read(char* buffer, std::size_t size) override {
        std::size_t count = 0;
        while (count == 0 && size > 0 && !meter_.fault() && !is_at_end_) {
            count = unpack(buffer, size);
            meter_.add_unpacked(count, packed_ - stream_.avail_in);
        }
        return meter_.fault() ? 0 : count;
    }

    // One step; it may give nothing and still be on its way.
    std::size_t unpack(char* buffer, std::size_t size) {
        if (!has_input()) {
            if (is_between_members_) {
                is_at_end_ = true;
            } else {
                meter_.damaged("the end of the file before its checksum");
            }
            return 0;
        }
        if (is_between_members_ && *stream_.next_in == 0) {  // padding of a tape or a disk
            ++stream_.next_in;
            --stream_.avail_in;
            return 0;
        }
        is_between_members_ = false;
        const auto room = static_cast<uInt>(std::min<std::size_t>(size, chunk_size));
        stream_.next_out = reinterpret_cast<Bytef*>(buffer);
        stream_.avail_out = room;
        const int status = inflate(&stream_, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            is_between_members_ = true;  // section 2.2: members follow one another
            inflateReset(&stream_);
        } else if (status != Z_OK) {
            meter_.damaged(stream_.msg != nullptr ? std::string("damage: ") + stream_.msg
                                                  : "data that cannot be unpacked");
        }
        return room - stream_.avail_out;
    }

    bool has_input() {
        if (stream_.avail_in == 0) {
            const std::size_t count = bytes_.read(chunk_.data(), chunk_.size());
            stream_.next_in = reinterpret_cast<Bytef*>(chunk_.data());
            stream_.avail_in = static_cast<uInt>(count);
            packed_ += count;
        }
        return stream_.avail_in > 0;
    }

    static constexpr int gzip_only = 16;  // zlib.h: no other header is taken
    static constexpr std::size_t chunk_size = std::size_t{64} * 1024;

    ByteSource& bytes_;
    archive::Meter meter_;
    z_stream stream_{};
    std::vector<char> chunk_ = std::vector<char>(chunk_size);
    std::uint64_t packed_ = 0;  // bytes that came from bytes_
    bool is_begun_ = false;
    bool is_between_members_ = false;
    bool is_at_end_ = false;
};

}  // namespace

std::unique_ptr<Archive> open_gzip(std::string source_name, ByteSource& bytes,
                                   const ArchiveLimits& limits) {
    return std::make_unique<GzipArchive>(std::move(source_name), bytes, limits);
}

}  // namespace afletter

// APPNOTE.TXT in its simplest form, and RFC 1952, over zlib's deflate.
#include "support/zip_writer.hpp"

#include <stdexcept>

#include <zlib.h>

namespace afletter::test {

namespace {

constexpr std::uint16_t encrypted_flag = 1;
constexpr std::uint16_t descriptor_flag = 8;
constexpr std::uint16_t deflate_method = 8;

void put(std::string& bytes, std::uint64_t value, int size) {
    for (; size > 0; --size, value >>= 8) {
        bytes += static_cast<char>(value & 0xff);
    }
}

// `window_bits` as zlib means them: negative is deflate alone, 31 is gzip.
std::string deflated(std::string_view content, int window_bits) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::runtime_error("zlib cannot start");
    }
    std::string out(deflateBound(&stream, content.size()), '\0');
    std::string in(content);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

void put_sizes(std::string& bytes, const PackedFile& file) {
    put(bytes, file.checksum, 4);
    put(bytes, file.bytes.size(), 4);
    put(bytes, file.size, 4);
}

}  // namespace

PackedFile pack(std::string_view content, Packing packing) {
    PackedFile file;
    file.checksum = static_cast<std::uint32_t>(crc32(
        0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    file.size = static_cast<std::uint32_t>(content.size());
    file.flags = packing == Packing::encrypted                ? encrypted_flag
                 : packing == Packing::deflated_and_described ? descriptor_flag
                                                              : std::uint16_t{0};
    file.method = packing == Packing::stored ? std::uint16_t{0} : deflate_method;
    file.bytes = packing == Packing::stored ? std::string(content) : deflated(content, -MAX_WBITS);
    return file;
}

void ZipWriter::add(std::string_view name, const PackedFile& file) {
    const std::size_t offset = bytes_.size();
    const bool is_described = file.flags == descriptor_flag;
    std::string common;
    put(common, 20, 2);  // version 2.0
    put(common, file.flags, 2);
    put(common, file.method, 2);
    put(common, 0, 4);  // time and date
    bytes_ += "PK\x03\x04" + common;
    put_sizes(bytes_, is_described ? PackedFile{} : file);
    put(bytes_, name.size(), 2);
    put(bytes_, 0, 2);
    bytes_.append(name).append(file.bytes);
    if (is_described) {
        bytes_ += "PK\x07\x08";
        put_sizes(bytes_, file);
    }
    list_ += "PK\x01\x02";
    put(list_, 20, 2);
    list_ += common;
    put_sizes(list_, file);
    put(list_, name.size(), 2);
    put(list_, 0, 12);  // extra field, comment, disk and attributes: none
    put(list_, offset, 4);
    list_.append(name);
    ++count_;
}

std::string ZipWriter::finish() const {
    std::string all = bytes_ + list_ + "PK\x05\x06";
    put(all, 0, 4);
    put(all, count_, 2);
    put(all, count_, 2);
    put(all, list_.size(), 4);
    put(all, bytes_.size(), 4);
    put(all, 0, 2);
    return all;
}

std::string gzip_of(std::string_view content) {
    return deflated(content, MAX_WBITS + 16);
}

}  // namespace afletter::test

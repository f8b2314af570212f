// Where bytes come from: a file, standard input, or memory.
#include <afletter/parsers.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace afletter {

namespace {

class DescriptorSource final : public ByteSource {
  public:
    enum class Ownership : bool { borrowed, owned };

    DescriptorSource(int descriptor, std::string name, Ownership ownership)
        : descriptor_(descriptor), name_(std::move(name)), ownership_(ownership) {}
    DescriptorSource(const DescriptorSource&) = delete;
    DescriptorSource& operator=(const DescriptorSource&) = delete;
    ~DescriptorSource() override {
        if (ownership_ == Ownership::owned) {
            ::close(descriptor_);
        }
    }

    std::size_t read(char* buffer, std::size_t size) override {
        for (;;) {
            const ssize_t count = ::read(descriptor_, buffer, size);
            if (count >= 0) {
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) {
                throw std::system_error(errno, std::generic_category(), name_);
            }
        }
    }

  private:
    int descriptor_;
    std::string name_;
    Ownership ownership_;
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(char* buffer, std::size_t size) override {
        const std::size_t count = std::min(size, bytes_.size() - position_);
        std::memcpy(buffer, bytes_.data() + position_, count);
        position_ += count;
        return count;
    }

  private:
    std::string bytes_;
    std::size_t position_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        throw std::system_error(errno, std::generic_category(), path.string());
    }
    return std::make_unique<DescriptorSource>(descriptor, path.string(),
                                              DescriptorSource::Ownership::owned);
}

std::unique_ptr<ByteSource> open_standard_input() {
    return std::make_unique<DescriptorSource>(STDIN_FILENO, "standard input",
                                              DescriptorSource::Ownership::borrowed);
}

std::unique_ptr<ByteSource> open_memory(std::string bytes) {
    return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace afletter

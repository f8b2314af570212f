// Temporary file, fsync, rename, fsync of the folder: a report is never half there.
#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace afletter::cli {

namespace {

[[noreturn]] void cannot_write(const std::string& path) {
    throw OutputError("cannot write " + path + ": " + std::strerror(errno) +
                      "; nothing was replaced. Is there room, and may you write there?");
}

void sync_to_medium(const std::string& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || fsync(descriptor) != 0) {
        const int why = errno;
        if (descriptor >= 0) {
            close(descriptor);
        }
        errno = why;
        cannot_write(path);
    }
    close(descriptor);
}

std::string folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

}  // namespace

Output::Output(const std::string& path) : path_(path) {
    if (path_ == "-") {
        return;
    }
    // Reports carry personal data: readable by their owner alone (mode 0600 of mkstemp).
    temporary_ = path_ + ".XXXXXX";
    const int descriptor = mkstemp(temporary_.data());
    if (descriptor < 0) {
        temporary_.clear();
        cannot_write(path_);
    }
    close(descriptor);
    file_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (!file_) {
        cannot_write(path_);
    }
}

Output::~Output() {
    if (!temporary_.empty()) {
        file_.close();
        std::remove(temporary_.c_str());
    }
}

std::ostream& Output::stream() {
    return path_ == "-" ? std::cout : file_;
}

void Output::finish() {
    if (path_ == "-") {
        errno = 0;
        if (!std::cout.flush()) {
            throw OutputError(std::string("cannot write to standard output: ") +
                              std::strerror(errno == 0 ? EIO : errno));
        }
        return;
    }
    file_.close();
    if (!file_) {
        cannot_write(path_);
    }
    sync_to_medium(temporary_);
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
        cannot_write(path_);
    }
    temporary_.clear();
    sync_to_medium(folder_of(path_));
}

}  // namespace afletter::cli

// From the paths of a command to the inputs it reads.
#include "inputs.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace afletter {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_size = std::size_t{256} * 1024;

// Hands every chunk to `take` until the end.
template <class Take>
void read_all(ByteSource& source, Take take) {
    std::vector<char> chunk(chunk_size);
    while (const std::size_t count = source.read(chunk.data(), chunk.size())) {
        take(std::string_view(chunk.data(), count));
    }
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with('.')) {
            files.push_back(entry.path().string());
        }
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

InputList list_inputs(std::span<const std::string> paths, const DiagnosticHandler& report) {
    InputList list;
    for (const std::string& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (path == "-" || fs::is_regular_file(status)) {
            list.files.push_back(path);
        } else if (fs::is_directory(status)) {
            const std::vector<std::string> files = files_in(path);
            list.files.insert(list.files.end(), files.begin(), files.end());
        } else {
            ++list.refused;
            report(unreadable(path, fs::exists(status) ? "it is neither a file nor a folder"
                                                       : "there is no such file or folder"));
        }
    }
    return list;
}

Input::Input(const std::string& path) : path_(path) {
    Sha256Stream hash;
    const auto source = path == "-" ? open_standard_input() : open_file(path);
    read_all(*source, [&](std::string_view chunk) {
        hash.update(chunk);
        size_ += chunk.size();
        if (path_ == "-") {
            standard_input_ += chunk;
        }
    });
    digest_ = hash.finish();
}

std::unique_ptr<ByteSource> Input::open() const {
    return path_ == "-" ? open_memory(standard_input_) : open_file(path_);
}

Diagnostic unreadable(const std::string& path, const std::string& why) {
    return {.severity = Severity::error,
            .code = "source.unreadable",
            .place = {.file = path},
            .message = "cannot read this input: " + why,
            .hint = "Check the name and the rights, and import it again; the rest goes on."};
}

}  // namespace afletter

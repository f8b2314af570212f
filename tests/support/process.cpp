// fork and exec, with all three streams in files so that no pipe can fill up.
#include "support/process.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace afletter::test {

namespace {

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (const std::string& text : texts) {
        pointers.push_back(const_cast<char*>(text.c_str()));
    }
    pointers.push_back(nullptr);
    return pointers;
}

void redirect(const std::string& file, int flags, int descriptor) {
    const int opened = open(file.c_str(), flags, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) {
        _exit(127);
    }
    close(opened);
}

[[noreturn]] void become(const Call& call, const TemporaryFolder& streams) {
    redirect((streams.path() / "in").string(), O_RDONLY, STDIN_FILENO);
    redirect((streams.path() / "out").string(), O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect((streams.path() / "err").string(), O_WRONLY | O_CREAT, STDERR_FILENO);
    if (!call.folder.empty() && chdir(call.folder.c_str()) != 0) {
        _exit(127);
    }
    const auto arguments = pointers_to(call.arguments);
    const auto environment = pointers_to(call.environment);
    execve(arguments[0], arguments.data(), environment.data());
    _exit(127);
}

}  // namespace

Outcome run(const Call& call) {
    const TemporaryFolder streams;
    streams.write("in", call.input);
    const pid_t child = fork();
    if (child < 0) {
        throw std::runtime_error("cannot fork");
    }
    if (child == 0) {
        become(call, streams);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child) {
        throw std::runtime_error("the program was lost");
    }
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            read_file(streams.path() / "out"), read_file(streams.path() / "err")};
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "afletter-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("cannot make a temporary folder");
    }
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;  // a folder that stays behind fails no test
    std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

}  // namespace afletter::test

// pugixml, expat, and wolph/mt940 by way of python3.
#include "bench/rivals.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <utility>

#include <expat.h>
#include <fmt/format.h>
#include <malloc.h>
#include <pugixml.hpp>
#include <sys/mman.h>
#include <unistd.h>

namespace afletter::bench {

namespace {

// Memory that is given out from one end and taken back all at once.
class Arena {
  public:
    explicit Arena(std::size_t size)
        : size_(size),
          start_(static_cast<char*>(::mmap(nullptr, size, PROT_READ | PROT_WRITE,
                                           MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0))) {
        if (start_ == MAP_FAILED) {
            throw std::runtime_error("no address space for the arena");
        }
    }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() { ::munmap(start_, size_); }

    void* allocate(std::size_t size) {
        constexpr std::size_t alignment = 16;
        const std::size_t place = used_;
        used_ += (size + alignment - 1) / alignment * alignment;
        return used_ <= size_ ? start_ + place : nullptr;
    }
    void rewind() { used_ = 0; }

  private:
    std::size_t size_;
    char* start_;
    std::size_t used_ = 0;
};

// pugixml's hooks are plain functions, so the arena they use stands here.
Arena* current_arena = nullptr;

void* allocate_from_arena(std::size_t size) {
    return current_arena->allocate(size);
}
void leave_in_arena(void*) {}

void parse_in_place(pugi::xml_document& document, std::string& copy) {
    const pugi::xml_parse_result result = document.load_buffer_inplace(copy.data(), copy.size());
    if (!result) {
        throw std::runtime_error(std::string("pugixml: ") + result.description());
    }
}

struct WarmState {
    explicit WarmState(std::size_t file_size) : arena(16 * file_size + (std::size_t{1} << 20)) {}
    std::string copy;
    Arena arena;
};

void parse_warm(WarmState& state) {
    current_arena = &state.arena;
    const pugi::allocation_function allocate = pugi::get_memory_allocation_function();
    const pugi::deallocation_function deallocate = pugi::get_memory_deallocation_function();
    pugi::set_memory_management_functions(allocate_from_arena, leave_in_arena);
    {
        pugi::xml_document document;
        parse_in_place(document, state.copy);
    }
    pugi::set_memory_management_functions(allocate, deallocate);
}

void run_expat(std::string_view file) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
        XML_ParserCreate(nullptr), &XML_ParserFree);
    XML_SetElementHandler(
        parser.get(), [](void*, const XML_Char*, const XML_Char**) {},
        [](void*, const XML_Char*) {});
    XML_SetCharacterDataHandler(parser.get(), [](void*, const XML_Char*, int) {});
    constexpr std::size_t chunk = std::size_t{256} * 1024;
    for (std::size_t at = 0; at < file.size(); at += chunk) {
        const std::string_view piece = file.substr(at, chunk);
        const int is_last = at + chunk >= file.size() ? 1 : 0;
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), is_last) !=
            XML_STATUS_OK) {
            throw std::runtime_error("expat cannot parse the file");
        }
    }
}

// What a command prints; empty when it fails.
std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"),
                                                               &::pclose);
    std::string output;
    char buffer[256];
    while (pipe && std::fgets(buffer, sizeof(buffer), pipe.get()) != nullptr) {
        output += buffer;
    }
    return output;
}

}  // namespace

Contestant pugixml_warm(std::string_view file) {
    const auto state = std::make_shared<WarmState>(file.size());
    return {.name = "pugixml in place, warm arena",
            .target = "",
            .prepare =
                [state, file] {
                    state->copy = file;
                    state->arena.rewind();
                },
            .run = [state] { parse_warm(*state); }};
}

Contestant pugixml_cold(std::string_view file) {
    const auto copy = std::make_shared<std::string>();
    return {.name = "pugixml in place, cold",
            .target = "",
            .prepare =
                [copy, file] {
                    *copy = file;
                    ::malloc_trim(0);  // what an earlier run has left is warm as well
                },
            .run =
                [copy] {
                    pugi::xml_document document;
                    parse_in_place(document, *copy);
                }};
}

Contestant expat_pass(std::string_view file) {
    return {.name = "expat, empty handlers",
            .target = "",
            .prepare = [] {},
            .run = [file] { run_expat(file); }};
}

std::optional<double> seconds_of_wolph_mt940(std::string_view file) {
    std::string path = (std::filesystem::temp_directory_path() / "afletter-bench-XXXXXX").string();
    const int descriptor = ::mkstemp(path.data());
    if (descriptor < 0) {
        return std::nullopt;
    }
    ::close(descriptor);
    std::ofstream(path, std::ios::binary) << file;
    const std::string output =
        output_of(fmt::format("python3 -c 'import mt940, time\n"
                              "begin = time.perf_counter()\n"
                              "mt940.parse(\"{}\")\n"
                              "print(time.perf_counter() - begin)' 2>/dev/null",
                              path));
    std::filesystem::remove(path);
    return output.empty() ? std::nullopt : std::optional(std::strtod(output.c_str(), nullptr));
}

}  // namespace afletter::bench

// Makes labels of names.
#include "archive/entry_label.hpp"

#include <algorithm>

#include "encoding.hpp"

namespace afletter::archive {

namespace {

constexpr std::size_t label_size_max = 255;

bool is_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte < 0x20 || byte == 0x7f;
}

// C1 control characters, which some terminals obey, begin with 0xc2 in UTF-8.
void replace_second_controls(std::string& text) {
    for (std::size_t at = text.find('\xc2'); at != std::string::npos; at = text.find('\xc2', at)) {
        const bool is_second_control = static_cast<unsigned char>(text[at + 1]) < 0xa0;
        text.replace(at, 2, is_second_control ? "?" : text.substr(at, 2));
        at += is_second_control ? 1 : 2;
    }
}

}  // namespace

std::string entry_label(std::string_view archive_name, std::string_view entry_name) {
    // Cut first: what follows looks at its text again and again.
    const std::string whole = shown_as_utf8(entry_name);
    std::string shown(utf8_prefix(whole, label_size_max));
    const bool is_cut = shown.size() < whole.size();
    std::ranges::replace_if(shown, is_control, '?');
    replace_second_controls(shown);
    for (std::size_t at = shown.find(".."); at != std::string::npos; at = shown.find("..")) {
        shown.replace(at, 2, "?");
    }
    return std::string(archive_name) + "/" + shown + (is_cut ? "..." : "");
}

bool is_no_file(std::string_view entry_name) {
    const std::size_t slash = entry_name.rfind('/');
    const std::string_view name =
        slash == std::string_view::npos ? entry_name : entry_name.substr(slash + 1);
    return name.empty() || name.starts_with('.') || entry_name.starts_with("__MACOSX/");
}

}  // namespace afletter::archive

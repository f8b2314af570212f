// The name of an archive's entry as messages show it. It is a label and never a path.
#pragma once

#include <string>
#include <string_view>

namespace afletter::archive {

// "archive.zip/folder/name": control characters and ".." are shown as "?", and a name that is not
// UTF-8 is read as Windows-1252; what is very long is cut.
[[nodiscard]] std::string entry_label(std::string_view archive_name, std::string_view entry_name);

// What packing programs add, and nobody asked for: folders, "__MACOSX/", hidden files.
[[nodiscard]] bool is_no_file(std::string_view entry_name);

}  // namespace afletter::archive

// Small work on what a statement says.
#include <afletter/model/statement.hpp>

#include <algorithm>

namespace afletter {

bool is_statement(const StatementHeader& header) {
    const std::string_view format = header.format;
    return format.starts_with("camt.053") || format == "mt940" || format == "mt950";
}

void add_piece(std::string& pieces, std::string_view key, std::string_view value) {
    if (!pieces.empty()) {
        pieces += '\n';
    }
    pieces.append(key).append("=");
    const std::size_t start = pieces.size();
    pieces.append(value);
    std::replace(pieces.begin() + static_cast<std::ptrdiff_t>(start), pieces.end(), '\n', ' ');
}

}  // namespace afletter

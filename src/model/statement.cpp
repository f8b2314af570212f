// Small work on what a statement says.
#include <afletter/model/statement.hpp>

#include <algorithm>

namespace afletter {

std::string_view piece_of(std::string_view pieces, std::string_view key) {
    while (!pieces.empty()) {
        const std::string_view piece = pieces.substr(0, pieces.find('\n'));
        if (piece.starts_with(key) && piece.substr(key.size()).starts_with('=')) {
            return piece.substr(key.size() + 1);
        }
        pieces.remove_prefix(std::min(piece.size() + 1, pieces.size()));
    }
    return {};
}

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

// Registration of source files.
#include "source_file.hpp"

namespace afletter {

SourceFiles::SourceFiles(sqlite::Database& database, AuditTrail& audit)
    : database_(database),
      audit_(audit),
      insert_(database,
              "INSERT INTO source_file (name, sha256, bytes) VALUES (?, ?, ?) "
              "ON CONFLICT (sha256) DO NOTHING") {}

std::optional<std::int64_t> SourceFiles::add(const std::string& name, const Sha256& digest,
                                             std::uint64_t bytes) {
    insert_.run(name, digest, bytes);
    if (database_.rows_changed() == 0) {
        return std::nullopt;
    }
    const std::int64_t id = database_.last_row_id();
    audit_.append("read", "source_file:" + std::to_string(id), to_hex(digest));
    return id;
}

}  // namespace afletter

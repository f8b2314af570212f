// Appends to the hash chain.
#include "audit_trail.hpp"

#include <afletter/model/date.hpp>

#include "columns.hpp"
#include "encoding/sha256.hpp"

namespace afletter {

Sha256 audit_hash(std::int64_t sequence, const Sha256& previous, const AuditFields& fields) {
    FieldBytes field_bytes;
    for (const std::string_view field : fields) {
        field_bytes.add(field);
    }
    std::string bytes = "AFL1";
    bytes += big_endian(static_cast<std::uint64_t>(sequence));
    bytes += bytes_of(previous);
    bytes += field_bytes.bytes();
    return sha256(bytes);
}

AuditTrail::AuditTrail(sqlite::Database& database, const Stamp& stamp)
    : stamp_(stamp),
      at_(to_iso(stamp.at)),
      insert_(database,
              "INSERT INTO audit (seq, at, actor, action, object, result, hash) "
              "VALUES (?, ?, ?, ?, ?, ?, ?)"),
      select_last_(database, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1") {
    reload();
}

void AuditTrail::append(std::string_view action, std::string_view object, std::string_view result) {
    const Sha256 hash = audit_hash(sequence_ + 1, hash_, {at_, stamp_.by, action, object, result});
    insert_.run(sequence_ + 1, at_, stamp_.by, action, object, result, hash);
    ++sequence_;
    hash_ = hash;
}

void AuditTrail::reload() {
    sequence_ = 0;
    hash_ = {};
    sqlite::Rows last = select_last_.query();
    if (last.next()) {
        sequence_ = last.take_integer();
        hash_ = take_digest(last);
    }
}

}  // namespace afletter

// The one file that includes sqlite3.h.
#include "sqlite/database.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <system_error>
#include <utility>

#include <sqlite3.h>

namespace afletter::sqlite {

namespace {

constexpr int busy_timeout_ms = 5'000;

struct Explanation {
    int code;  // primary result code of SQLite
    Fault fault;
    const char* why;
    const char* way_out;
};

constexpr std::array explanations{
    Explanation{SQLITE_FULL, Fault::disk_full, "the disk is full",
                "Free some space and run the command again."},
    Explanation{SQLITE_IOERR, Fault::disk_failed, "the disk failed to read or write",
                "Check the disk and its file system, then run the command again."},
    Explanation{SQLITE_READONLY, Fault::not_writable, "the ledger or its folder may not be written",
                "Give this user write access to the file and its folder."},
    Explanation{SQLITE_PERM, Fault::not_writable, "the ledger may not be opened",
                "Give this user read and write access to the file."},
    Explanation{SQLITE_CANTOPEN, Fault::not_writable, "the ledger cannot be opened",
                "Give this user read and write access to the file and its folder."},
    Explanation{SQLITE_NOTADB, Fault::not_a_database, "the file is not a ledger (any more)",
                "Restore the latest backup."},
    Explanation{SQLITE_CORRUPT, Fault::damaged, "the file is damaged",
                "Keep a copy for examination and restore the latest backup."},
    Explanation{SQLITE_CONSTRAINT, Fault::refused, "a guard of the ledger refused the change",
                "This is a fault of the program: please report it."},
};
constexpr Explanation unexplained{SQLITE_ERROR, Fault::other, "the ledger cannot do this",
                                  "This is a fault of the program: please report it."};

const Explanation& explanation_of(int primary_code) {
    const auto* found = std::find_if(explanations.begin(), explanations.end(),
                                     [&](const auto& known) { return known.code == primary_code; });
    return found == explanations.end() ? unexplained : *found;
}

[[noreturn]] void throw_failure(sqlite3* handle, int code, const std::string& place) {
    const int primary_code = code & 0xff;
    if (primary_code == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    if (primary_code == SQLITE_BUSY || primary_code == SQLITE_LOCKED) {
        throw LedgerBusy(place + ": another run holds the ledger and did not let go within " +
                         "five seconds. Try again when it is done.");
    }
    const Explanation& explanation = explanation_of(primary_code);
    std::string message = place + ": " + explanation.why + " (" +
                          (handle == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(handle));
    // Other failures leave the error number of an earlier one standing.
    const bool system_failed = primary_code == SQLITE_IOERR || primary_code == SQLITE_CANTOPEN;
    if (const int error = system_failed && handle != nullptr ? sqlite3_system_errno(handle) : 0;
        error != 0) {
        message += "; " + std::generic_category().message(error);
    }
    throw Error(explanation.fault, message + "). " + explanation.way_out);
}

[[noreturn]] void throw_failure(sqlite3* handle, int code) {
    const char* name = sqlite3_db_filename(handle, "main");
    throw_failure(handle, code, name == nullptr ? std::string("ledger") : std::string(name));
}

void check(sqlite3* handle, int code) {
    if (code != SQLITE_OK) {
        throw_failure(handle, code);
    }
}

// SQLite's URI form, in which '?', '#' and '%' would mean something.
std::string uri_of(const std::filesystem::path& path, std::string_view options) {
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char character : path.string()) {
        if (character == '?' || character == '#' || character == '%') {
            const auto code = static_cast<unsigned char>(character);
            uri += {'%', hex[code >> 4U], hex[code & 15U]};
        } else {
            uri += character;
        }
    }
    return uri.append(options);
}

sqlite3* open_handle(const std::filesystem::path& path, Access access) {
    const bool peek = access == Access::peek;
    const std::string name = peek ? uri_of(path, "?immutable=1") : path.string();
    const int flags = SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                      (peek ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE);
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> closed(handle, sqlite3_close);
        throw_failure(handle, code, path.string());
    }
    return handle;
}

// In this order: the timeout first, so that no setting can meet a lock without patience.
// recursive_triggers lets the guards against DELETE see the deletions of INSERT OR REPLACE.
constexpr const char* settings = R"sql(
    PRAGMA foreign_keys = ON;
    PRAGMA synchronous = FULL;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA recursive_triggers = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -262144;
)sql";

}  // namespace

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close(handle);
}

Database::Database(const std::filesystem::path& path, Access access)
    : handle_(open_handle(path, access)) {
    check(handle(), sqlite3_busy_timeout(handle(), busy_timeout_ms));
    check(handle(), sqlite3_db_config(handle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
    if (access == Access::read_write) {
        execute(settings);
    }
}

void Database::execute(const char* sql) {
    check(handle(), sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::last_row_id() const {
    return sqlite3_last_insert_rowid(handle());
}

std::int64_t Database::rows_changed() const {
    return sqlite3_changes64(handle());
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle()) == 0;
}

// Without patience: a reader that still needs the log is no reason to make anybody wait.
bool Database::checkpoint() {
    check(handle(), sqlite3_busy_timeout(handle(), 0));
    const int code =
        sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    const int primary_code = code & 0xff;
    const bool busy = primary_code == SQLITE_BUSY || primary_code == SQLITE_LOCKED;
    if (!busy) {
        check(handle(), code);
    }
    check(handle(), sqlite3_busy_timeout(handle(), busy_timeout_ms));
    return !busy;
}

Rows::Rows(Rows&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), column_(other.column_) {}

Rows::~Rows() {
    sqlite3_reset(statement_);
}

bool Rows::next() {
    column_ = 0;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        throw_failure(sqlite3_db_handle(statement_), code);
    }
    return false;
}

bool Rows::at_null() const {
    return sqlite3_column_type(statement_, column_) == SQLITE_NULL;
}

bool Rows::at_integer() const {
    return sqlite3_column_type(statement_, column_) == SQLITE_INTEGER;
}

std::int64_t Rows::take_integer() {
    return sqlite3_column_int64(statement_, column_++);
}

std::string_view Rows::take_text() {
    const Blob bytes = take_blob();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Blob Rows::take_blob() {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column_));
    const int size = sqlite3_column_bytes(statement_, column_++);
    if (bytes == nullptr && sqlite3_errcode(sqlite3_db_handle(statement_)) == SQLITE_NOMEM) {
        throw std::bad_alloc();
    }
    return {bytes, static_cast<std::size_t>(size)};
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(const Database& database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    check(database.handle(),
          sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    statement_.reset(statement);
    parameter_count_ = sqlite3_bind_parameter_count(statement);
}

void Statement::bind(Lifetime lifetime, int index, std::string_view text) {
    // A null pointer would be bound as NULL.
    const char* bytes = text.data() == nullptr ? "" : text.data();
    check(sqlite3_db_handle(statement_.get()),
          sqlite3_bind_text64(statement_.get(), index, bytes, text.size(),
                              lifetime == Lifetime::of_call ? SQLITE_STATIC : SQLITE_TRANSIENT,
                              SQLITE_UTF8));
}

void Statement::bind(Lifetime lifetime, int index, Blob bytes) {
    check(sqlite3_db_handle(statement_.get()),
          sqlite3_bind_blob64(statement_.get(), index, bytes.data(), bytes.size(),
                              lifetime == Lifetime::of_call ? SQLITE_STATIC : SQLITE_TRANSIENT));
}

void Statement::bind_integer(int index, std::int64_t value) {
    check(sqlite3_db_handle(statement_.get()), sqlite3_bind_int64(statement_.get(), index, value));
}

void Statement::bind_null(int index) {
    check(sqlite3_db_handle(statement_.get()), sqlite3_bind_null(statement_.get(), index));
}

void Statement::finish() {
    sqlite3_step(statement_.get());
    check(sqlite3_db_handle(statement_.get()), sqlite3_reset(statement_.get()));
}

Transaction::Transaction(Database& database) : database_(database) {
    AFLETTER_ASSERT(!database.in_transaction());
    database_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // A rollback that fails leaves nothing to do: closing the connection takes it back as well.
    if (active_ && database_.in_transaction()) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    database_.execute("COMMIT");
    active_ = false;
}

Savepoint::Savepoint(Database& database) : database_(database) {
    database_.execute("SAVEPOINT part");
}

Savepoint::~Savepoint() {
    // SQLite itself rolls back the whole transaction when the disk fails.
    if (active_ && database_.in_transaction()) {
        sqlite3_exec(database_.handle(), "ROLLBACK TO part; RELEASE part", nullptr, nullptr,
                     nullptr);
    }
}

void Savepoint::keep() {
    database_.execute("RELEASE part");
    active_ = false;
}

void Savepoint::take_back() {
    database_.execute("ROLLBACK TO part; RELEASE part");
    active_ = false;
}

}  // namespace afletter::sqlite

// Making, recognising and opening the file that is a ledger. Whatever is refused is left untouched.
#include <afletter/ledger_store.hpp>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit_trail.hpp"
#include "ledger_impl.hpp"
#include "schema/migrations.hpp"

namespace afletter {

namespace {

Diagnostic refusal(const char* code, const std::filesystem::path& path, std::string message,
                   std::string hint) {
    return {.severity = Severity::error,
            .code = code,
            .place = {.file = path.string()},
            .message = std::move(message),
            .excerpt = {},
            .hint = std::move(hint)};
}

Diagnostic already_there(const std::filesystem::path& path) {
    return refusal("ledger.exists", path,
                   "expected nothing here, found a file; a new ledger never replaces anything",
                   "Name another file with --ledger, or use the ledger that is there.");
}

Diagnostic not_writable(const std::filesystem::path& path, const std::string& why) {
    return refusal("ledger.not_writable", path,
                   "expected a ledger that may be read and written, found: " + why,
                   "Give this user read and write access to the file and its folder.");
}

Diagnostic not_a_ledger(const std::filesystem::path& path, const char* found) {
    return refusal("ledger.not_a_ledger", path,
                   std::string("expected a ledger of Afletter, found ") + found,
                   "Name the ledger with --ledger, or make a new one with `afletter init`. "
                   "This file was left as it is.");
}

[[noreturn]] void throw_system_error(const std::filesystem::path& path, int error) {
    throw StoreError(path.string() + ": the ledger cannot be made (" +
                     std::generic_category().message(error) +
                     "). Check the disk and its file system, then run the command again.");
}

Diagnostic cannot_create(const std::filesystem::path& path, int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return refusal("ledger.no_folder", path, "expected a folder to make the ledger in",
                           "Make the folder first, or name another file with --ledger.");
        case EACCES:
        case EPERM:
        case EROFS:
            return not_writable(path, std::generic_category().message(error));
        default:
            throw_system_error(path, error);
    }
}

// A ledger in the making stands beside its place under a name of its own and is moved there when
// it is complete, so that a run that is cut off leaves no half ledger. Mode 0600, whatever the
// umask; SQLite gives its log files the mode of the ledger.
class Workpiece {
  public:
    static Result<Workpiece, int> beside(const std::filesystem::path& target) {
        std::string name = target.string() + ".XXXXXX";
        const int file = mkostemp(name.data(), O_CLOEXEC);
        if (file < 0) {
            return fail(int{errno});
        }
        Workpiece workpiece(name);
        const int error = fchmod(file, S_IRUSR | S_IWUSR) == 0 ? 0 : errno;
        close(file);
        return error == 0 ? Result<Workpiece, int>(std::move(workpiece)) : fail(int{error});
    }
    Workpiece(Workpiece&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    Workpiece& operator=(Workpiece&&) = delete;
    ~Workpiece() {
        if (!path_.empty()) {
            std::error_code ignored;  // a leftover does no harm
            std::filesystem::remove(path_, ignored);
            std::filesystem::remove(path_.string() + "-wal", ignored);
            std::filesystem::remove(path_.string() + "-shm", ignored);
        }
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    // Never replaces what stands there. Answers the error, 0 for none.
    [[nodiscard]] int move_to(const std::filesystem::path& target) {
        if (renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) != 0) {
            return errno;
        }
        path_.clear();
        return sync_folder(target);
    }

  private:
    explicit Workpiece(std::filesystem::path path) : path_(std::move(path)) {}

    // The name is safe on disk only when the folder is.
    static int sync_folder(const std::filesystem::path& target) {
        const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
        const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (descriptor < 0) {
            return errno;
        }
        const int error = fsync(descriptor) == 0 ? 0 : errno;
        close(descriptor);
        return error;
    }

    std::filesystem::path path_;
};

void fill_new_ledger(const std::filesystem::path& path, const Stamp& stamp) {
    sqlite::Database database(path, sqlite::Access::read_write);
    database.execute("PRAGMA journal_mode = WAL");
    schema::migrate(database, schema::all_migrations());
    sqlite::Transaction transaction(database);
    AuditTrail(database, stamp)
        .append("create", "ledger", "version " + std::to_string(schema::newest_version()));
    transaction.commit();
    AFLETTER_ASSERT(database.checkpoint());
}

// Looks at the file without locks or traces; nothing when it is a ledger.
std::optional<Diagnostic> refuse_other_file(const std::filesystem::path& path) {
    struct stat status{};
    if (stat(path.c_str(), &status) != 0) {
        if (errno != ENOENT && errno != ENOTDIR) {
            return not_writable(path, std::generic_category().message(errno));
        }
        return refusal("ledger.missing", path, "expected a ledger, found no file",
                       "Make one with `afletter init`, or name the ledger with --ledger.");
    }
    if (!S_ISREG(status.st_mode)) {
        return not_a_ledger(path, S_ISDIR(status.st_mode) ? "a folder" : "no regular file");
    }
    if (status.st_size == 0) {
        return not_a_ledger(path, "an empty file");
    }
    if (faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) != 0) {
        return not_writable(path, std::generic_category().message(errno));
    }
    const sqlite::Database database(path, sqlite::Access::peek);
    if (schema::application_id_of(database) != schema::application_id) {
        return not_a_ledger(path, "a database of another program");
    }
    return std::nullopt;
}

Diagnostic refuse_newer(const std::filesystem::path& path, std::int64_t version) {
    return refusal("ledger.newer", path,
                   "expected version " + std::to_string(schema::newest_version()) +
                       " of the ledger or older, found version " + std::to_string(version),
                   "Install the newer Afletter that wrote it.");
}

Result<sqlite::Database, Diagnostic> open_database(const std::filesystem::path& path) {
    if (auto refused = refuse_other_file(path)) {
        return fail(std::move(*refused));
    }
    sqlite::Database database(path, sqlite::Access::read_write);
    const std::int64_t version = schema::version_of(database);
    if (version > schema::newest_version()) {
        return fail(refuse_newer(path, version));
    }
    schema::migrate(database, schema::all_migrations());
    return database;
}

}  // namespace

Result<Ledger, Diagnostic> Ledger::create(const std::filesystem::path& path, const Stamp& stamp) {
    struct stat status{};
    if (lstat(path.c_str(), &status) == 0) {
        return fail(already_there(path));
    }
    auto workpiece = Workpiece::beside(path);
    if (!workpiece) {
        return fail(cannot_create(path, workpiece.error()));
    }
    fill_new_ledger(workpiece->path(), stamp);
    if (const int error = workpiece->move_to(path); error == EEXIST) {
        return fail(already_there(path));
    } else if (error != 0) {
        throw_system_error(path, error);
    }
    return open(path);
}

Result<Ledger, Diagnostic> Ledger::open(const std::filesystem::path& path) {
    try {
        auto database = open_database(path);
        if (!database) {
            return fail(std::move(database.error()));
        }
        return Ledger(std::make_unique<Impl>(Impl{std::move(*database)}));
    } catch (const sqlite::Error& error) {
        if (error.fault() == sqlite::Fault::not_a_database) {
            return fail(not_a_ledger(path, "a file that is no database"));
        }
        if (error.fault() == sqlite::Fault::not_writable) {
            return fail(not_writable(path, "a folder or a log that this user may not write"));
        }
        throw;
    }
}

Ledger::Ledger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

}  // namespace afletter

// Which files are ledgers, and what becomes of those that are not.
#include <fstream>
#include <iterator>

#include <sys/stat.h>
#include <unistd.h>

#include "made_up.hpp"
#include "support/test.hpp"

namespace afletter {

using namespace test;

namespace {

constexpr long page_size = 4'096;

void write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

unsigned mode_of(const std::filesystem::path& path) {
    struct stat status{};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

std::size_t files_in(const TemporaryFolder& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

void require_refusal(const Diagnostic& diagnostic, const char* code,
                     const std::filesystem::path& path) {
    CHECK(diagnostic.code == code);
    CHECK(diagnostic.severity == Severity::error);
    CHECK(diagnostic.place.file == path.string());
    CHECK_FALSE(diagnostic.message.empty());
    CHECK_FALSE(diagnostic.hint.empty());
}

}  // namespace

TEST_CASE("a new ledger is a file of its owner alone, whatever the umask", "[store][file]") {
    const TemporaryFolder folder;
    for (const mode_t mask : {mode_t{0}, mode_t{077}, mode_t{0777}}) {
        const auto path = folder / ("ledger" + std::to_string(mask) + ".db");
        const mode_t before = umask(mask);
        Ledger ledger = new_ledger(path);
        umask(before);
        CHECK(mode_of(path) == 0600);
        put_items(ledger, {receivable("I-1", 100)});
        CHECK(mode_of(path.string() + "-wal") == 0600);
        CHECK(mode_of(path.string() + "-shm") == 0600);
    }
}

TEST_CASE("a new ledger leaves nothing beside it", "[store][file]") {
    const TemporaryFolder folder;
    static_cast<void>(new_ledger(folder / "ledger.db"));
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a new ledger never replaces what is there", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "taken";
    SECTION("a file") {
        write_bytes(path, "accounts 2025");
        const auto ledger = Ledger::create(path, stamp());
        REQUIRE_FALSE(ledger);
        require_refusal(ledger.error(), "ledger.exists", path);
        CHECK(read_file(path) == "accounts 2025");
    }
    SECTION("a ledger") {
        static_cast<void>(new_ledger(path));
        const std::string before = read_file(path);
        const auto ledger = Ledger::create(path, stamp());
        REQUIRE_FALSE(ledger);
        require_refusal(ledger.error(), "ledger.exists", path);
        CHECK(read_file(path) == before);
    }
    SECTION("a folder") {
        std::filesystem::create_directory(path);
        const auto ledger = Ledger::create(path, stamp());
        REQUIRE_FALSE(ledger);
        require_refusal(ledger.error(), "ledger.exists", path);
    }
    SECTION("a link that leads nowhere") {
        std::filesystem::create_symlink(folder / "nowhere", path);
        const auto ledger = Ledger::create(path, stamp());
        REQUIRE_FALSE(ledger);
        require_refusal(ledger.error(), "ledger.exists", path);
        CHECK_FALSE(std::filesystem::exists(folder / "nowhere"));
    }
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a new ledger needs a folder to stand in", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "missing" / "ledger.db";
    const auto ledger = Ledger::create(path, stamp());
    REQUIRE_FALSE(ledger);
    require_refusal(ledger.error(), "ledger.no_folder", path);
    CHECK(files_in(folder) == 0);
}

TEST_CASE("a ledger that is not there is missing, and is not made", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    const auto ledger = Ledger::open(path);
    REQUIRE_FALSE(ledger);
    require_refusal(ledger.error(), "ledger.missing", path);
    CHECK(files_in(folder) == 0);
}

TEST_CASE("a file that is no ledger is refused and stays as it is", "[store][file]") {
    struct Example {
        const char* name;
        std::string bytes;
    };
    const Example examples[] = {
        {"empty", ""},
        {"short text", "hello"},
        {"long text", std::string(10'000, 'x')},
        {"statement", ":20:STARTUMS\r\n:25:NL91ABNA0417164300\r\n"},
        {"only the name of a database", "SQLite format 3"},
        {"zeros", std::string(8'192, '\0')},
    };
    for (const Example& example : examples) {
        const TemporaryFolder folder;
        const auto path = folder / "100% mine? #1.db";
        INFO(example.name);
        write_bytes(path, example.bytes);
        const auto ledger = Ledger::open(path);
        REQUIRE_FALSE(ledger);
        require_refusal(ledger.error(), "ledger.not_a_ledger", path);
        CHECK(read_file(path) == example.bytes);
        CHECK(files_in(folder) == 1);
    }
}

TEST_CASE("a database of another program is refused and stays as it is", "[store][file]") {
    const char* journal_mode = GENERATE("DELETE", "WAL");
    const TemporaryFolder folder;
    const auto path = folder / "other.db";
    {
        RawDatabase other(path);
        REQUIRE(other.value("PRAGMA journal_mode = " + std::string(journal_mode)) != "");
        REQUIRE(other.execute("CREATE TABLE line (id INTEGER); PRAGMA user_version = 1").empty());
    }
    const std::string before = read_file(path);
    const auto ledger = Ledger::open(path);
    REQUIRE_FALSE(ledger);
    require_refusal(ledger.error(), "ledger.not_a_ledger", path);
    CHECK(read_file(path) == before);
    CHECK(files_in(folder) == 1);
}

TEST_CASE("a folder or a device is no ledger", "[store][file]") {
    const TemporaryFolder folder;
    for (const std::filesystem::path& path : {folder.path(), std::filesystem::path("/dev/null")}) {
        const auto ledger = Ledger::open(path);
        REQUIRE_FALSE(ledger);
        require_refusal(ledger.error(), "ledger.not_a_ledger", path);
    }
}

TEST_CASE("a ledger of a newer version is refused and stays as it is", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    static_cast<void>(new_ledger(path));
    REQUIRE(RawDatabase(path).execute("PRAGMA user_version = 2").empty());
    const auto ledger = Ledger::open(path);
    REQUIRE_FALSE(ledger);
    require_refusal(ledger.error(), "ledger.newer", path);
    CHECK(RawDatabase(path).value("PRAGMA user_version") == "2");
    REQUIRE(RawDatabase(path).execute("PRAGMA user_version = 1").empty());
    CHECK(Ledger::open(path));
}

TEST_CASE("a ledger that this user may not write is refused", "[store][file]") {
    if (geteuid() != 0) {
        WARN("skipped: only root can become another user");
        return;
    }
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    static_cast<void>(new_ledger(path));
    std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
    const auto mode = GENERATE(0400, 0444, 0666);  // unreadable; readable; in a read-only folder
    std::filesystem::permissions(path, std::filesystem::perms(mode));
    REQUIRE(seteuid(65534) == 0);
    const auto opened = Ledger::open(path);
    const auto created = Ledger::create(folder / "second.db", stamp());
    REQUIRE(seteuid(0) == 0);
    REQUIRE_FALSE(opened);
    require_refusal(opened.error(), "ledger.not_writable", path);
    REQUIRE_FALSE(created);
    require_refusal(created.error(), "ledger.not_writable", folder / "second.db");
}

TEST_CASE("a ledger damaged throughout is an error of the store", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    static_cast<void>(filled_ledger(path));
    std::string bytes = read_file(path);
    std::fill(bytes.begin() + page_size, bytes.end(), '\xff');
    write_bytes(path, bytes);
    CHECK_THROWS_AS(Ledger::open(path), StoreError);
}

TEST_CASE("a damaged page stops whoever needs it, and verify reports it", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    static_cast<void>(filled_ledger(path));
    const auto page = std::stol(
        RawDatabase(path).value("SELECT rootpage FROM sqlite_schema WHERE name = 'line'"));
    std::string bytes = read_file(path);
    std::fill_n(bytes.begin() + (page - 1) * page_size, page_size, '\xff');
    write_bytes(path, bytes);
    const Ledger ledger = open_ledger(path);
    CHECK(ledger.items().size() == 1);
    CHECK_THROWS_AS(ledger.unmatched_lines(), StoreError);
    CHECK_FALSE(ledger.verify().failures.empty());
}

TEST_CASE("a closed ledger is one file that is complete in itself", "[store][file]") {
    const TemporaryFolder folder;
    static_cast<void>(filled_ledger(folder / "ledger.db"));
    CHECK(files_in(folder) == 1);
    std::filesystem::copy(folder / "ledger.db", folder / "copy.db");
    CHECK(open_ledger(folder / "copy.db").verify().failures.empty());
}

TEST_CASE("every connection keeps what it was told safe", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    static_cast<void>(new_ledger(path));
    RawDatabase raw(path);
    CHECK(raw.value("PRAGMA journal_mode") == "wal");
    CHECK(raw.value("PRAGMA application_id") == "1095126100");  // "AFLT"
    CHECK(raw.value("PRAGMA user_version") == "1");
    CHECK(raw.column("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
                     "AND name NOT LIKE 'sqlite_%'")
              .empty());
}

TEST_CASE("a second writer waits five seconds and then finds the ledger busy",
          "[store][file][slow]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    RawDatabase other(path);
    REQUIRE(other.execute("BEGIN IMMEDIATE").empty());
    const auto begin = std::chrono::steady_clock::now();
    CHECK_THROWS_AS(ledger.write(stamp()), LedgerBusy);
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(4'900));
    CHECK(ledger.items().empty());  // reading goes on
    REQUIRE(other.execute("ROLLBACK").empty());
    put_items(ledger, {receivable("I-1", 100)});
    CHECK(ledger.items().size() == 1);
}

TEST_CASE("a commit with a reader at work is complete, and waits for nobody", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger ledger = new_ledger(path);
    {
        RawDatabase reader(path);
        REQUIRE(reader.execute("BEGIN").empty());
        REQUIRE(reader.value("SELECT count(*) FROM item") == "0");
        put_items(ledger, {receivable("I-1", 100)});
        CHECK(reader.value("SELECT count(*) FROM item") == "0");
    }
    CHECK(open_ledger(path).items().size() == 1);
}

TEST_CASE("two connections of one process do not take each other's locks away", "[store][file]") {
    const TemporaryFolder folder;
    const auto path = folder / "ledger.db";
    Ledger first = new_ledger(path);
    LedgerWriter writer = first.write(stamp());
    static_cast<void>(writer.put_item(receivable("I-1", 100)));
    const Ledger second = open_ledger(path);
    CHECK(second.items().empty());
    writer.commit();
    CHECK(second.items().size() == 1);
}

}  // namespace afletter

// The only door to SQLite: a connection, prepared statements with typed parameters and columns,
// and transactions that roll back when they are left early. Every failure is a StoreError that
// says what, where and why in plain words.
#pragma once

#include <afletter/assert.hpp>
#include <afletter/ledger_store.hpp>

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace afletter::sqlite {

using Blob = std::span<const std::uint8_t>;

enum class Fault : std::uint8_t {
    disk_full,
    disk_failed,
    not_writable,
    not_a_database,
    damaged,
    refused,  // a constraint or trigger of the schema
    other,
};

class Error : public StoreError {
  public:
    Error(Fault fault, const std::string& message) : StoreError(message), fault_(fault) {}
    [[nodiscard]] Fault fault() const { return fault_; }

  private:
    Fault fault_;
};

enum class Access : std::uint8_t {
    read_write,
    peek,  // the file as it lies there: read only, without locks, journals or traces
};

class Database {
  public:
    // Opens a file that exists; ":memory:" is a database of its own.
    Database(const std::filesystem::path& path, Access access);

    // SQL without parameters: settings, schema, transaction control.
    void execute(const char* sql);
    [[nodiscard]] std::int64_t last_row_id() const;
    [[nodiscard]] std::int64_t rows_changed() const;  // by the statement run last
    [[nodiscard]] bool in_transaction() const;
    // Folds the write-ahead log into the file and empties it; false when a reader still needs it.
    bool checkpoint();

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> handle_;
};

// The answer of a query. next() goes to the next row; its columns are then taken from left to
// right. Text and blobs are valid until the next row.
class Rows {
  public:
    Rows(Rows&& other) noexcept;
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    [[nodiscard]] bool next();
    [[nodiscard]] bool at_null() const;  // whether the next column to take is NULL
    [[nodiscard]] bool at_integer() const;
    std::int64_t take_integer();
    std::string_view take_text();
    Blob take_blob();

  private:
    friend class Statement;
    explicit Rows(sqlite3_stmt* statement) : statement_(statement) {}
    sqlite3_stmt* statement_;
    int column_ = 0;
};

class Statement {
  public:
    Statement(const Database& database, std::string_view sql);

    // Binds every parameter in order and executes.
    template <class... Values>
    void run(const Values&... values) {
        bind_all(Lifetime::of_call, values...);
        finish();
    }
    // Binds every parameter in order; the rows are read from the answer.
    template <class... Values>
    [[nodiscard]] Rows query(const Values&... values) {
        bind_all(Lifetime::copied, values...);
        return Rows(statement_.get());
    }

  private:
    enum class Lifetime : std::uint8_t { of_call, copied };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    template <class... Values>
    void bind_all([[maybe_unused]] Lifetime lifetime, const Values&... values) {
        AFLETTER_ASSERT(static_cast<int>(sizeof...(values)) == parameter_count_);
        [[maybe_unused]] int index = 0;
        (bind(lifetime, ++index, values), ...);
    }
    template <std::integral Integer>
    void bind(Lifetime, int index, Integer value) {
        bind_integer(index, static_cast<std::int64_t>(value));
    }
    template <class Value>
    void bind(Lifetime lifetime, int index, const std::optional<Value>& value) {
        value ? bind(lifetime, index, *value) : bind_null(index);
    }
    void bind(Lifetime lifetime, int index, std::string_view text);
    void bind(Lifetime lifetime, int index, Blob bytes);
    void bind_integer(int index, std::int64_t value);
    void bind_null(int index);
    void finish();

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int parameter_count_ = 0;
};

// BEGIN IMMEDIATE: the write lock is taken at once, so nothing can come between check and insert.
class Transaction {
  public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();  // rolls back what was not committed
    void commit();

  private:
    Database& database_;
    bool active_ = true;
};

// A part of a transaction that can be taken back. Outside a transaction it is a read transaction:
// all that is read within it is of one moment. Savepoints end in the reverse order of beginning.
class Savepoint {
  public:
    explicit Savepoint(Database& database);
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    ~Savepoint();  // takes back what was not kept
    void keep();
    void take_back();

  private:
    Database& database_;
    bool active_ = true;
};

}  // namespace afletter::sqlite

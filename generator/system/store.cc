#include "system/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <utility>

namespace causerie {
namespace {

constexpr std::int64_t application_id = 0x43617573;  // "Caus"
constexpr std::int64_t schema_version = 1;
constexpr std::string_view in_memory = ":memory:";
constexpr int patience_ms = 2000;  // for another run that writes

// Nothing that is written here has to survive a power failure, so nothing waits for the disk. A run that is killed
// leaves a journal, from which SQLite restores the file.
constexpr const char* settings =
    "pragma journal_mode = truncate; pragma synchronous = off; pragma cache_size = -2000; pragma temp_store = memory; "
    "pragma trusted_schema = off; pragma cell_size_check = on; pragma mmap_size = 0";
constexpr const char* schema =
    "pragma application_id = 1130460531; pragma user_version = 1; "
    "create table program(id text not null); "
    "create table kept(kind text not null, key blob not null, value blob not null, sum_high integer not null, "
    "sum_low integer not null, primary key(kind, key)) without rowid";
static_assert(application_id == 1130460531 && schema_version == 1);

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

std::string_view column(sqlite3_stmt* row, int index) {
  const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(row, index));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(row, index))};
}

Hash sum_in(sqlite3_stmt* row, int high) {
  return {static_cast<std::uint64_t>(sqlite3_column_int64(row, high)),
          static_cast<std::uint64_t>(sqlite3_column_int64(row, high + 1))};
}

// The bytes must outlive the step that reads them.
void bind_text(sqlite3_stmt* statement, int index, std::string_view text) {
  sqlite3_bind_text64(statement, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void bind_blob(sqlite3_stmt* statement, int index, std::string_view bytes) {
  sqlite3_bind_blob64(statement, index, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
}
void bind_number(sqlite3_stmt* statement, int index, std::uint64_t number) {
  sqlite3_bind_int64(statement, index, static_cast<sqlite3_int64>(number));
}

bool is_damage(int error) {
  const int code = error & 0xff;
  return code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
}

}  // namespace

class Store::Database {
 public:
  Database(std::string path, Hash program) : path_(std::move(path)), program_(hex(program)) {}

  std::optional<std::string> find(std::string_view kind, std::string_view key) {
    const std::lock_guard lock(mutex_);
    if (!is_readable()) return std::nullopt;
    sqlite3_stmt* const query = prepared(find_, "select value, sum_high, sum_low from kept where kind = ? and key = ?");
    if (query == nullptr) return std::nullopt;
    bind_text(query, 1, kind);
    bind_blob(query, 2, key);
    std::optional<std::string> found;
    const int result = sqlite3_step(query);
    if (result == SQLITE_ROW) {
      const std::string_view value = column(query, 0);
      if (sum_in(query, 1) == checksum(kind, key, value)) {
        found = value;
      } else {
        note_damage("a value in it is damaged");
      }
    } else if (result != SQLITE_DONE) {
      note_error(result);
    }
    sqlite3_reset(query);
    return found;
  }

  void for_each(std::string_view kind, const std::function<void(std::string_view, std::string_view)>& visit) {
    const std::lock_guard lock(mutex_);
    if (!is_readable()) return;
    Statement query;
    if (prepared(query, "select key, value, sum_high, sum_low from kept where kind = ? order by key") == nullptr)
      return;
    bind_text(query.get(), 1, kind);
    int result = SQLITE_DONE;
    while ((result = sqlite3_step(query.get())) == SQLITE_ROW) {
      const std::string_view key = column(query.get(), 0), value = column(query.get(), 1);
      if (sum_in(query.get(), 2) == checksum(kind, key, value)) {
        visit(key, value);
      } else {
        note_damage("a value in it is damaged");
      }
    }
    if (result != SQLITE_DONE) note_error(result);
  }

  void put(std::string_view kind, std::string_view key, std::string_view value) {
    const std::lock_guard lock(mutex_);
    if (!is_writing()) return;
    sqlite3_stmt* const change = prepared(put_, "insert or replace into kept values(?, ?, ?, ?, ?)");
    if (change == nullptr) return;
    const Hash sum = checksum(kind, key, value);
    bind_text(change, 1, kind);
    bind_blob(change, 2, key);
    bind_blob(change, 3, value);
    bind_number(change, 4, sum.high);
    bind_number(change, 5, sum.low);
    run(change);
  }

  void remove(std::string_view kind, std::string_view key) {
    const std::lock_guard lock(mutex_);
    if (!is_writing()) return;
    sqlite3_stmt* const change = prepared(remove_, "delete from kept where kind = ? and key = ?");
    if (change == nullptr) return;
    bind_text(change, 1, kind);
    bind_blob(change, 2, key);
    run(change);
  }

  void remove_all(std::string_view kind) {
    const std::lock_guard lock(mutex_);
    if (!is_writing()) return;
    Statement change;
    if (prepared(change, "delete from kept where kind = ?") == nullptr) return;
    bind_text(change.get(), 1, kind);
    run(change.get());
  }

  bool commit() {
    const std::lock_guard lock(mutex_);
    if (state_ == Writing::no) return true;
    bool is_done = state_ == Writing::begun;
    if (is_done) {
      const int result = sqlite3_exec(connection_.get(), "commit", nullptr, nullptr, nullptr);
      is_done = result == SQLITE_OK;
      if (!is_done) note_error(result);
    }
    if (!is_done && connection_ != nullptr && sqlite3_get_autocommit(connection_.get()) == 0) {
      sqlite3_exec(connection_.get(), "rollback", nullptr, nullptr, nullptr);
    }
    state_ = Writing::no;
    return is_done;
  }

  const std::string& path() const { return path_; }

  std::string fault() {
    const std::lock_guard lock(mutex_);
    return fault_;
  }

 private:
  enum class Use { unopened, absent, unusable, empty, readable };
  enum class Writing { no, failed, begun };

  // Covers the program too: another version may have the file open while this one empties it, and write to it then.
  Hash checksum(std::string_view kind, std::string_view key, std::string_view value) const {
    return Hasher().add(program_).add(kind).add(key).add(hash_of(value)).finish();
  }

  // The first call opens the file.
  bool is_readable() {
    if (use_ == Use::unopened) open();
    return use_ == Use::readable;
  }

  // Opens what is there. A file that is too large, damaged, or another program's is emptied when something is written.
  void open() {
    if (path_ == in_memory) {
      use_ = connect();
      return;
    }
    struct stat stat {};
    if (::stat(path_.c_str(), &stat) != 0) {
      use_ = errno == ENOENT ? Use::absent : unusable(std::strerror(errno));
      return;
    }
    use_ = connect();
    if (use_ == Use::readable && stat.st_size > size_limit) use_ = Use::empty;
  }

  Use connect() {
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(path_.c_str(), &opened,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, nullptr);
    connection_.reset(opened);
    if (result != SQLITE_OK) return unusable(sqlite3_errstr(result));
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, patience_ms);
    if (const int set = sqlite3_exec(opened, settings, nullptr, nullptr, nullptr); set != SQLITE_OK) {
      return is_damage(set) ? damaged(sqlite3_errstr(set)) : unusable(sqlite3_errstr(set));
    }
    const auto id = number("pragma application_id"), version = number("pragma user_version");
    const auto pages = number("pragma page_count");
    if (!id || !version || !pages) return damaged("it is damaged");
    if (*pages == 0) return Use::empty;
    if (*id != application_id) return unusable("it was not made by Causerie");
    if (*version != schema_version) return Use::empty;
    Statement query;
    const bool is_ours =
        prepared(query, "select id from program") != nullptr && sqlite3_step(query.get()) == SQLITE_ROW;
    return is_ours && column(query.get(), 0) == program_ ? Use::readable : Use::empty;
  }

  // The first call after a commit begins a transaction.
  bool is_writing() {
    if (state_ == Writing::no) state_ = begin() ? Writing::begun : Writing::failed;
    return state_ == Writing::begun;
  }

  bool begin() {
    if (use_ == Use::unopened) open();
    if (use_ == Use::absent && !make_file()) return false;
    if (use_ == Use::unusable) return false;
    if (use_ == Use::empty && !make_empty()) return false;
    return exec("begin immediate");
  }

  bool make_file() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::path(path_).parent_path();
    std::filesystem::create_directories(folder, error);
    const int file = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
      use_ = unusable(std::strerror(errno));
      return false;
    }
    ::close(file);
    use_ = connect();
    return true;
  }

  // SQLite can empty even a file that it cannot read.
  bool make_empty() {
    find_.reset();
    put_.reset();
    remove_.reset();
    sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
    const bool is_reset = exec("vacuum");
    sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_RESET_DATABASE, 0, nullptr);
    if (!is_reset || !exec("begin immediate") || !exec(schema)) return false;
    Statement change;
    if (prepared(change, "insert into program values(?)") == nullptr) return false;
    bind_text(change.get(), 1, program_);
    if (sqlite3_step(change.get()) != SQLITE_DONE || !exec("commit")) return false;
    use_ = Use::readable;
    return true;
  }

  bool exec(const char* statements) {
    const int result = sqlite3_exec(connection_.get(), statements, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) note_error(result);
    return result == SQLITE_OK;
  }

  std::optional<std::int64_t> number(const char* question) {
    Statement query;
    if (prepared(query, question) == nullptr || sqlite3_step(query.get()) != SQLITE_ROW) return std::nullopt;
    return sqlite3_column_int64(query.get(), 0);
  }

  sqlite3_stmt* prepared(Statement& statement, const char* text) {
    if (statement != nullptr) return statement.get();
    sqlite3_stmt* made = nullptr;
    const int result = sqlite3_prepare_v2(connection_.get(), text, -1, &made, nullptr);
    statement.reset(made);
    if (result != SQLITE_OK) note_error(result);
    return statement.get();
  }

  void run(sqlite3_stmt* change) {
    const int result = sqlite3_step(change);
    sqlite3_reset(change);
    if (result == SQLITE_DONE) return;
    note_error(result);
    state_ = Writing::failed;
  }

  void note_error(int result) {
    if (is_damage(result)) return note_damage(sqlite3_errstr(result));
    if (fault_.empty()) fault_ = sqlite3_errstr(result);
    // Waiting once for another run is enough: a build would wait at every value.
    if ((result & 0xff) == SQLITE_BUSY) sqlite3_busy_timeout(connection_.get(), 0);
    if (state_ == Writing::begun) state_ = Writing::failed;
  }

  // From now on nothing is found, and the next change empties the file.
  void note_damage(std::string reason) {
    use_ = damaged(std::move(reason));
    if (state_ == Writing::begun) state_ = Writing::failed;
  }

  Use damaged(std::string reason) {
    if (fault_.empty()) fault_ = std::move(reason);
    return Use::empty;
  }

  Use unusable(std::string reason) {
    if (fault_.empty()) fault_ = std::move(reason);
    return Use::unusable;
  }

  const std::string path_;
  const std::string program_;
  std::mutex mutex_;
  Connection connection_;
  Statement find_, put_, remove_;  // made when first needed; declared after the connection that they belong to
  Use use_ = Use::unopened;
  Writing state_ = Writing::no;
  std::string fault_;
};

Store::Store() : Store(std::string(in_memory), Hash()) {}
Store::Store(std::string path, Hash program) : database_(std::make_unique<Database>(std::move(path), program)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

std::optional<std::string> Store::find(std::string_view kind, std::string_view key) {
  return database_->find(kind, key);
}
void Store::for_each(std::string_view kind, const std::function<void(std::string_view, std::string_view)>& visit) {
  database_->for_each(kind, visit);
}
void Store::put(std::string_view kind, std::string_view key, std::string_view value) {
  database_->put(kind, key, value);
}
void Store::remove(std::string_view kind, std::string_view key) { database_->remove(kind, key); }
void Store::remove_all(std::string_view kind) { database_->remove_all(kind); }
bool Store::commit() { return database_->commit(); }
const std::string& Store::path() const { return database_->path(); }
std::string Store::fault() const { return database_->fault(); }

}  // namespace causerie

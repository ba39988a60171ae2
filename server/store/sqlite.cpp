#include "server/store/sqlite.h"

#include <cstring>

namespace rr {
namespace {

constexpr int kBusyTimeoutMs = 10'000;

// Order matters: without the timeout first, switching to WAL can fail on a busy file.
constexpr const char* kSetUp =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA temp_store=MEMORY;";

// Before the first connection: statistics about memory would cost a lock for each allocation.
void configure_library() {
  [[maybe_unused]] static const int kOutcome = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open(const std::string& path, OpenMode mode,
                                                 const std::string& file_system) {
  configure_library();
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_NOMUTEX |
                    (mode == OpenMode::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                  : SQLITE_OPEN_READONLY);
  const char* vfs = file_system.empty() ? nullptr : file_system.c_str();
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, vfs);
  std::unique_ptr<Database> database(new Database(handle));
  if (code != SQLITE_OK) {
    return refuse("store_fault", "Cannot open the database " + path + ": " +
                                     (handle != nullptr ? sqlite3_errmsg(handle) : "no memory"));
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  if (mode == OpenMode::read_write) {
    if (!database->execute(kSetUp)) return refuse("store_fault", database->fault());
  } else if (!database->execute("PRAGMA query_only=ON; PRAGMA trusted_schema=OFF;")) {
    return refuse("store_fault", database->fault());
  }
  return database;
}

Database::~Database() {
  for (auto& [sql, statements] : idle_statements_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close_v2(handle_);
}

bool Database::execute(const std::string& sql) {
  if (faulted()) return false;
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return true;
  note_fault(sql.substr(0, 60));
  return false;
}

void Database::note_fault(std::string_view during) {
  if (faulted()) return;
  fault_ = std::string(sqlite3_errmsg(handle_)) + " (" +
           std::to_string(sqlite3_extended_errcode(handle_)) + ") in: " + std::string(during);
}

std::int64_t Database::total_changes() const { return sqlite3_total_changes64(handle_); }

sqlite3_stmt* Database::borrow(const std::string& sql, IdleStatements*& home) {
  IdleStatements& idle = idle_statements_[sql];
  home = &idle;
  if (!idle.empty()) {
    sqlite3_stmt* statement = idle.back();
    idle.pop_back();
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    note_fault(sql);
  }
  return statement;
}

Query::Query(Database& database, const std::string& sql)
    : database_(database),
      sql_(sql),
      statement_(database.faulted() ? nullptr : database.borrow(sql, home_)) {}

Query::~Query() {
  if (statement_ == nullptr) return;
  // Its code repeats the last step's fault, which is noted already.
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  home_->push_back(statement_);
}

// nullptr when there is no room.
const char* Query::keep(const void* bytes, std::size_t size) {
  if (size > values_.size() - kept_) return nullptr;
  char* place = values_.data() + kept_;
  if (size > 0) std::memcpy(place, bytes, size);
  kept_ += size;
  return place;
}

Query& Query::bind(std::int64_t value) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_, ++parameter_, value);
  return *this;
}

Query& Query::bind(std::string_view text) {
  if (statement_ == nullptr) return *this;
  const char* kept = keep(text.data(), text.size());
  // SQLite takes a null pointer for NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  sqlite3_bind_text64(statement_, ++parameter_, kept != nullptr ? kept : bytes, text.size(),
                      kept != nullptr ? SQLITE_STATIC : SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Query& Query::bind(const Id& id) {
  return bind_bytes({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
}

Query& Query::bind(const Hash128& hash) {
  Id bytes;
  for (std::size_t place = 0; place < 8; ++place) {
    const std::size_t shift = 56 - 8 * place;
    bytes.bytes[place] = static_cast<std::uint8_t>(hash.high >> shift);
    bytes.bytes[place + 8] = static_cast<std::uint8_t>(hash.low >> shift);
  }
  return bind(bytes);
}

Query& Query::bind_bytes(std::string_view bytes) {
  if (statement_ == nullptr) return *this;
  const char* kept = keep(bytes.data(), bytes.size());
  const char* given = bytes.data() == nullptr ? "" : bytes.data();
  sqlite3_bind_blob64(statement_, ++parameter_, kept != nullptr ? kept : given, bytes.size(),
                      kept != nullptr ? SQLITE_STATIC : SQLITE_TRANSIENT);
  return *this;
}

Query& Query::bind_null() {
  if (statement_ != nullptr) sqlite3_bind_null(statement_, ++parameter_);
  return *this;
}

bool Query::next() {
  if (statement_ == nullptr || database_.faulted()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.note_fault(sql_);
  return false;
}

bool Query::run() {
  while (next()) {
  }
  return !database_.faulted();
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return text == nullptr ? std::string_view()
                         : std::string_view(text, static_cast<std::size_t>(size));
}

std::string_view Query::bytes(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string_view()
                          : std::string_view(bytes, static_cast<std::size_t>(size));
}

Id Query::id(int column) const {
  Id id;
  const std::string_view value = bytes(column);
  if (value.size() == id.bytes.size()) std::memcpy(id.bytes.data(), value.data(), value.size());
  return id;
}

Hash128 Query::hash(int column) const {
  const Id bytes = id(column);
  Hash128 hash;
  for (std::size_t place = 0; place < 8; ++place) {
    hash.high = hash.high << 8 | bytes.bytes[place];
    hash.low = hash.low << 8 | bytes.bytes[place + 8];
  }
  return hash;
}

}  // namespace rr

#include "tests/bench/server/peer.h"

#include "server/store/sqlite.h"
#include "tests/bench/bench_home.h"

namespace rr::bench {
namespace {

StatementRecorder* listener = nullptr;

}  // namespace

StatementRecorder::StatementRecorder() {
  listener = this;
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&StatementRecorder::attach));
}

StatementRecorder::~StatementRecorder() {
  sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&StatementRecorder::attach));
  listener = nullptr;
}

int StatementRecorder::attach(sqlite3* database, char** /*error*/,
                              const sqlite3_api_routines* /*api*/) {
  return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, &StatementRecorder::hear, listener);
}

// Readers run beside the writer: what they ask is no part of a push.
int StatementRecorder::hear(unsigned /*event*/, void* recorder, void* statement, void* text) {
  auto* prepared = static_cast<sqlite3_stmt*>(statement);
  const bool is_trigger = std::string_view(static_cast<const char*>(text)).starts_with("--");
  if (is_trigger || sqlite3_db_readonly(sqlite3_db_handle(prepared), "main") != 0) return 0;
  char* const expanded = sqlite3_expanded_sql(prepared);
  if (expanded == nullptr) return 0;
  static_cast<StatementRecorder*>(recorder)->statements_.emplace_back(expanded);
  sqlite3_free(expanded);
  return 0;
}

double run_bare(const std::string& path, const std::vector<std::string>& statements) {
  auto database = Database::open(path, OpenMode::read_write);
  if (!database) return -1;
  std::vector<sqlite3_stmt*> prepared;
  bool is_good = true;
  for (const std::string& each : statements) {
    sqlite3_stmt* statement = nullptr;
    is_good = is_good &&
              sqlite3_prepare_v2((*database)->handle(), each.data(), static_cast<int>(each.size()),
                                 &statement, nullptr) == SQLITE_OK;
    prepared.push_back(statement);
  }
  const Stopwatch watch;
  for (sqlite3_stmt* const statement : prepared) {
    int step = SQLITE_ROW;
    while (step == SQLITE_ROW) step = sqlite3_step(statement);
    is_good = is_good && step == SQLITE_DONE;
    sqlite3_reset(statement);
  }
  const double elapsed_ms = watch.elapsed_ms();
  for (sqlite3_stmt* const statement : prepared) sqlite3_finalize(statement);
  return is_good ? elapsed_ms : -1;
}

}  // namespace rr::bench

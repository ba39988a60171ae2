// The same SQL statements, bare: everything that a run of the product's writer executed is recorded
// once and then executed again from prepared statements on a copy of the database.
#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

namespace rr::bench {

// Connections opened while it lives tell it what they execute. One at a time.
class StatementRecorder {
 public:
  StatementRecorder();
  ~StatementRecorder();
  StatementRecorder(const StatementRecorder&) = delete;
  StatementRecorder& operator=(const StatementRecorder&) = delete;

  // Forgets what was heard so far.
  void begin() { statements_.clear(); }
  // With their values, in order.
  [[nodiscard]] const std::vector<std::string>& statements() const { return statements_; }

 private:
  static int attach(sqlite3* database, char** error, const sqlite3_api_routines* api);
  static int hear(unsigned event, void* recorder, void* statement, void* text);

  std::vector<std::string> statements_;
};

// Executes the statements on the database at `path`; how long that took without preparing them,
// negative when one failed.
[[nodiscard]] double run_bare(const std::string& path, const std::vector<std::string>& statements);

}  // namespace rr::bench

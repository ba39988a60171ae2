// One scope as a client holds it: exactly what its disk records say, and the view people see.
//
// The view is the base rows with the waiting changes replayed on top, always. Everything here is a
// function of the records loaded, plus changes that are on their way to the disk, plus outcomes the
// server told that are not on disk yet (it tells them again).
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "shared/store/memory_store.h"
#include "shared/store/overlay.h"
#include "shared/sync/client_records.h"

namespace rr {
class TimeZones;
}

namespace rr::sync {

struct QueueEntry {
  Mutation mutation;
  std::optional<Command> command;  // nullopt: this program does not understand it
  std::optional<Outcome> outcome;  // told by the server
  std::optional<Error> replay_error;
};

// A change whose enqueue transaction has not been answered.
struct PendingChange {
  Mutation mutation;
  Command command;
  std::uint32_t token = 0;  // 0: not asked for at the moment
};

class ClientScope {
 public:
  // `schema`: of the program, and so of what it writes.
  ClientScope(const Id& scope, const Id& person, std::uint16_t schema)
      : id_(scope), person_(person), schema_(schema) {}
  ClientScope(const ClientScope&) = delete;  // the view points into the base
  ClientScope& operator=(const ClientScope&) = delete;

  // Takes over one record (absent: deleted). The scope's own record comes before its rows.
  void load(const KeyParts& key, const std::optional<std::string>& bytes);
  // A full load follows: forgets what the disk said, keeps pending changes and outcomes. Rows stay
  // until end_reload(), so that those that did not change are not read again.
  void begin_reload();
  // Lets go of rows that were not loaded since.
  void end_reload();
  // Base plus replay of the queue, then of pending changes. Call after any change to them.
  void rebuild_view();

  [[nodiscard]] const Id& id() const { return id_; }
  [[nodiscard]] std::uint16_t schema() const { return schema_; }
  [[nodiscard]] bool exists() const { return !record_bytes_.empty(); }
  [[nodiscard]] const ScopeRecord& record() const { return record_; }
  [[nodiscard]] const std::string& record_bytes() const { return record_bytes_; }
  [[nodiscard]] const Id& client() const { return client_; }
  [[nodiscard]] std::int64_t next_number() const { return next_number_; }
  // The counter's record; nullopt before the first number was given.
  [[nodiscard]] std::optional<std::string> counter_bytes() const {
    return has_counter_ ? std::optional(std::to_string(next_number_)) : std::nullopt;
  }
  [[nodiscard]] const MemoryStore& base() const { return base_; }
  [[nodiscard]] Hash128 checksum() const { return checksum_; }
  [[nodiscard]] const Overlay& view() const { return view_; }
  [[nodiscard]] const std::map<std::int64_t, QueueEntry>& queue() const { return queue_; }
  [[nodiscard]] const std::map<std::string, RefusedRecord>& refused() const { return refused_; }
  [[nodiscard]] const std::map<std::string, Mutation>& acknowledged() const {
    return acknowledged_;
  }
  [[nodiscard]] const std::optional<QuarantineRecord>& quarantine() const { return quarantine_; }
  [[nodiscard]] std::deque<PendingChange>& pending() { return pending_; }
  [[nodiscard]] const std::deque<PendingChange>& pending() const { return pending_; }

  // The disk's counter gave this number.
  void note_number(std::int64_t number);
  // The queue lacks changes of other tabs until the next reload: the counter is not what it was.
  void note_gap() { has_gap_ = true; }
  [[nodiscard]] bool has_gap() const { return has_gap_; }
  void set_outcome(const Outcome& outcome);
  // Every number below this one is decided and kept: the server may forget its outcome.
  [[nodiscard]] std::int64_t acknowledged_number() const;
  // The highest number of which the server told an outcome.
  [[nodiscard]] std::int64_t highest_decided() const;
  // The checksum the base would have with the row in place of what is there (empty: without it).
  [[nodiscard]] Hash128 hash_in_base(const EntityInfo& entity, const Id& id) const;

  // Tries a command on the view. A refusal leaves the view as it was.
  [[nodiscard]] Status try_on_view(const Mutation& mutation, const Command& command);
  [[nodiscard]] Context context_of(const Mutation& mutation) const;
  void set_time_zones(const TimeZones* time_zones) { time_zones_ = time_zones; }

 private:
  void drop_row(const EntityInfo& entity, const Id& id);
  void load_row(std::string_view rest, const std::optional<std::string>& bytes);
  void load_queued(std::string_view rest, const std::optional<std::string>& bytes);
  void load_client(const Id& client);
  void load_record(const std::optional<std::string>& bytes);

  Id id_;
  Id person_;
  std::uint16_t schema_;
  const TimeZones* time_zones_ = nullptr;
  ScopeRecord record_;
  std::string record_bytes_;
  Id client_;
  std::int64_t next_number_ = 1;
  bool has_counter_ = false;
  bool has_gap_ = false;
  MemoryStore base_;
  std::map<std::pair<std::uint8_t, Id>, Hash128> hashes_;
  std::uint16_t rows_schema_ = 0;                       // by which they were read
  std::set<std::pair<std::uint8_t, Id>> not_reloaded_;  // during a reload
  Hash128 checksum_;
  std::map<std::int64_t, QueueEntry> queue_;
  std::map<Id, Outcome> outcomes_;  // by mutation
  Id outcomes_client_;              // to whom they were told
  std::map<std::string, RefusedRecord> refused_;
  std::map<std::string, Mutation> acknowledged_;
  std::optional<QuarantineRecord> quarantine_;
  std::deque<PendingChange> pending_;
  Overlay view_{base_};
};

}  // namespace rr::sync

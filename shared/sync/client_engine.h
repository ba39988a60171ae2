// The client's side of the protocol, without any input or output of its own: events come in, and
// take_actions() says what to do (client_actions.h). One engine per tab; all tabs of a profile and
// person share one disk. Whoever holds the lock leads: it pushes, pulls and decides local scopes.
//
// `now` is the device's wall clock at the event; it decides nothing but what the person is shown
// and is corrected by the server's time.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "shared/sync/client_batches.h"
#include "shared/sync/tab_messages.h"

namespace rr::sync {

enum class LockState : std::uint8_t { granted, lost, unavailable };
enum class StreamState : std::uint8_t { open, closed };

// What keeps the engine from the server, besides the network.
enum class Obstacle : std::uint8_t {
  none,
  signed_out,      // 401: nothing is dropped; signed_in() goes on
  client_too_old,  // a new program version is needed
  storage_failed,  // the disk refuses to write
  storage_closed,  // another tab took the database away
};

class ClientEngine {
 public:
  struct Options {
    Id person;
    Id entropy;  // fresh per tab
    const TimeZones* time_zones = nullptr;
    std::uint16_t schema = kSchemaCurrent;  // of the program
  };

  explicit ClientEngine(const Options& options);

  // ---- events -----------------------------------------------------------------------------------

  // All records, at the start and after ReloadDisk (token 0 at the start).
  void disk_loaded(std::uint32_t token, const std::vector<DiskRecord>& records, Instant now);
  // `number`: the answer to EnqueueOnDisk.
  void disk_answered(std::uint32_t token, DiskOutcome outcome, std::int64_t number, Instant now);
  void disk_closed();
  // status 0: no answer. `retry_after_ms` 0: not said.
  void http_answered(std::uint32_t token, int status, std::string_view body,
                     std::int64_t retry_after_ms, Instant now);
  void stream_changed(std::uint32_t token, StreamState state, int status, Instant now);
  void poked(const Id& scope, std::int64_t version, Instant now);
  void lock_changed(LockState state, Instant now);
  void tab_message(std::string_view bytes, Instant now);
  void timer_fired(TimerName timer, Instant now);
  void network_changed(bool is_online, Instant now);
  // The tab came to the front, or was thawed.
  void resumed(Instant now);
  // The tab is about to be frozen or thrown away.
  void suspended();
  void signed_in(Instant now);
  void set_time_zones(const TimeZones* time_zones, Instant now);

  // ---- wishes -----------------------------------------------------------------------------------

  // Judged on the view, shown, and put on its way to the disk. The id it is known by afterwards.
  // Codes: those of the command, offline (online-only commands), too_long, not_open.
  [[nodiscard]] Result<Id> issue(const Id& scope, const Command& command, Instant now);
  // A refused change once more, as a new one; or forgets it.
  [[nodiscard]] Status retry_refused(const Id& scope, const Id& mutation, Instant now);
  void discard_refused(const Id& scope, const Id& mutation);
  // A household that lives on this device alone from now on, and the change that fills it: both
  // become durable together. Codes: those of the command, id_taken.
  [[nodiscard]] Status start_local(const Id& household, const Command& start, Instant now);
  // A scope that lives on this device alone from now on.
  void create_local(const Id& scope, ScopeKind kind);
  // A scope the server is known to have.
  void add_synced(const Id& scope, ScopeKind kind);
  // Local scopes become synced ones; their snapshot needs a signed-in account with the person's id.
  void upload_local(Instant now);
  void wipe(const Id& scope);
  void sync_now(Instant now);

  [[nodiscard]] std::vector<Action> take_actions();

  // ---- what is --------------------------------------------------------------------------------

  [[nodiscard]] bool is_open() const { return is_open_; }
  [[nodiscard]] bool is_reloading(std::uint32_t token) const {
    return token != 0 && token == reload_token_;
  }
  [[nodiscard]] bool is_leader() const { return is_leader_; }
  [[nodiscard]] bool is_online() const { return is_online_ && is_server_reached_; }
  [[nodiscard]] Obstacle obstacle() const { return obstacle_; }
  [[nodiscard]] const std::map<Id, ClientScope>& scopes() const { return scopes_; }
  [[nodiscard]] const ClientScope* find_scope(const Id& scope) const;
  // Changes that no disk took: shown, but lost with the tab.
  [[nodiscard]] const std::vector<RefusedRecord>& unsaved() const { return unsaved_; }
  // Why the last upload_local was turned down; nullopt while it runs or after it worked.
  [[nodiscard]] const std::optional<Error>& upload_error() const { return upload_error_; }
  // Before it is tried again.
  void forget_upload_error() { upload_error_.reset(); }
  // Rises whenever anything above may have changed.
  [[nodiscard]] std::uint64_t version() const { return version_; }
  [[nodiscard]] Instant server_time(Instant now) const {
    return Instant{now.unix_ms + clock_offset_ms_};
  }
  [[nodiscard]] Id make_id(Instant now);

 private:
  enum class Request : std::uint8_t { none, push, pull, outcomes, upload };
  // What the leader knows about a scope beyond its records.
  struct Progress {
    bool needs_pull = true;
    bool is_writing = false;  // a batch is on its way to the disk
    bool is_recovering = false;
    std::size_t push_limit = kMutationsPerPush;
    std::optional<StagedPatch> staged;
    std::string asked_record;  // what the scope was when the pull on its way was asked
    Id asked_client;
    std::vector<KnownOutcome> recovered;
    std::vector<Id> to_ask;
  };
  // A batch on its way: applied to memory once it is durable.
  struct Writing {
    std::vector<Id> scopes;
    std::vector<DiskRecord> records;
  };

  void take_records(const std::vector<DiskRecord>& records);
  [[nodiscard]] ClientScope& make_scope(const Id& scope);
  std::uint32_t write(std::vector<Id> scopes, DiskBatch batch);
  void reload();
  void enqueue(ClientScope& scope, PendingChange& change);
  void enqueue_pending();
  void forget_started(const std::vector<Id>& scopes);
  void wrote(Writing writing, DiskOutcome outcome, Instant now);
  void enqueued(std::uint32_t token, DiskOutcome outcome, std::int64_t number, Instant now);
  [[nodiscard]] bool took_number(ClientScope& scope, std::size_t place, std::int64_t number);
  void give_up_orphans(Instant now);
  void give_up_pending(ClientScope& scope, std::size_t place, Instant now);
  void want_pulls();
  void lose_lead();
  void ping_leader();
  [[nodiscard]] bool has_queue() const;
  // A follower with a queue makes sure that somebody leads.
  void watch_leader();
  void took_queued(const TabMessage& message, Instant now);
  [[nodiscard]] Hash128 state() const;
  void tell_tabs(TabMessageKind kind);
  void changed() { ++version_; }

  // client_asking.cpp, client_answers.cpp, client_contact.cpp
  void work(Instant now);
  void decide_local(Instant now);
  bool ask_push();
  bool ask_pull();
  bool ask_outcomes();
  bool ask_upload();
  void send(Request request, std::vector<Id> scopes, std::string path, std::string body);
  void abandon_request();
  void request_failed(int status, std::string_view body, std::int64_t retry_after_ms, Instant now);
  void push_refused(const Id& scope, const Error& error, Instant now);
  void took_push(std::string_view body, Instant now);
  void took_pull(std::string_view body, Instant now);
  void took_patch(ScopePatch patch, Instant server_time);
  void took_outcomes(std::string_view body, Instant now);
  void took_upload();
  void upload_refused(const Error& error);
  void start_recovery(const Id& scope);
  void finish_recovery(const Id& scope, Instant now);
  void saw_server(Instant server_time, Instant now);
  void set_reached(bool is_reached);
  void follow_stream();
  void wait_before_retry(std::int64_t retry_after_ms);
  [[nodiscard]] bool has_synced_scope() const;
  void schedule_poll();
  [[nodiscard]] std::int64_t jittered(std::int64_t delay_ms);
  [[nodiscard]] bool may_ask() const;

  static constexpr std::int64_t kLongestRetryMs = 60'000;

  Options options_;
  std::map<Id, ClientScope> scopes_;
  std::map<Id, Progress> progress_;
  std::vector<Action> actions_;
  std::map<std::uint32_t, Writing> writings_;
  std::vector<RefusedRecord> unsaved_;
  std::optional<Error> upload_error_;
  Obstacle obstacle_ = Obstacle::none;
  bool is_open_ = false;
  bool is_leader_ = false;
  bool is_lock_wanted_ = false;
  // Somebody may have signed in where this tab could not hear it: one request finds out.
  bool is_sign_in_tried_ = false;
  bool is_online_ = true;
  bool is_server_reached_ = true;  // until a request fails
  bool is_waiting_to_retry_ = false;
  bool is_ping_unanswered_ = false;
  bool is_stream_open_ = false;
  bool is_stream_waiting_ = false;
  std::uint32_t stream_token_ = 0;
  std::uint32_t reload_token_ = 0;
  bool is_reload_wanted_ = false;
  std::optional<Hash128> loaded_;  // hash of what the last reload found; not after a writing
  Request request_ = Request::none;
  std::uint32_t request_token_ = 0;
  std::vector<Id> request_scopes_;
  Id pushed_alone_;  // the only change of the push on its way; nil when it carries more
  int pushes_in_row_ = 0;
  std::int64_t retry_delay_ms_ = 0;
  std::int64_t clock_offset_ms_ = 0;
  std::uint32_t next_token_ = 1;
  std::uint64_t next_id_ = 0;
  std::uint64_t version_ = 1;
};

}  // namespace rr::sync

// The messages of the sync protocol and their JSON (docs/protocol.md has examples).
//
// Reading is strict: unknown, missing, repeated and ill-typed fields are refused by name. Instants
// are integers in milliseconds, ids text, rows and arguments JSON values of their own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/sync/limits.h"
#include "shared/sync/mutation.h"

namespace rr::sync {

// ---- push --------------------------------------------------------------------------------------

struct PushRequest {
  std::uint16_t schema = kSchemaCurrent;
  Id scope;
  Id client;
  Id epoch;  // nil: the client never pulled this scope
  // Every outcome up to this number is kept by the client: the server may forget them.
  std::int64_t acknowledged = 0;
  std::vector<NumberedMutation> mutations;  // ascending numbers without gaps
};

enum class OutcomeStatus : std::uint8_t { applied, refused, expired };

struct Outcome {
  std::int64_t number = 0;
  Id id;  // the mutation's
  OutcomeStatus status = OutcomeStatus::applied;
  Error error;  // when refused or expired

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct PushAnswer {
  Id epoch;
  std::int64_t version = 0;      // of the scope
  std::int64_t last_number = 0;  // of this client in this scope
  Instant server_time;
  std::vector<Outcome> outcomes;  // one per mutation sent, in order
};

// ---- pull --------------------------------------------------------------------------------------

// Where a walk over changes stands: changes after (version, entity, id) follow. `floor` is the
// version at which a full walk began: older tombstones need not be told.
struct PagePlace {
  std::int64_t version = 0;
  std::uint8_t entity = 0;
  Id id;
  std::int64_t floor = 0;

  friend bool operator==(const PagePlace&, const PagePlace&) = default;
};

struct ScopeCookie {
  Id scope;
  Id client;
  Id epoch;  // nil: everything, from the beginning
  std::int64_t version = 0;
  std::int64_t membership = 0;     // version of the membership the rows were pulled under
  std::int64_t acknowledged = 0;   // as in a push: a server that knows less was restored
  bool is_reset_wanted = false;    // everything anew; an older epoch is then no hindrance
  std::optional<PagePlace> place;  // within a walk
};

struct PullRequest {
  std::uint16_t schema = kSchemaCurrent;
  std::vector<ScopeCookie> scopes;
};

enum class PatchStatus : std::uint8_t {
  patch,          // rows follow
  removed,        // the person is no member any more
  unknown,        // no such scope for this person
  epoch_changed,  // the server was restored, or the cookie is ahead of it: recover
};

struct PatchRow {
  std::string entity;
  Id id;
  std::string bytes;  // empty: erased
};

// The last page of a walk also says what is true after it.
struct PatchEnd {
  std::int64_t version = 0;
  std::int64_t membership = 0;
  std::int64_t last_number = 0;
  Hash128 checksum;  // sum mod 2^128 of row_hash over all rows of the scope
};

struct ScopePatch {
  Id scope;
  PatchStatus status = PatchStatus::patch;
  Id epoch;
  bool is_reset = false;  // the walk began at the beginning: rows not in it are gone
  std::vector<PatchRow> rows;
  std::optional<PagePlace> next;  // more pages follow
  std::optional<PatchEnd> end;    // the last page
};

struct PullAnswer {
  Instant server_time;
  std::vector<Id> households;  // the person's, in id order
  std::vector<ScopePatch> scopes;
};

// ---- outcomes by id (recovery)
// -------------------------------------------------------------------

struct OutcomesRequest {
  std::uint16_t schema = kSchemaCurrent;
  Id scope;
  std::vector<Id> ids;
};

struct KnownOutcome {
  Id id;
  OutcomeStatus status = OutcomeStatus::applied;
  Error error;
};

struct OutcomesAnswer {
  Instant server_time;
  std::vector<KnownOutcome> known;  // ids not listed never arrived
};

// ---- snapshot (a household that lived on one device)
// -----------------------------------------------

struct SnapshotRow {
  std::string entity;
  std::string bytes;
};

struct Snapshot {
  std::uint16_t schema = kSchemaCurrent;
  Id household;
  std::vector<SnapshotRow> household_rows;
  std::vector<SnapshotRow> person_rows;
};

// ---- codecs
// --------------------------------------------------------------------------------------

[[nodiscard]] std::string encode(const PushRequest& message);
[[nodiscard]] std::string encode(const PushAnswer& message);
[[nodiscard]] std::string encode(const PullRequest& message);
[[nodiscard]] std::string encode(const PullAnswer& message);
[[nodiscard]] std::string encode(const OutcomesRequest& message);
[[nodiscard]] std::string encode(const OutcomesAnswer& message);
[[nodiscard]] std::string encode(const Snapshot& message);

// T is one of the messages above. Codes: those of json_reader.h and field_codec.h, too_many.
template <class T>
[[nodiscard]] Result<T> decode(std::string_view bytes);
template <>
Result<PushRequest> decode<PushRequest>(std::string_view bytes);
template <>
Result<PushAnswer> decode<PushAnswer>(std::string_view bytes);
template <>
Result<PullRequest> decode<PullRequest>(std::string_view bytes);
template <>
Result<PullAnswer> decode<PullAnswer>(std::string_view bytes);
template <>
Result<OutcomesRequest> decode<OutcomesRequest>(std::string_view bytes);
template <>
Result<OutcomesAnswer> decode<OutcomesAnswer>(std::string_view bytes);
template <>
Result<Snapshot> decode<Snapshot>(std::string_view bytes);

// What one row adds to its scope's checksum.
[[nodiscard]] Hash128 row_hash(std::string_view entity, std::string_view bytes);

}  // namespace rr::sync

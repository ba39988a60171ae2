// What a client keeps on disk: one key-value store per person (docs/protocol.md, "Client store").
//
//   s/<scope>                       the scope: cookie, mode, last number
//   c/<scope>                       this profile's client id in the scope
//   n/<scope>                       the next number
//   b/<scope>/<entity>/<id>         a row as the server last sent it
//   q/<scope>/<number>              a change that waits, numbers with 12 digits
//   r/<scope>/<mutation>            a change that was refused
//   a/<scope>/<time>/<number>       a change that was acknowledged, kept for 48 hours
//   x/<scope>                       what was unsent when the person was removed
#pragma once

#include "shared/base/hash.h"
#include "shared/sync/client_actions.h"
#include "shared/sync/messages.h"

namespace rr::sync {

// local: decided on this device alone. uploading: local, frozen while its snapshot travels.
enum class ScopeMode : std::uint8_t { synced, local, uploading };

struct ScopeRecord {
  ScopeKind kind = ScopeKind::household;
  ScopeMode mode = ScopeMode::synced;
  std::uint16_t schema = kSchemaCurrent;  // of the base rows
  Id epoch;                               // nil: nothing was pulled yet
  std::int64_t version = 0;
  std::int64_t membership = 0;
  std::int64_t last_number = 0;  // the base contains everything up to here
  Instant seen_at;               // the last server time
  bool is_reset_wanted = false;  // the base may differ from the server's: pull everything

  friend bool operator==(const ScopeRecord&, const ScopeRecord&) = default;
};

struct RefusedRecord {
  Mutation mutation;
  Error error;
  Instant at;
};

struct QuarantineRecord {
  Instant removed_at;
  std::vector<Mutation> unsent;
};

[[nodiscard]] std::string encode(const ScopeRecord& record);
[[nodiscard]] std::string encode(const RefusedRecord& record);
[[nodiscard]] std::string encode(const QuarantineRecord& record);
[[nodiscard]] Result<ScopeRecord> decode_scope_record(std::string_view bytes);
[[nodiscard]] Result<RefusedRecord> decode_refused_record(std::string_view bytes);
[[nodiscard]] Result<QuarantineRecord> decode_quarantine_record(std::string_view bytes);

[[nodiscard]] std::string scope_key(const Id& scope);
[[nodiscard]] std::string client_key(const Id& scope);
[[nodiscard]] std::string counter_key(const Id& scope);
[[nodiscard]] std::string base_key(const Id& scope, std::string_view entity, const Id& id);
[[nodiscard]] std::string queue_prefix(const Id& scope);
[[nodiscard]] std::string queue_key(const Id& scope, std::int64_t number);
[[nodiscard]] std::string refused_key(const Id& scope, const Id& mutation);
[[nodiscard]] std::string acknowledged_key(const Id& scope, Instant at, std::int64_t number);
[[nodiscard]] std::string quarantine_key(const Id& scope);

// A key in its parts: kind is its first letter, rest what follows the scope.
struct KeyParts {
  char kind = 0;
  Id scope;
  std::string_view rest;
};
// nullopt for keys that are not the sync engine's.
[[nodiscard]] std::optional<KeyParts> split_key(std::string_view key);

// -1 unless `text` is decimal digits only.
[[nodiscard]] std::int64_t parse_number(std::string_view text);

}  // namespace rr::sync

// Writes what a command changed into the server's storage: rows, tombstones, checksums,
// memberships.
#pragma once

#include "shared/store/overlay.h"
#include "shared/sync/server_engine.h"

namespace rr::sync {

inline constexpr std::size_t kServedSchemas = kSchemaCurrent - kSchemaOldest + 1;

// What a client of `schema` sees of a row; empty when it does not know the entity.
[[nodiscard]] std::string visible_bytes(const EntityInfo& entity, const void* row,
                                        std::uint16_t schema);

// Time-ordered: a client with a later epoch than the server proves that a backup was restored.
[[nodiscard]] Id fresh_epoch(const ServerCall& call, std::string_view tag);

// A scope that nothing was written to yet.
[[nodiscard]] ScopeState make_scope(const ServerCall& call, const Id& scope, ScopeKind kind);

class ScopeWriter {
 public:
  // All references outlive the writer. `state` is brought up to date; the caller puts it back.
  ScopeWriter(ServerStorage& storage, const ServerCall& call, ScopeState& state,
              ServerEffects& effects)
      : storage_(storage), call_(call), state_(state), effects_(effects) {}

  // Gives the scope its next version and writes the changes with it.
  void write(const Overlay& changes, const Reader& before);

 private:
  void put(const EntityInfo& entity, const RowPointer& row, const RowPointer& before);
  void erase(const EntityInfo& entity, const Id& id, const RowPointer& before);
  void count(const EntityInfo& entity, const RowPointer& before, const RowPointer& after);
  void follow_member(const Id& account, const RowPointer& before, const RowPointer& after);

  ServerStorage& storage_;
  const ServerCall& call_;
  ScopeState& state_;
  ServerEffects& effects_;
};

}  // namespace rr::sync

#include "tests/sim/broken_pages.h"

#include <map>

namespace rr::sim {
namespace {

Hash128 sum_after(const sync::ClientScope& scope, const sync::ScopePatch& patch) {
  std::map<std::pair<std::string, Id>, std::string> rows;
  for (const EntityInfo& entity : all_entities()) {
    if (patch.is_reset) break;
    scope.base().each_row(entity, [&](const Id& id, const RowPointer& row) {
      rows[{std::string(entity.name), id}] = encode_row(entity, row.get(), scope.schema());
    });
  }
  for (const sync::PatchRow& row : patch.rows) rows[{row.entity, row.id}] = row.bytes;
  Hash128 sum;
  for (const auto& [key, bytes] : rows) {
    if (!bytes.empty()) sum += sync::row_hash(key.first, bytes);
  }
  return sum;
}

}  // namespace

std::string end_every_page(const sync::ClientEngine& engine, const std::string& body) {
  auto answer = sync::decode<sync::PullAnswer>(body);
  if (!answer) return body;
  for (sync::ScopePatch& patch : answer->scopes) {
    const sync::ClientScope* scope = engine.find_scope(patch.scope);
    if (scope == nullptr || !patch.next) continue;
    patch.end = sync::PatchEnd{patch.next->version, scope->record().membership,
                               scope->record().last_number, sum_after(*scope, patch)};
    patch.next.reset();
  }
  return sync::encode(*answer);
}

}  // namespace rr::sim

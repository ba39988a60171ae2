#include "server/sync/sync_service.h"

#include "server/http/body.h"
#include "server/ops/clock.h"
#include "shared/commands/system_work.h"

namespace rr {
namespace {

Status check_texts(FieldList fields, const void* row) {
  return check_normal_form(fields, row, all_fields(fields));
}

}  // namespace

sync::ServerCall SyncService::make_call(const Id& account, Instant now, std::string request) const {
  sync::ServerCall call;
  call.account = account;
  call.now = now;
  fill_random(call.entropy.bytes);
  call.time_zones = time_zones_;
  call.check_texts = &check_texts;
  call.request = std::move(request);
  return call;
}

bool SyncService::owes_work(UnitOfWork& work, const Id& household, Instant now) const {
  return next_system_command(*work.rows(household), now, *time_zones_).has_value();
}

Status SyncService::write(const Work& work) {
  sync::ServerEffects effects;
  WorkEnding ending = WorkEnding::roll_back;
  Status written = store_.write([&](UnitOfWork& unit) {
    effects = {};
    ending = work(unit, effects);
    return ending;
  });
  if (written && ending == WorkEnding::commit) announce(effects);
  return written;
}

// Streams of changed memberships end before the poke: who was removed hears nothing further.
void SyncService::announce(const sync::ServerEffects& effects) {
  for (const Id& account : effects.accounts_with_changed_memberships) {
    hub_.memberships_changed(account);
  }
  for (const auto& [scope, version] : effects.pokes) hub_.poke(scope, version);
}

}  // namespace rr

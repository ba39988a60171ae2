// Rest: everything heals, the queues drain in bounded steps, and then everybody sees the same.
#include "tests/sim/world.h"

namespace rr::sim {
namespace {

constexpr std::int64_t kRestLimitMs = kMillisecondsPerHour;
constexpr std::int64_t kRestStepMs = 2'000;

}  // namespace

void World::come_to_rest() {
  chronicle_.note(scheduler_.now(), "everything heals");
  is_healed_ = true;
  network_->heal();
  server_->set_faulty(false);
  server_->start();
  for (auto& client : clients_) client->profile->heal();
  while (true) {
    bool is_one_left = false;
    for (auto& client : clients_) is_one_left |= client->profile->is_device_only;
    if (!is_one_left) break;
    const std::size_t before = households_.size();
    sync_household();
    if (households_.size() == before) break;
  }
  server_->run_due_work();
  std::string why;
  const Instant limit{scheduler_.now().unix_ms + kRestLimitMs};
  while (scheduler_.now() < limit && !chronicle_.violation()) {
    let_pass(kRestStepMs);
    for (auto& client : clients_) {
      if (!client->profile->is_device_only) open_personal_scope(*client->profile);
    }
    if (is_at_rest(why)) return;
  }
  for (auto& client : clients_) {
    if (is_client_at_rest(*client, why)) continue;
    for (const auto& [key, bytes] : client->profile->disk().records()) {
      const bool is_telling = std::string_view("scnq").find(key[0]) != std::string_view::npos;
      if (is_telling) chronicle_.note(scheduler_.now(), key + " = " + bytes);
    }
  }
  chronicle_.violate(12, "no rest within an hour: " + why);
}

bool World::is_at_rest(std::string& why) {
  for (auto& client : clients_) {
    if (!is_client_at_rest(*client, why)) return false;
  }
  return true;
}

bool World::is_client_at_rest(Client& client, std::string& why) {
  Profile& profile = *client.profile;
  const auto because = [&](const std::string& what) {
    why = profile.name() + ": " + what;
    return false;
  };
  if (!profile.disk().is_idle()) return because("the disk works");
  // A tab that was closed left it there; the leader finds it at its next poll.
  const auto& records = profile.disk().records();
  const auto queued = records.lower_bound("q/");
  if (queued != records.end() && queued->first.starts_with("q/") && !profile.is_device_only) {
    return because("changes wait on the disk");
  }
  const auto& data = server_->data();
  for (Tab* tab : profile.live_tabs()) {
    if (!tab->engine().is_open()) return because("a tab is not open");
    for (const auto& [id, scope] : tab->engine().scopes()) {
      if (!scope.pending().empty()) return because("changes wait for the disk");
      if (!scope.exists()) continue;
      if (!scope.queue().empty()) return because("the queue is not empty");
      if (scope.record().mode == sync::ScopeMode::uploading) return because("uploading");
      if (scope.record().mode != sync::ScopeMode::synced) continue;
      const auto known = data.scopes.find(id);
      if (known == data.scopes.end() || !known->second.state) {
        if (id == profile.account() && scope.record().epoch.is_nil()) continue;
        return because("a scope that the server does not know");
      }
      const bool is_current = scope.record().version == known->second.state->version &&
                              scope.record().epoch == known->second.state->epoch;
      if (!is_current) return because("behind the server");
    }
    for (const auto& [key, membership] : data.memberships) {
      if (key.first != profile.account() || profile.is_device_only) continue;
      const auto* scope = tab->engine().find_scope(key.second);
      const bool is_shown = scope != nullptr && scope->exists();
      if (is_shown != membership.is_member) return because("another household list");
    }
  }
  return true;
}

void World::check_rest() {
  server_observer_.check_at_rest();
  tab_observer_.check_at_rest(server_observer_);
  for (auto& client : clients_) check_client(*client);
}

// Byte for byte: what the disk and each tab hold is what the server shows this person.
void World::check_client(Client& client) {
  Profile& profile = *client.profile;
  client.observer->check_at_rest();
  for (Tab* tab : profile.live_tabs()) {
    tab_observer_.check_view(*tab);
    for (const auto& [id, scope] : tab->engine().scopes()) {
      if (!scope.exists() || scope.record().mode != sync::ScopeMode::synced) continue;
      const auto known = server_->data().scopes.find(id);
      if (known == server_->data().scopes.end()) continue;
      std::size_t count = 0;
      for (const EntityInfo& entity : all_entities()) {
        known->second.rows.each_row(entity, [&](const Id& row_id, const RowPointer& row) {
          const std::string bytes = sync::visible_bytes(entity, row.get(), profile.schema());
          if (bytes.empty()) return;
          ++count;
          const auto& records = profile.disk().records();
          const auto record = records.find(sync::base_key(id, entity.name, row_id));
          const RowPointer mine = scope.base().find_row(entity, row_id);
          const bool is_same = record != records.end() && record->second == bytes && mine &&
                               encode_row(entity, mine.get(), profile.schema()) == bytes;
          if (!is_same) {
            chronicle_.violate(
                3, profile.name() + " differs at rest in a row of " + std::string(entity.name));
          }
        });
      }
      if (scope.base().size() != count) {
        chronicle_.violate(3, profile.name() + " holds rows at rest that are gone");
      }
    }
  }
}

}  // namespace rr::sim

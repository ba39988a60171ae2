// What goes wrong between people's actions.
#include <algorithm>

#include "tests/sim/workload.h"
#include "tests/sim/world.h"

namespace rr::sim {

bool World::draw(Fault fault, std::uint64_t per_mille) {
  if (is_healed_ || !plan_.has(fault) || !random_.per_mille(per_mille)) return false;
  chronicle_.count(fault);
  return true;
}

void World::meddle() {
  Profile& profile = any_profile();
  meddle_with_tabs(profile);
  meddle_with_device(profile);
  meddle_with_people();
  meddle_with_server();
}

void World::meddle_with_tabs(Profile& profile) {
  std::vector<Tab*> tabs = profile.live_tabs();
  if (static_cast<int>(tabs.size()) < profile.most_tabs && random_.percent(60)) {
    profile.open_tab();
    return;
  }
  if (tabs.empty()) return;
  Tab& tab = *random_.pick(tabs);
  if (tab.is_frozen()) {
    if (random_.percent(40)) tab.thaw();
    return;
  }
  if (draw(Fault::tab_frozen, 45)) {
    // Not every browser says so before.
    if (random_.percent(50)) {
      tab.deliver([](sync::ClientEngine& engine, Instant) { engine.suspended(); });
    }
    tab.freeze();
  } else if (plan_.has(Fault::tab_closed_with_queue) && random_.per_mille(60)) {
    act_in(profile);
    if (profile.close_tab(tab)) chronicle_.count(Fault::tab_closed_with_queue);
  } else if (draw(Fault::tab_killed, 30)) {
    profile.kill_tab(tab);
  }
}

void World::meddle_with_device(Profile& profile) {
  if (draw(Fault::clock_jump, 40)) {
    constexpr std::int64_t kDay = kMillisecondsPerDay;
    profile.clock_offset_ms = random_.between(-kDay, kDay);
  }
  if (draw(Fault::power_cut, 15)) profile.cut_power();
  if (profile.line().is_partitioned) {
    if (random_.percent(30)) {
      profile.line().is_partitioned = false;
      for (Tab* tab : profile.live_tabs()) {
        tab->deliver(
            [](sync::ClientEngine& engine, Instant now) { engine.network_changed(true, now); });
      }
    }
  } else if (draw(Fault::partition, 40)) {
    partition(profile);
  }
  if (!profile.line().is_signed_in && random_.percent(50)) {
    profile.line().is_signed_in = true;
    for (Tab* tab : profile.live_tabs()) {
      tab->deliver([](sync::ClientEngine& engine, Instant now) { engine.signed_in(now); });
    }
  } else if (draw(Fault::session_ended, 25)) {
    profile.line().is_signed_in = false;
  }
  if (profile.schema() != kSchemaCurrent && random_.per_mille(15)) {
    profile.reopen_as(kSchemaCurrent);
  }
  send_poison(profile);
}

// Some browsers notice, some do not.
void World::partition(Profile& profile) {
  profile.line().is_partitioned = true;
  if (random_.percent(50)) return;
  for (Tab* tab : profile.live_tabs()) {
    tab->deliver(
        [](sync::ClientEngine& engine, Instant now) { engine.network_changed(false, now); });
  }
}

void World::meddle_with_people() {
  if (random_.per_mille(30) || households_.empty()) sync_household();
  if (random_.per_mille(120)) invite();
  if (plan_.has(Fault::member_removed) && random_.per_mille(90)) remove_member();
  if (plan_.has(Fault::profile_copied) && random_.per_mille(35)) copy_profile();
}

void World::meddle_with_server() {
  if (random_.per_mille(60)) server_->back_up();
  if (random_.per_mille(30)) server_->run_due_work();
  if (random_.per_mille(5)) server_->forget_old();
  if (!plan_.has(Fault::server_restored) || !random_.per_mille(25)) return;
  if (server_observer_.restores() == plan_.restores) return;
  if (!server_->restore()) return;
  chronicle_.count(Fault::server_restored);
  chronicle_.note(scheduler_.now(), "the server is restored from a backup");
}

// Whoever lives on this device alone signs in and hands their household over.
void World::sync_household() {
  for (auto& client : clients_) {
    Profile& profile = *client->profile;
    if (!profile.is_device_only || profile.line().is_partitioned) continue;
    Tab* const tab = any_tab(profile);
    if (tab == nullptr || !tab->engine().is_open()) continue;
    std::set<Id> households;
    for (const auto& [id, scope] : tab->engine().scopes()) {
      const bool is_whole = scope.record().kind == ScopeKind::household && scope.exists() &&
                            scope.base().all<Household>().size() == 1;
      if (is_whole) households.insert(id);
    }
    if (households.empty()) continue;
    tab->deliver([](sync::ClientEngine& engine, Instant now) { engine.upload_local(now); });
    chronicle_.count(Fault::local_household_synced);
    profile.is_device_only = false;
    households_.insert(households.begin(), households.end());
    return;
  }
}

void World::invite() {
  if (households_.empty()) return;
  const Id household = *std::next(households_.begin(),
                                  static_cast<std::ptrdiff_t>(random_.below(households_.size())));
  if (!server_->data().scopes.contains(household)) return;
  const Person& person = random_.pick(people_);
  // Somebody without an account of their own yet has nothing to be invited with.
  for (const auto& client : clients_) {
    if (people_[client->person].account == person.account && client->profile->is_device_only) {
      return;
    }
  }
  const auto& memberships = server_->data().memberships;
  const auto known = memberships.find({person.account, household});
  if (known != memberships.end() && known->second.is_member) return;
  static_cast<void>(server_->join(household, person.account,
                                  person.name + " " + std::to_string(random_.below(1000))));
}

void World::remove_member() {
  for (auto& client : clients_) {
    Tab* const tab = any_tab(*client->profile);
    if (tab == nullptr || !tab->engine().is_open()) continue;
    for (const auto& [id, scope] : tab->engine().scopes()) {
      const auto me = scope.base().find<Member>(client->profile->account());
      if (!me || me->role == Role::member) continue;
      const auto command =
          choose_removal(random_, scope.view(), {client->profile->account(), scheduler_.now()});
      if (!command) continue;
      tab->deliver([&, scope_id = id](sync::ClientEngine& engine, Instant now) {
        if (engine.issue(scope_id, *command, now)) chronicle_.count(Fault::member_removed);
      });
      return;
    }
  }
}

void World::send_poison(Profile& profile) {
  Tab* const tab = any_tab(profile);
  if (tab == nullptr || !tab->engine().is_open()) return;
  for (const auto& [id, scope] : tab->engine().scopes()) {
    const bool is_fit = scope.exists() && scope.record().mode == sync::ScopeMode::synced &&
                        scope.record().kind == ScopeKind::household;
    if (!is_fit) continue;
    sync::Mutation mutation;
    mutation.id = random_.id();
    mutation.meant_at = mutation.seen_at = profile.now();
    mutation.command = "future.command";
    mutation.arguments = "{}";
    if (draw(Fault::unknown_command, 40)) profile.enqueue_raw(id, mutation);
    mutation.id = random_.id();
    mutation.command = "roommate.add";
    mutation.arguments = R"({"id":7,"unheard":[[]]})";
    if (draw(Fault::malformed_arguments, 40)) profile.enqueue_raw(id, mutation);
    if (draw(Fault::poison_request, 40)) {
      server_observer_.expect_recoveries();
      const Command poison = choose_poison(random_);
      tab->deliver([&, scope_id = id](sync::ClientEngine& engine, Instant now) {
        static_cast<void>(engine.issue(scope_id, poison, now).ok());
      });
    }
    return;
  }
}

// The folder of a browser's profile is copied while the browser is not writing.
void World::copy_profile() {
  constexpr std::size_t kMostClients = 16;
  Client& from = *random_.pick(clients_);
  if (from.profile->is_device_only || !from.profile->disk().is_idle()) return;
  if (clients_.size() >= kMostClients) return;
  for (const auto& [key, bytes] : from.profile->disk().records()) {
    if (key[0] != 's') continue;
    const auto record = sync::decode_scope_record(bytes);
    if (!record || record->mode != sync::ScopeMode::synced) return;
  }
  chronicle_.count(Fault::profile_copied);
  chronicle_.note(scheduler_.now(), from.profile->name() + " is copied");
  server_observer_.expect_recoveries();
  server_observer_.profile_copied();
  Client& to = add_client(from.person, from.profile->schema());
  to.profile->disk().copy_from(from.profile->disk());
  to.observer->begin_with_copy();
  to.profile->open_tab();
}

}  // namespace rr::sim

#include "tests/sim/world.h"

#include <algorithm>

#include "server/ops/built_in_time_zones.h"
#include "tests/sim/workload.h"

namespace rr::sim {
namespace {

constexpr Instant kStart{1'795'000'000'000};  // 18 November 2026
constexpr std::int64_t kDayMs = kMillisecondsPerDay;
constexpr int kMostExtraSteps = 4'000;
// Far more than any world needs: beyond it somebody asks in a circle.
constexpr std::uint64_t kMostEvents = 1'000'000;

}  // namespace

Report run_world(const Plan& plan, TraceMode mode) { return World(plan, mode).run(); }

World::World(const Plan& plan, TraceMode mode)
    : plan_(plan),
      random_(plan.seed * 0x2545f4914f6cdd1dULL + 7),
      scheduler_(kStart),
      server_observer_(scheduler_, chronicle_),
      tab_observer_(scheduler_, chronicle_, random_.next()) {
  if (mode == TraceMode::on) chronicle_.keep_trace();
  server_ = std::make_unique<Server>(
      Server::Setting{scheduler_, chronicle_, plan_, Random(random_.next()), server_observer_,
                      [this](const sync::ServerEffects& effects) { network_->announce(effects); },
                      [this] { network_->close_all_streams(); }});
  server_observer_.watch(*server_);
  network_ = std::make_unique<Network>(
      Network::Setting{scheduler_, chronicle_, plan_, Random(random_.next())}, *server_);
}

World::Client& World::add_client(std::size_t person, std::uint16_t schema) {
  auto client = std::make_unique<Client>();
  client->person = person;
  const int number = static_cast<int>(clients_.size());
  client->observer = std::make_unique<DiskObserver>(
      DiskObserver::Setting{scheduler_, chronicle_, server_observer_, people_[person].account,
                            "profile " + std::to_string(number),
                            plan_.has(Fault::lock_missing) || plan_.has(Fault::lock_stolen)});
  client->profile = std::make_unique<Profile>(
      Profile::Setting{scheduler_, chronicle_, plan_, Random(random_.next()), *network_,
                       tab_observer_, *client->observer, people_[person].account, schema, number});
  client->observer->watch(client->profile->disk());
  Profile& profile = *client->profile;
  profile.most_tabs = static_cast<int>(random_.between(1, plan_.most_tabs));
  if (number == 0) profile.most_tabs = plan_.most_tabs;
  if (draw(Fault::lock_missing, 400)) profile.has_locks = false;
  if (draw(Fault::clock_skew, 500)) {
    profile.clock_offset_ms = random_.between(-kDayMs, kDayMs);
  }
  clients_.push_back(std::move(client));
  return *clients_.back();
}

void World::begin() {
  for (int i = 0; i < plan_.people; ++i) {
    Person person{random_.id(), "Person " + std::to_string(i)};
    person.is_founder = i == 0 || random_.percent(20);
    people_.push_back(person);
  }
  for (int i = 0; i < plan_.profiles; ++i) {
    const auto person = static_cast<std::size_t>(i % plan_.people);
    const bool is_old = plan_.has(Fault::older_schema_offline) && random_.percent(40);
    Client& client = add_client(person, is_old ? kSchemaOldest : kSchemaCurrent);
    // A person's other browsers come when there is an account to sign in to.
    client.profile->is_device_only = people_[person].is_founder && i < plan_.people;
    for (int tab = 0; tab < client.profile->most_tabs; ++tab) client.profile->open_tab();
  }
  let_pass(200);
  for (auto& client : clients_) {
    if (client->profile->is_device_only) begin_device_only(*client->profile);
  }
  let_pass(500);
}

void World::begin_device_only(Profile& profile) {
  Tab* const tab = any_tab(profile);
  if (tab == nullptr || !tab->engine().is_open()) return;
  for (const auto& [id, scope] : tab->engine().scopes()) {
    if (scope.record().kind == ScopeKind::household) return;
  }
  const Id household = random_.id();
  const Command start = choose_start(random_);
  tab->deliver([&](sync::ClientEngine& engine, Instant now) {
    if (!engine.start_local(household, start, now)) return;
    if (engine.find_scope(profile.account()) == nullptr) {
      engine.create_local(profile.account(), ScopeKind::person);
    }
  });
}

// As the page does once somebody is signed in. An upload that was only wished for is begun again.
void World::open_personal_scope(Profile& profile) {
  for (Tab* tab : profile.live_tabs()) {
    if (tab->is_frozen() || !tab->engine().is_open()) continue;
    const auto& scopes = tab->engine().scopes();
    const bool is_local = std::any_of(scopes.begin(), scopes.end(), [](const auto& each) {
      return each.second.exists() && each.second.record().mode == sync::ScopeMode::local;
    });
    if (is_local) {
      tab->deliver([](sync::ClientEngine& engine, Instant now) { engine.upload_local(now); });
    }
    if (tab->engine().find_scope(profile.account()) != nullptr) continue;
    tab->deliver([&](sync::ClientEngine& engine, Instant) {
      engine.add_synced(profile.account(), ScopeKind::person);
    });
    return;
  }
}

void World::let_pass(std::int64_t duration_ms) {
  const Instant until{scheduler_.now().unix_ms + duration_ms};
  while (!chronicle_.violation() && scheduler_.step(until)) {
    if (++events_ > kMostEvents) chronicle_.violate(12, "everybody is busy for ever");
  }
}

Profile& World::any_profile() { return *random_.pick(clients_)->profile; }

Tab* World::any_tab(Profile& profile) {
  std::vector<Tab*> awake;
  for (Tab* each : profile.live_tabs()) {
    if (!each->is_frozen()) awake.push_back(each);
  }
  return awake.empty() ? nullptr : random_.pick(awake);
}

void World::act() { act_in(any_profile()); }

void World::act_in(Profile& profile) {
  if (profile.is_device_only) {
    begin_device_only(profile);
  } else {
    open_personal_scope(profile);
  }
  Tab* const tab = any_tab(profile);
  if (tab == nullptr || !tab->engine().is_open()) return;
  std::vector<Id> scopes;
  for (const auto& [id, scope] : tab->engine().scopes()) {
    const bool is_usable = scope.exists() && scope.record().mode != sync::ScopeMode::uploading;
    if (!is_usable) continue;
    const bool is_household = scope.record().kind == ScopeKind::household;
    for (int weight = is_household ? 5 : 1; weight > 0; --weight) scopes.push_back(id);
  }
  if (scopes.empty()) return;
  const Id scope = random_.pick(scopes);
  const auto& seen = *tab->engine().find_scope(scope);
  const auto chosen =
      choose_command(random_, seen.view(), seen.record().kind,
                     {profile.account(), scheduler_.now(), profile.line().is_partitioned});
  if (!chosen) return;
  // An older program cannot say what came later.
  const auto command =
      decode_command(*chosen->info, encode_arguments(*chosen, profile.schema()), profile.schema());
  if (!command) return;
  tab->deliver([&](sync::ClientEngine& engine, Instant now) {
    const auto issued = engine.issue(scope, *command, now);
    if (issued && profile.schema() != kSchemaCurrent && profile.line().is_partitioned) {
      chronicle_.count(Fault::older_schema_offline);
    }
    if (!chronicle_.is_kept()) return;
    chronicle_.note(scheduler_.now(),
                    profile.name() + " " + std::string(command->info->name) +
                        (issued ? " " + issued->to_string() : " refused: " + issued.error().code));
  });
}

void World::step() {
  meddle();
  const auto actions = random_.between(1, 4);
  for (std::int64_t i = 0; i < actions; ++i) act();
  if (random_.percent(4)) scheduler_.sleep(random_.between(1, 24) * kMillisecondsPerHour);
  const bool is_pause = random_.percent(4);
  let_pass(is_pause ? random_.between(10, 180) * 1'000 : random_.between(10, 3'000));
}

Report World::run() {
  begin();
  int steps = 0;
  for (; steps < plan_.steps && !chronicle_.violation(); ++steps) step();
  for (; server_observer_.accepted() < static_cast<std::uint64_t>(plan_.accepted) &&
         steps < kMostExtraSteps && !chronicle_.violation();
       ++steps) {
    step();
  }
  if (!chronicle_.violation()) come_to_rest();
  if (!chronicle_.violation()) check_rest();
  Report report;
  report.violation = chronicle_.violation();
  report.trace.assign(chronicle_.trace().begin(), chronicle_.trace().end());
  report.faults = chronicle_.faults();
  report.accepted = server_observer_.accepted();
  report.profiles = static_cast<int>(clients_.size());
  report.most_tabs = plan_.most_tabs;
  return report;
}

}  // namespace rr::sim

#include "tests/sim/tab_observer.h"

#include <algorithm>

#include "shared/store/overlay.h"

namespace rr::sim {
namespace {

constexpr std::uint64_t kEventsPerCheck = 24;

// As the server would judge it again, written apart from the engine.
void replay(Overlay& view, const sync::ClientScope& scope, const sync::Mutation& mutation,
            const std::optional<Command>& command) {
  if (!command || command->info->command_class == CommandClass::online_only) return;
  Overlay attempt(view);
  if (run_command(attempt, scope.context_of(mutation), *command)) attempt.apply_to(view);
}

std::string bytes_of(const Reader& rows) {
  std::string bytes;
  for (const EntityInfo& entity : all_entities()) {
    rows.each_row(
        entity, [&](const Id&, const RowPointer& row) { bytes += encode_row(entity, row.get()); });
  }
  return bytes;
}

}  // namespace

void TabObserver::after_event(Profile&, const Tab& tab) {
  if (random_.below(kEventsPerCheck) == 0) check_view(tab);
}

void TabObserver::check_view(const Tab& tab) {
  for (const auto& [id, scope] : tab.engine().scopes()) check_scope(tab, scope);
}

void TabObserver::check_scope(const Tab& tab, const sync::ClientScope& scope) {
  if (!scope.exists()) return;
  Overlay view(scope.base());
  for (const auto& [number, entry] : scope.queue()) {
    const bool is_refused = entry.outcome && entry.outcome->status != sync::OutcomeStatus::applied;
    if (number <= scope.record().last_number || is_refused) continue;
    replay(view, scope, entry.mutation, entry.command);
  }
  for (const sync::PendingChange& each : scope.pending()) {
    replay(view, scope, each.mutation, each.command);
  }
  const std::string expected = bytes_of(view);
  const auto tell = [&](const std::string& line) { chronicle_.note(scheduler_.now(), line); };
  const std::string shown = bytes_of(scope.view());
  if (expected == shown) return;
  tell("last number " + std::to_string(scope.record().last_number) + ", next " +
       std::to_string(scope.next_number()) + ", leader " +
       std::to_string(tab.engine().is_leader()));
  for (const auto& [number, entry] : scope.queue()) {
    tell("queued " + std::to_string(number) + " " + sync::encode_mutation(entry.mutation) +
         (entry.outcome ? " told" : ""));
  }
  for (const auto& each : scope.pending()) {
    tell("pending " + sync::encode_mutation(each.mutation));
  }
  const auto place = std::mismatch(expected.begin(), expected.end(), shown.begin(), shown.end());
  const auto from = std::max<std::ptrdiff_t>(0, place.first - expected.begin() - 60);
  chronicle_.violate(4, "what a tab shows is not its base with its queue replayed: " +
                            shown.substr(static_cast<std::size_t>(from), 120) + " instead of " +
                            expected.substr(static_cast<std::size_t>(from), 120));
}

void TabObserver::answered(const Profile& profile, const std::string& path,
                           const HttpAnswer& answer) {
  if (chronicle_.is_kept()) {
    chronicle_.note(scheduler_.now(), profile.name() + " hears " + path + " " +
                                          std::to_string(answer.status) + " " +
                                          answer.body.substr(0, 600));
  }
  if (path != "/api/sync/push" || answer.status != 200) return;
  const auto push = sync::decode<sync::PushAnswer>(answer.body);
  if (!push) return chronicle_.violate(0, "the answer to a push cannot be read");
  for (const sync::Outcome& outcome : push->outcomes) {
    if (outcome.status == sync::OutcomeStatus::applied) {
      told_applied_.emplace(outcome.id, profile.account());
    }
  }
}

void TabObserver::check_at_rest(const ServerObserver& server) {
  if (server.was_restored()) return;  // then what clients kept counts (DiskObserver)
  for (const auto& [mutation, account] : told_applied_) {
    if (server.took_effect(account, mutation)) continue;
    chronicle_.violate(
        1, "change " + mutation.to_string() + " was told to be saved and did not take effect");
  }
}

}  // namespace rr::sim

#include "tests/compare/story.h"

#include <algorithm>

#include "server/ops/built_in_time_zones.h"
#include "shared/commands/system_work.h"
#include "shared/domain/verify.h"
#include "shared/store/overlay.h"
#include "shared/sync/messages.h"
#include "tests/compare/arguments.h"

namespace rr::compare {
namespace {

constexpr std::int64_t kTellAllEvery = 100;
constexpr std::int64_t kMostRoommates = 9;

// How often a person's command is asked for, against the others. What empties a home is rare.
int weight_of(std::string_view name) {
  if (name == "assignment.run" || name == "assignment.complete") return 12;
  if (name == "assignment.undo" || name == "completion.set") return 8;
  if (name.substr(0, 5) == "swap.") return 1;
  if (name == "assignment.return_to_pool") return 1;
  if (name == "assignment.lock" || name == "assignment.give") return 2;
  if (name == "chore.add" || name == "sub_chore.add" || name == "roommate.add") return 6;
  if (name == "roommate.move_out" || name == "chore.remove" || name == "member.remove") return 2;
  if (name == "cycle.reset" || name == "household.start" || name == "cycle.open") return 1;
  if (name == "cycle.close") return 1;
  return 4;
}

const CommandInfo& choose_info(sim::Random& random) {
  int sum = 0;
  for (const CommandInfo* info : all_commands()) sum += weight_of(info->name);
  auto place = static_cast<int>(random.below(static_cast<std::uint64_t>(sum)));
  for (const CommandInfo* info : all_commands()) {
    place -= weight_of(info->name);
    if (place < 0) return *info;
  }
  return *all_commands().front();
}

Hash128 hash_of(const EntityInfo& entity, const RowPointer& row) {
  return sync::row_hash(entity.name, encode_row(entity, row.get()));
}

}  // namespace

std::int64_t Teller::accepted() const {
  std::int64_t sum = 0;
  for (const auto& [name, each] : counts) sum += each.accepted;
  return sum;
}

Story::Story(Teller& teller, std::uint64_t seed)
    : teller_(teller), random_(seed), scope_(random_.id()), starter_(random_.id()) {
  now_.unix_ms = 1'764'000'000'000 + random_.between(0, 400) * kMillisecondsPerDay;
  say(ActorKind::person, *find_command("household.start", 1),
      choose_arguments(random_, {household_, now_}, *find_command("household.start", 1)));
}

void Story::go_on() {
  if (const CommandInfo* info = swap_at_hand()) {
    return say(ActorKind::person, *info, choose_arguments(random_, {household_, now_}, *info));
  }
  pass_time();
  do_system_work();
  choose();
}

// Offers stand for hours and are undone within minutes, while time here passes in days: mostly
// somebody answers at once. Null when there is nothing to offer or to answer.
const CommandInfo* Story::swap_at_hand() {
  bool is_offered = false;
  bool is_fresh = false;
  for (const auto& swap : household_.all<Swap>()) {
    is_offered = is_offered || swap->state == SwapState::proposed;
    is_fresh = is_fresh || (swap->state == SwapState::accepted && swap->decided_at == now_);
  }
  if (is_fresh && random_.percent(70)) return find_command("swap.undo", 1);
  if (is_offered && random_.percent(30)) {
    const std::uint64_t answer = random_.below(8);
    if (answer < 2) return find_command("swap.decline", 1);
    return find_command(answer < 4 ? "swap.withdraw" : "swap.accept", 1);
  }
  const auto rows = household_.all<Assignment>();
  const bool is_any_open = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
    return row->status == AssignmentStatus::open && !row->is_locked;
  });
  if (!is_any_open || !random_.percent(15)) return nullptr;
  return find_command(random_.percent(80) ? "swap.propose" : "assignment.return_to_pool", 1);
}

void Story::end() { tell_everything(); }

void Story::pass_time() {
  now_.unix_ms += random_.between(1, 3 * kMillisecondsPerHour);
  if (random_.percent(2)) now_.unix_ms += random_.between(1, 9) * kMillisecondsPerDay;
}

// As the server does before every command of a person.
void Story::do_system_work() {
  for (int step = 0; step < 100; ++step) {
    const auto command = next_system_command(household_, now_, built_in_time_zones());
    if (!command) return;
    say(ActorKind::system, *command->info, encode_arguments(*command));
  }
}

void Story::choose() {
  const CommandInfo* info = &choose_info(random_);
  // Those about swaps have their time above and are mostly refused here.
  const bool is_swap = info->name.substr(0, 5) == "swap.";
  if (is_swap && random_.percent(80)) info = &choose_info(random_);
  const auto roommates = static_cast<std::int64_t>(household_.all<Roommate>().size());
  if (info->name == "roommate.add" && roommates >= kMostRoommates) {
    info = find_command("roommate.edit", 1);
  }
  if (household_.all<Household>().empty() && random_.percent(90)) {
    info = find_command("household.start", 1);
  }
  const MemoryStore& rows = rows_of(*info);
  std::string arguments = choose_arguments(random_, {rows, now_}, *info);
  if (random_.percent(4)) arguments = spoil(random_, arguments);
  const bool is_systems = info->issuer == ActorKind::system && !random_.percent(5);
  say(is_systems ? ActorKind::system : ActorKind::person, *info, arguments);
}

MemoryStore& Story::rows_of(const CommandInfo& info) {
  return info.scope == ScopeKind::person ? person_ : household_;
}

// Mostly a member who may do it; at times any member, or a stranger.
Context Story::context_of(ActorKind actor, const CommandInfo& info) {
  Context context;
  context.actor = actor;
  context.mutation_id = random_.id();
  context.fresh_seed = random_.id();
  context.time_zones = &built_in_time_zones();
  context.now = context.meant_at = now_;
  if (actor == ActorKind::person) {
    const auto members = household_.all<Member>();
    std::vector<Id> allowed;
    for (const auto& member : members) {
      if (member->role >= info.role) allowed.push_back(member->id);
    }
    context.person = allowed.empty() ? starter_ : random_.pick(allowed);
    if (random_.percent(4) && !members.empty()) context.person = random_.pick(members)->id;
    if (random_.percent(1)) context.person = random_.id();
    if (random_.percent(15)) context.meant_at.unix_ms -= random_.between(1, kMillisecondsPerDay);
    if (random_.percent(5)) {
      context.meant_at.unix_ms -= random_.between(1, 9) * kMillisecondsPerDay;
    }
  }
  const bool is_own = info.scope == ScopeKind::person && !random_.percent(2);
  context.scope = is_own ? context.person : scope_;
  return context;
}

void Story::say(ActorKind actor, const CommandInfo& info, const std::string& arguments) {
  const Context context = context_of(actor, info);
  const Status status = attempt(context, info, arguments);
  Counts& counts = teller_.counts[info.name];
  (status ? counts.accepted : counts.refused) += 1;
  ++teller_.commands;
  if (teller_.commands == teller_.perturb_at) perturb();
  teller_.lines +=
      std::to_string(teller_.commands) + ' ' + std::string(info.name) + ' ' +
      hash_bytes(arguments).to_string() + ' ' +
      (status ? "ok"
              : status.error().code + ' ' + status.error().field + ' ' + status.error().message) +
      ' ' + checksum_.to_string() + '\n';
  if (teller_.commands % kTellAllEvery == 0) tell_everything();
}

// A command that was accepted is taken back at times, with its inverse as it is on the wire.
Status Story::attempt(const Context& context, const CommandInfo& info,
                      const std::string& arguments) {
  const Result<Command> command = decode_command(info, arguments);
  if (!command) return command.error();
  const std::string canonical = encode_arguments(*command);
  teller_.lines += hash_bytes(canonical).to_string() + '\n';
  std::optional<Command> back;
  if (info.inverse != nullptr && random_.percent(10)) {
    back = info.inverse(rows_of(info), context, command->arguments.get());
  }
  const Status status = run(context, *command);
  if (!status || !back) return status;
  Context later = context;
  later.mutation_id = random_.id();
  const Status undone = run(later, *back);
  teller_.lines += "back " + encode_arguments(*back) + ' ' +
                   (undone ? "ok" : undone.error().code + ' ' + undone.error().field) + '\n';
  return status;
}

Status Story::run(const Context& context, const Command& command) {
  MemoryStore& rows = rows_of(*command.info);
  Overlay changes(rows);
  const Status status = run_command(changes, context, command);
  if (!status) return status;
  changes.each_change([&](const EntityInfo& entity, const Id& id, const RowPointer& row) {
    count(entity, id, rows.find_row(entity, id), row);
  });
  changes.apply_to(rows);
  return status;
}

void Story::count(const EntityInfo& entity, const Id&, const RowPointer& before,
                  const RowPointer& after) {
  if (before) checksum_ -= hash_of(entity, before);
  if (after) checksum_ += hash_of(entity, after);
}

void Story::perturb() {
  const auto roommates = household_.all<Roommate>();
  if (roommates.empty()) return;
  Roommate changed = *roommates.front();
  const RowPointer before = household_.find_row(describe<Roommate>(), changed.id);
  changed.colour = changed.colour % 8 + 1;
  household_.put(changed);
  count(describe<Roommate>(), changed.id, before,
        household_.find_row(describe<Roommate>(), changed.id));
}

// All bytes of both scopes; the checksum is reckoned anew from them.
void Story::tell_everything() {
  Hash128 sum;
  Hasher bytes;
  for (const EntityInfo& entity : all_entities()) {
    for (const MemoryStore* rows : {&household_, &person_}) {
      rows->each_row(entity, [&](const Id&, const RowPointer& row) {
        const std::string encoded = encode_row(entity, row.get());
        sum += sync::row_hash(entity.name, encoded);
        bytes.add(entity.name);
        bytes.add(encoded);
      });
    }
  }
  if (sum != checksum_) ++teller_.faults;
  for (const Violation& violation : verify_household(household_)) {
    ++teller_.faults;
    teller_.lines += violation.message + '\n';
  }
  teller_.lines += "all " + std::to_string(household_.size() + person_.size()) + ' ' +
                   bytes.finish().to_string() + '\n';
}

}  // namespace rr::compare

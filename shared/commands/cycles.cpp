#include "shared/commands/cycles.h"

#include <algorithm>

#include "shared/commands/define.h"
#include "shared/commands/ledger.h"
#include "shared/commands/local_time.h"
#include "shared/commands/pool.h"
#include "shared/domain/balances.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/own_balances.h"

namespace rr {
namespace {

constexpr FieldInfo kCloseFields[] = {
    integer_field<&CloseCycle::index>("index", 0, 1'000'000),
    instant_field<&CloseCycle::ends_at>("ends_at"),
};

Cycle make_cycle(const Household& household, std::int64_t index, Instant starts_at) {
  Cycle cycle;
  cycle.id = cycle_id_of(household.id, index);
  cycle.index = index;
  cycle.starts_at = starts_at;
  return cycle;
}

// An open assignment is missed when it was due before the close. The others go on in the next
// cycle, with their charge; one that a closed cycle was charged with stays charged there.
void pass_on_open(Transaction& transaction, const Context& context, LedgerWriter& ledger,
                  const TimeZone& zone, const Cycle& closing, const Cycle& next, Instant ends_at) {
  for (const auto& present : transaction.all<Assignment>()) {
    if (present->status != AssignmentStatus::open) continue;
    Assignment assignment = *present;
    if (zone.end_of_day(assignment.due_date) <= ends_at) {
      assignment.status = AssignmentStatus::missed;
      expire_offers_of(transaction, context, assignment.id);
    } else if (assignment.cycle_id == closing.id) {
      ledger.reverse(assignment, assignment.roommate_id);
      assignment.cycle_id = next.id;
      ledger.assign(assignment, assignment.roommate_id);
    } else {
      continue;
    }
    transaction.put(assignment);
  }
}

// A cycle in which nothing was given out or transferred leaves no rows: weeks of an empty home cost
// one row each.
void freeze_shares(Transaction& transaction, const TimeZone& zone, const Cycle& closing,
                   DayRange days) {
  const Attendance attendance(transaction);
  const HouseholdBalances found = balances_of(transaction, attendance);
  if (found.running.empty()) return;
  std::map<Id, std::int64_t> own = own_figures(transaction, closing.id);
  for (const Attendance::Person& person : attendance.people()) {
    const Id& id = person.roommate->id;
    const auto figures = found.running.find(id);
    const bool has_any = figures != found.running.end() || own[id] != 0;
    if (!has_any && !Attendance::is_active(person)) continue;
    CycleShare row;
    row.id = cycle_share_id(closing.id, id);
    row.cycle_id = closing.id;
    row.roommate_id = id;
    row.availability = Attendance::availability(person, days, zone);
    row.own_micro = own[id];
    if (figures != found.running.end()) {
      row.share_micro = figures->second.share;
      row.random_share_micro = figures->second.random_share;
      row.assigned_micro = figures->second.assigned;
      row.random_assigned_micro = figures->second.random_assigned;
      row.transferred_micro = figures->second.transferred;
      row.random_transferred_micro = figures->second.random_transferred;
    }
    transaction.put(row);
  }
}

// What own ratings weighed in the cycle is frozen; what goes on keeps its rows.
void erase_rated_shares(Transaction& transaction, const Cycle& closed) {
  for (const auto& share : transaction.all<RatedShare>()) {
    const auto assignment = transaction.find<Assignment>(share->assignment_id);
    if (!assignment || assignment->cycle_id == closed.id) {
      transaction.erase<RatedShare>(share->id);
    }
  }
}

// What changed about occurrences that somebody had shared before moving out left them a rest.
void spread_rests_of_leavers(Transaction& transaction, LedgerWriter& ledger, const Cycle& running) {
  for (const auto& roommate : transaction.all<Roommate>()) {
    if (roommate->status != RoommateStatus::moved_out) continue;
    ledger.spread_balance(running.id, roommate->id);
  }
}

// Freezes first what the cycle is charged with after the carrying over, while it still counts as
// the running one.
void close_cycle(Transaction& transaction, const Context& context, const Household& household,
                 const TimeZone& zone, const Cycle& running, Instant ends_at) {
  LedgerWriter ledger(transaction, context);
  const Cycle next = make_cycle(household, running.index + 1, ends_at);
  pass_on_open(transaction, context, ledger, zone, running, next, ends_at);
  freeze_shares(transaction, zone, running, days_of_cycle(zone, running.starts_at, ends_at));
  erase_rated_shares(transaction, running);
  Cycle closed = running;
  closed.state = CycleState::closed;
  closed.ends_at = ends_at;
  closed.largest_random_points = largest_random_points(transaction, running);
  transaction.put(closed);
  transaction.put(next);
  spread_rests_of_leavers(transaction, ledger, next);
}

Status apply_open(Transaction& transaction, const Context&, const OpenCycle&) {
  const auto household = household_of(transaction);
  if (!household) return refuse("not_found", "This household is not here any more.");
  if (running_cycle(transaction)) return refuse("already_open", "A cycle is running already.");
  transaction.put(make_cycle(*household, 0, household->created_at));
  return success();
}

Status apply_close(Transaction& transaction, const Context& context, const CloseCycle& arguments) {
  const auto household = household_of(transaction);
  const auto running = running_cycle(transaction);
  if (!household || !running || running->index != arguments.index) {
    return refuse("not_running", "This cycle is not running.", "index");
  }
  if (arguments.ends_at <= running->starts_at || arguments.ends_at > context.now) {
    return refuse("too_early", "This cycle is not over yet.", "ends_at");
  }
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  close_cycle(transaction, context, *household, *zone, *running, arguments.ends_at);
  return success();
}

Status apply_reset(Transaction& transaction, const Context& context, const ResetCycle&) {
  const auto household = household_of(transaction);
  if (!household) return refuse("not_found", "This household is not here any more.");
  const Result<TimeZone> zone = zone_of(context, *household);
  if (!zone) return zone.error();
  const auto present = running_cycle(transaction);
  const Cycle running = present ? *present : make_cycle(*household, 0, household->created_at);
  const Instant ends_at = std::max(context.now, Instant{running.starts_at.unix_ms + 1});
  if (!present) transaction.put(running);
  close_cycle(transaction, context, *household, *zone, running, ends_at);
  Household stamped = *household;
  stamped.last_run_at = context.now;
  transaction.put(stamped);
  return success();
}

constexpr CommandInfo kReset = [] {
  CommandInfo info = define_command<ResetCycle, apply_reset>("cycle.reset", {});
  info.role = Role::admin;
  info.command_class = CommandClass::guarded;
  return info;
}();

constexpr CommandInfo kOpen = [] {
  CommandInfo info = define_command<OpenCycle, apply_open>("cycle.open", {});
  info.issuer = ActorKind::system;
  return info;
}();

constexpr CommandInfo kClose = [] {
  CommandInfo info = define_command<CloseCycle, apply_close>("cycle.close", kCloseFields);
  info.issuer = ActorKind::system;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<ResetCycle>() {
  return kReset;
}
template <>
const CommandInfo& describe_command<OpenCycle>() {
  return kOpen;
}
template <>
const CommandInfo& describe_command<CloseCycle>() {
  return kClose;
}

}  // namespace rr

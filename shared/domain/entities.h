// Every synced entity as a plain struct. Fields are listed once more, with types, bounds and
// scope, in descriptions.cpp, and nowhere else.
//
// Points are whole numbers 1-20 on chores. Amounts in the ledger and shares are micro-points
// (1 point = 1,000,000), so that fair shares add up exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/id.h"
#include "shared/base/time.h"

namespace rr {

inline constexpr std::int64_t kMicroPerPoint = 1'000'000;

enum class Role : std::uint8_t { member, admin, owner };
enum class RoommateStatus : std::uint8_t { active, moved_out };
enum class Frequency : std::uint8_t { daily, weekly, bi_weekly, monthly };
enum class ChoreType : std::uint8_t { predefined, random };
enum class AssignmentStatus : std::uint8_t { open, done, skipped, missed, cancelled };
// How a run divides random chores. balanced: the search of domain/search.h. classic: a weighted
// draw within the same bounds. own_ratings: by how heavy each person finds each chore.
enum class DivisionMethod : std::uint8_t { balanced, classic, own_ratings };
enum class SwapState : std::uint8_t { proposed, accepted, declined, withdrawn, expired, undone };
enum class CycleState : std::uint8_t { running, closed };
enum class PreferenceLevel : std::uint8_t { never, dislike, neutral, like };
// adjusted: by hand, part of shown points only, never of balances. transferred: the balance of
// somebody who left, spread over the others; the entries of one leaving sum to 0.
// transferred_random: the part contained in it that came from random chores. Amounts are signed so
// that every figure is a plain sum: what takes back (reversed, an earned one undone) is negative.
enum class LedgerKind : std::uint8_t {
  assigned,
  earned,
  reversed,
  adjusted,
  opening,
  transferred,
  transferred_random
};
enum class Theme : std::uint8_t { system, light, dark, high_contrast };

// Why a person got an assignment: the rule of assignment that decided.
enum class AssignmentRule : std::uint8_t {
  rotation,
  owed_turn,
  lowest_balance,
  floor,
  lock,
  swap,
  only_eligible
};

// One per household scope; its id is the scope's id.
struct Household {
  Id id;
  std::string name;
  std::string time_zone;
  std::string currency;
  Weekday week_reset_day = Weekday::sunday;
  std::int64_t week_reset_minute = 23 * 60 + 59;  // minutes after local midnight
  std::int64_t approval_threshold = 2;
  std::int64_t auto_approve_limit = 1000;  // minor units of the currency
  bool complete_when_all_subtasks_done = true;
  std::optional<std::int64_t> fairness_window_cycles;  // null: all
  std::int64_t audit_retention_days = 90;
  Id next_run_seed;  // replaced by the server at each run
  std::optional<Instant> last_run_at;
  Instant created_at;
  DivisionMethod division_method = DivisionMethod::balanced;
  bool plans_whole_cycle = false;   // a run gives out every day of a daily chore at once
  bool counts_effort = false;       // effort minutes are spread evenly, too (O5)
  bool needs_veto_reasons = false;  // a veto asks for a reason, which stays the person's own
};

// An account's place in a household; its id is the person's id.
struct Member {
  Id id;
  std::string name;
  Role role = Role::member;
  Id roommate_id;  // nil: linked to nobody
  Instant joined_at;
};

struct Roommate {
  Id id;
  std::string name;
  std::int64_t colour = 1;    // one of the eight people hues
  std::int64_t weight = 100;  // standing share of the work, percent
  RoommateStatus status = RoommateStatus::active;
  Instant joined_at;
  std::optional<Instant> moved_out_at;
};

// Days away, both ends included; without an end it is open.
struct Absence {
  Id id;
  Id roommate_id;
  Date first_day;
  std::optional<Date> last_day;
};

struct Chore {
  Id id;
  std::string name;
  Frequency frequency = Frequency::weekly;
  ChoreType type = ChoreType::random;
  std::int64_t points = 5;
  bool is_paused = false;
  Date anchor;     // recurrence counts from here
  Date next_due;   // the next occurrence's first day
  Id last_holder;  // who had the last turn of a predefined chore; nil before the first
  Id owed_turn;    // who was passed over while away; nil when nobody
  Instant created_at;
  Instant updated_at;
  std::optional<std::int64_t> effort_minutes;
};

struct SubChore {
  Id id;
  Id chore_id;
  std::string name;
  std::int64_t position = 0;
};

// What a roommate thinks of a chore; `never` is a veto. The id is derived from both; without a row
// the level is neutral.
struct Preference {
  Id id;
  Id chore_id;
  Id roommate_id;
  PreferenceLevel level = PreferenceLevel::neutral;
  bool has_reason = false;  // a veto's; the reason itself is a VetoReason in the person's scope
};

// How heavy somebody finds a chore, 1-20: the median is suggested as its points, and where each
// person's own ratings divide, it counts for that person. The id is derived from both; without a
// row it is the chore's points.
struct EffortVote {
  Id id;
  Id chore_id;
  Id roommate_id;
  std::int64_t points = 0;
};

// One chore given to one roommate for one occurrence. The id is derived from chore and occurrence.
struct Assignment {
  Id id;
  Id chore_id;
  Id roommate_id;
  Id cycle_id;
  std::string chore_name;
  std::string roommate_name;
  Frequency frequency = Frequency::weekly;
  ChoreType type = ChoreType::random;
  std::int64_t points = 0;
  Date occurrence;
  Date share_day;  // whoever is present and eligible on it shares the points
  Instant assigned_at;
  Date due_date;  // due at the end of this local day
  AssignmentStatus status = AssignmentStatus::open;
  AssignmentRule rule = AssignmentRule::lowest_balance;
  std::optional<Instant> completed_at;
  Id completed_by;  // roommate; may differ from the assignee
  bool is_completed_by_subtasks = false;
  std::optional<std::int64_t> points_awarded;
  bool is_locked = false;  // fixed by a person: no run moves it
  Id run_id;               // the run that gave it; nil before runs were kept
};

// What an occurrence weighed for somebody who lived here at the run, by their own rating at
// the time of the run. The id is derived from assignment and roommate. Rows of closed cycles are
// summed in CycleShare::own_micro and erased.
struct RatedShare {
  Id id;
  Id assignment_id;
  Id roommate_id;
  std::int64_t rating_micro = 0;  // of the whole chore
  std::int64_t share_micro = 0;   // the fair part of it
};

// An offer to hand over an open assignment, alone or for one of the other's. Expires after 48
// hours, or when an assignment in it is no longer open or is due.
struct Swap {
  Id id;
  Id assignment_id;
  Id in_return;      // an assignment of `to_roommate`; nil: it is given away
  Id from_roommate;  // who offers
  Id to_roommate;    // who was asked; nil: everybody
  SwapState state = SwapState::proposed;
  Instant proposed_at;
  std::optional<Instant> decided_at;
  Id decided_by;  // roommate who accepted; nil otherwise
  std::optional<std::string> note;
};

// Somebody's no to an offer made to everybody. The id is derived from both.
struct SwapDecline {
  Id id;
  Id swap_id;
  Id roommate_id;
  Instant at;
};

// A run as it was decided, so that it can be replayed and explained (domain/run_codec.h). The id is
// derived from household and seed.
struct AssignmentRun {
  Id id;
  Instant at;
  std::int64_t algorithm = 1;
  std::string digest;   // of `input`
  std::string input;    // canonical JSON
  std::string outcome;  // canonical JSON
};

// A ticked sub-task of an assignment: the row exists while it is done.
struct Completion {
  Id id;  // derived from assignment and sub-chore
  Id assignment_id;
  Id sub_chore_id;
  Instant done_at;
  Id done_by;  // roommate; nil when somebody without one ticked it
};

// From one weekly reset to the next. The id is derived from household and index.
struct Cycle {
  Id id;
  std::int64_t index = 0;
  Instant starts_at;
  std::optional<Instant> ends_at;  // set when closed
  CycleState state = CycleState::running;
  std::int64_t largest_random_points = 0;  // of any random chore up to its close; 0 while running
};

// What is frozen about a roommate when a cycle closes. The id is derived from cycle and roommate.
struct CycleShare {
  Id id;
  Id cycle_id;
  Id roommate_id;
  std::int64_t availability = 0;  // weight x days present
  std::int64_t share_micro = 0;
  std::int64_t random_share_micro = 0;
  std::int64_t assigned_micro = 0;
  std::int64_t random_assigned_micro = 0;
  std::int64_t transferred_micro = 0;  // all of it, the random part included
  std::int64_t random_transferred_micro = 0;
  // Given minus fair share by the roommate's own ratings (RatedShare); 0 where none were asked for.
  std::int64_t own_micro = 0;
};

// Append-only. Everything shown about points is a sum of these.
struct LedgerEntry {
  Id id;
  Id cycle_id;
  Id roommate_id;
  Id assignment_id;  // nil for adjusted, opening and transferred
  LedgerKind kind = LedgerKind::assigned;
  std::int64_t amount_micro = 0;
  Instant at;
  Id by;  // person who caused it; nil for the system
  std::optional<std::string> reason;
};

// The person scope's own row; its id is the person's id.
struct PersonalSettings {
  Id id;
  Theme theme = Theme::system;
  std::string language;  // BCP 47; empty: the browser's
  bool has_quiet_hours = true;
  std::int64_t quiet_from_minute = 22 * 60;
  std::int64_t quiet_until_minute = 8 * 60;
};

// Why a person never does a chore; the household sees only that there is a reason. Lives in the
// person's scope, so its links may dangle. The id is derived from household and chore.
struct VetoReason {
  Id id;
  Id household_id;
  Id chore_id;
  std::string reason;
};

}  // namespace rr

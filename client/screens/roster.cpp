#include "client/screens/roster.h"

#include <algorithm>
#include <map>
#include <set>

#include "client/screens/acting.h"
#include "client/screens/row_key.h"
#include "client/screens/standing.h"
#include "shared/base/fold.h"
#include "shared/base/sort.h"
#include "shared/commands/by_hand.h"
#include "shared/commands/sub_chores.h"
#include "shared/domain/cycle_time.h"

namespace rr::screens {
namespace {

bool is_shown(const Assignment& assignment, const Id& cycle_id, const Calendar& calendar) {
  if (assignment.status == AssignmentStatus::open) return true;
  if (assignment.status != AssignmentStatus::done || assignment.cycle_id != cycle_id) return false;
  const Date done =
      assignment.completed_at ? calendar.date_of(*assignment.completed_at) : assignment.due_date;
  return std::max(done, assignment.due_date) >= calendar.today;
}

std::vector<SubTask> sub_tasks_of(const Reader& household, const Assignment& assignment) {
  std::set<Id> ticked;
  for (const auto& tick : household.where<Completion>("assignment_id", assignment.id)) {
    ticked.insert(tick->sub_chore_id);
  }
  std::vector<SubTask> tasks;
  for (const auto& step : sub_chores_of(household, assignment.chore_id)) {
    tasks.push_back({step->id, step->name, ticked.contains(step->id)});
  }
  return tasks;
}

// What can be done with an open one, beside doing it.
void find_ways(const app::Session& session, const Calendar& calendar, RosterCard& card) {
  const Assignment& assignment = *card.assignment;
  if (assignment.status != AssignmentStatus::open) return;
  card.offer_mark = offer_mark(session, calendar, assignment);
  card.swap_way = swap_way(session, assignment, calendar.today);
  const bool is_theirs = is_admin(session) || assignment.roommate_id == own_roommate(session);
  card.can_return =
      is_theirs && try_out(session, make_command(ReturnAssignment{assignment.id})).ok();
}

RosterCard card_of(const app::Session& session, const Calendar& calendar,
                   std::shared_ptr<const Assignment> assignment) {
  const Reader& household = session.household();
  RosterCard card;
  card.sub_tasks = sub_tasks_of(household, *assignment);
  card.done_count = std::count_if(card.sub_tasks.begin(), card.sub_tasks.end(),
                                  [](const SubTask& task) { return task.is_done; });
  const auto doer = household.find<Roommate>(assignment->completed_by);
  if (doer) card.done_by = doer->name;
  card.is_requested = session.is_requested(describe<Assignment>(), assignment->id);
  card.assignment = std::move(assignment);
  find_ways(session, calendar, card);
  return card;
}

ui::ListRow list_row_of(const RosterCard& card, const RosterGroup& group,
                        const Calendar& calendar) {
  const Assignment& assignment = *card.assignment;
  std::uint64_t version = ui::add_to_version(3, assignment.chore_name);
  version = ui::add_to_version(version, card.done_by);
  version = ui::add_to_version(version, static_cast<std::int64_t>(assignment.status));
  version = ui::add_to_version(version, static_cast<std::int64_t>(assignment.frequency));
  version = ui::add_to_version(version, static_cast<std::int64_t>(assignment.type));
  version = ui::add_to_version(version, assignment.points);
  version = ui::add_to_version(version, std::int64_t{assignment.due_date.days});
  version = ui::add_to_version(version, std::int64_t{calendar.today.days});
  version = ui::add_to_version(version, std::int64_t{card.is_requested});
  version = ui::add_to_version(version, card.offer_mark);
  version = ui::add_to_version(version, static_cast<std::int64_t>(card.swap_way));
  version = ui::add_to_version(version, std::int64_t{card.can_return});
  version = ui::add_to_version(version, std::int64_t{assignment.is_locked});
  version = ui::add_to_version(version, std::int64_t{group.is_own});
  version = ui::add_to_version(version, std::int64_t{group.is_away});
  version = ui::add_to_version(version, group.name);
  for (const SubTask& task : card.sub_tasks) {
    version = ui::add_to_version(version, task.name);
    version = ui::add_to_version(version, std::int64_t{task.is_done});
  }
  return {row_key(assignment.id), version};
}

bool stands_before(const RosterCard& a, const RosterCard& b) {
  const bool is_a_done = a.assignment->status == AssignmentStatus::done;
  const bool is_b_done = b.assignment->status == AssignmentStatus::done;
  if (is_a_done != is_b_done) return is_b_done;
  if (a.assignment->due_date != b.assignment->due_date) {
    return a.assignment->due_date < b.assignment->due_date;
  }
  return fold_case(a.assignment->chore_name) < fold_case(b.assignment->chore_name);
}

bool is_away(const Reader& household, const Id& roommate, Date today) {
  const auto absences = household.where<Absence>("roommate_id", roommate);
  return std::any_of(absences.begin(), absences.end(), [&](const auto& absence) {
    return absence->first_day <= today && (!absence->last_day || *absence->last_day >= today);
  });
}

// Everybody who lives here, and who left but still has something; own first, then as they joined.
std::vector<RosterGroup> empty_groups(const app::Session& session, const Calendar& calendar,
                                      const std::set<Id>& with_work) {
  auto people = session.household().all<Roommate>();
  std::erase_if(people, [&](const auto& person) {
    return person->status == RoommateStatus::moved_out && !with_work.contains(person->id);
  });
  const Id own = own_roommate(session);
  stable_sort_in_place(people, [&](const auto& a, const auto& b) {
    if ((a->id == own) != (b->id == own)) return a->id == own;
    return a->joined_at < b->joined_at;
  });
  std::vector<RosterGroup> groups;
  for (const auto& person : people) {
    RosterGroup group;
    group.roommate_id = person->id;
    group.name = person->name;
    group.hue = person->colour;
    group.is_own = person->id == own;
    group.is_away = is_away(session.household(), person->id, calendar.today);
    groups.push_back(std::move(group));
  }
  return groups;
}

void fill_group(RosterGroup& group, std::vector<RosterCard> cards, const Calendar& calendar) {
  group.cards = std::move(cards);
  stable_sort_in_place(group.cards, stands_before);
  for (const RosterCard& card : group.cards) {
    group.points += card.assignment->points;
    group.list_rows.push_back(list_row_of(card, group, calendar));
  }
}

}  // namespace

Roster make_roster(const app::Session& session, const Calendar& calendar) {
  const Reader& household = session.household();
  Roster roster;
  const auto settings = household_of(household);
  if (settings) roster.last_run_at = settings->last_run_at;
  const auto cycle = running_cycle(household);
  const Id cycle_id = cycle ? cycle->id : Id{};
  household.each_row(describe<Chore>(),
                     [&](const Id&, const RowPointer&) { roster.has_chores = true; });
  const std::vector<Id> moved = moved_ahead(session);
  std::map<Id, std::vector<RosterCard>> cards;
  std::set<Id> with_work;
  for (auto& assignment : household.all<Assignment>()) {
    if (!is_shown(*assignment, cycle_id, calendar)) continue;
    ++roster.count;
    if (assignment->status == AssignmentStatus::open) {
      ++roster.open_count;
      if (assignment->due_date < calendar.today) ++roster.overdue_count;
    }
    const Id roommate = assignment->roommate_id;
    with_work.insert(roommate);
    cards[roommate].push_back(card_of(session, calendar, std::move(assignment)));
    roster.has_requested = roster.has_requested || cards[roommate].back().is_requested;
    RosterCard& card = cards[roommate].back();
    const bool has_moved =
        std::find(moved.begin(), moved.end(), card.assignment->id) != moved.end();
    card.is_requested = card.is_requested || has_moved;
  }
  for (RosterGroup& group : empty_groups(session, calendar, with_work)) {
    fill_group(group, std::move(cards[group.roommate_id]), calendar);
    roster.summary.push_back(group);
    if (!group.cards.empty()) roster.groups.push_back(std::move(group));
  }
  return roster;
}

}  // namespace rr::screens

#include "client/screens/roommates_view.h"

#include <algorithm>
#include <set>

#include "client/screens/row_key.h"
#include "client/screens/standing.h"
#include "shared/base/sort.h"
#include "shared/domain/points.h"

namespace rr::screens {
namespace {

std::vector<std::shared_ptr<const Absence>> coming_absences(const Reader& household,
                                                            const Id& roommate, Date today) {
  auto absences = household.where<Absence>("roommate_id", roommate);
  std::erase_if(absences, [&](const auto& absence) {
    return absence->last_day && *absence->last_day < today;
  });
  stable_sort_in_place(absences,
                       [](const auto& a, const auto& b) { return a->first_day < b->first_day; });
  return absences;
}

ui::ListRow list_row_of(const RoommateCard& card, Date today) {
  const Roommate& roommate = *card.roommate;
  std::uint64_t version = ui::add_to_version(4, roommate.name);
  for (const std::int64_t part :
       {roommate.colour, roommate.weight, card.points, std::int64_t{card.is_own},
        std::int64_t{card.is_linked}, std::int64_t{card.is_away}, std::int64_t{today.days}}) {
    version = ui::add_to_version(version, part);
  }
  for (const auto& absence : card.absences) {
    version = ui::add_to_version(version, std::int64_t{absence->first_day.days});
    version = ui::add_to_version(version, absence->last_day ? absence->last_day->days : -1);
  }
  return {row_key(roommate.id), version};
}

}  // namespace

RoommatesView make_roommates_view(const app::Session& session, const Calendar& calendar) {
  const Reader& household = session.household();
  const auto points = shown_points(household);
  const Id own = own_roommate(session);
  std::set<Id> linked;
  for (const auto& member : household.all<Member>()) linked.insert(member->roommate_id);
  auto people = household.all<Roommate>();
  std::erase_if(people, [](const auto& each) { return each->status != RoommateStatus::active; });
  // Who came first stands first; ids break ties.
  stable_sort_in_place(people,
                       [](const auto& a, const auto& b) { return a->joined_at < b->joined_at; });
  RoommatesView view;
  for (const auto& person : people) {
    RoommateCard card;
    card.roommate = person;
    const auto found = points.find(person->id);
    if (found != points.end()) card.points = found->second.current_cycle / kMicroPerPoint;
    card.is_own = person->id == own;
    card.is_linked = linked.contains(person->id);
    card.absences = coming_absences(household, person->id, calendar.today);
    card.is_away = !card.absences.empty() && card.absences.front()->first_day <= calendar.today;
    view.list_rows.push_back(list_row_of(card, calendar.today));
    view.cards.push_back(std::move(card));
  }
  return view;
}

}  // namespace rr::screens

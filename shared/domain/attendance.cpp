#include "shared/domain/attendance.h"

#include <algorithm>

namespace rr {
namespace {

bool lives_here_at(const Roommate& roommate, Instant instant) {
  if (instant < roommate.joined_at) return false;
  return !roommate.moved_out_at || instant <= *roommate.moved_out_at;
}

std::int64_t days_in(Date first, Date last) {
  return std::max<std::int64_t>(0, std::int64_t{last.days} - first.days + 1);
}

}  // namespace

Attendance::Attendance(const Reader& reader) {
  bool anybody_has_weight = false;
  for (const auto& roommate : reader.all<Roommate>()) {
    people_.push_back({roommate, roommate->weight, {}});
    anybody_has_weight = anybody_has_weight || (is_active(people_.back()) && roommate->weight > 0);
  }
  for (const auto& absence : reader.all<Absence>()) {
    for (Person& person : people_) {
      if (person.roommate->id == absence->roommate_id) person.absences.push_back(absence);
    }
  }
  if (!anybody_has_weight) {
    for (Person& person : people_) person.weight = 1;
  }
  for (const auto& preference : reader.all<Preference>()) {
    if (preference->level != PreferenceLevel::never) continue;
    vetoes_.emplace(preference->chore_id, preference->roommate_id);
  }
}

bool Attendance::is_away(const Person& person, Date day) {
  return std::any_of(person.absences.begin(), person.absences.end(), [&](const auto& absence) {
    return absence->first_day <= day && (!absence->last_day || day <= *absence->last_day);
  });
}

bool Attendance::is_active(const Person& person) {
  return person.roommate->status == RoommateStatus::active;
}

bool Attendance::has_veto(const Id& chore_id, const Id& roommate_id) const {
  return vetoes_.contains({chore_id, roommate_id});
}

std::vector<Sharer> Attendance::sharers(const Id& chore_id, Date share_day,
                                        Instant assigned_at) const {
  std::vector<Sharer> found;
  for (const Person& person : people_) {
    const Roommate& roommate = *person.roommate;
    if (person.weight == 0 || !lives_here_at(roommate, assigned_at)) continue;
    if (is_away(person, share_day) || has_veto(chore_id, roommate.id)) continue;
    found.push_back({roommate.id, person.weight, 0});
  }
  return found;
}

std::int64_t Attendance::availability(const Person& person, DayRange days, const TimeZone& zone) {
  const Roommate& roommate = *person.roommate;
  const Date first = std::max(days.first, zone.date_of(roommate.joined_at));
  const Date last =
      roommate.moved_out_at ? std::min(days.last, zone.date_of(*roommate.moved_out_at)) : days.last;
  std::int64_t present = days_in(first, last);
  for (const auto& absence : person.absences) {
    present -= days_in(std::max(first, absence->first_day),
                       std::min(last, absence->last_day.value_or(last)));
  }
  return person.weight * std::max<std::int64_t>(0, present);
}

}  // namespace rr

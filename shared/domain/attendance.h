// Who is there and who may do what: absences, weights, vetoes, joining and leaving, read once.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "shared/base/time_zones.h"
#include "shared/domain/shares.h"
#include "shared/store/transaction.h"

namespace rr {

// The days of a cycle, both included.
struct DayRange {
  Date first;
  Date last;
};

class Attendance {
 public:
  struct Person {
    std::shared_ptr<const Roommate> roommate;
    std::int64_t weight = 0;  // as it counts: 1 for everybody when nobody has any
    std::vector<std::shared_ptr<const Absence>> absences;
  };

  explicit Attendance(const Reader& reader);

  // Everybody who ever lived here, in id order, which is also the order of rotation: ids are
  // time-ordered, so those who came first come first.
  [[nodiscard]] const std::vector<Person>& people() const { return people_; }
  [[nodiscard]] static bool is_away(const Person& person, Date day);
  [[nodiscard]] static bool is_active(const Person& person);
  [[nodiscard]] bool has_veto(const Id& chore_id, const Id& roommate_id) const;

  // Those who share an occurrence given out at `assigned_at` for the day `share_day`, in id order,
  // with weights and without balances: living here then, not away, with a weight, without a veto.
  [[nodiscard]] std::vector<Sharer> sharers(const Id& chore_id, Date share_day,
                                            Instant assigned_at) const;

  // Weight times the days on which the person lives here and is not away.
  [[nodiscard]] static std::int64_t availability(const Person& person, DayRange days,
                                                 const TimeZone& zone);

 private:
  std::vector<Person> people_;
  std::set<std::pair<Id, Id>> vetoes_;  // chore, roommate
};

}  // namespace rr

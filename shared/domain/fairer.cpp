#include "shared/domain/fairer.h"

#include <algorithm>
#include <map>

#include "shared/domain/attendance.h"
#include "shared/domain/balances.h"

namespace rr {
namespace {

constexpr std::int64_t kWorthIt = 1000;  // micro-points: what rounding of shares can feign

struct Movable {
  const Assignment* assignment = nullptr;
  std::vector<Id> may_have;
};

class Swaps {
 public:
  Swaps(const Reader& reader, Date today) : attendance_(reader) {
    const HouseholdBalances balances = balances_of(reader, attendance_);
    for (const Attendance::Person& person : attendance_.people()) {
      const bool is_present =
          Attendance::is_active(person) && person.weight > 0 && !Attendance::is_away(person, today);
      const Id& id = person.roommate->id;
      if (is_present) present_.emplace(id, balances.balances.at(id).total);
    }
    for (const auto& assignment : reader.all<Assignment>()) {
      if (assignment->status != AssignmentStatus::open || assignment->is_locked) continue;
      if (!present_.contains(assignment->roommate_id)) continue;
      rows_.push_back(assignment);
      Movable& movable = movable_.emplace_back();
      movable.assignment = rows_.back().get();
      for (const Sharer& sharer : attendance_.sharers(assignment->chore_id, assignment->share_day,
                                                      assignment->assigned_at)) {
        if (present_.contains(sharer.roommate_id)) movable.may_have.push_back(sharer.roommate_id);
      }
    }
  }

  std::optional<FairerSwap> best() {
    if (present_.empty()) return std::nullopt;
    before_ = spread();
    for (const Movable& each : movable_) {
      for (const Id& to : each.may_have) try_move(each, to);
    }
    for (std::size_t i = 0; i < movable_.size(); ++i) {
      for (std::size_t j = i + 1; j < movable_.size(); ++j) try_exchange(movable_[i], movable_[j]);
    }
    return best_;
  }

 private:
  [[nodiscard]] std::int64_t spread() const {
    const auto [low, high] =
        std::minmax_element(present_.begin(), present_.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; });
    return high->second - low->second;
  }

  void consider(const Assignment& given, const Id& to, const Id& in_return, std::int64_t points) {
    const std::int64_t micro = points * kMicroPerPoint;
    present_[given.roommate_id] -= micro;
    present_[to] += micro;
    const std::int64_t after = spread();
    present_[given.roommate_id] += micro;
    present_[to] -= micro;
    if (after > (best_ ? best_->spread_after - 1 : before_ - kWorthIt)) return;
    best_ = FairerSwap{given.id, to, in_return, before_, after};
  }
  void try_move(const Movable& given, const Id& to) {
    const Assignment& assignment = *given.assignment;
    if (to != assignment.roommate_id) consider(assignment, to, Id{}, assignment.points);
  }
  void try_exchange(const Movable& first, const Movable& second) {
    const Assignment& a = *first.assignment;
    const Assignment& b = *second.assignment;
    const auto may = [](const Movable& one, const Id& id) {
      return std::find(one.may_have.begin(), one.may_have.end(), id) != one.may_have.end();
    };
    if (a.roommate_id == b.roommate_id) return;
    if (!may(first, b.roommate_id) || !may(second, a.roommate_id)) return;
    consider(a, b.roommate_id, b.id, a.points - b.points);
  }

  Attendance attendance_;
  std::map<Id, std::int64_t> present_;  // balances
  std::vector<std::shared_ptr<const Assignment>> rows_;
  std::vector<Movable> movable_;
  std::int64_t before_ = 0;
  std::optional<FairerSwap> best_;
};

}  // namespace

std::optional<FairerSwap> fairer_swap(const Reader& reader, Date today) {
  return Swaps(reader, today).best();
}

}  // namespace rr

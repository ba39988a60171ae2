#include "shared/domain/own_division.h"

#include <algorithm>
#include <map>

#include "shared/base/sort.h"
#include "shared/domain/rated_shares.h"

namespace rr {
namespace {

constexpr std::size_t kNobody = SIZE_MAX;

// Who had a chore last comes after everybody else, who dislikes it later; then the draw.
std::uint64_t wish_of(const RunChore& chore, const Id& person, const Id& seed) {
  const auto names = [&](const std::vector<Id>& ids) {
    return std::find(ids.begin(), ids.end(), person) != ids.end();
  };
  const LastTurn* last = nullptr;
  for (const LastTurn& turn : chore.last_turns) {
    if (last == nullptr || turn.occurrence > last->occurrence) last = &turn;
  }
  const bool had_it = last != nullptr && last->roommate_id == person;
  const std::uint64_t dislike = names(chore.disliked_by) ? 2 : names(chore.liked_by) ? 0 : 1;
  const Id draw = derive_id(seed, person.to_string() + chore.assignment_id.to_string());
  std::uint64_t wish = (had_it ? 4 : 0) + dislike;
  for (std::size_t i = 0; i < 7; ++i) wish = wish << 8 | draw.bytes[i];
  return wish;
}

class OwnDivider {
 public:
  OwnDivider(const Division& division, const Id& seed)
      : division_(division), seed_(seed), people_(division.people()) {
    result_.holders.assign(division.size(), kNobody);
  }

  OwnDivision divide() {
    for (const RatedGroup& group : rated_groups(division_, seed_)) divide_group(group);
    if (has_old_floor() && division_.floors().is_hard) keep_floor();
    return std::move(result_);
  }

 private:
  // Smaller is better.
  struct Merit {
    std::int64_t without = 0;  // before floors.h: present and without a random chore so far
    Squares squares = 0;

    friend auto operator<=>(const Merit&, const Merit&) = default;
  };

  // Runs of today need none: where the floor is hard, turns give everybody a chore that counts, and
  // anywhere else it would let balances drift apart.
  [[nodiscard]] bool has_old_floor() const { return division_.algorithm() < kBoundedFloors; }

  [[nodiscard]] bool has_none(std::size_t person) const {
    return std::find(result_.holders.begin(), result_.holders.end(), person) ==
           result_.holders.end();
  }

  // Places in the group (before floors.h: without a chore first), from the lowest own balance to
  // the highest.
  [[nodiscard]] std::vector<std::size_t> circle_of(const RatedGroup& group) const {
    std::vector<std::size_t> circle(group.people.size());
    for (std::size_t i = 0; i < circle.size(); ++i) circle[i] = i;
    const auto before = [&](std::size_t a, std::size_t b) {
      const bool a_has = has_old_floor() && !has_none(group.people[a]);
      const bool b_has = has_old_floor() && !has_none(group.people[b]);
      if (a_has != b_has) return b_has;
      const RunPerson& first = people_[group.people[a]];
      const RunPerson& second = people_[group.people[b]];
      if (first.own_balance != second.own_balance) return first.own_balance < second.own_balance;
      return derive_id(seed_, first.id.to_string()) < derive_id(seed_, second.id.to_string());
    };
    sort_in_place(circle, before);
    return circle;
  }

  // The shares of the group's chores are off the balances already.
  [[nodiscard]] Merit merit_of(const RatedGroup& group, const GroupHolders& holders) const {
    Merit merit;
    for (std::size_t i = 0; i < group.people.size(); ++i) {
      const RunPerson& person = people_[group.people[i]];
      std::int64_t balance = person.own_balance;
      bool has_any = !has_none(group.people[i]);
      for (std::size_t chore = 0; chore < holders.size(); ++chore) {
        if (holders[chore] != i) continue;
        balance += group.ratings[i][chore] * kMicroPerPoint;
        has_any = true;
      }
      if (has_old_floor() && person.is_present && !has_any) ++merit.without;
      const auto above = static_cast<Squares>(std::max<std::int64_t>(0, balance));
      merit.squares += above * above;
    }
    return merit;
  }

  void take_own_shares(const RatedGroup& group) {
    for (const std::size_t chore : group.chores) {
      const std::vector<RatedShare> shares = rated_shares(division_.chore(chore), people_);
      for (const std::size_t person : group.people) {
        people_[person].own_balance -= shares[person].share_micro;
      }
    }
  }

  void divide_group(const RatedGroup& group) {
    std::vector<std::size_t> circle = circle_of(group);
    take_own_shares(group);
    GroupHolders best;
    Merit least;
    for (std::size_t i = 0; i < circle.size(); ++i) {
      GroupHolders holders = divide_by_turns(group, circle);
      exchange_chores(group, kMostExchangeTries, holders);
      const Merit merit = merit_of(group, holders);
      if (best.empty() || merit < least) {
        best = std::move(holders);
        least = merit;
      }
      std::rotate(circle.begin(), circle.begin() + 1, circle.end());
    }
    for (std::size_t chore = 0; chore < best.size(); ++chore) {
      result_.holders[group.chores[chore]] = group.people[best[chore]];
      people_[group.people[best[chore]]].own_balance +=
          group.ratings[best[chore]][chore] * kMicroPerPoint;
    }
  }

  // Gives everybody present who has none a chore of somebody who has several, if need be along a
  // chain in which each passes one on.
  void keep_floor() {
    for (std::size_t person = 0; person < people_.size(); ++person) {
      if (people_[person].is_present && has_none(person)) pass_one_to(person);
    }
  }

  [[nodiscard]] bool may_have(std::size_t chore, std::size_t person) const {
    const std::vector<std::size_t>& eligible = division_.eligible(chore);
    return std::find(eligible.begin(), eligible.end(), person) != eligible.end();
  }

  void pass_one_to(std::size_t first) {
    std::map<std::size_t, std::size_t> takes;  // person -> chore they would take
    std::vector<std::size_t> queue{first};
    std::map<std::size_t, std::size_t> taker_from;  // holder -> who would take one of theirs
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const std::size_t taker = queue[at];
      for (std::size_t chore = 0; chore < division_.size(); ++chore) {
        const std::size_t holder = result_.holders[chore];
        if (holder == first || taker_from.contains(holder) || !may_have(chore, taker)) continue;
        taker_from[holder] = taker;
        takes[holder] = chore;
        const auto count = std::count(result_.holders.begin(), result_.holders.end(), holder);
        const bool is_spare = count > 1 || !people_[holder].is_present;
        if (is_spare) return pass_along(holder, first, taker_from, takes);
        queue.push_back(holder);
      }
    }
  }

  void pass_along(std::size_t from, std::size_t first,
                  const std::map<std::size_t, std::size_t>& taker_from,
                  const std::map<std::size_t, std::size_t>& takes) {
    for (std::size_t giver = from; giver != first; giver = taker_from.at(giver)) {
      result_.holders[takes.at(giver)] = taker_from.at(giver);
      result_.moved_for_floor.insert(takes.at(giver));
    }
  }

  const Division& division_;
  Id seed_;
  std::vector<RunPerson> people_;  // with own balances as chores are given out
  OwnDivision result_;
};

}  // namespace

OwnDivision divide_by_own_ratings(const Division& division, const Id& seed) {
  return OwnDivider(division, seed).divide();
}

std::vector<RatedGroup> rated_groups(const Division& division, const Id& seed) {
  std::map<std::pair<std::size_t, std::vector<std::size_t>>, RatedGroup> groups;
  for (std::size_t chore = 0; chore < division.size(); ++chore) {
    std::vector<std::size_t> people = division.eligible(chore);
    sort_in_place(people);
    RatedGroup& group = groups[{people.size(), people}];
    group.chores.push_back(chore);
    group.people = std::move(people);
  }
  std::vector<RatedGroup> in_order;
  for (auto& [key, group] : groups) {
    for (const std::size_t place : group.people) {
      const RunPerson& person = division.people()[place];
      group.weights.push_back(person.weight);
      std::vector<std::int64_t>& ratings = group.ratings.emplace_back();
      std::vector<std::uint64_t>& wishes = group.wishes.emplace_back();
      for (const std::size_t chore : group.chores) {
        ratings.push_back(own_rating(division.chore(chore), person.id));
        wishes.push_back(wish_of(division.chore(chore), person.id, seed));
      }
    }
    in_order.push_back(std::move(group));
  }
  return in_order;
}

void add_own_balances(const Division& division, const Holders& holders,
                      std::vector<RunPerson>& people) {
  for (std::size_t chore = 0; chore < division.size(); ++chore) {
    const std::vector<RatedShare> shares = rated_shares(division.chore(chore), people);
    for (std::size_t i = 0; i < people.size(); ++i) {
      people[i].own_balance -= shares[i].share_micro;
      if (i == holders[chore]) people[i].own_balance += shares[i].rating_micro;
    }
  }
}

}  // namespace rr

#include "client/screens/why_words.h"

#include <algorithm>
#include <cstdlib>

#include "client/screens/words.h"

namespace rr::screens {
namespace {

// Of the random chores that everybody present may be given: only these count for the hard floor.
constexpr std::string_view kNoneForEverybody =
    "somebody would have got none of the random chores that are for everybody.";

constexpr std::int64_t kTenth = kMicroPerPoint / 10;

std::int64_t in_tenths(std::int64_t micro) { return (std::abs(micro) + kTenth / 2) / kTenth; }

std::string with_decimal(std::int64_t tenths) {
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string points_words(std::int64_t micro) {
  const std::string figure = point_figure(micro);
  return figure + (figure == "1" ? " point" : " points");
}

std::int64_t micro_of_milli(std::int64_t milli) { return milli * 1000; }

bool is_by_own_ratings(const Explanation& why) {
  return why.method == DivisionMethod::own_ratings && why.type == ChoreType::random;
}

// "Sam rates it 4. ..."
std::string own_sentence(const Explanation& why, const Naming& naming) {
  std::int64_t before = 0;
  for (const BalanceChange& change : why.balances) {
    if (change.roommate_id == why.roommate_id) before = change.own_before;
  }
  const bool is_own = why.roommate_id == naming.own;
  const std::string who = is_own ? "You" : naming.name_of(why.roommate_id);
  std::string words = "The chores were divided by how heavy each finds them. " + who +
                      (is_own ? " rate" : " rates") + " this one " +
                      std::to_string(why.own_rating) + ". Before this run " +
                      (is_own ? "you" : who) + " had done ";
  if (in_tenths(before) == 0) return words + "exactly a fair share by that measure.";
  return words + points_words(before) + (before < 0 ? " less" : " more") +
         " than a fair share by that measure.";
}

std::string own_alternative_sentence(const Explanation& why, const Alternative& alternative,
                                     const Naming& naming) {
  const bool is_own = alternative.roommate_id == naming.own;
  const std::string who = is_own ? "you" : naming.name_of(alternative.roommate_id);
  const std::string with = "With " + who + ", ";
  switch (alternative.own_fault) {
    case OwnFault::without_random: return with + std::string(kNoneForEverybody);
    case OwnFault::envy: return with + "somebody would have envied another by more than one chore.";
    case OwnFault::heavier:
      return with + who +
             " would have found it heavier: " + std::to_string(alternative.own_rating) +
             " instead of " + std::to_string(why.own_rating) + ".";
    default:
      return with + who + " would have had " + std::to_string(alternative.own_load_with) +
             " instead of " + std::to_string(alternative.own_load) + " in this run, by " +
             (is_own ? "your" : "their") + " own ratings.";
  }
}

std::string balance_sentence(const Explanation& why, const Naming& naming) {
  std::int64_t before = 0;
  for (const BalanceChange& change : why.balances) {
    if (change.roommate_id == why.roommate_id) before = change.before;
  }
  const bool is_own = why.roommate_id == naming.own;
  const std::string who = is_own ? "you" : naming.name_of(why.roommate_id);
  std::string words = "Before this run " + who + " had done ";
  if (in_tenths(before) == 0) {
    words += std::string("exactly ") + (is_own ? "your" : "their") + " fair share.";
  } else {
    words += points_words(before) + (before < 0 ? " less" : " more") + " than " +
             (is_own ? "your" : "their") + " fair share.";
  }
  return words + " After it the gap between the balances was " + points_words(why.spread_after) +
         ".";
}

// What somebody would have been left without. One with a predefined chore is not without any.
std::string_view floor_words(const Explanation& why) {
  std::string_view words = "somebody would have got no random chore.";
  for (const Alternative& other : why.alternatives) {
    if (!other.is_available) continue;
    if (other.objective.left_out > why.objective.left_out)
      return "somebody would have got no chore.";
    if (other.objective.without_random > why.objective.without_random) words = kNoneForEverybody;
  }
  return words;
}

}  // namespace

std::string point_figure(std::int64_t micro) {
  const std::int64_t tenths = in_tenths(micro);
  return tenths % 10 == 0 ? std::to_string(tenths / 10) : with_decimal(tenths);
}

std::string balance_figure(std::int64_t micro) {
  const std::int64_t tenths = in_tenths(micro);
  if (tenths == 0) return "0.0";
  return (micro < 0 ? "\u2212" : "+") + with_decimal(tenths);
}

std::string_view rule_title(const Explanation& why) {
  if (why.is_drawn) return "The draw";
  switch (why.rule) {
    case AssignmentRule::rotation: return "Next in turn";
    case AssignmentRule::owed_turn: return "A turn that was owed";
    case AssignmentRule::floor: return "A chore for everybody";
    case AssignmentRule::lock: return "Fixed by hand";
    case AssignmentRule::swap: return "A swap";
    case AssignmentRule::only_eligible: return "Nobody else was available";
    default: return is_by_own_ratings(why) ? "Everybody's own ratings" : "Lowest balance";
  }
}

std::string rule_sentence(const Explanation& why, const Naming& naming) {
  const bool is_own = why.roommate_id == naming.own;
  const std::string who = is_own ? "You" : naming.name_of(why.roommate_id);
  if (why.is_drawn) {
    return "The draw decided, within the limits. Those who had done less had better chances.";
  }
  switch (why.rule) {
    case AssignmentRule::rotation:
      if (why.last_holder.is_nil()) {
        return "This chore goes round. Nobody had had it before, so it began with the lowest "
               "balance.";
      }
      return "This chore goes round in a fixed order, and " +
             (why.last_holder == naming.own ? std::string("you")
                                            : naming.name_of(why.last_holder)) +
             " had it before.";
    case AssignmentRule::owed_turn:
      return who + (is_own ? " were" : " was") + " away when this turn came round, so it came now.";
    case AssignmentRule::floor:
      if (is_by_own_ratings(why)) {
        return "Somebody would have been left without a random chore, so this one was moved.";
      }
      return "With somebody else the balances would have been more even, but " +
             std::string(floor_words(why));
    case AssignmentRule::only_eligible:
      return "Everybody else was away, has no share of the work or does not do this chore.";
    default:
      return is_by_own_ratings(why) ? own_sentence(why, naming) : balance_sentence(why, naming);
  }
}

std::string moved_sentence(const Assignment& assignment, const Id& first, const Naming& naming) {
  const auto name = [&](const Id& id, const char* own) {
    return id == naming.own ? std::string(own) : naming.name_of(id);
  };
  const Id& holder = assignment.roommate_id;
  std::string words;
  if (assignment.rule == AssignmentRule::swap) {
    words = name(holder, "You") + " took it in a swap.";
  } else {
    words = "An admin gave it to " + name(holder, "you") + ".";
  }
  if (first.is_nil() || first == holder) return words;
  return words + " Before, it was given to " + name(first, "you") + ".";
}

std::string alternative_sentence(const Explanation& why, const Alternative& alternative,
                                 const Naming& naming) {
  const std::string who =
      alternative.roommate_id == naming.own ? "you" : naming.name_of(alternative.roommate_id);
  const Objective& was = why.objective;
  const Objective& instead = alternative.objective;
  if (!alternative.is_available) {
    return alternative.roommate_id == naming.own ? "You were not available."
                                                 : who + " was not available.";
  }
  const std::string with = "With " + who + ", ";
  if (is_by_own_ratings(why)) return own_alternative_sentence(why, alternative, naming);
  switch (alternative.worse_in) {
    case Criterion::random_floor: return with + std::string(kNoneForEverybody);
    case Criterion::soft_random_floor: return with + "somebody would have got no random chore.";
    case Criterion::floor: return with + "somebody would have got no chore.";
    case Criterion::guard: return with + "the balances would have gone past the limit of one run.";
    case Criterion::widest_spread:
    case Criterion::spread:
      // Too little to be seen in figures.
      if (instead.spread == was.spread) return with + "the balances would have been less even.";
      return with + "the gap would have been " + points_words(micro_of_milli(instead.spread)) +
             " instead of " + point_figure(micro_of_milli(was.spread)) + ".";
    case Criterion::squares: return with + "the balances would have been less even.";
    case Criterion::repeats:
      return with + count_words(instead.repeats, "chore", "chores") + " instead of " +
             std::to_string(was.repeats) + " would have stayed with who had them last.";
    case Criterion::days_since:
      return with + "the chores would have gone to people who had them more recently.";
    case Criterion::dislike: return with + "the chores would have suited people less.";
    case Criterion::effort_spread:
      return with + "the effort would have been " + std::to_string(instead.effort_spread) +
             " minutes apart instead of " + std::to_string(was.effort_spread) + ".";
    default:
      return with + (why.is_drawn ? "it would have been possible, too. The draw decided."
                                  : "it would have been just as fair. The draw decided.");
  }
}

std::string influence_words(const Influence& influence) {
  const std::string_view wishes = influence.is_by_wishes
                                      ? "Without likes and dislikes somebody else would have it."
                                      : "Nobody's likes or dislikes changed this.";
  return std::string(wishes) + (influence.is_by_draw
                                    ? " Between what was equally fair the draw decided."
                                    : " The draw did not decide.");
}

}  // namespace rr::screens

#include "client/screens/why_words.h"

#include <algorithm>
#include <cstdlib>

#include "client/text/texts.h"

namespace rr::screens {
namespace {

constexpr std::int64_t kTenth = kMicroPerPoint / 10;

std::int64_t in_tenths(std::int64_t micro) { return (std::abs(micro) + kTenth / 2) / kTenth; }

std::string points_words(std::int64_t micro) {
  const std::int64_t tenths = in_tenths(micro);
  if (tenths % 10 == 0) return tr_count(tenths / 10, "{n} point", "{n} points");
  return tr("{figure} points", {{"figure", decimal_words(tenths, 1)}});
}

std::int64_t micro_of_milli(std::int64_t milli) { return milli * 1000; }

bool is_by_own_ratings(const Explanation& why) {
  return why.method == DivisionMethod::own_ratings && why.type == ChoreType::random;
}

// Three sentences for somebody else, and the same three for the one who reads.
struct Compared {
  const char* same;
  const char* less;
  const char* more;
};

std::string compared(std::int64_t before, const Compared& own, const Compared& other, bool is_own,
                     std::string_view name) {
  const Compared& sentences = is_own ? own : other;
  const char* sentence = before < 0 ? sentences.less : sentences.more;
  if (in_tenths(before) == 0) sentence = sentences.same;
  return tr(sentence, {{"name", name}, {"points", points_words(before)}});
}

constexpr Compared kOwnByRating{
    to_translate("Before this run you had done exactly a fair share by that measure."),
    to_translate("Before this run you had done {points} less than a fair share by that measure."),
    to_translate("Before this run you had done {points} more than a fair share by that measure.")};
constexpr Compared kByRating{
    to_translate("Before this run {name} had done exactly a fair share by that measure."),
    to_translate(
        "Before this run {name} had done {points} less than a fair share by that measure."),
    to_translate(
        "Before this run {name} had done {points} more than a fair share by that measure.")};
constexpr Compared kOwnByPoints{
    to_translate("Before this run you had done exactly your fair share."),
    to_translate("Before this run you had done {points} less than your fair share."),
    to_translate("Before this run you had done {points} more than your fair share.")};
constexpr Compared kByPoints{
    to_translate("Before this run {name} had done exactly their fair share."),
    to_translate("Before this run {name} had done {points} less than their fair share."),
    to_translate("Before this run {name} had done {points} more than their fair share.")};

// "Sam rates it 4. ..."
std::string own_sentence(const Explanation& why, const Naming& naming) {
  std::int64_t before = 0;
  for (const BalanceChange& change : why.balances) {
    if (change.roommate_id == why.roommate_id) before = change.own_before;
  }
  const bool is_own = why.roommate_id == naming.own;
  const std::string name = naming.name_of(why.roommate_id);
  return std::string(tr("The chores were divided by how heavy each finds them.")) + " " +
         tr(is_own ? to_translate("You rate this one {rating}.")
                   : to_translate("{name} rates this one {rating}."),
            {{"name", name}, {"rating", std::to_string(why.own_rating)}}) +
         " " + compared(before, kOwnByRating, kByRating, is_own, name);
}

std::string own_alternative_sentence(const Explanation& why, const Alternative& alternative,
                                     const Naming& naming, const std::string& with) {
  const bool is_own = alternative.roommate_id == naming.own;
  const std::string name = naming.name_of(alternative.roommate_id);
  switch (alternative.own_fault) {
    case OwnFault::without_random:
      return tr(
          "With {name}, somebody would have got none of the random chores that are for "
          "everybody.",
          {{"name", with}});
    case OwnFault::envy:
      return tr("With {name}, somebody would have envied another by more than one chore.",
                {{"name", with}});
    case OwnFault::heavier:
      return tr(is_own ? to_translate("With you, you would have found it heavier: {rating} instead "
                                      "of {was}.")
                       : to_translate("With {name}, {name} would have found it heavier: {rating} "
                                      "instead of {was}."),
                {{"name", name},
                 {"rating", std::to_string(alternative.own_rating)},
                 {"was", std::to_string(why.own_rating)}});
    default:
      return tr(is_own
                    ? to_translate("With you, you would have had {load} instead of {was} in this "
                                   "run, by your own ratings.")
                    : to_translate("With {name}, {name} would have had {load} instead of {was} in "
                                   "this run, by their own ratings."),
                {{"name", name},
                 {"load", std::to_string(alternative.own_load_with)},
                 {"was", std::to_string(alternative.own_load)}});
  }
}

std::string balance_sentence(const Explanation& why, const Naming& naming) {
  std::int64_t before = 0;
  for (const BalanceChange& change : why.balances) {
    if (change.roommate_id == why.roommate_id) before = change.before;
  }
  return compared(before, kOwnByPoints, kByPoints, why.roommate_id == naming.own,
                  naming.name_of(why.roommate_id)) +
         " " +
         tr("After it the gap between the balances was {points}.",
            {{"points", points_words(why.spread_after)}});
}

// What somebody would have been left without. One with a predefined chore is not without any; only
// random chores that everybody present may be given count for the hard floor.
std::string_view floor_sentence(const Explanation& why) {
  std::string_view words = tr(
      "With somebody else the balances would have been more even, but somebody would have got no "
      "random chore.");
  for (const Alternative& other : why.alternatives) {
    if (!other.is_available) continue;
    if (other.objective.left_out > why.objective.left_out) {
      return tr(
          "With somebody else the balances would have been more even, but somebody would have "
          "got no chore.");
    }
    if (other.objective.without_random > why.objective.without_random) {
      words =
          tr("With somebody else the balances would have been more even, but somebody would "
             "have got none of the random chores that are for everybody.");
    }
  }
  return words;
}

}  // namespace

std::string point_figure(std::int64_t micro) {
  const std::int64_t tenths = in_tenths(micro);
  return tenths % 10 == 0 ? std::to_string(tenths / 10) : decimal_words(tenths, 1);
}

std::string balance_figure(std::int64_t micro) {
  const std::int64_t tenths = in_tenths(micro);
  const std::string figure = decimal_words(tenths, 1);
  return tenths == 0 ? figure : (micro < 0 ? "\u2212" : "+") + figure;
}

std::string_view rule_title(const Explanation& why) {
  if (why.is_drawn) return tr("The draw");
  switch (why.rule) {
    case AssignmentRule::rotation: return tr("Next in turn");
    case AssignmentRule::owed_turn: return tr("A turn that was owed");
    case AssignmentRule::floor: return tr("A chore for everybody");
    case AssignmentRule::lock: return tr("Fixed by hand");
    case AssignmentRule::swap: return tr("A swap");
    case AssignmentRule::only_eligible: return tr("Nobody else was available");
    default: return is_by_own_ratings(why) ? tr("Everybody's own ratings") : tr("Lowest balance");
  }
}

std::string rule_sentence(const Explanation& why, const Naming& naming) {
  if (why.is_drawn) {
    return tr("The draw decided, within the limits. Those who had done less had better chances.");
  }
  switch (why.rule) {
    case AssignmentRule::rotation:
      if (why.last_holder.is_nil()) {
        return tr(
            "This chore goes round. Nobody had had it before, so it began with the lowest "
            "balance.");
      }
      if (why.last_holder == naming.own) {
        return tr("This chore goes round in a fixed order, and you had it before.");
      }
      return tr("This chore goes round in a fixed order, and {name} had it before.",
                {{"name", naming.name_of(why.last_holder)}});
    case AssignmentRule::owed_turn:
      if (why.roommate_id == naming.own) {
        return tr("You were away when this turn came round, so it came now.");
      }
      return tr("{name} was away when this turn came round, so it came now.",
                {{"name", naming.name_of(why.roommate_id)}});
    case AssignmentRule::floor:
      if (is_by_own_ratings(why)) {
        return tr("Somebody would have been left without a random chore, so this one was moved.");
      }
      return std::string(floor_sentence(why));
    case AssignmentRule::only_eligible:
      return tr("Everybody else was away, has no share of the work or does not do this chore.");
    default:
      return is_by_own_ratings(why) ? own_sentence(why, naming) : balance_sentence(why, naming);
  }
}

std::string moved_sentence(const Assignment& assignment, const Id& first, const Naming& naming) {
  const auto told = [&](const Id& id, const char* own, const char* other) {
    return tr(id == naming.own ? own : other, {{"name", naming.name_of(id)}});
  };
  const Id& holder = assignment.roommate_id;
  const std::string words = assignment.rule == AssignmentRule::swap
                                ? told(holder, to_translate("You took it in a swap."),
                                       to_translate("{name} took it in a swap."))
                                : told(holder, to_translate("An admin gave it to you."),
                                       to_translate("An admin gave it to {name}."));
  if (first.is_nil() || first == holder) return words;
  return words + " " +
         told(first, to_translate("Before, it was given to you."),
              to_translate("Before, it was given to {name}."));
}

namespace {

// With a criterion that the figures of two divisions are compared by.
std::string worse_sentence(const Explanation& why, const Alternative& alternative,
                           const Place (&with)[1]) {
  const Objective& was = why.objective;
  const Objective& instead = alternative.objective;
  const std::string name(with[0].text);
  switch (alternative.worse_in) {
    case Criterion::random_floor:
      return tr(
          "With {name}, somebody would have got none of the random chores that are for "
          "everybody.",
          with);
    case Criterion::soft_random_floor:
      return tr("With {name}, somebody would have got no random chore.", with);
    case Criterion::floor: return tr("With {name}, somebody would have got no chore.", with);
    case Criterion::guard:
      return tr("With {name}, the balances would have gone past the limit of one run.", with);
    case Criterion::widest_spread:
    case Criterion::spread:
      // Too little to be seen in figures.
      if (instead.spread == was.spread) break;
      return tr("With {name}, the gap would have been {points} instead of {was}.",
                {{"name", name},
                 {"points", points_words(micro_of_milli(instead.spread))},
                 {"was", point_figure(micro_of_milli(was.spread))}});
    case Criterion::squares: break;
    case Criterion::repeats:
      return tr_count(
          instead.repeats,
          "With {name}, {n} chore instead of {was} would have stayed with who had them "
          "last.",
          "With {name}, {n} chores instead of {was} would have stayed with who had them "
          "last.",
          {{"name", name}, {"was", std::to_string(was.repeats)}});
    case Criterion::days_since:
      return tr("With {name}, the chores would have gone to people who had them more recently.",
                with);
    case Criterion::dislike:
      return tr("With {name}, the chores would have suited people less.", with);
    case Criterion::effort_spread:
      return tr("With {name}, the effort would have been {minutes} minutes apart instead of {was}.",
                {{"name", name},
                 {"minutes", std::to_string(instead.effort_spread)},
                 {"was", std::to_string(was.effort_spread)}});
    default:
      return why.is_drawn
                 ? tr("With {name}, it would have been possible, too. The draw decided.", with)
                 : tr("With {name}, it would have been just as fair. The draw decided.", with);
  }
  return tr("With {name}, the balances would have been less even.", with);
}

}  // namespace

std::string alternative_sentence(const Explanation& why, const Alternative& alternative,
                                 const Naming& naming) {
  const bool is_own = alternative.roommate_id == naming.own;
  const std::string name = naming.name_of(alternative.roommate_id);
  if (!alternative.is_available) {
    return is_own ? tr("You were not available.")
                  : tr("{name} was not available.", {{"name", name}});
  }
  const std::string with = is_own ? std::string(tr_in("with", "you")) : name;
  if (is_by_own_ratings(why)) return own_alternative_sentence(why, alternative, naming, with);
  return worse_sentence(why, alternative, {{"name", with}});
}

std::string influence_words(const Influence& influence) {
  return std::string(influence.is_by_wishes
                         ? tr("Without likes and dislikes somebody else would have it.")
                         : tr("Nobody's likes or dislikes changed this.")) +
         " " +
         std::string(influence.is_by_draw ? tr("Between what was equally fair the draw decided.")
                                          : tr("The draw did not decide."));
}

}  // namespace rr::screens

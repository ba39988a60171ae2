#include "shared/commands/preferences.h"

#include "shared/commands/actor.h"
#include "shared/commands/define.h"
#include "shared/domain/choices.h"

namespace rr {
namespace {

constexpr FieldInfo kSetFields[] = {
    id_field<&SetPreference::chore_id>("chore_id"),
    id_field<&SetPreference::roommate_id>("roommate_id"),
    choice_field<&SetPreference::level>("level", kPreferenceLevelWords),
};

// Somebody but `roommate_id` lives here, takes a share of the work and has no veto. When nobody
// has a weight all count alike.
bool somebody_remains(const Reader& reader, const SetPreference& arguments) {
  bool anybody_has_weight = false;
  bool weighted_remains = false;
  bool unweighted_remains = false;
  for (const auto& roommate : reader.all<Roommate>()) {
    if (roommate->status != RoommateStatus::active) continue;
    anybody_has_weight = anybody_has_weight || roommate->weight > 0;
    if (roommate->id == arguments.roommate_id) continue;
    if (preference_of(reader, arguments.chore_id, roommate->id) == PreferenceLevel::never) {
      continue;
    }
    (roommate->weight > 0 ? weighted_remains : unweighted_remains) = true;
  }
  return anybody_has_weight ? weighted_remains : unweighted_remains;
}

bool has_veto_left(const Reader& reader, const SetPreference& arguments) {
  std::size_t vetoes = 1;
  for (const auto& other : reader.where<Preference>("roommate_id", arguments.roommate_id)) {
    if (other->level == PreferenceLevel::never && other->chore_id != arguments.chore_id) ++vetoes;
  }
  return vetoes <= reader.all<Chore>().size() / 3;
}

Status apply_set(Transaction& transaction, const Context& context, const SetPreference& arguments) {
  if (Status status =
          check_own_opinion(transaction, context, arguments.chore_id, arguments.roommate_id);
      !status) {
    return status;
  }
  if (arguments.level == PreferenceLevel::never) {
    if (!somebody_remains(transaction, arguments)) {
      return refuse("nobody_left", "Nobody would be left to do this chore.", "level");
    }
    if (!has_veto_left(transaction, arguments)) {
      return refuse("too_many_vetoes", "At most one third of the chores can be ruled out.",
                    "level");
    }
  }
  Preference preference;
  preference.id = preference_id(arguments.chore_id, arguments.roommate_id);
  preference.chore_id = arguments.chore_id;
  preference.roommate_id = arguments.roommate_id;
  preference.level = arguments.level;
  if (arguments.level != PreferenceLevel::neutral) {
    transaction.put(preference);
  } else if (transaction.find<Preference>(preference.id)) {
    transaction.erase<Preference>(preference.id);
  }
  return success();
}

std::optional<Command> invert_set(const Reader& before, const Context&,
                                  const SetPreference& arguments) {
  SetPreference back = arguments;
  back.level = preference_of(before, arguments.chore_id, arguments.roommate_id);
  return inverse_command(back);
}

constexpr CommandInfo kSet = [] {
  CommandInfo info = define_command<SetPreference, apply_set>("preference.set", kSetFields);
  info.inverse = &invert_arguments<SetPreference, invert_set>;
  return info;
}();

}  // namespace

Id preference_id(const Id& chore_id, const Id& roommate_id) {
  return derive_id(chore_id, "preference:" + roommate_id.to_string());
}

PreferenceLevel preference_of(const Reader& reader, const Id& chore_id, const Id& roommate_id) {
  const auto present = reader.find<Preference>(preference_id(chore_id, roommate_id));
  return present ? present->level : PreferenceLevel::neutral;
}

template <>
const CommandInfo& describe_command<SetPreference>() {
  return kSet;
}

}  // namespace rr

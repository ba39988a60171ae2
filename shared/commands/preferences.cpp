#include "shared/commands/preferences.h"

#include "shared/commands/actor.h"
#include "shared/commands/define.h"
#include "shared/domain/choices.h"
#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

constexpr FieldInfo kSetFields[] = {
    id_field<&SetPreference::chore_id>("chore_id"),
    id_field<&SetPreference::roommate_id>("roommate_id"),
    choice_field<&SetPreference::level>("level", kPreferenceLevelWords),
    boolean_field<&SetPreference::has_reason>("has_reason").added_in(4),
};

constexpr FieldInfo kSetReasonFields[] = {
    id_field<&SetVetoReason::household_id>("household_id"),
    id_field<&SetVetoReason::chore_id>("chore_id"),
    text_field<&SetVetoReason::reason>("reason", 1, 500),
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

Status check_veto(const Reader& reader, const SetPreference& arguments) {
  if (arguments.level != PreferenceLevel::never) return success();
  if (!somebody_remains(reader, arguments)) {
    return refuse("nobody_left", "Nobody would be left to do this chore.", "level");
  }
  if (!has_veto_left(reader, arguments)) {
    return refuse("too_many_vetoes", "At most one third of the chores can be ruled out.", "level");
  }
  const auto household = household_of(reader);
  if (household && household->needs_veto_reasons && !arguments.has_reason) {
    return refuse("reason_needed", "This household asks for a reason. Only you will see it.",
                  "has_reason");
  }
  return success();
}

Status apply_set(Transaction& transaction, const Context& context, const SetPreference& arguments) {
  if (Status status =
          check_own_opinion(transaction, context, arguments.chore_id, arguments.roommate_id);
      !status) {
    return status;
  }
  if (Status status = check_veto(transaction, arguments); !status) return status;
  Preference preference;
  preference.id = preference_id(arguments.chore_id, arguments.roommate_id);
  preference.chore_id = arguments.chore_id;
  preference.roommate_id = arguments.roommate_id;
  preference.level = arguments.level;
  preference.has_reason = arguments.level == PreferenceLevel::never && arguments.has_reason;
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
  const auto row =
      before.find<Preference>(preference_id(arguments.chore_id, arguments.roommate_id));
  back.level = row ? row->level : PreferenceLevel::neutral;
  back.has_reason = row && row->has_reason;
  return inverse_command(back);
}

Status apply_set_reason(Transaction& transaction, const Context&, const SetVetoReason& arguments) {
  VetoReason row;
  row.id = veto_reason_id(arguments.household_id, arguments.chore_id);
  const bool is_there = transaction.find<VetoReason>(row.id) != nullptr;
  if (!arguments.reason) {
    if (is_there) transaction.erase<VetoReason>(row.id);
    return success();
  }
  if (!is_there && transaction.all<VetoReason>().size() >= kMaximumVetoReasons) {
    return refuse("too_many", "At most 500 reasons are kept.");
  }
  row.household_id = arguments.household_id;
  row.chore_id = arguments.chore_id;
  row.reason = *arguments.reason;
  transaction.put(row);
  return success();
}

std::optional<Command> invert_set_reason(const Reader& before, const Context&,
                                         const SetVetoReason& arguments) {
  const auto row =
      before.find<VetoReason>(veto_reason_id(arguments.household_id, arguments.chore_id));
  SetVetoReason back = arguments;
  back.reason = row ? std::optional<std::string>(row->reason) : std::nullopt;
  if (back.reason == arguments.reason) return std::nullopt;
  return inverse_command(back);
}

constexpr CommandInfo kSet = [] {
  CommandInfo info = define_command<SetPreference, apply_set>("preference.set", kSetFields);
  info.inverse = &invert_arguments<SetPreference, invert_set>;
  return info;
}();

constexpr CommandInfo kSetReason = [] {
  CommandInfo info =
      define_command<SetVetoReason, apply_set_reason>("veto_reason.set", kSetReasonFields);
  info.scope = ScopeKind::person;
  info.inverse = &invert_arguments<SetVetoReason, invert_set_reason>;
  return info;
}();

}  // namespace

Id veto_reason_id(const Id& household_id, const Id& chore_id) {
  return derive_id(household_id, "veto_reason:" + chore_id.to_string());
}

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
template <>
const CommandInfo& describe_command<SetVetoReason>() {
  return kSetReason;
}

}  // namespace rr

#include <array>

#include "shared/domain/choices.h"
#include "shared/domain/description.h"
#include "shared/domain/entities.h"

namespace rr {
namespace {

constexpr std::int64_t kMinutesPerDay = 24 * 60;
// A million points: far above any home, far below overflow of a sum.
constexpr std::int64_t kMicroLimit = 1'000'000 * kMicroPerPoint;

constexpr FieldInfo kHouseholdFields[] = {
    id_field<&Household::id>("id"),
    text_field<&Household::name>("name", 1, 100),
    text_field<&Household::time_zone>("time_zone", 1, 64),
    text_field<&Household::currency>("currency", 3, 3),
    choice_field<&Household::week_reset_day>("week_reset_day", kWeekdayWords),
    integer_field<&Household::week_reset_minute>("week_reset_minute", 0, kMinutesPerDay - 1),
    integer_field<&Household::approval_threshold>("approval_threshold", 1, 10),
    integer_field<&Household::auto_approve_limit>("auto_approve_limit", 0, 1'000'000'000'000),
    boolean_field<&Household::complete_when_all_subtasks_done>("complete_when_all_subtasks_done"),
    integer_field<&Household::fairness_window_cycles>("fairness_window_cycles", 1, 104),
    integer_field<&Household::audit_retention_days>("audit_retention_days", 30, 3650),
    id_field<&Household::next_run_seed>("next_run_seed"),
    instant_field<&Household::last_run_at>("last_run_at"),
    instant_field<&Household::created_at>("created_at"),
    choice_field<&Household::division_method>("division_method", kDivisionMethodWords).added_in(4),
    boolean_field<&Household::plans_whole_cycle>("plans_whole_cycle").added_in(4),
    boolean_field<&Household::counts_effort>("counts_effort").added_in(4),
    boolean_field<&Household::needs_veto_reasons>("needs_veto_reasons").added_in(4),
};

constexpr FieldInfo kRoommateFields[] = {
    id_field<&Roommate::id>("id"),
    text_field<&Roommate::name>("name", 1, 100),
    integer_field<&Roommate::colour>("colour", 1, 8),
    integer_field<&Roommate::weight>("weight", 0, 100),
    choice_field<&Roommate::status>("status", kRoommateStatusWords),
    instant_field<&Roommate::joined_at>("joined_at"),
    instant_field<&Roommate::moved_out_at>("moved_out_at"),
};

constexpr FieldInfo kMemberFields[] = {
    id_field<&Member::id>("id"),
    text_field<&Member::name>("name", 1, 100),
    choice_field<&Member::role>("role", kRoleWords),
    id_field<&Member::roommate_id>("roommate_id").nullable().indexed().pointing_to("roommate"),
    instant_field<&Member::joined_at>("joined_at"),
};

constexpr FieldInfo kAbsenceFields[] = {
    id_field<&Absence::id>("id"),
    id_field<&Absence::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    date_field<&Absence::first_day>("first_day"),
    date_field<&Absence::last_day>("last_day"),
};

constexpr FieldInfo kChoreFields[] = {
    id_field<&Chore::id>("id"),
    text_field<&Chore::name>("name", 1, 200),
    choice_field<&Chore::frequency>("frequency", kFrequencyWords),
    choice_field<&Chore::type>("type", kChoreTypeWords),
    integer_field<&Chore::points>("points", 1, 20),
    boolean_field<&Chore::is_paused>("is_paused"),
    date_field<&Chore::anchor>("anchor"),
    date_field<&Chore::next_due>("next_due"),
    id_field<&Chore::last_holder>("last_holder").nullable().pointing_to("roommate"),
    id_field<&Chore::owed_turn>("owed_turn").nullable().pointing_to("roommate"),
    instant_field<&Chore::created_at>("created_at"),
    instant_field<&Chore::updated_at>("updated_at"),
    integer_field<&Chore::effort_minutes>("effort_minutes", 1, 600).added_in(2),
};

constexpr FieldInfo kSubChoreFields[] = {
    id_field<&SubChore::id>("id"),
    id_field<&SubChore::chore_id>("chore_id").indexed().pointing_to("chore"),
    text_field<&SubChore::name>("name", 1, 300),
    integer_field<&SubChore::position>("position", 0, 1'000'000),
};

constexpr FieldInfo kPreferenceFields[] = {
    id_field<&Preference::id>("id"),
    id_field<&Preference::chore_id>("chore_id").indexed().pointing_to("chore"),
    id_field<&Preference::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    choice_field<&Preference::level>("level", kPreferenceLevelWords),
    boolean_field<&Preference::has_reason>("has_reason").added_in(4),
};

constexpr FieldInfo kEffortVoteFields[] = {
    id_field<&EffortVote::id>("id"),
    id_field<&EffortVote::chore_id>("chore_id").indexed().pointing_to("chore"),
    id_field<&EffortVote::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    integer_field<&EffortVote::points>("points", 1, 20),
};

constexpr FieldInfo kCycleFields[] = {
    id_field<&Cycle::id>("id"),
    integer_field<&Cycle::index>("index", 0, 1'000'000),
    instant_field<&Cycle::starts_at>("starts_at"),
    instant_field<&Cycle::ends_at>("ends_at"),
    choice_field<&Cycle::state>("state", kCycleStateWords),
    integer_field<&Cycle::largest_random_points>("largest_random_points", 0, 20),
};

constexpr FieldInfo kCycleShareFields[] = {
    id_field<&CycleShare::id>("id"),
    id_field<&CycleShare::cycle_id>("cycle_id").indexed().pointing_to("cycle"),
    id_field<&CycleShare::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    integer_field<&CycleShare::availability>("availability", 0, 1'000'000),
    integer_field<&CycleShare::share_micro>("share_micro", 0, kMicroLimit),
    integer_field<&CycleShare::random_share_micro>("random_share_micro", 0, kMicroLimit),
    integer_field<&CycleShare::assigned_micro>("assigned_micro", 0, kMicroLimit),
    integer_field<&CycleShare::random_assigned_micro>("random_assigned_micro", 0, kMicroLimit),
    integer_field<&CycleShare::transferred_micro>("transferred_micro", -kMicroLimit, kMicroLimit),
    integer_field<&CycleShare::random_transferred_micro>("random_transferred_micro", -kMicroLimit,
                                                         kMicroLimit),
    integer_field<&CycleShare::own_micro>("own_micro", -kMicroLimit, kMicroLimit).added_in(4),
};

// The chore may be gone, so an assignment's chore_id is a link that may dangle.
constexpr FieldInfo kAssignmentFields[] = {
    id_field<&Assignment::id>("id"),
    id_field<&Assignment::chore_id>("chore_id").indexed(),
    id_field<&Assignment::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    id_field<&Assignment::cycle_id>("cycle_id").indexed().pointing_to("cycle"),
    text_field<&Assignment::chore_name>("chore_name", 1, 200),
    text_field<&Assignment::roommate_name>("roommate_name", 1, 100),
    choice_field<&Assignment::frequency>("frequency", kFrequencyWords),
    choice_field<&Assignment::type>("type", kChoreTypeWords),
    integer_field<&Assignment::points>("points", 1, 20),
    date_field<&Assignment::occurrence>("occurrence"),
    date_field<&Assignment::share_day>("share_day"),
    instant_field<&Assignment::assigned_at>("assigned_at"),
    date_field<&Assignment::due_date>("due_date"),
    choice_field<&Assignment::status>("status", kAssignmentStatusWords),
    choice_field<&Assignment::rule>("rule", kAssignmentRuleWords),
    instant_field<&Assignment::completed_at>("completed_at"),
    id_field<&Assignment::completed_by>("completed_by").nullable().pointing_to("roommate"),
    boolean_field<&Assignment::is_completed_by_subtasks>("is_completed_by_subtasks"),
    integer_field<&Assignment::points_awarded>("points_awarded", 0, 20),
    boolean_field<&Assignment::is_locked>("is_locked"),
    id_field<&Assignment::run_id>("run_id").nullable().added_in(3),
};

constexpr FieldInfo kRatedShareFields[] = {
    id_field<&RatedShare::id>("id"),
    id_field<&RatedShare::assignment_id>("assignment_id").indexed().pointing_to("assignment"),
    id_field<&RatedShare::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    integer_field<&RatedShare::rating_micro>("rating_micro", 0, kMicroLimit),
    integer_field<&RatedShare::share_micro>("share_micro", 0, kMicroLimit),
};

constexpr FieldInfo kSwapFields[] = {
    id_field<&Swap::id>("id"),
    id_field<&Swap::assignment_id>("assignment_id").indexed().pointing_to("assignment"),
    id_field<&Swap::in_return>("in_return").nullable().indexed().pointing_to("assignment"),
    id_field<&Swap::from_roommate>("from_roommate").pointing_to("roommate"),
    id_field<&Swap::to_roommate>("to_roommate").nullable().pointing_to("roommate"),
    choice_field<&Swap::state>("state", kSwapStateWords),
    instant_field<&Swap::proposed_at>("proposed_at"),
    instant_field<&Swap::decided_at>("decided_at"),
    id_field<&Swap::decided_by>("decided_by").nullable().pointing_to("roommate"),
    text_field<&Swap::note>("note", 1, 300),
};

constexpr FieldInfo kSwapDeclineFields[] = {
    id_field<&SwapDecline::id>("id"),
    id_field<&SwapDecline::swap_id>("swap_id").indexed().pointing_to("swap"),
    id_field<&SwapDecline::roommate_id>("roommate_id").pointing_to("roommate"),
    instant_field<&SwapDecline::at>("at"),
};

constexpr FieldInfo kCompletionFields[] = {
    id_field<&Completion::id>("id"),
    id_field<&Completion::assignment_id>("assignment_id").indexed().pointing_to("assignment"),
    id_field<&Completion::sub_chore_id>("sub_chore_id").indexed(),
    instant_field<&Completion::done_at>("done_at"),
    id_field<&Completion::done_by>("done_by").nullable().pointing_to("roommate"),
};

constexpr FieldInfo kLedgerFields[] = {
    id_field<&LedgerEntry::id>("id"),
    id_field<&LedgerEntry::cycle_id>("cycle_id").indexed().pointing_to("cycle"),
    id_field<&LedgerEntry::roommate_id>("roommate_id").indexed().pointing_to("roommate"),
    id_field<&LedgerEntry::assignment_id>("assignment_id").nullable().indexed(),
    choice_field<&LedgerEntry::kind>("kind", kLedgerKindWords),
    integer_field<&LedgerEntry::amount_micro>("amount_micro", -kMicroLimit, kMicroLimit),
    instant_field<&LedgerEntry::at>("at"),
    id_field<&LedgerEntry::by>("by").nullable(),
    text_field<&LedgerEntry::reason>("reason", 1, 500),
};

constexpr FieldInfo kAssignmentRunFields[] = {
    id_field<&AssignmentRun::id>("id"),
    instant_field<&AssignmentRun::at>("at"),
    integer_field<&AssignmentRun::algorithm>("algorithm", 1, 1'000'000),
    text_field<&AssignmentRun::digest>("digest", 32, 32),
    text_field<&AssignmentRun::input>("input", 1, 1'000'000),
    text_field<&AssignmentRun::outcome>("outcome", 1, 1'000'000),
};

constexpr FieldInfo kPersonalSettingsFields[] = {
    id_field<&PersonalSettings::id>("id"),
    choice_field<&PersonalSettings::theme>("theme", kThemeWords),
    text_field<&PersonalSettings::language>("language", 0, 35),
    boolean_field<&PersonalSettings::has_quiet_hours>("has_quiet_hours"),
    integer_field<&PersonalSettings::quiet_from_minute>("quiet_from_minute", 0, kMinutesPerDay - 1),
    integer_field<&PersonalSettings::quiet_until_minute>("quiet_until_minute", 0,
                                                         kMinutesPerDay - 1),
};

constexpr FieldInfo kVetoReasonFields[] = {
    id_field<&VetoReason::id>("id"),
    id_field<&VetoReason::household_id>("household_id").indexed(),
    id_field<&VetoReason::chore_id>("chore_id"),
    text_field<&VetoReason::reason>("reason", 1, 500),
};

template <class T>
std::shared_ptr<void> make_row() {
  return std::make_shared<T>();
}

template <class T>
constexpr EntityInfo entity(EntityKind kind, std::string_view name, FieldList fields,
                            ScopeKind scope = ScopeKind::household, std::uint16_t since = 1) {
  return EntityInfo{kind, name, scope, fields, since, &make_row<T>};
}

constexpr std::array<EntityInfo, kEntityCount> kEntities{
    entity<Household>(EntityKind::household, "household", kHouseholdFields),
    entity<Roommate>(EntityKind::roommate, "roommate", kRoommateFields),
    entity<Member>(EntityKind::member, "member", kMemberFields),
    entity<Absence>(EntityKind::absence, "absence", kAbsenceFields),
    entity<Chore>(EntityKind::chore, "chore", kChoreFields),
    entity<SubChore>(EntityKind::sub_chore, "sub_chore", kSubChoreFields),
    entity<Preference>(EntityKind::preference, "preference", kPreferenceFields),
    entity<Cycle>(EntityKind::cycle, "cycle", kCycleFields),
    entity<CycleShare>(EntityKind::cycle_share, "cycle_share", kCycleShareFields),
    entity<Assignment>(EntityKind::assignment, "assignment", kAssignmentFields),
    entity<Completion>(EntityKind::completion, "completion", kCompletionFields),
    entity<LedgerEntry>(EntityKind::ledger_entry, "ledger_entry", kLedgerFields),
    entity<AssignmentRun>(EntityKind::assignment_run, "assignment_run", kAssignmentRunFields,
                          ScopeKind::household, 3),
    entity<EffortVote>(EntityKind::effort_vote, "effort_vote", kEffortVoteFields,
                       ScopeKind::household, 4),
    entity<RatedShare>(EntityKind::rated_share, "rated_share", kRatedShareFields,
                       ScopeKind::household, 4),
    entity<Swap>(EntityKind::swap, "swap", kSwapFields, ScopeKind::household, 4),
    entity<SwapDecline>(EntityKind::swap_decline, "swap_decline", kSwapDeclineFields,
                        ScopeKind::household, 4),
    entity<PersonalSettings>(EntityKind::personal_settings, "personal_settings",
                             kPersonalSettingsFields, ScopeKind::person),
    entity<VetoReason>(EntityKind::veto_reason, "veto_reason", kVetoReasonFields, ScopeKind::person,
                       4),
};

}  // namespace

std::span<const EntityInfo> all_entities() { return kEntities; }

const EntityInfo& describe(EntityKind kind) { return kEntities[static_cast<std::size_t>(kind)]; }

const EntityInfo* find_entity(std::string_view name) {
  for (const EntityInfo& entity : kEntities) {
    if (entity.name == name) return &entity;
  }
  return nullptr;
}

template <>
const EntityInfo& describe<Household>() {
  return describe(EntityKind::household);
}
template <>
const EntityInfo& describe<Roommate>() {
  return describe(EntityKind::roommate);
}
template <>
const EntityInfo& describe<Member>() {
  return describe(EntityKind::member);
}
template <>
const EntityInfo& describe<Absence>() {
  return describe(EntityKind::absence);
}
template <>
const EntityInfo& describe<Chore>() {
  return describe(EntityKind::chore);
}
template <>
const EntityInfo& describe<SubChore>() {
  return describe(EntityKind::sub_chore);
}
template <>
const EntityInfo& describe<Preference>() {
  return describe(EntityKind::preference);
}
template <>
const EntityInfo& describe<Cycle>() {
  return describe(EntityKind::cycle);
}
template <>
const EntityInfo& describe<CycleShare>() {
  return describe(EntityKind::cycle_share);
}
template <>
const EntityInfo& describe<Assignment>() {
  return describe(EntityKind::assignment);
}
template <>
const EntityInfo& describe<Completion>() {
  return describe(EntityKind::completion);
}
template <>
const EntityInfo& describe<LedgerEntry>() {
  return describe(EntityKind::ledger_entry);
}
template <>
const EntityInfo& describe<AssignmentRun>() {
  return describe(EntityKind::assignment_run);
}
template <>
const EntityInfo& describe<EffortVote>() {
  return describe(EntityKind::effort_vote);
}
template <>
const EntityInfo& describe<RatedShare>() {
  return describe(EntityKind::rated_share);
}
template <>
const EntityInfo& describe<Swap>() {
  return describe(EntityKind::swap);
}
template <>
const EntityInfo& describe<SwapDecline>() {
  return describe(EntityKind::swap_decline);
}
template <>
const EntityInfo& describe<PersonalSettings>() {
  return describe(EntityKind::personal_settings);
}
template <>
const EntityInfo& describe<VetoReason>() {
  return describe(EntityKind::veto_reason);
}

}  // namespace rr

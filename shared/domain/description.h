// One description per entity: name, scope, fields, and how to make and copy a row without knowing
// its type. `describe<T>()` gives the description of a struct of entities.h.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/domain/entities.h"
#include "shared/domain/field_codec.h"
#include "shared/domain/schema.h"

namespace rr {

enum class ScopeKind : std::uint8_t { household, person };

// Order is the order of creation: an entity comes after those it points to.
enum class EntityKind : std::uint8_t {
  household,
  roommate,
  member,
  absence,
  chore,
  sub_chore,
  preference,
  cycle,
  cycle_share,
  assignment,
  completion,
  ledger_entry,
  assignment_run,
  effort_vote,
  rated_share,
  swap,
  swap_decline,
  personal_settings,
  veto_reason,
};
inline constexpr std::size_t kEntityCount = 19;

// An immutable row of any entity.
using RowPointer = std::shared_ptr<const void>;

struct EntityInfo {
  EntityKind kind = EntityKind::household;
  std::string_view name;  // also the table's name
  ScopeKind scope = ScopeKind::household;
  FieldList fields;  // fields[0] is the id
  std::uint16_t since = 1;
  std::shared_ptr<void> (*make)() = nullptr;  // a default row

  [[nodiscard]] Id id_of(const void* row) const { return std::get<Id>(fields[0].get(row)); }
};

[[nodiscard]] std::span<const EntityInfo> all_entities();
[[nodiscard]] const EntityInfo& describe(EntityKind kind);
// nullptr when there is no such entity.
[[nodiscard]] const EntityInfo* find_entity(std::string_view name);

template <class T>
[[nodiscard]] const EntityInfo& describe();
template <>
const EntityInfo& describe<Household>();
template <>
const EntityInfo& describe<Roommate>();
template <>
const EntityInfo& describe<Member>();
template <>
const EntityInfo& describe<Absence>();
template <>
const EntityInfo& describe<Chore>();
template <>
const EntityInfo& describe<SubChore>();
template <>
const EntityInfo& describe<Preference>();
template <>
const EntityInfo& describe<Cycle>();
template <>
const EntityInfo& describe<CycleShare>();
template <>
const EntityInfo& describe<Assignment>();
template <>
const EntityInfo& describe<Completion>();
template <>
const EntityInfo& describe<LedgerEntry>();
template <>
const EntityInfo& describe<AssignmentRun>();
template <>
const EntityInfo& describe<EffortVote>();
template <>
const EntityInfo& describe<RatedShare>();
template <>
const EntityInfo& describe<Swap>();
template <>
const EntityInfo& describe<SwapDecline>();
template <>
const EntityInfo& describe<PersonalSettings>();
template <>
const EntityInfo& describe<VetoReason>();

// The canonical bytes of a row as a client of that schema version sees it.
[[nodiscard]] std::string encode_row(const EntityInfo& entity, const void* row,
                                     std::uint16_t schema = kSchemaCurrent);
// Reads and judges a row. Fields newer than `schema` keep their defaults.
[[nodiscard]] Result<RowPointer> decode_row(const EntityInfo& entity, std::string_view bytes,
                                            std::uint16_t schema = kSchemaCurrent);
[[nodiscard]] Status check_row(const EntityInfo& entity, const void* row);

}  // namespace rr

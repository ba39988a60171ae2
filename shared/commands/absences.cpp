#include "shared/commands/absences.h"

#include "shared/base/fill.h"
#include "shared/commands/define.h"

namespace rr {
namespace {

constexpr FieldInfo kAddFields[] = {
    id_field<&AddAbsence::id>("id"),
    id_field<&AddAbsence::roommate_id>("roommate_id"),
    date_field<&AddAbsence::first_day>("first_day"),
    date_field<&AddAbsence::last_day>("last_day"),
};

constexpr FieldInfo kEditFields[] = {
    id_field<&EditAbsence::id>("id"),
    date_field<&EditAbsence::first_day>("first_day"),
    date_field<&EditAbsence::last_day>("last_day"),
};
constexpr FieldMask kEditId = field_bit(kEditFields, "id");

constexpr FieldInfo kRemoveFields[] = {
    id_field<&RemoveAbsence::id>("id"),
};

Error absence_not_found() {
  return refuse("not_found", "This absence is not here any more.", "id");
}

bool reaches(const Absence& absence, Date day) {
  return !absence.last_day || *absence.last_day >= day;
}

// Judges the range itself and against the roommate's other ranges.
Status check_range(const Reader& reader, const Absence& absence) {
  if (!reaches(absence, absence.first_day)) {
    return refuse("ends_before_start", "An absence ends on its first day or later.", "last_day");
  }
  for (const auto& other : reader.where<Absence>("roommate_id", absence.roommate_id)) {
    if (other->id == absence.id) continue;
    if (reaches(*other, absence.first_day) && reaches(absence, other->first_day)) {
      return refuse("overlaps",
                    fill("This overlaps another absence, from {date}.",
                         {{"date", to_string(other->first_day)}}),
                    "first_day");
    }
  }
  return success();
}

Status apply_add(Transaction& transaction, const Context&, const AddAbsence& arguments) {
  if (transaction.find<Absence>(arguments.id)) {
    return refuse("id_taken", "This absence exists already.", "id");
  }
  const auto roommate = transaction.find<Roommate>(arguments.roommate_id);
  if (!roommate) {
    return refuse("not_found", "This roommate is not here any more.", "roommate_id");
  }
  if (roommate->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", roommate->name}}),
                  "roommate_id");
  }
  const auto others = transaction.where<Absence>("roommate_id", arguments.roommate_id);
  if (others.size() >= kMaximumAbsences) {
    return refuse("too_many", "A roommate has at most 200 absences.");
  }
  Absence absence;
  copy_fields(kAddFields, &arguments, all_fields(kAddFields), describe<Absence>().fields, &absence);
  if (Status status = check_range(transaction, absence); !status) return status;
  transaction.put(absence);
  return success();
}

std::optional<Command> invert_add(const Reader&, const Context&, const AddAbsence& arguments) {
  return inverse_command(RemoveAbsence{arguments.id});
}

Status apply_edit(Transaction& transaction, const Context&, const EditAbsence& arguments) {
  const auto present = transaction.find<Absence>(arguments.id);
  if (!present) return absence_not_found();
  Absence absence = *present;
  copy_fields(kEditFields, &arguments, arguments.given & ~kEditId, describe<Absence>().fields,
              &absence);
  if (Status status = check_range(transaction, absence); !status) return status;
  transaction.put(absence);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context&,
                                   const EditAbsence& arguments) {
  const auto present = before.find<Absence>(arguments.id);
  if (!present) return std::nullopt;
  const FieldList fields = describe<Absence>().fields;
  EditAbsence back;
  copy_fields(fields, present.get(), all_fields(fields), kEditFields, &back);
  back.given = arguments.given;
  return inverse_command(back);
}

Status apply_remove(Transaction& transaction, const Context&, const RemoveAbsence& arguments) {
  if (!transaction.find<Absence>(arguments.id)) return absence_not_found();
  transaction.erase<Absence>(arguments.id);
  return success();
}

std::optional<Command> invert_remove(const Reader& before, const Context&,
                                     const RemoveAbsence& arguments) {
  const auto present = before.find<Absence>(arguments.id);
  if (!present) return std::nullopt;
  return inverse_command(
      AddAbsence{present->id, present->roommate_id, present->first_day, present->last_day});
}

constexpr CommandInfo kAdd = [] {
  CommandInfo info = define_command<AddAbsence, apply_add>("absence.add", kAddFields);
  info.inverse = &invert_arguments<AddAbsence, invert_add>;
  return info;
}();

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditAbsence, apply_edit>("absence.edit", kEditFields);
  info.optional_fields = all_fields(kEditFields) & ~kEditId;
  info.inverse = &invert_arguments<EditAbsence, invert_edit>;
  return info;
}();

constexpr CommandInfo kRemove = [] {
  CommandInfo info = define_command<RemoveAbsence, apply_remove>("absence.remove", kRemoveFields);
  info.inverse = &invert_arguments<RemoveAbsence, invert_remove>;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<AddAbsence>() {
  return kAdd;
}
template <>
const CommandInfo& describe_command<EditAbsence>() {
  return kEdit;
}
template <>
const CommandInfo& describe_command<RemoveAbsence>() {
  return kRemove;
}

}  // namespace rr

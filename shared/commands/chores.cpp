#include "shared/commands/chores.h"

#include "shared/commands/define.h"
#include "shared/domain/choices.h"

namespace rr {
namespace {

constexpr FieldInfo kAddFields[] = {
    id_field<&AddChore::id>("id"),
    text_field<&AddChore::name>("name", 1, 200),
    choice_field<&AddChore::frequency>("frequency", kFrequencyWords),
    choice_field<&AddChore::type>("type", kChoreTypeWords),
    integer_field<&AddChore::points>("points", 1, 20),
    date_field<&AddChore::anchor>("anchor"),
    integer_field<&AddChore::effort_minutes>("effort_minutes", 1, 600).added_in(2),
};

constexpr FieldInfo kEditFields[] = {
    id_field<&EditChore::id>("id"),
    text_field<&EditChore::name>("name", 1, 200),
    choice_field<&EditChore::frequency>("frequency", kFrequencyWords),
    choice_field<&EditChore::type>("type", kChoreTypeWords),
    integer_field<&EditChore::points>("points", 1, 20),
    boolean_field<&EditChore::is_paused>("is_paused"),
    date_field<&EditChore::anchor>("anchor"),
    integer_field<&EditChore::effort_minutes>("effort_minutes", 1, 600).added_in(2),
};
constexpr FieldMask kEditId = field_bit(kEditFields, "id");
constexpr FieldMask kEditAnchor = field_bit(kEditFields, "anchor");

Status apply_add(Transaction& transaction, const Context& context, const AddChore& arguments) {
  if (transaction.find<Chore>(arguments.id)) {
    return refuse("id_taken", "This chore exists already.", "id");
  }
  if (transaction.all<Chore>().size() >= kMaximumChores) {
    return refuse("too_many", "A household has at most 500 chores.");
  }
  Chore chore;
  copy_fields(kAddFields, &arguments, all_fields(kAddFields), describe<Chore>().fields, &chore);
  chore.next_due = arguments.anchor;
  chore.created_at = chore.updated_at = context.meant_at;
  transaction.put(chore);
  return success();
}

bool starts_anew(const Chore& present, const EditChore& arguments) {
  return (arguments.given & kEditAnchor) != 0 && arguments.anchor != present.anchor;
}

Status apply_edit(Transaction& transaction, const Context& context, const EditChore& arguments) {
  const auto present = transaction.find<Chore>(arguments.id);
  if (!present) return refuse("not_found", "This chore is not here any more.", "id");
  Chore chore = *present;
  copy_fields(kEditFields, &arguments, arguments.given & ~kEditId, describe<Chore>().fields,
              &chore);
  if (starts_anew(*present, arguments)) chore.next_due = arguments.anchor;
  chore.updated_at = context.meant_at;
  transaction.put(chore);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context&,
                                   const EditChore& arguments) {
  const auto present = before.find<Chore>(arguments.id);
  if (!present) return std::nullopt;
  // Going back to the old anchor would also make it the next turn's day.
  if (starts_anew(*present, arguments) && present->next_due != present->anchor) {
    return std::nullopt;
  }
  EditChore back;
  copy_fields(describe<Chore>().fields, present.get(), all_fields(describe<Chore>().fields),
              kEditFields, &back);
  back.given = arguments.given;
  return inverse_command(back);
}

constexpr CommandInfo kAdd = define_command<AddChore, apply_add>("chore.add", kAddFields);

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditChore, apply_edit>("chore.edit", kEditFields);
  info.optional_fields = all_fields(kEditFields) & ~kEditId;
  info.inverse = &invert_arguments<EditChore, invert_edit>;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<AddChore>() {
  return kAdd;
}
template <>
const CommandInfo& describe_command<EditChore>() {
  return kEdit;
}

}  // namespace rr

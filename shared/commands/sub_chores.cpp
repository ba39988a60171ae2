#include "shared/commands/sub_chores.h"

#include <algorithm>

#include "shared/base/sort.h"
#include "shared/commands/define.h"

namespace rr {
namespace {

using SubChorePointer = std::shared_ptr<const SubChore>;

constexpr std::int64_t kLastPosition = kMaximumSubChores - 1;

constexpr FieldInfo kAddFields[] = {
    id_field<&AddSubChore::id>("id"),
    id_field<&AddSubChore::chore_id>("chore_id"),
    text_field<&AddSubChore::name>("name", 1, 300),
    integer_field<&AddSubChore::position>("position", 0, kLastPosition),
};

constexpr FieldInfo kEditFields[] = {
    id_field<&EditSubChore::id>("id"),
    text_field<&EditSubChore::name>("name", 1, 300),
};

constexpr FieldInfo kRemoveFields[] = {
    id_field<&RemoveSubChore::id>("id"),
};

constexpr FieldInfo kMoveFields[] = {
    id_field<&MoveSubChore::id>("id"),
    integer_field<&MoveSubChore::position>("position", 0, kLastPosition),
};

Error sub_chore_not_found() {
  return refuse("not_found", "This sub-task is not here any more.", "id");
}

// Gives each its place in `order` as position and writes those that changed.
void renumber(Transaction& transaction, const std::vector<SubChorePointer>& order) {
  for (std::size_t place = 0; place < order.size(); ++place) {
    const auto position = static_cast<std::int64_t>(place);
    if (order[place]->position == position) continue;
    SubChore moved = *order[place];
    moved.position = position;
    transaction.put(moved);
  }
}

void insert_at(std::vector<SubChorePointer>& order, std::int64_t position,
               SubChorePointer sub_chore) {
  const auto place = std::min(static_cast<std::size_t>(position), order.size());
  order.insert(std::next(order.begin(), static_cast<std::ptrdiff_t>(place)), std::move(sub_chore));
}

void take_out(std::vector<SubChorePointer>& order, const Id& id) {
  std::erase_if(order, [&](const SubChorePointer& other) { return other->id == id; });
}

bool has_open_ticks(const Reader& reader, const Id& sub_chore_id) {
  for (const auto& tick : reader.where<Completion>("sub_chore_id", sub_chore_id)) {
    const auto assignment = reader.find<Assignment>(tick->assignment_id);
    if (assignment && assignment->status == AssignmentStatus::open) return true;
  }
  return false;
}

Status apply_add(Transaction& transaction, const Context&, const AddSubChore& arguments) {
  if (transaction.find<SubChore>(arguments.id)) {
    return refuse("id_taken", "This sub-task exists already.", "id");
  }
  if (!transaction.find<Chore>(arguments.chore_id)) {
    return refuse("not_found", "This chore is not here any more.", "chore_id");
  }
  std::vector<SubChorePointer> order = sub_chores_of(transaction, arguments.chore_id);
  if (order.size() >= kMaximumSubChores) {
    return refuse("too_many", "A chore has at most 50 sub-tasks.");
  }
  SubChore added;
  added.id = arguments.id;
  added.chore_id = arguments.chore_id;
  added.name = arguments.name;
  const auto end = static_cast<std::int64_t>(order.size());
  added.position = std::min(arguments.position.value_or(end), end);
  transaction.put(added);
  insert_at(order, added.position, std::make_shared<const SubChore>(added));
  renumber(transaction, order);
  return success();
}

std::optional<Command> invert_add(const Reader&, const Context&, const AddSubChore& arguments) {
  return inverse_command(RemoveSubChore{arguments.id});
}

Status apply_edit(Transaction& transaction, const Context&, const EditSubChore& arguments) {
  const auto present = transaction.find<SubChore>(arguments.id);
  if (!present) return sub_chore_not_found();
  SubChore sub_chore = *present;
  sub_chore.name = arguments.name;
  transaction.put(sub_chore);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context&,
                                   const EditSubChore& arguments) {
  const auto present = before.find<SubChore>(arguments.id);
  if (!present) return std::nullopt;
  return inverse_command(EditSubChore{present->id, present->name});
}

Status apply_remove(Transaction& transaction, const Context&, const RemoveSubChore& arguments) {
  const auto present = transaction.find<SubChore>(arguments.id);
  if (!present) return sub_chore_not_found();
  for (const auto& tick : transaction.where<Completion>("sub_chore_id", arguments.id)) {
    const auto assignment = transaction.find<Assignment>(tick->assignment_id);
    if (assignment && assignment->status == AssignmentStatus::open) {
      transaction.erase<Completion>(tick->id);
    }
  }
  std::vector<SubChorePointer> order = sub_chores_of(transaction, present->chore_id);
  take_out(order, arguments.id);
  transaction.erase<SubChore>(arguments.id);
  renumber(transaction, order);
  return success();
}

std::optional<Command> invert_remove(const Reader& before, const Context&,
                                     const RemoveSubChore& arguments) {
  const auto present = before.find<SubChore>(arguments.id);
  if (!present || has_open_ticks(before, arguments.id)) return std::nullopt;
  return inverse_command(
      AddSubChore{present->id, present->chore_id, present->name, present->position});
}

Status apply_move(Transaction& transaction, const Context&, const MoveSubChore& arguments) {
  const auto present = transaction.find<SubChore>(arguments.id);
  if (!present) return sub_chore_not_found();
  std::vector<SubChorePointer> order = sub_chores_of(transaction, present->chore_id);
  take_out(order, arguments.id);
  insert_at(order, arguments.position, present);
  renumber(transaction, order);
  return success();
}

std::optional<Command> invert_move(const Reader& before, const Context&,
                                   const MoveSubChore& arguments) {
  const auto present = before.find<SubChore>(arguments.id);
  if (!present) return std::nullopt;
  return inverse_command(MoveSubChore{present->id, present->position});
}

constexpr CommandInfo kAdd = [] {
  CommandInfo info = define_command<AddSubChore, apply_add>("sub_chore.add", kAddFields);
  info.inverse = &invert_arguments<AddSubChore, invert_add>;
  return info;
}();

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditSubChore, apply_edit>("sub_chore.edit", kEditFields);
  info.inverse = &invert_arguments<EditSubChore, invert_edit>;
  return info;
}();

constexpr CommandInfo kRemove = [] {
  CommandInfo info =
      define_command<RemoveSubChore, apply_remove>("sub_chore.remove", kRemoveFields);
  info.inverse = &invert_arguments<RemoveSubChore, invert_remove>;
  return info;
}();

constexpr CommandInfo kMove = [] {
  CommandInfo info = define_command<MoveSubChore, apply_move>("sub_chore.move", kMoveFields);
  info.inverse = &invert_arguments<MoveSubChore, invert_move>;
  return info;
}();

}  // namespace

std::vector<SubChorePointer> sub_chores_of(const Reader& reader, const Id& chore_id) {
  std::vector<SubChorePointer> order = reader.where<SubChore>("chore_id", chore_id);
  // Rows come in id order, so equal positions keep it.
  stable_sort_in_place(
      order, [](const auto& left, const auto& right) { return left->position < right->position; });
  return order;
}

template <>
const CommandInfo& describe_command<AddSubChore>() {
  return kAdd;
}
template <>
const CommandInfo& describe_command<EditSubChore>() {
  return kEdit;
}
template <>
const CommandInfo& describe_command<RemoveSubChore>() {
  return kRemove;
}
template <>
const CommandInfo& describe_command<MoveSubChore>() {
  return kMove;
}

}  // namespace rr

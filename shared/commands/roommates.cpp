#include "shared/commands/roommates.h"

#include <algorithm>
#include <array>

#include "shared/base/fill.h"
#include "shared/base/fold.h"
#include "shared/commands/define.h"
#include "shared/domain/cycle_time.h"

namespace rr {
namespace {

constexpr std::size_t kMaximumRoommates = 100;
constexpr std::int64_t kColourCount = 8;

constexpr FieldInfo kAddFields[] = {
    id_field<&AddRoommate::id>("id"),
    text_field<&AddRoommate::name>("name", 1, 100),
    integer_field<&AddRoommate::colour>("colour", 1, kColourCount),
    integer_field<&AddRoommate::weight>("weight", 0, 100),
};

constexpr FieldInfo kEditFields[] = {
    id_field<&EditRoommate::id>("id"),
    text_field<&EditRoommate::name>("name", 1, 100),
    integer_field<&EditRoommate::colour>("colour", 1, kColourCount),
    integer_field<&EditRoommate::weight>("weight", 0, 100),
};
constexpr FieldMask kEditId = field_bit(kEditFields, "id");
constexpr FieldMask kEditName = field_bit(kEditFields, "name");

Status check_name_is_free(const Reader& reader, const std::string& name, const Id& except) {
  const std::string folded = fold_case(name);
  for (const auto& other : reader.all<Roommate>()) {
    if (other->id == except || other->status == RoommateStatus::moved_out) continue;
    if (fold_case(other->name) == folded) {
      return refuse("name_taken",
                    fill("Somebody here is already called {name}.", {{"name", other->name}}),
                    "name");
    }
  }
  return success();
}

Status apply_edit(Transaction& transaction, const Context&, const EditRoommate& arguments) {
  const auto present = transaction.find<Roommate>(arguments.id);
  if (!present) return refuse("not_found", "This roommate is not here any more.", "id");
  if (present->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", present->name}}), "id");
  }
  if ((arguments.given & kEditName) != 0) {
    if (Status status = check_name_is_free(transaction, arguments.name, arguments.id); !status) {
      return status;
    }
  }
  Roommate roommate = *present;
  copy_fields(kEditFields, &arguments, arguments.given & ~kEditId, describe<Roommate>().fields,
              &roommate);
  transaction.put(roommate);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context&,
                                   const EditRoommate& arguments) {
  const auto present = before.find<Roommate>(arguments.id);
  if (!present) return std::nullopt;
  const FieldList fields = describe<Roommate>().fields;
  EditRoommate back;
  copy_fields(fields, present.get(), all_fields(fields), kEditFields, &back);
  back.given = arguments.given;
  return inverse_command(back);
}

constexpr CommandInfo kAdd = define_command<AddRoommate, add_roommate>("roommate.add", kAddFields);

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditRoommate, apply_edit>("roommate.edit", kEditFields);
  info.optional_fields = all_fields(kEditFields) & ~kEditId;
  info.inverse = &invert_arguments<EditRoommate, invert_edit>;
  return info;
}();

}  // namespace

Status add_roommate(Transaction& transaction, const Context& context,
                    const AddRoommate& arguments) {
  if (transaction.find<Roommate>(arguments.id)) {
    return refuse("id_taken", "This roommate exists already.", "id");
  }
  if (transaction.all<Roommate>().size() >= kMaximumRoommates) {
    return refuse("too_many", "A household has at most 100 roommates.");
  }
  if (Status status = check_name_is_free(transaction, arguments.name, Id{}); !status) {
    return status;
  }
  Roommate roommate;
  copy_fields(kAddFields, &arguments, all_fields(kAddFields), describe<Roommate>().fields,
              &roommate);
  roommate.joined_at = instant_after_runs(transaction, context.meant_at);
  transaction.put(roommate);
  return success();
}

std::int64_t next_roommate_colour(const Reader& reader) {
  std::array<int, kColourCount> uses{};
  for (const auto& roommate : reader.all<Roommate>()) {
    ++uses[static_cast<std::size_t>(roommate->colour - 1)];
  }
  return std::min_element(uses.begin(), uses.end()) - uses.begin() + 1;
}

template <>
const CommandInfo& describe_command<AddRoommate>() {
  return kAdd;
}
template <>
const CommandInfo& describe_command<EditRoommate>() {
  return kEdit;
}

}  // namespace rr
